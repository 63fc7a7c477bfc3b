"""Which rhythm do people mean by "every Tuesday 19:00" or «в первый понедельник месяца в 18:30»?

The words are data, the `[rhythm]` part of `words/<language>.toml`. What was understood is shown back with the next
three dates before anything is kept.
"""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.commands.vocabulary import Vocabulary, fold, reading_order
from core.contract.rhythm import LAST, MOST_WEEKS, Rhythm
from core.errors import Refused
from core.wording import text

LONGEST = 120
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[:.h](\d{2})(?![\d.:])")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*(am|pm|a\.m\.?|p\.m\.?|uhr|o'clock|h|ч|час\w*|год\w*)(?!\w)")
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
_NTH = ("first", "second", "third", "fourth", "last")


def read_rhythm(written: str, language: str, now: datetime, zone: str) -> Rhythm:
    """Read how often people meet, in their language or any other we know words of.

    Args:
        written: As typed.
        language: Code of the person's language.
        now: Aware; where weeks are counted, they are counted from the first such day ahead.
        zone: IANA name in which the hour is meant.

    Raises:
        Refused: Not understood; says what to write instead.
    """
    folded = fold(written)
    for words in reading_order(language) if len(folded) <= LONGEST else ():
        found = _read(folded, words, now, zone)
        if found is not None:
            return found
    raise Refused(text("refused-rhythm"))


def _read(folded: str, words: Vocabulary, now: datetime, zone: str) -> Rhythm | None:
    clock, rest = _clock(folded, words)
    tokens = _TOKEN.findall(rest)
    if clock is None:
        return None
    weekdays = {day for token in tokens if (day := _weekday(token, words))}
    monthly = _has(tokens, words, "month")
    if monthly and not weekdays:
        days = [int(token.rstrip("stndrh")) for token in tokens if token[0].isdigit()]
        return Rhythm(0, clock, zone, day=days[0]) if len(days) == 1 and 1 <= days[0] <= 31 else None
    if len(weekdays) != 1:
        return None
    weekday, nth = weekdays.pop(), _nth(tokens, words)
    if nth and (monthly or not _every_second(tokens, words, nth)):
        return Rhythm(weekday, clock, zone, nth=nth)
    every = _weeks(tokens, words, nth)
    today = now.astimezone(ZoneInfo(zone)).date()
    anchor = today + timedelta(days=(weekday - today.isoweekday()) % 7)
    return Rhythm(weekday, clock, zone, every, anchor=anchor) if 1 <= every <= MOST_WEEKS else None


def _clock(folded: str, words: Vocabulary) -> tuple[time | None, str]:
    """Find the hour, and return what is left without it."""
    found = _CLOCK.search(folded) or _HOUR.search(folded) or _after_at(folded, words)
    if found is None:
        return None, folded
    second = found[2] if found.re.groups > 1 else ""
    hour, minute = int(found[1]), int(second) if second and second.isdigit() else 0
    tail = folded[found.start() :]
    late = "pm" in tail or "p.m" in tail or _has(_TOKEN.findall(tail), words, "late")
    hour += 12 if late and hour < 12 else 0
    if hour > 23 or minute > 59:
        return None, folded
    return time(hour, minute), f"{folded[: found.start()]} {folded[found.end() :]}"


def _after_at(folded: str, words: Vocabulary) -> re.Match[str] | None:
    heads = "|".join(sorted(re.escape(word) for word in words.rhythm["at"]))
    return re.search(rf"(?<!\w)(?:{heads})\s+(\d{{1,2}})(?![\d.])", folded)


def _weekday(token: str, words: Vocabulary) -> int:
    for day in range(1, 8):
        if token in words.rhythm[f"weekday{day}"]:
            return day
    signs = words.signs.get((token,), ()) + words.own.get((token,), ())
    return next((sign.value[0] for sign in signs if sign.role == "W"), 0)


def _nth(tokens: list[str], words: Vocabulary) -> int:
    return next((place for place, name in enumerate(_NTH, 1) if _has(tokens, words, name)), 0)


def _every_second(tokens: list[str], words: Vocabulary, nth: int) -> bool:
    """Say whether "every second Tuesday" is meant, of which nobody said that it is the month's."""
    return 1 < nth < LAST and _has(tokens, words, "every")


def _weeks(tokens: list[str], words: Vocabulary, nth: int) -> int:
    if _has(tokens, words, "other"):
        return 2
    if nth:
        return nth
    if _has(tokens, words, "week"):
        counted = (int(token) if token.isdigit() else words.numbers.get(token, 0) for token in tokens)
        return max((number for number in counted if number > 1), default=1)
    return 1


def _has(tokens: list[str], words: Vocabulary, role: str) -> bool:
    return any(token in words.rhythm[role] for token in tokens)
