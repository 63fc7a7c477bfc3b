"""How is a market laid out as a board?

Every group holds its initiator, so hours and languages of a candidate are kept relative to those already seated.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.constitution import MOST_AT_START
from core.matching.formation.board import (
    ENTRY,
    GLANCE,
    PERSON,
    PROJECT,
    Bits,
    Board,
    Flags,
    Floats,
    Ints,
    Rows,
    rows_of,
)
from core.matching.formation.branch import SEATS
from core.matching.formation.facts import Facts, facts_of
from core.matching.objective import FEWEST_HOURS, LIKING, MOVING, TOPIC
from core.matching.people import Market, Project


@dataclass(frozen=True, slots=True)
class Start:
    """One project before anybody joins: who sits already, what is open, what it is worth so far."""

    seated: list[int]
    roles: tuple[str, ...]
    hours: Bits
    languages: Bits
    score: float


@dataclass(frozen=True, slots=True)
class Joining:
    """Everybody who could join one project; rows as in Board."""

    person: Ints
    seats: Bits
    hours: Bits
    languages: Bits
    score: Floats
    liking: Floats


@dataclass(frozen=True, slots=True)
class Table:
    """A board, and the people and projects its rows stand for."""

    facts: Facts
    starts: tuple[Start, ...]
    board: Board


def lay(market: Market, bonus: Mapping[str, float] | None = None) -> Table:
    """Lay out a market.

    Args:
        bonus: Extra value of seating a person, by id; how fairness steers the search.
    """
    facts = facts_of(market, bonus or {})
    open_to = np.ones(len(facts.people), bool)
    open_to[list(facts.closed)] = False
    starts = tuple(_start(facts, project) for project in facts.projects)
    joining = [_joining(facts, *pair, open_to) for pair in zip(facts.projects, starts, strict=True)]
    return Table(facts, starts, _board(facts, starts, joining))


def _start(facts: Facts, project: Project) -> Start:
    firm = facts.firm.get(project.id)
    roles = sorted(project.needs)
    seated = [facts.number[project.initiator]]
    for seat in firm.seats if firm else ():
        if seat.role in roles:
            roles.remove(seat.role)
        if seat.person != project.initiator:
            seated.append(facts.number[seat.person])
    if not project.needs:
        roles = [""] * (MOST_AT_START - len(seated))
    return Start(
        seated=seated,
        roles=tuple(roles[:SEATS]),
        hours=np.bitwise_and.reduce(facts.weeks[seated]),
        languages=np.bitwise_and.reduce(facts.languages[seated]),
        score=sum(_score(facts, project, who) for who in seated) + _liking(facts, seated),
    )


def _score(facts: Facts, project: Project, who: int) -> float:
    centre = facts.topics[facts.number[project.initiator]]
    stays = MOVING * (facts.home.get(who) == project.id)
    return float(TOPIC * max(0.0, float(facts.topics[who] @ centre)) + facts.score[who] + stays)


def _liking(facts: Facts, people: list[int]) -> float:
    return LIKING * sum(facts.liked[one].count(other) for one in people for other in people) / 2


def _joining(facts: Facts, project: Project, start: Start, open_to: Flags) -> Joining:
    person, seats = _who_could(facts, start, open_to)
    hours = facts.weeks[person] & start.hours
    shared = facts.languages[person] & start.languages
    enough = np.bitwise_count(hours).sum(axis=1) >= FEWEST_HOURS
    cosines = facts.topics[person] @ facts.topics[start.seated[0]]
    keep = enough & shared.any(axis=1)
    if facts.near > 0.0:
        keep &= ~facts.told[person] | (cosines >= facts.near)
    shut = _shut_out(facts, project, start)
    if shut:
        keep &= ~np.isin(person, list(shut))
    person, seats, hours, shared = person[keep], seats[keep], hours[keep], shared[keep]
    score = TOPIC * np.maximum(0.0, cosines[keep]) + facts.score[person]
    stays = np.array([facts.home.get(int(who)) == project.id for who in person] if facts.home else 0.0)
    liked = np.array([who for sitting in start.seated for who in facts.liked[sitting]], np.int64)
    known = LIKING * np.bincount(liked, minlength=len(facts.people))[person]
    return Joining(
        person=person,
        seats=seats,
        hours=hours,
        languages=_relative(shared, start.languages),
        score=score + MOVING * stays + known,
        liking=_possible_liking(facts, person),
    )


def _who_could(facts: Facts, start: Start, open_to: Flags) -> tuple[Ints, Bits]:
    """List who could take any open seat, ascending, with the seats as bits."""
    mask = np.zeros(len(facts.people), np.uint64)
    for seat, role in enumerate(start.roles):
        if role in facts.bringing:
            mask[facts.bringing[role]] |= np.uint64(1 << seat)
    mask[~open_to] = 0
    person = np.flatnonzero(mask)
    return person, mask[person]


def _shut_out(facts: Facts, project: Project, start: Start) -> set[int]:
    """List who may not join: declined before, or a block with somebody already seated."""
    shut = set(facts.barred.get(project.id, ()))
    for sitting in start.seated:
        shut.update(facts.blocked[sitting])
    return shut


def _relative(shared: Bits, languages: Bits) -> Bits:
    """Write shared languages as one word: bit l for the l-th language of those already seated."""
    word = np.zeros(len(shared), np.uint64)
    own = [(column, bit) for column in range(len(languages)) for bit in range(64) if int(languages[column]) >> bit & 1]
    for place, (column, bit) in enumerate(own[:64]):
        word |= (shared[:, column] >> np.uint64(bit) & np.uint64(1)) << np.uint64(place)
    return word


def _possible_liking(facts: Facts, person: Ints) -> Floats:
    """Say for each candidate the most that likes among all candidates could add."""
    inside = np.zeros(len(facts.people), bool)
    inside[person] = True
    one, other = facts.likes
    return np.asarray(LIKING * np.bincount(one[inside[other]], minlength=len(inside))[person])


def _twins(roles: tuple[str, ...]) -> int:
    """Mark seats that ask for the same role as the seat before."""
    return sum(1 << s for s in range(1, len(roles)) if roles[s] == roles[s - 1])


def _board(facts: Facts, starts: tuple[Start, ...], joining: list[Joining]) -> Board:
    sizes = np.array([len(part.person) for part in joining], np.int64)
    entry = np.zeros(int(sizes.sum()), ENTRY)
    for name in ("person", "seats", "languages", "score", "liking"):
        if joining:
            entry[name] = np.concatenate([getattr(part, name) for part in joining])
    for word in range(3):
        if joining:
            entry[f"week{word}"] = np.concatenate([part.hours[:, word] for part in joining])
    entry["project"] = np.repeat(np.arange(len(starts)), sizes)
    seated_first, seated = rows_of([start.seated for start in starts])
    person, like, block, role, home = _people(facts, entry)
    projects = _projects(facts, starts, sizes, seated_first)
    return Board(entry, _glance(entry), projects, person, like, block, role, home, seated)


def _glance(entry: Rows) -> Rows:
    rows = np.zeros(len(entry), GLANCE)
    rows["person"], rows["gain"] = entry["person"], entry["score"] + entry["liking"]
    return rows


def _projects(facts: Facts, starts: tuple[Start, ...], sizes: Ints, seated_first: Ints) -> Rows:
    rows = np.zeros(len(starts), PROJECT)
    rows["last"] = np.cumsum(sizes)
    rows["first"] = rows["last"] - sizes
    rows["seats"] = [len(start.roles) for start in starts]
    rows["wanted"] = [len(project.needs) for project in facts.projects]
    rows["count"] = [len(start.seated) for start in starts]
    rows["filled"] = rows["count"] - 1
    rows["seated"], rows["seated_end"] = seated_first[:-1], seated_first[1:]
    for word in range(3):
        rows[f"week{word}"] = [start.hours[word] for start in starts]
    rows["languages"] = [_all_bits(start.languages) for start in starts]
    rows["twin"] = [_twins(start.roles) for start in starts]
    rows["score"] = [start.score for start in starts]
    return rows


def _people(facts: Facts, entry: Rows) -> tuple[Rows, Ints, Ints, Ints, Ints]:
    rows = np.zeros(len(facts.people), PERSON)
    laid = {"like": rows_of(facts.liked), "block": rows_of(facts.blocked), "role": rows_of(facts.roles)}
    counts = np.bincount(entry["person"], minlength=len(rows))
    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    laid["home"] = (first, np.argsort(entry["person"], kind="stable").astype(np.int64))
    for name, (begin, _) in laid.items():
        rows[name], rows[name + "_end"] = begin[:-1], begin[1:]
    return rows, laid["like"][1], laid["block"][1], laid["role"][1], laid["home"][1]


def _all_bits(languages: Bits) -> int:
    """Set one bit for each language of those already seated."""
    return (1 << min(64, int(np.bitwise_count(languages).sum()))) - 1
