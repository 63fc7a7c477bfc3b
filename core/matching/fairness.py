"""Is anybody forgotten?

Bonuses that make the search serve those who waited long first, and measures of how fair a plan is.

Source:
    D. Gale, L. Shapley, College admissions and the stability of marriage (1962), blocking pairs;
    A. Abdulkadiroglu, T. Sonmez, School choice (2003), justified envy: who waited longer has priority.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.matching.objective import LONG_WAIT, by_id
from core.matching.people import Group, Market, Person
from core.matching.places import Company

FIRST = 8.0
PER_DAY = 0.01
LAST_DAY = 28.0


def long_first(people: Sequence[Person]) -> dict[str, float]:
    """Serve everybody who waited over 14 days before anybody else.

    The bonus is more than a whole group can be worth, so that it is never outweighed by fit.
    """
    return {person.id: FIRST for person in people if person.wait_days > LONG_WAIT}


def longer_first(people: Sequence[Person], per_day: float = PER_DAY) -> dict[str, float]:
    """Let every day of waiting count a little more, up to four weeks; costs less fit than serving strictly in turn."""
    return {person.id: per_day * min(LAST_DAY, person.wait_days) for person in people}


@dataclass(frozen=True, slots=True)
class Fairness:
    """How a plan treats people.

    Attributes:
        seated: Share of people seated, for each quarter of waiting time, the shortest first.
        envious: Share of people who have no seat and could take that of somebody who waited less.
        blocking: Pairs of a person and a group that would both rather have each other, per person.
    """

    seated: tuple[float, ...]
    envious: float
    blocking: float


def measure(market: Market, groups: Sequence[Group]) -> Fairness:
    """Measure how fair a plan is."""
    people, projects = by_id(market.people), {project.id: project for project in market.projects}
    rows = [Company.of(projects[group.project], [people[seat.person] for seat in group.seats]) for group in groups]
    begun = {project.initiator for project in market.projects}
    share = {person.id: row.share for row in rows for person in row.members}
    envious = blocking = 0
    for person in market.people:
        if person.id in begun:
            continue
        swaps = [(row, at) for row in rows for at in row.places(person)]
        if person.id not in share:
            envious += any(row.members[at].wait_days < person.wait_days for row, at in swaps)
        blocking += len({row.project.id for row, at in swaps if row.both_gain(person, at, share.get(person.id, 0.0))})
    total = max(1, len(market.people))
    return Fairness(_by_quarter(market.people, set(share)), envious / total, blocking / total)


def _by_quarter(people: Sequence[Person], seated: set[str]) -> tuple[float, ...]:
    order = sorted(people, key=lambda person: (person.wait_days, person.id))
    quarters = [order[len(order) * q // 4 : len(order) * (q + 1) // 4] for q in range(4)]
    return tuple(sum(person.id in seated for person in part) / max(1, len(part)) for part in quarters)
