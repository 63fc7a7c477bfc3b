"""Which open seats suit one person best?

The rule for one seat, and a plain search for as many seats as a chat lists; `core.matching.finding` looks among a
million by the same rule.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.constitution import FEWEST
from core.matching.objective import COVER, ENOUGH_HOURS, FEWEST_HOURS, HOURS, TOPIC, cosine
from core.matching.people import Person
from core.matching.reasons import Reason, Why, topic_reason, waited_reason
from core.matching.week import WHOLE_WEEK

BEST = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """One proposal or group with open seats, as those who sit there stand.

    Attributes:
        topic: Topic vector.
        roles: Roles still wanted.
        wanted: Seats wanted altogether.
        left: Seats still open.
        languages: Languages all who sit there share.
        hours: Week all who sit there share, UTC.
        members: Who sits there, for blocks and so that nobody is offered their own.
        blocked: People that somebody there will not meet.
    """

    id: str
    topic: Sequence[float]
    roles: frozenset[str]
    wanted: int
    left: int
    languages: frozenset[str]
    hours: int
    members: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fit:
    """One open seat, how well it suits, 0 to 0.8, and why."""

    opening: Opening
    score: float
    role: str
    reasons: tuple[Reason, ...]


def score(person: Person, opening: Opening) -> float | None:
    """Value one seat for one person, as formation would value them there; None when they cannot take it.

    Source:
        MATCHING, V(p, S): the terms that change with one more member.
    """
    hours = (person.hours & opening.hours).bit_count()
    if hours < FEWEST_HOURS or opening.left < 1 or not person.languages & opening.languages:
        return None
    if not person.roles & opening.roles or person.id in opening.members or apart(person, opening):
        return None
    return TOPIC * cosine(person.topic, opening.topic) + HOURS * min(1.0, hours / ENOUGH_HOURS) + nearly(opening)


def nearly(opening: Opening) -> float:
    """Value how complete a group would be with one more."""
    return COVER * (opening.wanted - opening.left + 1) / opening.wanted


def apart(person: Person, opening: Opening) -> bool:
    """Say whether a block keeps them apart, whoever it comes from."""
    return person.id in opening.blocked or bool(person.blocks & opening.members)


def explain(person: Person, opening: Opening, value: float) -> Fit:
    """Say which seat it is and why it suits."""
    role = min(person.roles & opening.roles)
    found = [Reason(Why.COVERS, (role,))]
    together = len(opening.members) + 1 if opening.members else opening.wanted
    if opening.left == 1 and together >= FEWEST:
        found.append(Reason(Why.COMPLETES, (), together))
    common = person.hours & opening.hours
    if common != WHOLE_WEEK:
        found.append(Reason(Why.HOURS, (), common.bit_count()))
    found += topic_reason(cosine(person.topic, opening.topic))
    found.append(Reason(Why.LANGUAGE, tuple(sorted(person.languages & opening.languages))))
    return Fit(opening, value, role, tuple(found + waited_reason(person)))


def best_seats(person: Person, openings: Iterable[Opening], best: int = BEST, near: float = 0.0) -> list[Fit]:
    """Find the best open seats, the best first; equal ones by id.

    Args:
        near: How near a topic has to be, 0 to 1.
    """
    close = (one for one in openings if not near or cosine(person.topic, one.topic) >= near)
    scored = ((value, opening) for opening in close if (value := score(person, opening)) is not None)
    chosen = heapq.nsmallest(best, scored, key=lambda pair: (-pair[0], pair[1].id))
    return [explain(person, opening, value) for value, opening in chosen]
