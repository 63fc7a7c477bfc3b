"""Which names are listed in "electronics, sewing, tea"?

Commas separate. "And" separates only the last two names of a list with commas: "electronics, sewing and
tea" are three, while "research and development" stays one, because nobody can tell it from "sewing and tea".
"""

import re

from core.commands.vocabulary import fold, known_languages, vocabulary
from core.errors import Refused
from core.groups.limits import SEAT, SEATS_WANTED, TOPIC, TOPICS
from core.texts.harmless import plain
from core.wording import text

_COMMAS = re.compile(r"[,;،、，\n]")
_NOTHING = {"", "-", "0"}


def read_seats(written: str, most: int = SEATS_WANTED) -> tuple[str, ...]:
    """Read the seats a proposal wants, distinct whatever their case, in the order written.

    Empty for "-", "none", «нет»: people then bring what they like.

    Raises:
        Refused: A name too long, or too many names.
    """
    seats = _distinct(_names(written))
    _refuse_too_long(seats, SEAT)
    if len(seats) > most:
        raise Refused(text("seats-many", count=len(seats), most=most))
    return seats


def read_topics(written: str, most: int = TOPICS) -> tuple[str, ...]:
    """Read topics like seats; a "#" before each is welcome and not kept.

    Raises:
        Refused: A name too long, or too many.
    """
    tags = written.split()
    names = tags if tags and all(tag.startswith("#") for tag in tags) else _names(written)
    topics = _distinct([name.strip("#, ") for name in names])
    _refuse_too_long(topics, TOPIC)
    if len(topics) > most:
        raise Refused(text("topics-many", count=len(topics), most=most))
    return topics


def means_nothing(written: str) -> bool:
    """Say whether this is a way of saying "none" in any language we know words of."""
    folded = fold(written).strip(" .")
    return folded in _NOTHING or any(folded in vocabulary(code).lists["none"] for code in known_languages())


def split_names(written: str) -> list[str]:
    """Take a list apart into its names; commas or the language's "and" stand between them."""
    names = _names(written)
    return [name for one in names for name in (_last_two(one) if len(names) == 1 else [one]) if name]


def _names(written: str) -> list[str]:
    if means_nothing(written):
        return []
    parts = [part.strip() for part in _COMMAS.split(written)]
    if len(parts) > 1:
        parts = [*parts[:-1], *_last_two(parts[-1])]
    return [plain(part).strip(" .-–—•*") for part in parts]


def _last_two(last: str) -> list[str]:
    """Take apart what stands after the last comma: "sewing and tea", or "and tea"."""
    ands = "|".join(re.escape(word) for code in known_languages() for word in vocabulary(code).lists["and"])
    found = re.fullmatch(rf"(?:(.+)\s)?(?:{ands})\s(.+)", last, re.IGNORECASE)
    return [name for name in found.groups() if name] if found else [last]


def _distinct(names: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        if name:
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def _refuse_too_long(names: tuple[str, ...], most: int) -> None:
    for name in names:
        if len(name) > most:
            raise Refused(text("name-long", name=name[:most] + "…", length=len(name), most=most))
