"""Who is away for a while, has said so, and is therefore neither waited for nor reminded?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from core.groups.group import Group
from core.ids import GroupId, PersonId


@dataclass(frozen=True, slots=True)
class Pause:
    """A member's word that they are away from a group for a while; their seat stays theirs.

    Attributes:
        since: Aware UTC.
        until: Aware UTC; they come back by themselves then, or earlier by a tap or a word.
    """

    group: GroupId
    person: PersonId
    since: datetime
    until: datetime


def is_away(pause: Pause | None, now: datetime) -> bool:
    """Say whether someone is away now."""
    return pause is not None and pause.since <= now < pause.until


def away(pauses: Collection[Pause], now: datetime) -> frozenset[PersonId]:
    """Collect who is away now."""
    return frozenset(one.person for one in pauses if is_away(one, now))


def asked(group: Group, absent: frozenset[PersonId]) -> tuple[PersonId, ...]:
    """List who is asked when a question opens now: those who are here; everyone when nobody is."""
    here = tuple(person for person in group.people if person not in absent)
    return here or group.people
