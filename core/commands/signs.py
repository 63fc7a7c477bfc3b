"""What does a phrase say, sign by sign: a day, a month, a number, an hour?"""

import re
from collections.abc import Iterator
from itertools import product

from core.commands.vocabulary import Sign, Vocabulary, announcing, fold

MOST_SIGNS = 16
LONGEST_PHRASE = 4
MOST_READINGS = 64

_SPOKEN = re.compile(
    r"""\s*(?:
      (?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})t?(?![0-9])
    | (?P<clock>[0-9]{1,2}:[0-9]{2})(?![0-9:])
    | (?P<dotted>[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{4}|[0-9]{2})?)?)(?![0-9])
    | (?P<slashed>[0-9]{1,2}/[0-9]{1,2}(?:/(?:[0-9]{4}|[0-9]{2}))?)(?![0-9/])
    | (?P<number>[0-9]{1,6})(?![0-9])
    | (?P<dot>\.)
    | -(?=[^\W\d_]) | ,
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*|@)
    )""",
    re.VERBOSE,
)


def readings(written: str, words: Vocabulary) -> Iterator[list[Sign]]:
    """Go through what a phrase may say, likeliest first, at most 64 ways.

    Nothing is left out but filling words; a phrase with one unknown word says nothing at all, so that
    "3 days ago" is never taken for three days.

    Raises:
        TwoWays: A date such as 5/6 that two customs read differently.
    """
    alternatives = _signs(_tokens(fold(written)), words)
    if alternatives is None or len(alternatives) > MOST_SIGNS:
        return
    for number, reading in enumerate(product(*alternatives)):
        if number == MOST_READINGS:
            return
        yield [sign for sign in reading if sign.role != "F"]


class TwoWays(Exception):
    """One notation, two customs: 5/6 is a day of May or of June."""


def _tokens(folded: str) -> list[tuple[str, str]] | None:
    tokens: list[tuple[str, str]] = []
    place, end = 0, len(folded.rstrip())
    while place < end:
        found = _SPOKEN.match(folded, place)
        if found is None or len(tokens) > 2 * MOST_SIGNS:
            return None
        if found.lastgroup is not None:
            tokens.append((found.lastgroup, found[found.lastgroup]))
        place = found.end()
    return tokens


def _signs(tokens: list[tuple[str, str]] | None, words: Vocabulary) -> list[tuple[Sign, ...]] | None:
    if not tokens:
        return None
    signs: list[tuple[Sign, ...]] = []
    place = 0
    while place < len(tokens):
        kind, said = tokens[place]
        meant, used = _phrase(tokens[place:], words) if kind == "word" else (_figures(kind, said, words), 1)
        if not meant:
            return None
        signs.extend(meant)
        place += used
    return signs


def _phrase(tokens: list[tuple[str, str]], words: Vocabulary) -> tuple[list[tuple[Sign, ...]], int]:
    said = [word for kind, word in tokens[:LONGEST_PHRASE] if kind == "word"]
    adjacent = next((n for n, (kind, _) in enumerate(tokens[:LONGEST_PHRASE]) if kind != "word"), len(said))
    for length in range(adjacent, 0, -1):
        meant = _meant(tuple(said[:length]), words)
        if meant:
            return [meant], length
    return _compound(said[0], words), 1


def _meant(phrase: tuple[str, ...], words: Vocabulary) -> tuple[Sign, ...]:
    meant = words.signs.get(phrase, ()) + words.own.get(phrase, ())
    return meant or ((Sign("U"),) if " ".join(phrase) in announcing() else ())


def _compound(word: str, words: Vocabulary) -> list[tuple[Sign, ...]]:
    for end, meaning in words.endings.items():
        head = word.removesuffix(end)
        if head and head != word and (head,) in words.signs:
            return [words.signs[head,], words.signs[meaning,]]
    return []


def _figures(kind: str, said: str, words: Vocabulary) -> list[tuple[Sign, ...]]:
    match kind:
        case "dot":
            return [(Sign("."), Sign("F"))]
        case "number":
            return [(Sign("Y", (int(said),)),)] if len(said) == 4 else [(Sign("N", (int(said),)),)]
        case "clock":
            hour, minute = said.split(":")
            return [(Sign(":", (int(hour), int(minute))),)]
        case "iso":
            year, month, day = map(int, said.split("-"))
            return [(Sign("/", (day, month, year)),)]
        case "dotted":
            return [_dotted(*map(int, filter(None, said.split("."))))]
        case _:
            return [(_slashed(words, *map(int, said.split("/"))),)]


def _dotted(day: int, month: int, year: int = 0) -> tuple[Sign, ...]:
    as_date, as_hour = Sign("/", (day, month, year)), Sign(":", (day, month))
    if 1 <= month <= 12:
        return (as_date, as_hour)
    return (as_hour,)


def _slashed(words: Vocabulary, first: int, second: int, year: int = 0) -> Sign:
    if words.month_first and first != second and first <= 12 and second <= 12:
        raise TwoWays
    if words.month_first and second > 12:
        return Sign("/", (second, first, year))
    return Sign("/", (first, second, year))
