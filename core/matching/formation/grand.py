"""Which groups should be formed among 100,000 people?

The market is cut into parts, and each part is searched in a process of its own; then it is cut otherwise and searched
again, beginning with the groups there are. Parts and their seeds do not depend on the number of processes.
"""

import multiprocessing
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.matching.formation.board import Floats
from core.matching.formation.cutting import parts_of
from core.matching.formation.facts import topics_of
from core.matching.formation.plan import Budget, Formed, form
from core.matching.people import Group, Market

ONE_SEARCH = 3_000


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
    budget: Budget | None
    bonus: Mapping[str, float]
    seed: int


_at_work: list[Work] = []


def form_any(
    market: Market,
    seed: int,
    budgets: Sequence[Budget | None] = (None, None),
    bonus: Mapping[str, float] | None = None,
    workers: int = 1,
) -> Formed:
    """Form groups in a market of any size.

    Args:
        budgets: Of each part, for the first cut and each later one; a small market takes the first.
        workers: Processes; the groups are the same for any number.
    """
    if len(market.people) <= ONE_SEARCH:
        return form(market, seed, budgets[0], bonus)
    market = replace(
        market,
        people=tuple(sorted(market.people, key=lambda person: person.id)),
        projects=tuple(sorted(market.projects, key=lambda project: project.id)),
    )
    topics, groups = topics_of(market.people), {group.project: group for group in market.firm}
    for turn, budget in enumerate(budgets):
        parts = list(cut(market, topics, groups, turn))
        found = run(Work(market, parts, budget, bonus or {}, seed * len(budgets) + turn), workers)
        groups = {group.project: group for part in found for group in part}
    best = tuple(groups[name] for name in sorted(groups))
    return Formed(best, sum(group.value for group in best), None, False)


def cut(market: Market, topics: Floats, groups: Mapping[str, Group], turn: int) -> Iterator[Part]:
    """Cut initiators and free people; who sits in a group goes where its initiator goes."""
    number = {person.id: i for i, person in enumerate(market.people)}
    begun: dict[int, list[int]] = defaultdict(list)
    for p, project in enumerate(market.projects):
        begun[number[project.initiator]].append(p)
    seated = {number[name] for group in groups.values() for name in group.members}
    rows = [i for i in range(len(number)) if i in begun or i not in seated]
    for people in parts_of(market, rows, topics, turn):
        projects = [p for i in people for p in begun.get(i, ())]
        begin = [groups[market.projects[p].id] for p in projects if market.projects[p].id in groups]
        members = {number[name] for group in begin for name in group.members}
        yield Part(sorted(members.union(people)), projects, begin)


def run(work: Work, workers: int) -> list[tuple[Group, ...]]:
    """Search every part, in their order, in so many processes."""
    _at_work[:] = [work]
    if workers == 1:
        return [search_part(at) for at in range(len(work.parts))]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.map(search_part, range(len(work.parts)), chunksize=1)


def search_part(at: int) -> tuple[Group, ...]:
    """Search one part of what is at work."""
    work = _at_work[0]
    part = work.parts[at]
    people = tuple(work.market.people[i] for i in part.people)
    projects = tuple(work.market.projects[p] for p in part.projects)
    names = {project.id for project in projects}
    inside = replace(
        work.market,
        people=people,
        projects=projects,
        firm=tuple(group for group in work.market.firm if group.project in names),
        tentative=tuple(group for group in work.market.tentative if group.project in names),
    )
    return form(inside, work.seed * 10_007 + at, work.budget, work.bonus, part.begin, effort=None).groups
