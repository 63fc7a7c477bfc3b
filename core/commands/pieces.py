"""Which days and hours do the signs of a phrase speak of?

The grammar is one table: a pattern over the letters of `vocabulary.ROLES`, and what it means. Pieces
follow one another in any order; at most one names a day and one an hour.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.commands.vocabulary import UNITS, Sign, Vocabulary

MIDNIGHT = 24
YEARS_TRIED = 9  # 29 February comes again within eight years.


class NoSuchDay(Exception):
    """The calendar has no such day or hour: 31 February, 25:00."""


class HourUnclear(Exception):
    """ "At 7" may be morning or evening."""

    def __init__(self, hour: int) -> None:
        super().__init__(hour)
        self.hour = hour


class WrongWeekday(Exception):
    """That date is another day of the week."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a piece, or all pieces together, speak of.

    Attributes:
        days: Local days it may be, the likeliest first; the first still ahead is meant.
        hour: Local hour; None when none was said.
        exact: A moment counted from now, when hours or minutes were counted.
        weekday: ISO number the day must have, 0 when it does not matter.
    """

    days: tuple[date, ...] = ()
    hour: time | None = None
    exact: datetime | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """The signs one pattern took, beside the moment and the language they are read in."""

    signs: tuple[Sign, ...]
    local: datetime
    words: Vocabulary

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.local.date()

    def get(self, role: str, otherwise: int = 0) -> int:
        """Return the number of the first sign with that role."""
        return next((sign.value[0] for sign in self.signs if sign.role == role and sign.value), otherwise)

    def has(self, role: str) -> bool:
        """Say whether there is a sign with that role."""
        return any(sign.role == role for sign in self.signs)

    def first(self, role: str) -> tuple[int, ...]:
        """Return the numbers of the first sign with that role."""
        return next(sign.value for sign in self.signs if sign.role == role)


def meaning(signs: list[Sign], local: datetime, words: Vocabulary) -> Meant | None:
    """Say what a whole phrase means; None when any sign of it is left over or nothing is said.

    Raises:
        NoSuchDay: The calendar has no such day or hour.
        HourUnclear: An hour that may be morning or evening.
        OverflowError: Beyond the calendar.
    """
    letters = "".join(sign.role for sign in signs)
    place = len(letters) - len(letters.lstrip("U"))
    together = Meant()
    while place < len(letters):
        taken = next(((m, rule) for pattern, rule in _GRAMMAR if (m := pattern.match(letters, place))), None)
        if taken is None:
            return None
        match, rule = taken
        joined = _join(together, rule(Piece(tuple(signs[place : match.end()]), local, words)))
        if joined is None:
            return None
        together, place = joined, match.end()
    return _complete(together, local)


def _join(one: Meant, other: Meant) -> Meant | None:
    if (one.hour and other.hour) or (one.exact and other != Meant()) or (other.exact and one != Meant()):
        return None
    days = one.days or other.days
    if one.days and other.days:
        named = next((m for m in (one, other) if m.weekday == 0), None)
        if named is None or not (one.weekday or other.weekday):
            return None
        days = named.days
    alone = bool(one.days) != bool(other.days)
    weekday = (one.weekday or other.weekday) if not alone else (one if one.days else other).weekday
    return Meant(days, one.hour or other.hour, one.exact or other.exact, weekday)


def _complete(meant: Meant, local: datetime) -> Meant | None:
    if meant.hour and not meant.days:
        return replace(meant, days=(local.date(), local.date() + timedelta(days=1)))
    return meant if meant.days or meant.exact else None


def _date(piece: Piece) -> Meant:
    day, month, year = piece.first("/")
    return Meant(_dated(piece.today, day, month, year + 2000 if 0 < year < 100 else year))


def _day_of_month_named(piece: Piece) -> Meant:
    return Meant(_dated(piece.today, piece.get("N"), piece.get("M"), piece.get("Y")))


def _month_alone(piece: Piece) -> Meant:
    month, year = piece.get("M"), piece.get("Y")
    years = (year,) if year else (piece.today.year, piece.today.year + 1)
    return Meant(tuple(_in_month(piece, _real(one, month, 1)) for one in years))


def _day_of_month(piece: Piece) -> Meant:
    day, found = piece.get("N"), []
    if not 1 <= day <= 31:
        raise NoSuchDay
    first = piece.today.replace(day=1)
    for _ in range(4):
        if day <= monthrange(first.year, first.month)[1]:
            found.append(first.replace(day=day))
        first = _months_later(first, 1)
    return Meant(tuple(found))


def _weekday(piece: Piece) -> Meant:
    day = piece.get("W")
    ahead = (day - piece.today.isoweekday()) % 7
    if piece.has("X"):
        monday = piece.today - timedelta(days=piece.today.weekday())
        return Meant((monday + timedelta(days=6 + day),), weekday=day)
    if ahead == 0 and not piece.has("T"):
        ahead = 7
    return Meant((piece.today + timedelta(days=ahead),), weekday=day)


def _relative_day(piece: Piece) -> Meant:
    return Meant((piece.today + timedelta(days=piece.get("D")),))


def _counted(piece: Piece) -> Meant:
    count, unit = piece.get("N", 1), UNITS[piece.get("V")]
    match unit:
        case "minute" | "hour" if not piece.has("I"):
            return Meant()  # «2 часа» without «через» is an hour of the day or a duration: nobody can tell.
        case "minute" | "hour":
            return Meant(exact=piece.local + timedelta(**{f"{unit}s": count}))
        case "day" | "week" | "fortnight":
            return Meant((piece.today + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit]),))
        case _:
            return Meant((_months_later(piece.today, count * (12 if unit == "year" else 1)),))


def _period(piece: Piece) -> Meant:
    """Read "this week", "next month", "end of the year"; without another word, its last day."""
    unit, later = UNITS[piece.get("V")], 1 if piece.has("X") or piece.has("G") else 0
    match unit:
        case "day":
            return Meant((piece.today + timedelta(days=later),))
        case "week":
            monday = piece.today + timedelta(days=7 * later - piece.today.weekday())
            return Meant((monday + timedelta(days=0 if piece.has("S") else 2 if piece.has("K") else 6),))
        case "month":
            return Meant((_in_month(piece, _months_later(piece.today.replace(day=1), later)),))
        case "year":
            year = piece.today.year + later
            month, day = (1, 1) if piece.has("S") else (6, 30) if piece.has("K") else (12, 31)
            return Meant((_real(year, month, day),))
        case _:
            return Meant()


def _clock(piece: Piece) -> Meant:
    hour, minute = piece.first(":")
    return Meant(hour=_hour(_half(piece, hour), minute))


def _spoken_hour(piece: Piece) -> Meant:
    numbers = [sign.value[0] for sign in piece.signs if sign.role == "N"]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if not (any(map(piece.has, "AQCc"))) and 1 <= hour <= 12:
        raise HourUnclear(hour)
    return Meant(hour=_hour(_half(piece, hour), minute))


def _part_of_day(piece: Piece) -> Meant:
    part = piece.get("Q")
    if part == MIDNIGHT:
        return Meant(hour=time(23, 59))
    if piece.has("T"):
        return Meant((piece.today,), time(part))
    return Meant(hour=time(part))


def _half(piece: Piece, hour: int) -> int:
    """Turn an hour of a half day into one of 24: "7 pm", "7 вечера", "2 ночи", "12 am"."""
    if piece.has("A"):
        if not 1 <= hour <= 12:
            raise NoSuchDay
        return hour % 12 + piece.get("A")
    part = piece.get("Q")
    late = part in {12, 15, 20} or (part == 22 and hour >= 8)
    return hour + 12 if late and hour < 12 else hour


def _hour(hour: int, minute: int) -> time:
    if (hour, minute) == (24, 0):
        return time(23, 59)
    if hour > 23 or minute > 59:
        raise NoSuchDay
    return time(hour, minute)


def _dated(today: date, day: int, month: int, year: int) -> tuple[date, ...]:
    if year:
        return (_real(year, month, day),)
    tried = range(today.year, today.year + YEARS_TRIED)
    real = tuple(date(one, month, day) for one in tried if _is_real(one, month, day))
    if not real:
        raise NoSuchDay
    return real


def _is_real(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _real(year: int, month: int, day: int) -> date:
    if year > 9999:
        raise OverflowError(year)
    if not _is_real(year, month, day):
        raise NoSuchDay
    return date(year, month, day)


def _in_month(piece: Piece, first: date) -> date:
    last = monthrange(first.year, first.month)[1]
    return first.replace(day=1 if piece.has("S") else 15 if piece.has("K") else last)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > 9999:
        raise OverflowError(months)
    last = monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))


_Rule = Callable[[Piece], Meant]
_PATTERNS: Mapping[str, _Rule] = {
    "[PHI]?/Y?": _date,
    "[PHI]?N[O.]?MY?": _day_of_month_named,
    "[PHI]?MN[O.]?Y?(?!M|V)": _day_of_month_named,
    "[PHI]?[ESK][XGT]?MY?": _month_alone,
    "[PHI]?[XGT]?MY?(?!N)": _month_alone,
    "[PHI]?N[O.](?![NMV])": _day_of_month,
    "[PHI]?[XGT]?W[.XGT]?": _weekday,
    "[PHI]?D": _relative_day,
    "[PHI]?[ESK][XGT]?V[XGT]?": _period,
    "[PHI]?V[ESK]": _period,
    "[PHI]?[XGT]V": _period,
    "[PHI]?V[XGT]": _period,
    "I?[XGT]?NV": _counted,
    "IV": _counted,
    "[PHI]?:[AQCc]?": _clock,
    "[PH]?N[Cc]?[AQ]": _spoken_hour,
    "H?NC(N(?![O.NMV]))?": _spoken_hour,
    "HNcN?": _spoken_hour,
    "HN(?![O.NMV])": _spoken_hour,
    "[PHI]?T?Q": _part_of_day,
}
_GRAMMAR: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple((re.compile(p), rule) for p, rule in _PATTERNS.items())
