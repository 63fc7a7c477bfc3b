"""Which open proposals are about the same thing?"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Key = TypeVar("Key")

ENOUGH = 0.45


def trigrams(words: str) -> frozenset[str]:
    """Cut folded words into overlapping threes, each word padded so that its beginning counts."""
    padded = "".join(f"  {word} " for word in words.casefold().split())
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def likeness(one: str, other: str) -> float:
    """Say how alike two titles are, 0 to 1.

    Source:
        Dice, Measures of the amount of ecologic association between species (1945), over trigrams.
    """
    ours, theirs = trigrams(one), trigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def similar(title: str, others: Iterable[tuple[Key, str]], most: int) -> Sequence[Key]:
    """Return the keys of the most alike titles, best first, none below a likeness of 0.45."""
    scored = [(likeness(title, other), place, key) for place, (key, other) in enumerate(others)]
    best = sorted((one for one in scored if one[0] >= ENOUGH), key=lambda one: (-one[0], one[1]))
    return [key for _score, _place, key in best[:most]]
