"""Which keys does a topic have, and which a thing, platforms included?"""

from collections.abc import Collection, Sequence

from core.matching.followed import offered_keys, stems, wanted_keys
from core.matching.topics import fold
from core.platforms.pack import Pack
from core.platforms.packs import pack_for, pack_named, packs


def keys_of_topic(topic: str) -> frozenset[str]:
    """Return what a chat that follows this listens for: the topic, and the platform of that name."""
    named = platform_named(topic)
    return wanted_keys(topic) | ({platform_key(named.key)} if named else set())


def keys_of_thing(topics: Sequence[str], title: str) -> frozenset[str]:
    """Return by which keys a proposal, a need or an offer is found."""
    return offered_keys((*topics, title)) | {platform_key(pack_for(topics, title).key)}


def keys_of_need(topics: Sequence[str], what: str) -> frozenset[str]:
    """Return the keys of a need: also those of the platforms to which it is passed."""
    passed = passed_to(pack_for(topics, what), what)
    return keys_of_thing(topics, what) | {platform_key(pack.key) for pack in passed}


def passed_to(pack: Pack, what: str) -> tuple[Pack, ...]:
    """List the platforms that serve a need of this one, by the names of its kinds of need in any language."""
    said = set(stems(what))
    kinds = (kind for kind in pack.passes if _names(pack, kind, said))
    return tuple(found for kind in kinds if (found := pack_named(pack.passes[kind])) is not None)


def platform_named(words: str) -> Pack | None:
    """Find a platform by its key or its name in any language."""
    asked = fold(words)
    return next((pack for pack in packs() if asked in {fold(pack.key), *map(fold, pack.name.values())}), None)


def platform_key(key: str) -> str:
    """Write a platform as a key."""
    return f"p:{key}"


def _names(pack: Pack, kind: str, said: Collection[str]) -> bool:
    """Say whether words name a kind of need: its key, or all words of what it is called in some language."""
    called = (kind.replace("_", " ").replace("-", " "), *pack.kinds.get(kind, {}).values())
    return any(words and set(words) <= set(said) for words in map(stems, called))
