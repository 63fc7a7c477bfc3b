"""In which direction does a text about a topic point, when nothing is installed that understands it?

Known topics of the thesaurus have a direction each; spelling has some more, by pieces of three letters. The angle
between two texts is then about how alike they are, and a vector can be kept: it is worked out once for each edit.
"""

import math
import zlib
from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache

from core.matching import semantic
from core.matching.topics import thesaurus, topics_in, trigrams

SPELLING = 128
TOPIC_SHARE = 0.85
AREA_SHARE = 0.25
MEANING_SHARE = 0.7

LETTERS, MEANING = "letters", "meaning"


def way() -> str:
    """Name how topics are compared here: by letters and thesaurus, or by meaning as well."""
    return MEANING if semantic.is_installed() else LETTERS


def width(how: str) -> int:
    """Say how many numbers a vector has, without working one out."""
    return len(signature("a")) + (semantic.WIDTH if how == MEANING else 0)


def vector(text: str, how: str = LETTERS) -> tuple[float, ...]:
    """Write a text as a vector of unit length; empty for an empty text.

    Args:
        text: Topics or a title.
        how: `MEANING` loads the encoder, so only a process that may be slow and large asks for it.
    """
    spelled = signature(text)
    if how != MEANING or not spelled:
        return spelled
    meant = (math.sqrt(MEANING_SHARE) * number for number in semantic.encode(text))
    return (*meant, *(math.sqrt(1 - MEANING_SHARE) * number for number in spelled))


def signature(text: str) -> tuple[float, ...]:
    """Write a text by the topics it names and by its spelling."""
    pieces = Counter(zlib.crc32(piece.encode()) % SPELLING for piece in trigrams(text))
    if not pieces:
        return ()
    spelling = _unit([float(pieces[at]) for at in range(SPELLING)])
    named, areas = topics_in(text), thesaurus().area
    topics = [float(topic in named) for topic in _topics()]
    wider = Counter(areas[topic] for topic in named)
    topics += [AREA_SHARE * wider[area] for area in _areas()]
    share = TOPIC_SHARE if named else 0.0
    known = [math.sqrt(share) * number for number in _unit(topics)]
    return (*known, *(math.sqrt(1 - share) * number for number in spelling))


def pack(numbers: Sequence[float]) -> str:
    """Write a vector as text, 4 bytes a number."""
    return b64encode(array("f", numbers).tobytes()).decode()


def unpack(written: str) -> Sequence[float]:
    """Read what `pack` wrote."""
    numbers = array("f")
    numbers.frombytes(b64decode(written))
    return numbers


def _unit(numbers: Sequence[float]) -> list[float]:
    length = math.sqrt(sum(number * number for number in numbers))
    return [number / length for number in numbers] if length else list(numbers)


@cache
def _topics() -> tuple[str, ...]:
    return tuple(sorted(thesaurus().area))


@cache
def _areas() -> tuple[str, ...]:
    return tuple(sorted(set(thesaurus().area.values())))
