"""What changes when somebody comes, says no, or leaves?

Only the neighbourhood of what happened is planned again: the project itself and up to three whose people could take
the open seat. Firm seats never move; moving somebody out of a tentative group costs 0.15.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.constitution import FEWEST
from core.matching.formation.plan import Budget, by_moves, form
from core.matching.formation.proving import Effort
from core.matching.people import Group, Market, Person, Seat

NEIGHBOURS = 4
MOVES = 600


@dataclass(frozen=True, slots=True)
class Replanned:
    """A market with its new tentative groups, and whom to ask: seats that were not there before."""

    market: Market
    fresh: tuple[tuple[str, Seat], ...]


def arrived(market: Market, person: Person) -> Market:
    """Take somebody into the pool."""
    return replace(market, people=(*market.people, person))


def declined(market: Market, person: str, project: str) -> Market:
    """Bar a pair for good and reopen the seat."""
    barred = market.barred | {(person, project)}
    tentative = tuple(_without(group, person) if group.project == project else group for group in market.tentative)
    return replace(market, barred=barred, tentative=tentative)


def left(market: Market, person: str) -> Market:
    """Take somebody out: their seats open, their own projects end, their blocks are no longer needed."""
    ended = {project.id for project in market.projects if project.initiator == person}
    return replace(
        market,
        people=tuple(other for other in market.people if other.id != person),
        projects=tuple(project for project in market.projects if project.id not in ended),
        tentative=tuple(_without(group, person) for group in market.tentative if group.project not in ended),
        firm=tuple(_without(group, person) for group in market.firm if group.project not in ended),
    )


def agreed(market: Market, person: str, project: str) -> Market:
    """Make one tentative seat firm."""
    group = next(group for group in market.tentative if group.project == project)
    seat = next(seat for seat in group.seats if seat.person == person)
    initiator = next(own.initiator for own in market.projects if own.id == project)
    before = next((group.seats for group in market.firm if group.project == project), (Seat(initiator),))
    others = tuple(group for group in market.firm if group.project != project)
    return replace(market, firm=(*others, Group(project, (*before, seat))))


def _without(group: Group, person: str) -> Group:
    return replace(group, seats=tuple(seat for seat in group.seats if seat.person != person))


def neighbourhood(market: Market, project: str, most: int = NEIGHBOURS) -> frozenset[str]:
    """Name the project and those whose people could take its open seats."""
    seated = {seat.person: group.project for group in market.tentative for seat in group.seats}
    known = {person.id: person for person in market.people}
    needs = next((set(own.needs) for own in market.projects if own.id == project), set())
    near = Counter(
        where for name, where in seated.items() if where != project and name in known and known[name].roles & needs
    )
    ranked = sorted(near, key=lambda where: (-near[where], where))
    return frozenset([project, *ranked[: most - 1]])


def replan(market: Market, around: Iterable[str], seed: int, budget: Budget | None = None) -> Replanned:
    """Plan some projects again with their own people and everybody who is free."""
    chosen = frozenset(around)
    inside = part_of(market, chosen)
    begin = tuple(group for group in inside.tentative if len(group.seats) >= FEWEST)
    groups = form(
        inside,
        seed,
        budget or by_moves(MOVES),
        begin=begin,
        effort=Effort(columns=2_000, branches=5_000, moves=0, repacks=0),
    ).groups
    kept = tuple(group for group in market.tentative if group.project not in chosen)
    before = {(group.project, seat.person) for group in (*market.tentative, *market.firm) for seat in group.seats}
    initiators = {project.id: project.initiator for project in market.projects}
    fresh = tuple(
        (group.project, seat)
        for group in groups
        for seat in group.seats
        if (group.project, seat.person) not in before and seat.person != initiators[group.project]
    )
    return Replanned(replace(market, tentative=(*kept, *groups)), fresh)


def part_of(market: Market, projects: frozenset[str]) -> Market:
    """Cut out some projects with everybody who does not sit elsewhere."""
    elsewhere = {
        seat.person
        for group in (*market.tentative, *market.firm)
        for seat in group.seats
        if group.project not in projects
    }
    elsewhere |= {project.initiator for project in market.projects if project.id not in projects}
    return replace(
        market,
        people=tuple(person for person in market.people if person.id not in elsewhere),
        projects=tuple(project for project in market.projects if project.id in projects),
        tentative=tuple(group for group in market.tentative if group.project in projects),
        firm=tuple(group for group in market.firm if group.project in projects),
    )
