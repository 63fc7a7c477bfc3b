"""What does a line of a contract mean for the house, when people say it in their own words?"""

import re
from dataclasses import replace
from datetime import datetime

from core.commands.free_text import read_clause, read_words
from core.commands.rhythm import read_rhythm
from core.commands.vocabulary import fold
from core.constitution import MOST_EVER
from core.contract.clauses import ACTING, Clause, ClauseKind
from core.contract.rhythm import numbers_of
from core.errors import Refused
from core.groups.limits import CLAUSE
from core.wording import text

MOST_SLEEP_DAYS = 366
MIDNIGHT = 24 * 60
_NUMBER = re.compile(r"\d{1,3}")
_HOURS = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?(?:\s*(?:o'clock|uhr|h|ч|час\w*|год\w*))?"
    r"\D{1,12}?(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?(?!\d)"
)


def said_anew(clause: Clause, words: str, language: str, now: datetime, zone: str) -> Clause:
    """Return the line as it reads once someone said it differently; its id stays.

    A line whose meaning is chosen rather than told, such as a licence, becomes a line in people's own words: from
    then on the house quotes it and no longer acts on it.

    Args:
        clause: The line as it was.
        words: As typed.
        language: Code of the person's language.
        now: Aware.
        zone: IANA name in which hours are meant.

    Raises:
        Refused: Empty, too long, or without what its kind needs; says what to write instead.
    """
    line = read_words(words, CLAUSE, now)
    match clause.kind:
        case ClauseKind.RHYTHM:
            found = read_rhythm(line, language, now, zone)
            return replace(clause, words="", numbers=numbers_of(found), zone=zone)
        case ClauseKind.QUIET_HOURS:
            begin, end = read_hours(line)
            return replace(clause, words="", numbers={"begin": begin, "end": end})
        case ClauseKind.SLEEP_LIMIT:
            return replace(clause, words="", numbers={"days": _count(line, 1, MOST_SLEEP_DAYS)})
        case ClauseKind.QUORUM:
            return replace(clause, words="", numbers={"people": _count(line, 2, MOST_EVER)})
        case kind if kind in ACTING:
            return Clause(clause.id, ClauseKind.OWN, line)
        case kind:
            said, numbers = read_clause(kind, words, language, now, zone)
            return replace(clause, words=said, numbers={**clause.numbers, **numbers})


def _count(line: str, least: int, most: int) -> int:
    found = _NUMBER.search(line)
    if found is None or not least <= int(found[0]) <= most:
        raise Refused(text("refused-line-number", least=least, most=most))
    return int(found[0])


def read_hours(line: str) -> tuple[int, int]:
    """Find two hours in a sentence, each in minutes of the day; raises `Refused` when there are none."""
    found = _HOURS.search(fold(line))
    begin = _minutes(found[1], found[2], found[3]) if found else MIDNIGHT
    end = _minutes(found[4], found[5], found[6]) if found else MIDNIGHT
    if begin == end or MIDNIGHT in {begin, end}:
        raise Refused(text("refused-line-hours"))
    return begin, end


def _minutes(hour: str, minute: str | None, half: str | None) -> int:
    """Count the minutes of the day; `MIDNIGHT` where the clock has no such hour."""
    hours, minutes = int(hour) % 24 if int(hour) == 24 else int(hour), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else MIDNIGHT
