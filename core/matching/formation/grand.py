"""Which groups should be formed among 100,000 people?

The market is cut into parts, and each part is searched in a process of its own; then it is cut otherwise and searched
again, beginning with the groups there are. Communities that share no language with others and fit into one search are
searched once, for as long as all cuts together. Parts and their seeds do not depend on the number of processes.
"""

import gc
import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.matching.formation.board import Floats, Ints
from core.matching.formation.cutting import LARGEST, halve, languages_apart, pack
from core.matching.formation.facts import topics_of
from core.matching.formation.plan import Budget, Formed, form, in_a_row, usual_budget
from core.matching.people import Group, Market

Measure = Callable[[Market], Budget]
"""How much the search of one part may spend."""

ONE_SEARCH = 3_000
PARTS_EACH = 8
"""A process comes to own a copy of whatever it looks at; after so many parts it gives way to a fresh one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a market: rows of people and of projects, and groups to begin with."""

    people: Sequence[int]
    projects: Sequence[int]
    begin: Sequence[Group]


@dataclass(frozen=True, slots=True)
class Work:
    """What every process needs; it is there when the process is forked, so it is never copied."""

    market: Market
    parts: Sequence[Part]
    spending: Sequence[Measure]
    bonus: Mapping[str, float]
    seed: int


_at_work: list[Work] = []


def form_any(
    market: Market,
    seed: int,
    spending: Sequence[Measure] = (usual_budget, usual_budget),
    bonus: Mapping[str, float] | None = None,
    workers: int = 1,
) -> Formed:
    """Form groups in a market of any size.

    Args:
        spending: What a part may spend, for the first cut and each later one; a small market takes the first.
        workers: Processes; the groups are the same for any number.
    """
    if len(market.people) <= ONE_SEARCH:
        return form(market, seed, spending[0](market), bonus)
    market = replace(
        market,
        people=tuple(sorted(market.people, key=lambda person: person.id)),
        projects=tuple(sorted(market.projects, key=lambda project: project.id)),
    )
    apart = languages_apart(market.people)
    small = pack(part for part in apart if len(part) <= LARGEST)
    large = [np.array(part) for part in apart if len(part) > LARGEST]
    groups, topics = {group.project: group for group in market.firm}, topics_of(market.people, np.float32)
    best = run(Work(market, list(parts_around(market, small, groups)), spending, bonus or {}, 2 * seed + 1), workers)
    for turn, measure in enumerate(spending if large else ()):
        halves = cut(market, large, topics, groups, turn)
        work = Work(market, list(parts_around(market, halves, groups)), [measure], bonus or {}, 2 * seed + 2 * turn)
        groups = {group.project: group for group in run(work, workers)}
    best = sorted([*best, *(groups.values() if large else ())], key=lambda group: group.project)
    return Formed(tuple(best), sum(group.value for group in best), None, False)


def cut(
    market: Market, large: Iterable[Ints], topics: Floats, groups: Mapping[str, Group], turn: int
) -> Iterator[list[int]]:
    """Cut initiators and free people; who sits in a group goes where its initiator goes."""
    begun = {project.initiator for project in market.projects}
    seated = {name for group in groups.values() for name in group.members} - begun
    open_to = np.array([person.id not in seated for person in market.people])
    for part in large:
        yield from (half.tolist() for half in halve(part[open_to[part]], topics, turn))


def parts_around(market: Market, parts: Iterable[Sequence[int]], groups: Mapping[str, Group]) -> Iterator[Part]:
    """Bring to rows of people the projects they began, with the groups and members these have already."""
    number = {person.id: i for i, person in enumerate(market.people)}
    begun: dict[int, list[int]] = defaultdict(list)
    for p, project in enumerate(market.projects):
        begun[number[project.initiator]].append(p)
    for people in parts:
        projects = [p for i in people for p in begun.get(i, ())]
        begin = [groups[market.projects[p].id] for p in projects if market.projects[p].id in groups]
        members = {number[name] for group in begin for name in group.members}
        yield Part(sorted(members.union(people)), projects, begin)


def run(work: Work, workers: int) -> list[Group]:
    """Search every part, in their order, in so many processes."""
    _at_work[:] = [work]
    if workers == 1 or not work.parts:
        return [group for at in range(len(work.parts)) for group in search_part(at)]
    gc.freeze()  # else the collector writes to pages that processes share
    try:
        with multiprocessing.get_context("fork").Pool(workers, maxtasksperchild=PARTS_EACH) as pool:
            found = pool.map(search_part, range(len(work.parts)), chunksize=1)
    finally:
        gc.unfreeze()
    return [group for groups in found for group in groups]


def search_part(at: int) -> tuple[Group, ...]:
    """Search one part of what is at work."""
    work = _at_work[0]
    part = work.parts[at]
    projects = tuple(work.market.projects[p] for p in part.projects)
    names = {project.id for project in projects}
    inside = replace(
        work.market,
        people=tuple(work.market.people[i] for i in part.people),
        projects=projects,
        firm=tuple(group for group in work.market.firm if group.project in names),
        tentative=tuple(group for group in work.market.tentative if group.project in names),
    )
    budget = in_a_row([measure(inside) for measure in work.spending])
    return form(inside, work.seed * 10_007 + at, budget, work.bonus, part.begin, effort=None).groups
