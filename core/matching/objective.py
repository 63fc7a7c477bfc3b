"""What is one group worth?

Source:
    MATCHING, objective of formation: the weights and the 6 hours, 14 days and 4 roles below.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import mul

from core.constitution import FEWEST, MOST_AT_START
from core.matching.people import Person, Project
from core.matching.seats import distinct_roles, seat_everyone
from core.matching.week import WHOLE_WEEK

COVER, HOURS, TOPIC, WAITING, LIKING = 0.30, 0.20, 0.30, 0.10, 0.10
ENOUGH_HOURS = 6
FEWEST_HOURS = 2
LONG_WAIT = 14.0
CIRCLE_ROLES = 4
MOVING = 0.15


def common_hours(members: Collection[Person]) -> int:
    """Count the hours of the week in which all of them can."""
    return reduce(lambda week, person: week & person.hours, members, WHOLE_WEEK).bit_count()


def common_languages(members: Sequence[Person]) -> frozenset[str]:
    """Name the languages all of them speak."""
    return frozenset.intersection(*(person.languages for person in members))


def cosine(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Say how near two topics are, 0 to 1; 0 when either is empty or they point away from each other."""
    product = sum(map(mul, ours, theirs))
    length = math.sqrt(sum(map(mul, ours, ours)) * sum(map(mul, theirs, theirs)))
    return min(1.0, max(0.0, product / length)) if length else 0.0


def is_far(person: Person, centre: Sequence[float], near: float) -> bool:
    """Say whether somebody named a topic and it is not as near to that of a group as it has to be, 0 to 1."""
    return near > 0.0 and len(person.topic) > 0 and cosine(person.topic, centre) < near


def may_meet(project: Project, members: Sequence[Person]) -> bool:
    """Say whether these people, the initiator first, may form this group at all.

    Asks for 3 to 7 people, a common language, two common hours, no blocked pair, and a seat for each.
    """
    if not FEWEST <= len(members) <= MOST_AT_START or common_hours(members) < FEWEST_HOURS:
        return False
    names = {person.id for person in members}
    if len(names) < len(members) or any(person.blocks & names for person in members):
        return False
    return bool(common_languages(members)) and seats_for(project, members) is not None


def seats_for(project: Project, members: Sequence[Person]) -> list[str | None] | None:
    """Say what each member brings, the initiator first; None when someone would not be needed.

    The initiator of a project with wanted seats brings the project itself, hence no seat.
    """
    if not project.needs:
        return list(distinct_roles([person.roles for person in members]))
    seats = seat_everyone([person.roles for person in members[1:]], project.needs)
    return None if seats is None else [None, *(project.needs[seat] for seat in seats)]


def cover(project: Project, members: Sequence[Person]) -> float:
    """Say which share of the wanted seats is filled; for a circle, how many different roles meet, up to four."""
    seats = seats_for(project, members) or []
    filled = sum(role is not None for role in seats)
    if project.needs:
        return filled / len(project.needs)
    return min(1.0, filled / min(len(members), CIRCLE_ROLES)) if members else 0.0


def value(project: Project, members: Sequence[Person]) -> float:
    """Value a group that may meet, the initiator first.

    Source:
        MATCHING, V(p, S).
    """
    count, centre = len(members), members[0].topic
    shared = COVER * cover(project, members) + HOURS * min(1.0, common_hours(members) / ENOUGH_HOURS)
    each = sum(TOPIC * cosine(person.topic, centre) + waiting(person) for person in members)
    return count * shared + each + LIKING * liking(members)


def waiting(person: Person) -> float:
    """Value that someone has waited, 0 to 0.1."""
    return WAITING * min(1.0, person.wait_days / LONG_WAIT)


def liking(members: Sequence[Person]) -> int:
    """Count the ordered pairs in which one named the other as good together."""
    names = {person.id for person in members}
    return sum(len(person.likes & (names - {person.id})) for person in members)


def by_id(people: Collection[Person]) -> Mapping[str, Person]:
    """Look people up by their id."""
    return {person.id: person for person in people}
