"""Who should have the seat of somebody who waited less, because it costs their group little?

Exchanges are made one by one, each time the one after which the fewest envy for what it costs, until what may be lost
is spent. A seat that several envy goes to whoever waited longest of them; an exchange after which no fewer envy is
undone. Envy is the justified one of `core.matching.fairness`: somebody without a seat could take that of a member who
waited less, and all rules would hold.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.matching.objective import by_id, is_far, seats_for, value
from core.matching.people import Group, Market, Person, Seat
from core.matching.places import Company

SHARE = 0.005
"""Of the value of all groups, what may be lost."""
NEXT_TO_NOTHING = 0.01
"""Of two exchanges that cost less than this neither is preferred for its cost."""

Place = tuple[str, str]
"""A project and the member who sits there."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Somebody takes the place of a member.

    Attributes:
        loss: What the group is worth less; below zero when more. It does not say which exchange it is: added up in
            another order it differs in its last bit.
    """

    taker: str
    place: Place
    loss: float = field(compare=False)


def yield_seats(market: Market, groups: Sequence[Group], share: float = SHARE) -> tuple[Group, ...]:
    """Let those who waited longest have seats that others envy; firm and tentative seats stay with whom they have.

    Everybody without a seat is compared with every seat: half a second for a thousand people, and by their square.

    Args:
        share: How much of the value of all groups may be lost.
    """
    seating, tried = _seating(market, groups), set[Exchange]()
    left = share * sum(company.value for company in seating.companies.values())
    while exchange := seating.best(left, tried):
        tried.add(exchange)
        envious, back = seating.envious, seating.make(exchange)
        if seating.envious < envious:
            left -= max(0.0, exchange.loss)
        else:
            seating.make(back)
    return tuple(seating.group(group) for group in groups)


def _seating(market: Market, groups: Sequence[Group]) -> "_Seating":
    people, projects = by_id(market.people), {project.id: project for project in market.projects}
    settled = {name for group in (*market.firm, *market.tentative) for name in group.members}
    busy = settled.union(*(group.members for group in groups), (project.initiator for project in market.projects))
    seating = _Seating(market, frozenset(settled))
    for group in groups:
        members = [people[seat.person] for seat in group.seats]
        seating.companies[group.project] = Company.of(projects[group.project], members)
    for name in sorted(people.keys() - busy):
        seating.frees(people[name])
    return seating


@dataclass(slots=True)
class _Seating:
    """Who sits where, and what everybody without a seat envies.

    Attributes:
        market: Says who declined what, and how near topics have to be.
        settled: People whose seat is theirs.
        companies: By project.
        free: People who could still sit somewhere, by id.
        envied: What each of them envies, and what the group would lose by them.
        envies: Whether the member at a place would envy somebody once out of it; looked up once and not after each
            exchange elsewhere, because what comes of an exchange is counted anyway.
    """

    market: Market
    settled: frozenset[str]
    companies: dict[str, Company] = field(default_factory=dict)
    free: dict[str, Person] = field(default_factory=dict)
    envied: dict[str, dict[Place, float]] = field(default_factory=dict)
    envies: dict[Place, bool] = field(default_factory=dict)

    @property
    def envious(self) -> int:
        """Say how many envy somebody."""
        return sum(bool(places) for places in self.envied.values())

    def frees(self, person: Person) -> None:
        """Let somebody have no seat."""
        self.free[person.id], self.envied[person.id] = person, {}
        for company in self.companies.values():
            self.envied[person.id].update(self._envied(person, company))

    def _envied(self, person: Person, company: Company) -> Iterator[tuple[Place, float]]:
        centre = company.members[0].topic
        if (person.id, company.project.id) in self.market.barred or is_far(person, centre, self.market.near):
            return
        for at in company.places(person, below=person.wait_days):
            if company.members[at].id not in self.settled:
                loss = company.value - value(company.project, company.with_instead(person, at))
                yield (company.project.id, company.members[at].id), loss

    def best(self, most: float, tried: set[Exchange]) -> Exchange | None:
        """Find the exchange after which the fewest envy for what it costs; none where each costs more than the most."""
        only: dict[Place, list[float]] = defaultdict(list)
        for name, places in self.envied.items():
            if len(places) == 1:
                only[next(iter(places))].append(self.free[name].wait_days)
        best, highest = None, 0.0
        for exchange in self._exchanges():
            content = self._content(exchange, only.get(exchange.place, ()))
            rate = content / max(exchange.loss, NEXT_TO_NOTHING)
            if rate > highest and exchange.loss <= most and exchange not in tried:
                best, highest = exchange, rate
        return best

    def _exchanges(self) -> Iterator[Exchange]:
        for name, places in self.envied.items():
            for place, loss in places.items():
                yield Exchange(name, place, loss)

    def _content(self, exchange: Exchange, only: Sequence[float]) -> int:
        """Say how many fewer would envy; `only` are the days of those who envy that place and no other."""
        days = self.free[exchange.taker].wait_days
        others = sum(waited <= days for waited in only) - (len(self.envied[exchange.taker]) == 1)
        return 1 + others - self._would_envy(exchange.place)

    def _would_envy(self, place: Place) -> bool:
        if place not in self.envies:
            project, name = place
            member = next(one for one in self.companies[project].members if one.id == name)
            others = (company for company in self.companies.values() if company.project.id != project)
            self.envies[place] = any(next(self._envied(member, other), None) for other in others)
        return self.envies[place]

    def make(self, exchange: Exchange) -> Exchange:
        """Make an exchange; returns the one that undoes it."""
        project, leaver = exchange.place
        company, taker = self.companies[project], self.free.pop(exchange.taker)
        del self.envied[exchange.taker]
        at = [member.id for member in company.members].index(leaver)
        gone = company.members[at]
        self.companies[project] = company = Company.of(company.project, company.with_instead(taker, at))
        self.envies = {place: known for place, known in self.envies.items() if place[0] != project}
        for name, places in self.envied.items():
            elsewhere = {place: loss for place, loss in places.items() if place[0] != project}
            self.envied[name] = {**elsewhere, **dict(self._envied(self.free[name], company))}
        self.frees(gone)
        return Exchange(gone.id, (project, taker.id), -exchange.loss)

    def group(self, before: Group) -> Group:
        """Write a group down; one in which nobody was exchanged is what it was."""
        company = self.companies[before.project]
        if before.members == {member.id for member in company.members}:
            return before
        roles = seats_for(company.project, company.members) or []
        seats = tuple(Seat(member.id, role) for member, role in zip(company.members, roles, strict=True))
        return Group(before.project, (Seat(seats[0].person), *seats[1:]), company.value)
