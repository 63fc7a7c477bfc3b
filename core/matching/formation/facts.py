"""What do people and projects say, as rows of numbers in the order of their ids?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.matching.formation.board import Bits, Flags, Floats, Ints
from core.matching.objective import waiting
from core.matching.people import Group, Market, Person, Project

WORD = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a board is made of.

    Attributes:
        weeks: Shape N x 3, UTC.
        languages: Shape N x words; bit l is set for the l-th language of the market.
        topics: Shape N x width, unit length or zero.
        told: Shape N; who named a topic.
        score: Shape N; what seating this person is worth, topic aside.
        blocked, liked: Both ways, by row of person; who named each other twice is there twice.
        likes: Shape 2 x L; the same as liked, as pairs.
        bringing: People by role, ascending.
        roles: Numbers of the roles of each person, ascending.
        closed: People who sit where they sit: initiators and firm members.
        home: Project in which each person tentatively sits, by row of person.
        barred: Pairs (row of person, id of project).
        near: How near the topics of those who named one have to be to a project's.
    """

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    number: Mapping[str, int]
    firm: Mapping[str, Group]
    weeks: Bits
    languages: Bits
    topics: Floats
    told: Flags
    score: Floats
    blocked: list[list[int]]
    liked: list[list[int]]
    likes: Ints
    bringing: Mapping[str, Ints]
    roles: list[list[int]]
    closed: frozenset[int]
    home: Mapping[int, str]
    barred: Mapping[str, frozenset[int]]
    near: float


def facts_of(market: Market, bonus: Mapping[str, float]) -> Facts:
    """Read a market into rows.

    Args:
        bonus: Extra value of seating a person, by id.
    """
    people = tuple(sorted(market.people, key=lambda person: person.id))
    projects = tuple(sorted(market.projects, key=lambda project: project.id))
    number = {person.id: i for i, person in enumerate(people)}
    names = {role: i for i, role in enumerate(sorted({role for person in people for role in person.roles}))}
    seated = {seat.person for group in market.firm for seat in group.seats}
    liked = _both_ways([person.likes for person in people], number)
    return Facts(
        people=people,
        projects=projects,
        number=number,
        firm={group.project: group for group in market.firm},
        weeks=weeks_of(people),
        languages=_languages(people),
        topics=topics_of(people),
        told=np.array([len(person.topic) > 0 for person in people], bool),
        score=np.array([waiting(person) + bonus.get(person.id, 0.0) for person in people]),
        blocked=_both_ways([person.blocks for person in people], number),
        liked=liked,
        likes=np.array([(one, other) for one, row in enumerate(liked) for other in row], np.int64).reshape(-1, 2).T,
        bringing=bringing(people),
        roles=[sorted(names[role] for role in person.roles) for person in people],
        closed=frozenset(number[name] for name in seated | {project.initiator for project in projects}),
        home={
            number[seat.person]: group.project
            for group in market.tentative
            for seat in group.seats
            if seat.person in number
        },
        barred=_barred(market, number),
        near=market.near,
    )


def weeks_of(people: Sequence[Person]) -> Bits:
    """Write weeks as three words each, shape N x 3."""
    rows = [[person.hours & WORD, person.hours >> 64 & WORD, person.hours >> 128] for person in people]
    return np.array(rows, np.uint64).reshape(len(people), 3)


def _languages(people: Sequence[Person]) -> Bits:
    names = {name: i for i, name in enumerate(sorted({name for person in people for name in person.languages}))}
    rows = np.zeros((len(people), len(names) // 64 + 1), np.uint64)
    for i, person in enumerate(people):
        for name in person.languages:
            rows[i, names[name] // 64] |= np.uint64(1 << names[name] % 64)
    return rows


def topics_of(people: Sequence[Person], exact: type[np.floating[Any]] = np.float64) -> Floats:
    """Write topic vectors as rows of unit length, zero for people without a topic; so exactly."""
    width = max((len(person.topic) for person in people), default=0)
    rows = np.zeros((len(people), max(1, width)), exact)
    for i, person in enumerate(people):
        if len(person.topic):
            rows[i] = person.topic
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(length > 0, length, 1.0)
    return rows


def _both_ways(named: Sequence[frozenset[str]], number: Mapping[str, int]) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in named]
    for i, others in enumerate(named):
        for other in others:
            j = number.get(other, i)
            if j != i:
                rows[i].append(j)
                rows[j].append(i)
    return [sorted(row) for row in rows]


def bringing(people: Sequence[Person]) -> dict[str, Ints]:
    """List who brings each role; the empty name stands for anybody, as circles ask for."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        for role in person.roles:
            found[role].append(i)
    found[""] = list(range(len(people)))
    return {role: np.array(rows, np.int64) for role, rows in found.items()}


def _barred(market: Market, number: Mapping[str, int]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for person, project in market.barred:
        if person in number:
            found[project].add(number[person])
    return {project: frozenset(rows) for project, rows in found.items()}
