"""Which words of a language mean a day, an hour, a number or a separator?

The words are data, `words/<language>.toml`: adding a language adds a file and changes no line here.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from core.texts.harmless import plain

WORDS = Path(__file__).parent / "words"

# One letter for each role a word can play in a deadline; the grammar of when.py is written in these letters.
ROLES = {
    "until": "U", "on": "P", "at": "H", "in": "I", "fill": "F", "next": "X", "coming": "G", "this": "T",
    "end": "E", "start": "S", "middle": "K", "ordinal": "O", "clock": "C", "hours": "c",
}  # fmt: skip
HALVES = {"am": 0, "pm": 12}
PARTS = {"morning": 9, "noon": 12, "afternoon": 15, "evening": 20, "night": 22, "midnight": 24}
UNITS = ("minute", "hour", "day", "week", "fortnight", "month", "year")

Phrase = tuple[str, ...]
_ALIKE = str.maketrans({**dict.fromkeys("’ʼ`´‘", "'"), **dict.fromkeys("–—−‑‒", "-")})


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing said: its role as a letter, and its numbers if it has any."""

    role: str
    value: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the readers of this package know about one language; every word folded.

    Attributes:
        signs: What a phrase of one or more words may mean in a deadline, likeliest first.
        own: Short weekdays too much like words of other languages; known only to people of this one.
        endings: Ends of compound words: "abend" in "Freitagabend" → "abends".
        numbers: What a number word means.
        size: Words around numbers of people, by role.
        lists: Words between and instead of names, by role.
        month_first: Whether "5/6" may mean 6 May.
        rhythm: Words of meetings that come again, by role.
    """

    language: str
    signs: Mapping[Phrase, tuple[Sign, ...]]
    own: Mapping[Phrase, tuple[Sign, ...]]
    endings: Mapping[str, str]
    numbers: Mapping[str, int]
    size: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    month_first: bool
    rhythm: Mapping[str, frozenset[str]]


def fold(written: str) -> str:
    """Make words comparable: lower case, plain signs, without accents on Latin letters, ё as е."""
    kept: list[str] = []
    for sign in unicodedata.normalize("NFD", plain(written).casefold()):
        if not (unicodedata.combining(sign) and kept and (kept[-1].isascii() or kept[-1] == "е")):
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_ALIKE)


@cache
def known_languages() -> tuple[str, ...]:
    """List the languages there are words for."""
    return tuple(sorted(file.stem for file in WORDS.glob("*.toml")))


def reading_order(language: str) -> tuple[Vocabulary, ...]:
    """Return the words of every language, the person's own first and whole, the others as strangers know them."""
    short = language.replace("_", "-").split("-")[0].lower()
    own = tuple(vocabulary(code) for code in known_languages() if code == short)
    return own + tuple(for_others(code) for code in known_languages() if code != short)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Load the words of one language, once.

    Raises:
        FileNotFoundError: There is no file of words for it; ask `known_languages` first.
    """
    found = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        language,
        _phrases(_meanings(found)),
        _phrases(_weekdays(found.get("own_weekdays", {}))),
        {fold(end): fold(word) for end, word in found.get("endings", {}).items()},
        {fold(word): int(number) for number, words in found["numbers"].items() for word in words},
        {role: tuple(map(fold, words)) for role, words in found["size"].items()},
        {role: tuple(map(fold, words)) for role, words in found["lists"].items()},
        found["month_first"],
        {role: frozenset(map(fold, words)) for role, words in found["rhythm"].items()},
    )


@cache
def for_others(language: str) -> Vocabulary:
    """Load the words of one language as people of another know them: "so" is Sunday only to a German."""
    return replace(vocabulary(language), own={})


@cache
def announcing() -> frozenset[str]:
    """Return the words that announce a deadline, of all languages: "by", "до", "bis", "para"."""
    every = (vocabulary(language).signs for language in known_languages())
    return frozenset(" ".join(phrase) for signs in every for phrase, meant in signs.items() if _announces(meant))


def _announces(meant: tuple[Sign, ...]) -> bool:
    return any(sign.role == "U" for sign in meant)


def _meanings(found: Mapping[str, Mapping[str, list[str]]]) -> Iterable[tuple[str, Sign]]:
    for role, words in found["words"].items():
        yield from ((word, _sign(role)) for word in words)
    for offset, words in found["days"].items():
        yield from ((word, Sign("D", (int(offset),))) for word in words)
    yield from _weekdays(found["weekdays"])
    for month, words in found["months"].items():
        yield from ((word, Sign("M", (int(month),))) for word in words)
    for unit, words in found["units"].items():
        yield from ((word, Sign("V", (UNITS.index(unit),))) for word in words)
    for number, words in found["numbers"].items():
        yield from ((word, Sign("N", (int(number),))) for word in words)


def _weekdays(found: Mapping[str, list[str]]) -> Iterable[tuple[str, Sign]]:
    for day, words in found.items():
        yield from ((word, Sign("W", (int(day),))) for word in words)


def _sign(role: str) -> Sign:
    if role in PARTS:
        return Sign("Q", (PARTS[role],))
    if role in HALVES:
        return Sign("A", (HALVES[role],))
    return Sign(ROLES[role])


def _phrases(meanings: Iterable[tuple[str, Sign]]) -> dict[Phrase, tuple[Sign, ...]]:
    phrases: dict[Phrase, tuple[Sign, ...]] = {}
    for word, sign in meanings:
        phrase = tuple(fold(word).split())
        phrases[phrase] = (*phrases.get(phrase, ()), sign)
    return phrases
