"""Why was this proposed? In values that every language can say in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.matching.objective import common_hours, common_languages, cosine, seats_for
from core.matching.people import Person, Project

SAME_TOPIC, NEAR_TOPIC = 0.8, 0.4


class Why(StrEnum):
    """What speaks for a seat."""

    COVERS = "covers"
    HOURS = "hours"
    LANGUAGE = "language"
    SAME_TOPIC = "same-topic"
    NEAR_TOPIC = "near-topic"
    COMPLETES = "completes"
    WAITED = "waited"
    LIKED = "liked"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Attributes:
        words: Role or languages it speaks of.
        number: Hours a week, days, people or seats; 0 where there is nothing to count.
    """

    why: Why
    words: tuple[str, ...] = ()
    number: int = 0


def reasons(project: Project, members: Sequence[Person], person: Person) -> list[Reason]:
    """Say why one member, not the initiator, belongs in this group; the most telling first."""
    seats = seats_for(project, members) or [None] * len(members)
    role = seats[list(members).index(person)]
    found = [Reason(Why.COVERS, (role,))] if role else []
    if project.needs and len(members) - 1 == len(project.needs):
        found.append(Reason(Why.COMPLETES, (), len(members)))
    found.append(Reason(Why.HOURS, (), common_hours(members)))
    found += topic_reason(cosine(person.topic, members[0].topic))
    found.append(Reason(Why.LANGUAGE, tuple(sorted(common_languages(members)))))
    liked = sum(person.id in other.likes or other.id in person.likes for other in members if other != person)
    if liked:
        found.append(Reason(Why.LIKED, (), liked))
    return found + waited_reason(person)


def topic_reason(near: float) -> list[Reason]:
    """Say how near the topics are, if they are near at all."""
    if near >= SAME_TOPIC:
        return [Reason(Why.SAME_TOPIC)]
    return [Reason(Why.NEAR_TOPIC)] if near >= NEAR_TOPIC else []


def waited_reason(person: Person) -> list[Reason]:
    """Say for how many days somebody has waited, once it is a week."""
    return [Reason(Why.WAITED, (), int(person.wait_days))] if person.wait_days >= 7 else []
