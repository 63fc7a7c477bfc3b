"""How many people does "3-7 people" or «от 3 до 7 человек» mean?"""

import re
from collections.abc import Iterable

from core.commands.vocabulary import Vocabulary, fold, reading_order
from core.constitution import FEWEST, MOST_AT_START, Size
from core.errors import Refused
from core.wording import text

LONGEST = 60
_NUMBER = r"([0-9]{1,9})"


def read_size(written: str, language: str) -> Size:
    """Read how many people a proposal is for.

    One number alone means exactly so many: who writes "5 people" wants five. "At least 4" goes up to the
    most a group may start with, "up to 5" down to the fewest. Numbers the wrong way round are turned.

    Raises:
        Refused: Outside 3 to 7, or no number of people at all.
    """
    found = numbers_of_people(written, language)
    if found is None:
        raise Refused(text("size-unclear", fewest=FEWEST, most=MOST_AT_START))
    fewest, most = min(found), max(found)
    if fewest < FEWEST or most > MOST_AT_START:
        raise Refused(text("size-bounds", fewest=FEWEST, most=MOST_AT_START))
    return Size(fewest, most)


def numbers_of_people(written: str, language: str) -> tuple[int, int] | None:
    """Return the two numbers a phrase speaks of, whatever they are; None when it speaks of no size."""
    if len(written) > LONGEST:
        return None
    folded = fold(written).rstrip(".")
    for words in reading_order(language):
        found = _numbers(folded, words)
        if found is not None:
            return found
    return None


def _numbers(folded: str, words: Vocabulary) -> tuple[int, int] | None:
    said = _figures(folded, words)
    people, before, between = (_any(words.size[role]) for role in ("people", "from", "to"))
    around = rf"(?:{before}\s*)?{{}}\s*(?:{people})?"
    if found := re.fullmatch(around.format(rf"{_NUMBER}\s*(?:-|\.\.+|{between})\s*{_NUMBER}"), said):
        return int(found[1]), int(found[2])
    if found := re.fullmatch(rf"(?:{_any(words.size['at_least'])}\s*{_NUMBER}|{_NUMBER}\s*\+)\s*(?:{people})?", said):
        least = int(found[1] or found[2])
        return least, max(least, MOST_AT_START)
    if found := re.fullmatch(rf"{_any(words.size['at_most'])}\s*{_NUMBER}\s*(?:{people})?", said):
        return min(FEWEST, int(found[1])), int(found[1])
    if found := re.fullmatch(around.format(_NUMBER), said):
        return int(found[1]), int(found[1])
    return None


def _figures(folded: str, words: Vocabulary) -> str:
    """Write number words as figures: "from three to five" → "from 3 to 5"."""
    return " ".join(
        str(words.numbers[word]) if word in words.numbers and len(word) > 1 else word for word in folded.split()
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first) + ")"
