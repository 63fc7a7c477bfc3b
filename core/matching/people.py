"""Who is looking, for what, and what is already settled?"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One person in the pool, as they declared themselves.

    Attributes:
        topic: Topic vector of unit length; empty when they named no topic.
        roles: What they could bring.
        hours: Week of 168 bits in UTC.
        wait_days: Days since they began to seek.
        blocks: People they will not meet; it holds both ways.
        likes: People they named as good together.
    """

    id: str
    topic: Sequence[float]
    roles: frozenset[str]
    languages: frozenset[str]
    hours: int
    wait_days: float = 0.0
    blocks: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Project:
    """One proposal with wanted seats; a topic circle when it wants none.

    The initiator's topic vector is the project's.
    """

    id: str
    initiator: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """One member and what they bring; nothing for the initiator, and for circle members with nothing new."""

    person: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One formed or tentative group; the initiator sits first."""

    project: str
    seats: tuple[Seat, ...]
    value: float = 0.0

    @property
    def members(self) -> frozenset[str]:
        """Everyone in the group, the initiator too."""
        return frozenset(seat.person for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Market:
    """Everybody who seeks and everything they could sit in, at one moment.

    Attributes:
        barred: Pairs (person, project) that were declined.
        firm: Seats everyone said yes to, by project; they never move.
        tentative: Groups that were planned but not yet agreed to.
        near: How near the topic of whoever named one has to be to a project's, 0 to 1.
    """

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    barred: frozenset[tuple[str, str]] = frozenset()
    firm: tuple[Group, ...] = ()
    tentative: tuple[Group, ...] = ()
    near: float = 0.0
