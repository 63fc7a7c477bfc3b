"""Does an offer meet a need: in what is said, where, and on which platform?

Source:
    core.matching.pair: idf-weighted fit of needs and offers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.matching.pair import Card, fit, rarity
from core.matching.topics import fold, spelled_alike, topics_in

STEM = 5
SHORTEST = 3
SAID, THEMED, NEAR = 0.6, 0.25, 0.15
LEAST = 0.35
LEAST_SAID = 0.25
UNKNOWN = 0.5
ALIKE = 0.45
_LATIN = {
    "zh": "ж", "ch": "ч", "sh": "ш", "sch": "щ", "yu": "ю", "ya": "я", "": "ъь", "y": "ы", "e": "еєэ",
    "g": "гґ", "i": "иі", "a": "а", "b": "б", "v": "в", "d": "д", "z": "з", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "c": "ц",
}  # fmt: skip
_CYRILLIC = {letter: latin for latin, letters in _LATIN.items() for letter in letters}


@dataclass(frozen=True, slots=True)
class Said:
    """One side, as it is compared.

    Attributes:
        id: Of the notice.
        words: From `words_of`.
        place: Empty for anywhere.
        platform: Key of its pack.
        serves: For a need: platforms to which this kind of need is passed.
    """

    id: str
    words: frozenset[str]
    place: str = ""
    platform: str = ""
    serves: frozenset[str] = frozenset()


def words_of(what: str, topics: Sequence[str] = ()) -> frozenset[str]:
    """List what a need or an offer is compared by: beginnings of its words, and the topics it speaks of."""
    plain = {word[:STEM] for word in fold(what).split() if len(word) >= SHORTEST and not word.isdigit()}
    return frozenset(plain | {f"t:{topic}" for text in (what, *topics) for topic in topics_in(text)})


def fitness(need: Said, offer: Said, weight: Mapping[str, float]) -> float:
    """Say how well an offer meets a need, 0 to 1; 0 when it does not."""
    near = nearness(need.place, offer.place)
    said = max(fit(need.words, offer.words, weight), fit(offer.words, need.words, weight))
    if offer.platform in need.serves:
        said = max(said, UNKNOWN)
    if near == 0.0 or said < LEAST_SAID:
        return 0.0
    themed = 1.0 if offer.platform in need.serves or offer.platform == need.platform else 0.0
    found = SAID * said + THEMED * themed + NEAR * near
    return found if found >= LEAST else 0.0


def ranked(one: Said, others: Sequence[Said], is_need: bool, common: Mapping[str, float]) -> list[tuple[str, float]]:
    """Order those on the other side that fit, the best first; equals stay in the order given."""
    pairs = [(other.id, fitness(one, other, common) if is_need else fitness(other, one, common)) for other in others]
    return sorted((pair for pair in pairs if pair[1] > 0.0), key=lambda pair: -pair[1])


def weights(said: Sequence[Said]) -> dict[str, float]:
    """Weigh words: the fewer notices hold one, the more it says."""
    return rarity(Card(one.id, needs=one.words) for one in said)


def nearness(one: str, other: str) -> float:
    """Say how near two places are called: 1 the same, 0.5 when one is anywhere, 0 for different ones."""
    ours, theirs = _place(one), _place(other)
    if not ours or not theirs:
        return UNKNOWN
    return 1.0 if any(spelled_alike(here, there) >= ALIKE for here in ours for there in theirs) else 0.0


def _place(written: str) -> frozenset[str]:
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in fold(written))
    return frozenset(word for word in latin.split() if len(word) >= SHORTEST)
