"""Which packs are there, and which one fits a project?"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from core.contract.clauses import Clause, ClauseKind
from core.ids import ClauseId
from core.platforms.pack import FALLBACK, Pack, read_pack

FOLDER = Path(__file__).parent / "packs"
EVERYDAY = "everyday"
TOPIC_COUNTS = 3
"""A topic that people named says more than a word of the title."""

WHOLE = "."
"""What ends a word that is no beginning of others: "спор." recognises no «спорт»."""

_WORD = re.compile(r"\w+")
Thing = TypeVar("Thing")


@cache
def packs() -> tuple[Pack, ...]:
    """Return all shipped packs by name, read and checked once.

    Raises:
        Refused: A shipped file is wrong: a mistake of ours, found by the tests.
    """
    return tuple(read_pack(file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml")))


def pack_named(key: str) -> Pack | None:
    """Return a shipped pack, None when there is none of that name."""
    return next((pack for pack in packs() if pack.key == key), None)


def pack_for(topics: Sequence[str], title: str) -> Pack:
    """Return the pack that fits best, by the words of all its languages; everyday life when none does."""
    fits = {pack.key: _fit(pack, topics, title) for pack in packs()}
    best = max(packs(), key=lambda pack: (fits[pack.key], pack.key != EVERYDAY))
    return best if fits[best.key] > 0 else _everyday()


def serves(pack: Pack, need: str) -> Pack | None:
    """Return the pack to which a kind of need is passed, None when it stays where it is."""
    target = pack.passes.get(need)
    return pack_named(target) if target else None


def usual_seats(pack: Pack, language: str) -> tuple[str, ...]:
    """List the seats such a group usually has."""
    return in_language(pack.seats, language) or ()


def usual_topics(language: str) -> tuple[str, ...]:
    """List what people usually do, the first topic of every pack first, each once."""
    lists = [in_language(pack.topics, language) or () for pack in packs()]
    longest = max((len(topics) for topics in lists), default=0)
    turns = (topics[place] for place in range(longest) for topics in lists if place < len(topics))
    return tuple(dict.fromkeys(turns))


def usual_clauses(pack: Pack, language: str) -> tuple[str, ...]:
    """List lines that such groups often add to their contract, first person plural."""
    return in_language(pack.clauses, language) or ()


def usual_line(pack: Pack, kind: ClauseKind, key: ClauseId) -> Clause | None:
    """Return the line of a kind on which the house acts as such groups often have it, None when the pack has none."""
    return next((one.line(key) for one in pack.acting if one.kind is kind), None)


def card_fields(pack: Pack, language: str) -> tuple[tuple[str, str], ...]:
    """List what a card of this topic may say besides: (key, label)."""
    return tuple((key, in_language(told, language) or key) for key, told in pack.fields.items())


def name_of(pack: Pack, language: str) -> str:
    """Return what the pack is called."""
    return in_language(pack.name, language) or pack.key


def need_called(pack: Pack, need: str, language: str) -> str:
    """Return what a kind of need is called; its key when it has no name."""
    return in_language(pack.kinds.get(need, {}), language) or need


def in_language(told: Mapping[str, Thing], language: str) -> Thing | None:
    """Return what is told in a language like "ru" or "ru-RU", else in English, else in the first; None when empty."""
    short = language.replace("_", "-").split("-")[0].lower()
    for code in (short, FALLBACK, *told):
        if code in told:
            return told[code]
    return None


def _fit(pack: Pack, topics: Sequence[str], title: str) -> int:
    return TOPIC_COUNTS * sum(_explained(pack, topic) for topic in topics) + _explained(pack, title)


def _explained(pack: Pack, written: str) -> int:
    """Return how many letters of the writing the pack's words explain, each of them counted once."""
    words = _folded(written)
    return sum(len("".join(one)) for one in _beginnings(pack.key) if _found(one, words))


@cache
def _beginnings(key: str) -> tuple[tuple[str, ...], ...]:
    """Return a shipped pack's words, folded, each phrase as its words; a whole word keeps the sign of it."""
    pack = next(pack for pack in packs() if pack.key == key)
    phrases = (phrase for many in pack.words.values() for phrase in many)
    folded = ((*_folded(one)[:-1], _folded(one)[-1] + WHOLE * one.endswith(WHOLE)) for one in phrases)
    return tuple(dict.fromkeys(folded))


def _found(beginning: tuple[str, ...], words: tuple[str, ...]) -> bool:
    starts = range(len(words) - len(beginning) + 1)
    return any(all(_begins(words[at + place], one) for place, one in enumerate(beginning)) for at in starts)


def _begins(word: str, beginning: str) -> bool:
    return word == beginning[:-1] if beginning.endswith(WHOLE) else word.startswith(beginning)


def _folded(written: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", written).casefold().replace("ё", "е").replace("'", "").replace("’", "")
    return tuple(_WORD.findall(plain))


def _everyday() -> Pack:
    return next(pack for pack in packs() if pack.key == EVERYDAY)
