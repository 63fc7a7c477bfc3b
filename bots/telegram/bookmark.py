"""What does Telegram's edge remember between two starts?

One line of text, kept by the desk with the work: the update to read next, the homes for which members were
asked to choose a chat, and the people for whom something waits until they press Start.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from bots.telegram.incoming import request_number

_MOST_WANTED = 20
_MOST_AWAITED = 200


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where we stopped.

    Attributes:
        offset: The first update not yet handled; None before the first.
        wanted: Tokens of homes that wait to be chosen, newest last.
        awaited: Ids of people who never pressed Start and for whom something waits, newest last.
    """

    offset: int | None = None
    wanted: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()

    def past(self, update: int) -> "Bookmark":
        """Move on behind a handled update."""
        return replace(self, offset=update + 1)

    def wanting(self, token: str) -> "Bookmark":
        """Remember a home that waits to be chosen; the oldest of many is forgotten, its link still works."""
        return replace(self, wanted=_with(self.wanted, token, _MOST_WANTED))

    def awaiting(self, person: str) -> "Bookmark":
        """Remember that something waits for a person."""
        return replace(self, awaited=_with(self.awaited, person, _MOST_AWAITED))

    def met(self, person: str) -> "Bookmark":
        """Forget that something waits for a person: they came."""
        return replace(self, awaited=tuple(one for one in self.awaited if one != person))

    def by_request(self) -> Mapping[int, str]:
        """Return the wanted tokens by the number that their buttons carry."""
        return {request_number(token): token for token in self.wanted}


def unfold(token: str) -> Bookmark:
    """Read a bookmark; anything unreadable means the beginning, for Telegram itself keeps what was not confirmed."""
    try:
        kept = json.loads(token)
        return Bookmark(kept["offset"], tuple(kept["wanted"]), tuple(kept["awaited"]))
    except (ValueError, KeyError, TypeError):
        return Bookmark()


def fold(bookmark: Bookmark) -> str:
    """Write a bookmark."""
    return json.dumps(asdict(bookmark), separators=(",", ":"))


def _with(known: tuple[str, ...], new: str, most: int) -> tuple[str, ...]:
    return (*(one for one in known if one != new), new)[-most:]
