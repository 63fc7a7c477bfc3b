"""When is somebody not to be disturbed, by the clock on their own wall?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOOKED_AHEAD = timedelta(days=3)
_STEP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Hours:
    """Quiet hours, every day.

    Attributes:
        begin: Minutes of the local day.
        end: Likewise, not included; over midnight when it is not after the beginning.
        zone: IANA name of the wall the clock hangs on.
    """

    begin: int
    end: int
    zone: str

    def holds(self, moment: datetime) -> bool:
        """Say whether an aware moment lies in them, whatever the clocks do that night."""
        local = moment.astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        if self.begin < self.end:
            return self.begin <= minute < self.end
        return minute >= self.begin or minute < self.end


def night(zone: str) -> Hours:
    """Return the hours in which nobody is disturbed, wherever no one said otherwise.

    Source:
        PRODUCT.md, Reminding without nagging: 22 to 8.
    """
    return Hours(22 * 60, 8 * 60, zone)


def opening(moment: datetime, quiet: Collection[Hours]) -> datetime | None:
    """Return the first moment, this one or later, that lies in no quiet hours; None when there is none for days.

    Args:
        moment: Aware.
        quiet: They are added up: more of them never make the quiet shorter.
    """
    at = moment.astimezone(UTC)
    while at < moment + LOOKED_AHEAD:
        holding = next((one for one in quiet if one.holds(at)), None)
        if holding is None:
            return at
        at = _end_after(at, holding)
    return None


def local_day(moment: datetime, zone: str) -> date:
    """Return the date on somebody's wall."""
    return moment.astimezone(ZoneInfo(zone)).date()


def day_begins(day: date, zone: str) -> datetime:
    """Return the first moment of a local day, also where clocks change at midnight; aware UTC."""
    at = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    while local_day(at, zone) < day:
        at += _STEP
    return at


def _end_after(at: datetime, hours: Hours) -> datetime:
    """Return the next end of quiet hours that hold now: later than `at`; half an hour late at most."""
    today = local_day(at, hours.zone)
    for days in range(3):
        day = datetime.combine(today + timedelta(days=days), time(), ZoneInfo(hours.zone))
        end = day.replace(hour=hours.end // 60 % 24, minute=hours.end % 60)
        for fold in (0, 1):
            ends = end.replace(fold=fold).astimezone(UTC)
            if ends > at:
                return ends
    return at + _STEP
