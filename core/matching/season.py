"""Whom should be asked about what: an open seat that fits, or a whole new group?

Plain values in and out, light to load: they cross into the worker process, where `core.matching.sowing` answers.
"""

from dataclasses import dataclass

from core.matching.reasons import Reason

NEW = "new:"


def new_around(person: str) -> str:
    """Name the group that would begin around somebody, as it is declined before there is one."""
    return NEW + person


@dataclass(frozen=True, slots=True)
class Seeker:
    """One person who seeks and may be asked now.

    Attributes:
        topic: What they seek, in their words; empty for whatever needs them.
        vector: As `signature.pack` wrote it, empty when it must be worked out.
        way: How the vector was worked out.
        brings: In their words.
        hours: Week in UTC; the whole week when they told none.
        apart: People they must not meet, whoever asked for it.
        again: People they were grouped or introduced with recently.
    """

    id: str
    topic: str
    vector: str
    way: str
    brings: tuple[str, ...]
    languages: frozenset[str]
    hours: int
    wait_days: float
    apart: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sitting:
    """Someone who already sits, or has said yes."""

    id: str
    languages: frozenset[str]
    hours: int
    apart: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """An open proposal, or a group that is being asked and has room again.

    Attributes:
        title: With its topics; what it is about.
        sitting: Who is there, the one it began with first.
        seats: Names of the wanted seats nobody holds, no more than there is room for.
        wanted: How many seats were wanted altogether; 0 for a circle, where everybody brings what they like.
        room: How many more may come.
    """

    id: str
    title: str
    sitting: tuple[Sitting, ...]
    seats: tuple[str, ...]
    wanted: int
    room: int


@dataclass(frozen=True, slots=True)
class Season:
    """Everybody who may be asked now, and everything they may be asked about.

    Attributes:
        barred: Pairs (person, place) that were declined.
        around: Plan only these places anew, after somebody declined; empty for all, and for new groups too.
    """

    seekers: tuple[Seeker, ...]
    places: tuple[Place, ...] = ()
    barred: frozenset[tuple[str, str]] = frozenset()
    around: frozenset[str] = frozenset()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One person to be asked, which seat it is, and why it suits."""

    person: str
    seat: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """People to be asked about one thing.

    Attributes:
        place: Whose seats these are; empty for a group that is new.
        topic: What the new group is about, in the words of whoever waited longest.
        people: The one a new group began with first.
        common: Hours all share, UTC; the whole week when nobody told any.
        languages: All of them speak.
        again: Some of them met recently: nothing else fitted.
    """

    place: str
    topic: str
    people: tuple[Asked, ...]
    common: int
    languages: frozenset[str]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Sown:
    """What came out, and the vectors that had to be worked out, by person."""

    suggestions: tuple[Suggestion, ...]
    vectors: tuple[tuple[str, str], ...] = ()
    way: str = ""
