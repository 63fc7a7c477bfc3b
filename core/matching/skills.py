"""Does what someone brings fill a seat that was named in other words, or in another language?"""

from collections.abc import Collection, Iterable

from core.matching.topics import fold, spelled_alike, topics_in

ALIKE = 0.6


def seat_key(name: str) -> str:
    """Return the one word that stands for a seat: a topic of the thesaurus, else the folded name itself."""
    return min(topics_in(name), default=fold(name))


def keys_brought(names: Iterable[str], wanted: Collection[str] = ()) -> frozenset[str]:
    """Return the keys of all seats that these names could fill.

    Args:
        names: What someone brings, in their words.
        wanted: Keys of seats there are; those merely spelled otherwise ("drill", "drills") are found among them.
    """
    found: set[str] = set()
    for name in names:
        own = topics_in(name) or {fold(name)}
        found |= own
        found |= {key for key in wanted if key not in own and spelled_alike(key, name) >= ALIKE}
    return frozenset(found)


def word_for(names: Iterable[str], key: str) -> str:
    """Return in a person's own words what fills a seat; empty when nothing of theirs does."""
    return next((name for name in names if key in keys_brought([name], [key])), "")
