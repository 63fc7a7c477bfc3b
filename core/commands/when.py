"""Which moment does a person mean by "in two weeks" or "до 20 мая"?

A small grammar of our own; its words are data. Why not a library: docs/decisions/deadlines.md.

What was not said is chosen like this, and shown back to the person with its date and hour:
- A day without an hour ends at 20:00 in the person's zone: people are awake when the answer is due, and
  quiet hours have not begun. If less than an hour is left until then, the day ends at 23:59.
- A day without a year is the next such day, today included. A weekday alone is never today.
- "Next Friday" is the one of the next calendar week; «el próximo viernes» and "kommenden Freitag" are the first
  one ahead.
- A week or month ends with its last day.
- 2:30 in a night when clocks jump over it is 3:30; when it comes twice, the later one counts.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.commands.pieces import HourUnclear, Meant, NoSuchDay, WrongWeekday, meaning
from core.commands.signs import TwoWays, readings
from core.commands.vocabulary import reading_order
from core.errors import Refused
from core.wording import text

DAY_ENDS = time(20, 0)
DAY_IS_OVER = time(23, 59)
LEAST_LEFT = timedelta(hours=1)
FURTHEST = timedelta(days=731)
LONGEST = 80


def read_when(written: str, language: str, now: datetime, zone: str) -> datetime:
    """Read a deadline, in the person's language or any other we know words of.

    Args:
        written: As typed: "by 20 May", "завтра в 19:00".
        language: Code of the person's language.
        now: Aware.
        zone: IANA name of the person's zone.

    Returns:
        A moment after `now` and at most two years after it, aware, UTC.

    Raises:
        Refused: In the past, too far, in two ways, or not understood; each says what to write instead.
    """
    found = understood(written, language, now, zone)
    if found is None:
        raise Refused(text("when-unclear"))
    return found


def understood(written: str, language: str, now: datetime, zone: str) -> datetime | None:
    """Like `read_when`, but None when this is no deadline at all.

    Raises:
        Refused: It is a deadline, but one that cannot be meant.
    """
    if len(written) > LONGEST:
        return None
    try:
        local = now.astimezone(ZoneInfo(zone))
        meant = next(_meanings(written, language, local), None)
        return None if meant is None else _moment(meant, now.astimezone(UTC), ZoneInfo(zone))
    except TwoWays as two:
        raise Refused(text("when-two-ways")) from two
    except HourUnclear as unclear:
        raise Refused(text("when-hour", early=f"{unclear.hour}:00", late=f"{unclear.hour % 12 + 12}:00")) from unclear
    except NoSuchDay as none:
        raise Refused(text("when-no-day")) from none
    except WrongWeekday as wrong:
        raise Refused(text("when-weekday")) from wrong
    except OverflowError as far:
        raise Refused(text("when-far")) from far


def _meanings(written: str, language: str, local: datetime) -> Iterator[Meant]:
    for words in reading_order(language):
        for signs in readings(written, words):
            meant = meaning(signs, local, words)
            if meant is not None:
                yield meant


def _moment(meant: Meant, now: datetime, zone: ZoneInfo) -> datetime:
    ahead = [moment for moment in _candidates(meant, now, zone) if moment > now]
    if not ahead:
        raise Refused(text("when-past"))
    if ahead[0] - now > FURTHEST:
        raise Refused(text("when-far"))
    if meant.weekday and ahead[0].astimezone(zone).isoweekday() != meant.weekday:
        raise WrongWeekday
    return ahead[0]


def _candidates(meant: Meant, now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    if meant.exact is not None:
        yield meant.exact.astimezone(UTC)
    for day in meant.days:
        yield _at(day, meant.hour, zone) if meant.hour else _day_end(day, now, zone)


def _day_end(day: date, now: datetime, zone: ZoneInfo) -> datetime:
    end = _at(day, DAY_ENDS, zone)
    return end if end - now >= LEAST_LEFT else _at(day, DAY_IS_OVER, zone)


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    # fold=0 and fold=1 differ only where clocks change; the later moment is the kinder one both times.
    wall = datetime.combine(day, hour, zone)
    return max(wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC))
