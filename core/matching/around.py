"""Which groups share a topic of ours?"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.ids import GroupId
from core.matching.followed import offered_keys, wanted_keys

_REMEMBERED = 4096


def sharing(
    topics: Sequence[str], living: Iterable[tuple[GroupId, Sequence[str]]]
) -> tuple[tuple[str, tuple[GroupId, ...]], ...]:
    """Find, for each of our topics, the groups whose own words meet it, in whatever language they are written.

    Args:
        topics: Ours.
        living: Each group with its topics and its name.
    """
    offered = [(group, _keys(tuple(words))) for group, words in living]
    return tuple(
        (topic, tuple(group for group, keys in offered if not keys.isdisjoint(wanted_keys(topic)))) for topic in topics
    )


@lru_cache(_REMEMBERED)
def _keys(words: tuple[str, ...]) -> frozenset[str]:
    return offered_keys(words)
