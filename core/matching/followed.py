"""By which keys do a thing and those who follow its topic find each other, so that a database can look them up?

A follower keeps a few keys, a thing many; they find each other when they share one. Words of the thesaurus meet across
languages; other words meet by their beginning, in the order in which they were written.
"""

from collections.abc import Iterable
from itertools import combinations

from core.matching.topics import fold, topics_in

STEM = 5
PHRASE = 3
TOGETHER = 2
MOST_TOPICS = 8
MOST_WORDS = 40


def wanted_keys(topic: str) -> frozenset[str]:
    """Return what a follower of a topic listens for; two known topics in one name are wanted together."""
    known = sorted(topics_in(topic))[:TOGETHER]
    if known:
        return frozenset({_meant(known)})
    words = stems(topic)[:PHRASE]
    return frozenset({_written(words)}) if words else frozenset()


def offered_keys(written: Iterable[str]) -> frozenset[str]:
    """Return by which keys a thing with these topics and this title is found."""
    texts = tuple(written)
    known = sorted({topic for text in texts for topic in topics_in(text)})[:MOST_TOPICS]
    keys = {_meant(some) for length in range(1, TOGETHER + 1) for some in combinations(known, length)}
    for text in texts:
        words = stems(text)[:MOST_WORDS]
        keys |= {_written(words[at : at + n]) for n in range(1, PHRASE + 1) for at in range(len(words) - n + 1)}
    return frozenset(keys)


def stems(text: str) -> tuple[str, ...]:
    """List the beginnings of words, so that "plywood" and "plywoods", «фанера» and «фанеры» are one."""
    return tuple(word[:STEM] for word in fold(text).split())


def _meant(topics: Iterable[str]) -> str:
    return "t:" + "+".join(topics)


def _written(words: Iterable[str]) -> str:
    return "w:" + " ".join(words)
