"""Until when does a decision hold, when its own words say so: "Meet at the library until August"?"""

from datetime import datetime

from core.commands.vocabulary import announcing, fold
from core.commands.when import understood
from core.errors import Refused

MOST_WORDS = 6


def until_in(words: str, language: str, now: datetime, zone: str) -> datetime | None:
    """Find the moment that "until" and its like announce in a sentence; None when none is announced.

    Args:
        words: The sentence.
        language: Code of the language it is likely in.
        now: Aware.
        zone: IANA name in which the day is meant.

    Returns:
        A moment after `now`, aware, UTC.
    """
    parts = words.replace(",", " ").replace(";", " ").split()
    for start, part in enumerate(parts):
        if fold(part) in announcing():
            for end in range(min(len(parts), start + MOST_WORDS), start + 1, -1):
                found = _moment(" ".join(parts[start:end]).rstrip(".?"), language, now, zone)
                if found is not None:
                    return found
    return None


def _moment(phrase: str, language: str, now: datetime, zone: str) -> datetime | None:
    try:
        return understood(phrase, language, now, zone)
    except Refused:
        return None
