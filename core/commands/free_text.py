"""How are the sentences read that no command names: a seat, a line of a contract, a worry?"""

import re
from datetime import datetime

from core.commands.check import check
from core.commands.spec import Argument, Kind
from core.commands.when import understood
from core.contract.clauses import ClauseKind
from core.errors import Refused
from core.groups.limits import CLAUSE, SEAT
from core.wording import text

MOST_DAYS = 60
_NUMBER = re.compile(r"\d{1,3}")


def read_words(words: str, most: int, now: datetime) -> str:
    """Read a free sentence of at most `most` characters; raises `Refused` when it is empty or too long."""
    return str(check(Argument("words", Kind.TEXT, most=most), words, "en", now, "UTC"))


def read_seat(words: str, now: datetime) -> str:
    """Read what someone brings."""
    return read_words(words, SEAT, now)


def read_clause(kind: ClauseKind, words: str, language: str, now: datetime, zone: str) -> tuple[str, dict[str, int]]:
    """Read a line's new words, and what the house should do differently because of them.

    Returns:
        The words, and the numbers found in them: `days` (1 to 60) for ANSWER_WITHIN. A REVIEW_ON line keeps the
        house's own words, in every reader's language, with the new date `on` (epoch seconds).

    Raises:
        Refused: Empty, too long, or a REVIEW_ON line without a date to come.
    """
    line = read_words(words, CLAUSE, now)
    if kind is ClauseKind.ANSWER_WITHIN:
        number = _NUMBER.search(line)
        return line, {"days": int(number[0])} if number and 1 <= int(number[0]) <= MOST_DAYS else {}
    if kind is ClauseKind.REVIEW_ON:
        return "", {"on": int(_date_in(line, language, now, zone).timestamp())}
    return line, {}


def _date_in(line: str, language: str, now: datetime, zone: str) -> datetime:
    """Find the date a sentence ends with: "We read this again on 20 May"."""
    words = line.split()
    for start in range(len(words)):
        found = understood(" ".join(words[start:]), language, now, zone)
        if found is not None:
            return found
    raise Refused(text("refused-review-date"))
