"""What does Telegram's edge remember between two starts?

One line of text, kept by the desk with the work: the update to read next, and the homes for which members
were asked to choose a chat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bots.telegram.incoming import request_number

_MOST_WANTED = 20


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where we stopped.

    Attributes:
        offset: The first update not yet handled; None before the first.
        wanted: Tokens of homes that wait to be chosen, newest last.
    """

    offset: int | None = None
    wanted: tuple[str, ...] = ()

    def past(self, update: int) -> "Bookmark":
        """Move on behind a handled update."""
        return replace(self, offset=update + 1)

    def wanting(self, token: str) -> "Bookmark":
        """Remember a home that waits to be chosen; the oldest of many is forgotten, its link still works."""
        others = tuple(one for one in self.wanted if one != token)
        return replace(self, wanted=(*others, token)[-_MOST_WANTED:])

    def by_request(self) -> Mapping[int, str]:
        """Return the wanted tokens by the number that their buttons carry."""
        return {request_number(token): token for token in self.wanted}


def unfold(token: str) -> Bookmark:
    """Read a bookmark; anything unreadable means the beginning, for Telegram itself keeps what was not confirmed."""
    first, *wanted = token.split(" ")
    return Bookmark(int(first) if first.isascii() and first.isdigit() else None, tuple(filter(None, wanted)))


def fold(bookmark: Bookmark) -> str:
    """Write a bookmark."""
    return " ".join(["" if bookmark.offset is None else str(bookmark.offset), *bookmark.wanted])
