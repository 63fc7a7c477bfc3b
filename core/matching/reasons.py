"""Why was this proposed? In values that every language can say in its own words."""

from dataclasses import dataclass
from enum import StrEnum

from core.matching.people import Person

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


def topic_reason(near: float) -> list[Reason]:
    """Say how near the topics are, if they are near at all."""
    if near >= SAME_TOPIC:
        return [Reason(Why.SAME_TOPIC)]
    return [Reason(Why.NEAR_TOPIC)] if near >= NEAR_TOPIC else []


def waited_reason(person: Person) -> list[Reason]:
    """Say for how many days somebody has waited, once it is a week."""
    return [Reason(Why.WAITED, (), int(person.wait_days))] if person.wait_days >= 7 else []
