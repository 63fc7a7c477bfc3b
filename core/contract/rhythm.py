"""When does a group that meets "every Tuesday at 19:00" meet next?

Local wall time and an IANA zone are kept, never an offset: Tuesday at 19:00 stays Tuesday at 19:00 when clocks change.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.wording import Text, text

LAST = 5
"""As `Rhythm.nth`: the last such weekday of the month, be it the fourth or the fifth."""
MOST_WEEKS = 8
SHOWN = 3
"""How many dates are shown to confirm."""

_DAY_ZERO = date(1970, 1, 1)
_MONTHS_LOOKED_AT = 24  # Seven months of the year have a 31st: three dates are always found.


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often people meet.

    Attributes:
        weekday: ISO number, 1 to 7; 0 when a day of the month is meant.
        at: Local wall time.
        zone: IANA name.
        every: Every so many weeks; 1 for each week. Only without `nth` and `day`.
        nth: Which such weekday of the month, 1 to 4, `LAST`; 0 when it is no monthly meeting.
        day: Of the month, 1 to 31; months that have no such day are passed over. 0 when a weekday is meant.
        anchor: A day of meeting, from which weeks are counted when `every` is more than 1.
    """

    weekday: int
    at: time
    zone: str
    every: int = 1
    nth: int = 0
    day: int = 0
    anchor: date = _DAY_ZERO


def next_dates(rhythm: Rhythm, now: datetime, count: int = SHOWN) -> tuple[datetime, ...]:
    """List the next meetings after a moment, aware UTC."""
    found: list[datetime] = []
    for day in _days(rhythm, now.astimezone(ZoneInfo(rhythm.zone)).date()):
        moment = _moment(rhythm, day)
        if moment > now:
            found.append(moment)
        if len(found) == count:
            break
    return tuple(found)


def numbers_of(rhythm: Rhythm) -> dict[str, int]:
    """Write a rhythm as the numbers of a clause; its zone stands beside them."""
    return {
        "weekday": rhythm.weekday,
        "hour": rhythm.at.hour,
        "minute": rhythm.at.minute,
        "every": rhythm.every,
        "nth": rhythm.nth,
        "day": rhythm.day,
        "anchor": (rhythm.anchor - _DAY_ZERO).days,
    }


def rhythm_from(numbers: Mapping[str, int], zone: str) -> Rhythm:
    """Read what `numbers_of` wrote."""
    return Rhythm(
        numbers["weekday"],
        time(numbers["hour"], numbers["minute"]),
        zone,
        numbers["every"],
        numbers["nth"],
        numbers["day"],
        _DAY_ZERO + timedelta(days=numbers["anchor"]),
    )


def rhythm_text(rhythm: Rhythm) -> Text:
    """Read a rhythm out."""
    at, zone = f"{rhythm.at:%H:%M}", rhythm.zone
    if rhythm.day:
        return text("clause-rhythm-day", day=rhythm.day, at=at, zone=zone)
    if rhythm.nth:
        return text("clause-rhythm-monthly", nth=rhythm.nth, weekday=rhythm.weekday, at=at, zone=zone)
    return text("clause-rhythm-weekly", every=rhythm.every, weekday=rhythm.weekday, at=at, zone=zone)


def _days(rhythm: Rhythm, today: date) -> Iterator[date]:
    if rhythm.day or rhythm.nth:
        yield from _monthly(rhythm, today)
        return
    day = today + timedelta(days=(rhythm.weekday - today.isoweekday()) % 7)
    while (day - rhythm.anchor).days // 7 % rhythm.every:
        day += timedelta(days=7)
    while True:
        yield day
        day += timedelta(days=7 * rhythm.every)


def _monthly(rhythm: Rhythm, today: date) -> Iterator[date]:
    for months in range(_MONTHS_LOOKED_AT):
        years, month = divmod(today.month - 1 + months, 12)
        year, length = today.year + years, monthrange(today.year + years, month + 1)[1]
        day = rhythm.day or _nth_weekday(rhythm, date(year, month + 1, 1), length)
        if day <= length:
            yield date(year, month + 1, day)


def _nth_weekday(rhythm: Rhythm, first: date, length: int) -> int:
    day = 1 + (rhythm.weekday - first.isoweekday()) % 7
    return day + 7 * ((length - day) // 7 if rhythm.nth == LAST else rhythm.nth - 1)


def _moment(rhythm: Rhythm, day: date) -> datetime:
    # Where clocks change, an hour may come twice or never: the later moment is the kinder one both times.
    wall = datetime.combine(day, rhythm.at, ZoneInfo(rhythm.zone))
    return max(wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC))
