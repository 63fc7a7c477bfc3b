"""How much may be said unprompted, and how much less to someone who never answers?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.reminding.hours import Hours, day_begins, local_day, night, opening

MOST_TIMES = 2
IGNORED_UNTIL_HALF = 2
_LEAST = 3


class Side(StrEnum):
    """Who hears it: one person alone, or all in a room."""

    PERSON = "person"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody can be reached, and what was said to them lately.

    Attributes:
        zone: IANA name of their wall.
        day: The local day of the last unprompted message; None when there was none.
        sent: How many there were on that day.
        ignored: How many there were since they last did anything here.
        own: Quiet hours they asked for, on top of the night.
        until: They asked to be left in peace until then, aware UTC.
        stopped: They said stop.
    """

    side: Side
    zone: str
    day: date | None = None
    sent: int = 0
    ignored: int = 0
    own: Hours | None = None
    until: datetime | None = None
    stopped: bool = False

    @property
    def quiet(self) -> tuple[Hours, ...]:
        """List the hours in which nothing is said unprompted."""
        return (night(self.zone), self.own) if self.own else (night(self.zone),)


def pace(side: Side, ignored: int) -> tuple[int, int]:
    """Return how many unprompted messages there may be, and in how many days: half as often for every two ignored.

    Source:
        PRODUCT.md, Reminding without nagging: 1 a day to a room, 2 to a person; ignored twice, half as often.
    """
    slower = min(ignored // IGNORED_UNTIL_HALF, _LEAST)
    if side is Side.PERSON:
        return (2, 1) if slower == 0 else (1, 2 ** (slower - 1))
    return 1, int(2**slower)


def next_chance(reach: Reach, now: datetime, more: tuple[Hours, ...] = ()) -> datetime | None:
    """Return the first moment, now or later, at which something may be said; None when quiet hours never end.

    Args:
        more: Quiet hours beside the reach's own, such as those a group agreed on.
    """
    at = max(now, reach.until) if reach.until else now
    for _ in range(8):
        found = opening(_within_budget(reach, at), (*reach.quiet, *more))
        if found is None or found == at:
            return found
        at = found
    return at


def said(reach: Reach, now: datetime) -> Reach:
    """Count one message more; until they do something it counts as ignored."""
    today = local_day(now, reach.zone)
    return replace(reach, day=today, sent=reach.sent + 1 if reach.day == today else 1, ignored=reach.ignored + 1)


def _within_budget(reach: Reach, at: datetime) -> datetime:
    if reach.day is None:
        return at
    most, days = pace(reach.side, reach.ignored)
    today = local_day(at, reach.zone)
    if (today - reach.day).days >= days or (today == reach.day and days == 1 and reach.sent < most):
        return at
    return max(at, day_begins(reach.day + timedelta(days=days), reach.zone))
