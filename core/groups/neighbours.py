"""Which groups stand around one, and what may it know of each?

A group is named only to those who are kin to it, have met it or agreed with it; of all others no more is known than
that they share a topic of ours, and how many they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.ids import GroupId

MOST_AROUND = 200
"""Groups that are listed and drawn one by one; the rest is a number."""


class Tie(StrEnum):
    """What joins two groups that know one another, the nearest first."""

    KIN = "kin"
    AGREED = "agreed"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A group we know by name.

    Attributes:
        ties: At least one, the nearest first.
    """

    name: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Nameless:
    """Groups of which we know that they share a topic of ours, and nothing else."""

    topic: str
    count: int


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a group.

    Attributes:
        name: What the group in the middle is called.
        known: The nearest first.
        nameless: In the order of our topics; a group that shares several counts once.
        more: How many groups there are beyond these.
    """

    name: str
    known: tuple[Neighbour, ...] = ()
    nameless: tuple[Nameless, ...] = ()
    more: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether there is nobody."""
        return not (self.known or self.nameless)


def around(
    ours: tuple[GroupId, str],
    names: Mapping[GroupId, str],
    ties: Mapping[Tie, Sequence[GroupId]],
    sharing: Sequence[tuple[str, Sequence[GroupId]]],
) -> Around:
    """Say who stands around a group.

    Args:
        ours: The group in the middle, with its name.
        names: Of groups that could be named; one without a name here is over and left out.
        ties: Which groups we are kin to, agreed with or met, in order.
        sharing: By topic of ours, the groups that share it.
    """
    centre, name = ours
    held: dict[GroupId, list[Tie]] = {}
    for tie in Tie:
        for group in ties.get(tie, ()):
            if group != centre and group in names:
                held.setdefault(group, []).append(tie)
    known = tuple(Neighbour(names[group], _told(found)) for group, found in held.items())
    counted = _count(sharing, {centre, *(group for found in ties.values() for group in found)})
    return _within(Around(name, known, counted))


def _told(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Tell each tie once; who agreed has met, so that goes without saying."""
    return tuple(tie for tie in Tie if tie in ties and not (tie is Tie.MET and Tie.AGREED in ties))


def _count(sharing: Sequence[tuple[str, Sequence[GroupId]]], passed: set[GroupId]) -> tuple[Nameless, ...]:
    counted = []
    for topic, groups in sharing:
        fresh = set(groups) - passed
        passed = passed | fresh
        if fresh:
            counted.append(Nameless(topic, len(fresh)))
    return tuple(counted)


def _within(whole: Around) -> Around:
    """Keep the nearest, up to what can be shown."""
    known, room = whole.known[:MOST_AROUND], MOST_AROUND - len(whole.known)
    kept = []
    for one in whole.nameless:
        shown = min(one.count, max(room, 0))
        room -= shown
        if shown:
            kept.append(Nameless(one.topic, shown))
    everyone = len(whole.known) + sum(one.count for one in whole.nameless)
    return Around(whole.name, known, tuple(kept), everyone - len(known) - sum(one.count for one in kept))
