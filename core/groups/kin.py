"""How does one group become two, two become one, and one come to rest?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.constitution import FEWEST, MOST_AT_START, MOST_EVER
from core.errors import Refused
from core.groups.group import Group, GroupStage, Member, admit
from core.groups.limits import TITLE
from core.ids import GroupId, PersonId
from core.wording import text

WAITING_FOR_A_SISTER = 2


class KinHow(StrEnum):
    """How two groups became kin."""

    SISTER = "sister"
    BUD = "bud"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Kin:
    """Two groups of one family.

    Attributes:
        one: The elder, whose contract the younger began with; of a merge, the one that came to rest.
        other: The younger.
        since: Aware UTC.
    """

    one: GroupId
    other: GroupId
    how: KinHow
    since: datetime


def wants_sister(group: Group) -> bool:
    """Say whether it is full, an open seat not counted as full, and two or more wait."""
    count = len(group.present)
    full = count >= MOST_EVER or (count >= MOST_AT_START and not group.open_seats)
    return full and group.stage is GroupStage.LIVING and len(group.waiting) >= WAITING_FOR_A_SISTER


def half(group: Group, people: Collection[PersonId], new: GroupId, name: str, now: datetime) -> Group:
    """Make a new group of some members of one: each brings what they brought.

    Raises:
        Refused: Fewer than three of them are still there.
    """
    staying = tuple(Member(one.person, one.seat, now) for one in group.present if one.person in people)
    if not FEWEST <= len(staying) <= MOST_AT_START:
        raise Refused(text("refused-bud-too-few", fewest=FEWEST))
    return Group(new, name, group.proposal, GroupStage.FORMING, staying, group.language, now)


def end(group: Group, now: datetime) -> Group:
    """Close a group: everyone goes, what it was stays."""
    members = tuple(replace(one, left=one.left or now) for one in group.members)
    return replace(group, members=members, stage=GroupStage.CLOSED, open_seats=(), waiting=())


def together(one: Group, other: Group) -> int:
    """Count how many people two groups are, each person once."""
    return len({*one.people, *other.people})


def may_merge(one: Group, other: Group) -> bool:
    """Say whether both are there and fit into one."""
    over = {GroupStage.CLOSED, GroupStage.FORMING}
    fits = one.id != other.id and together(one, other) <= MOST_EVER
    return fits and not over & {one.stage, other.stage}


def merge(coming: Group, host: Group, now: datetime) -> tuple[Group, Group]:
    """Let everyone of one group in at another; returns the group that rests and the one that goes on.

    Raises:
        Refused: Together they are more than eight, or one of them is over.
    """
    if not may_merge(coming, host):
        raise Refused(text("refused-group-full", most=MOST_EVER))
    for one in coming.present:
        host = admit(host, one.person, one.seat, now)
    awake = replace(host, stage=GroupStage.LIVING)
    return end(coming, now), awake


def sleep(group: Group) -> Group:
    """Let a group rest; only one that lives can."""
    if group.stage is not GroupStage.LIVING:
        raise Refused(text("refused-gone"))
    return replace(group, stage=GroupStage.ASLEEP)


def wake(group: Group) -> Group:
    """Let a resting group go on."""
    if group.stage is not GroupStage.ASLEEP:
        raise Refused(text("refused-gone"))
    return replace(group, stage=GroupStage.LIVING)


def next_name(name: str, taken: Sequence[str], first: int = 2) -> str:
    """Call a new group of a family after the elder: "Choir · 2", "Choir · 3"."""
    number, most = first, TITLE
    while (found := f"{name[: most - 5]} · {number}") in taken:
        number += 1
    return found
