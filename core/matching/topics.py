"""How alike are two topics, in whatever languages they are written?

Always there: pieces of three letters, and a thesaurus of topics in English, Russian, Ukrainian, German and Spanish.
With the extra [semantic], an encoder of meaning answers the same question; see core.matching.semantic.
"""

import math
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Likeness = Callable[[str, str], float]

NEAR = 0.45
SHORTEST_STEM = 4
RELATED = 0.3


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Which topic a word belongs to.

    Attributes:
        stems: Topics by folded stem; a word belongs where it begins with the stem, a short stem must be the whole word.
        area: Wider area of each topic.
    """

    stems: Mapping[str, tuple[str, ...]]
    area: Mapping[str, str]


def fold(text: str) -> str:
    """Write text without case, accents and punctuation, words apart by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ё", "е").replace("й", "и").replace("ї", "і"))
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


def trigrams(text: str) -> frozenset[str]:
    """List the pieces of three letters, words padded by spaces."""
    return frozenset(word[i : i + 3] for word in (f" {w} " for w in fold(text).split()) for i in range(len(word) - 2))


def spelled_alike(one: str, other: str) -> float:
    """Say how alike two texts are spelled, 0 to 1.

    Source:
        L. R. Dice, Measures of the amount of ecologic association between species (1945).
    """
    ours, theirs = trigrams(one), trigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


@cache
def thesaurus() -> Thesaurus:
    """Read the thesaurus of topics, once."""
    found = tomllib.loads(files("core.matching").joinpath("thesaurus.toml").read_text("utf-8"))
    stems: dict[str, tuple[str, ...]] = {}
    area: dict[str, str] = {}
    for name, topics in found.items():
        for topic, words in topics.items():
            area[topic] = name
            for word in words.split():
                stems[fold(word)] = (*stems.get(fold(word), ()), topic)
    return Thesaurus(stems, area)


def topics_in(text: str) -> frozenset[str]:
    """Name the topics a text speaks of; empty when it uses no known word."""
    known = thesaurus().stems
    return frozenset(topic for word in fold(text).split() for topic in _topics_of(word, known))


def _topics_of(word: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Look a word up by its longest known beginning, then, for long compounds, by its longest known end."""
    for end in range(len(word), SHORTEST_STEM - 1, -1):
        if word[:end] in known:
            return known[word[:end]]
    for start in range(2, len(word) - SHORTEST_STEM):
        if word[start:] in known:
            return known[word[start:]]
    return known.get(word, ())


def likeness(one: str, other: str) -> float:
    """Say how alike two topics or titles are, 0 to 1, by spelling and by the thesaurus."""
    return max(spelled_alike(one, other), meant_alike(topics_in(one), topics_in(other)))


def meant_alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Say how much known topics overlap; topics of the same area count a little."""
    if not ours or not theirs:
        return 0.0
    area = thesaurus().area
    same = len(ours & theirs)
    near = len({area[topic] for topic in ours} & {area[topic] for topic in theirs})
    return max(same / math.sqrt(len(ours) * len(theirs)), RELATED if near else 0.0)


@dataclass(frozen=True, slots=True)
class Similar:
    """One title that is like what was asked, 0 to 1."""

    title: str
    near: float


def similar(
    asked: str, titles: Iterable[str], alike: Likeness = likeness, least: float = NEAR, most: int = 3
) -> list[Similar]:
    """Find the titles most like one, the most alike first.

    Args:
        alike: Which way to compare; `likeness` needs nothing installed.
        least: Below this two titles are not called similar.
    """
    found = [Similar(title, alike(asked, title)) for title in dict.fromkeys(titles)]
    near = [one for one in found if one.near >= least]
    return sorted(near, key=lambda one: (-one.near, one.title))[:most]
