"""What reaches a group when the other side speaks faster than anyone reads?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.exchange.sharing import Delete, Edit, Share
from core.ids import ShareId
from core.wording import Text, text

WINDOW = timedelta(minutes=1)
MOST_IN_WINDOW = 12
"""Relayed messages in one minute from one side; leaves room for others below the 20 a minute of a Telegram group.

Source:
    Telegram Bot FAQ, limits.
"""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Digest:
    """Many shares told in one message.

    Attributes:
        count: How many there were.
        authors: Who spoke, in order of their first word, each once.
        first: The first few in full; the rest can be asked for where they were said.
    """

    count: int
    authors: tuple[str, ...]
    first: tuple[Share, ...]


def is_flooding(carried: Iterable[datetime], now: datetime) -> bool:
    """Say whether what waits should be gathered.

    Args:
        carried: When shares of this side last reached this chat, aware.
        now: Aware.
    """
    return sum(1 for at in carried if now - WINDOW < at <= now) >= MOST_IN_WINDOW


def as_it_stands(waiting: Sequence[Share | Edit | Delete]) -> tuple[Share, ...]:
    """Return the shares still to be shown, as last edited; what was deleted while it waited is never shown.

    Edits and deletions of what was shown before are not among them: they go on by themselves.
    """
    shares: dict[ShareId, Share] = {}
    for one in waiting:
        match one:
            case Share():
                shares.setdefault(one.share, one)
            case Edit() if one.share in shares:
                shares[one.share] = replace(shares[one.share], words=one.words)
            case Delete():
                shares.pop(one.share, None)
    return tuple(shares.values())


def gather(shares: Sequence[Share]) -> Digest:
    """Gather what waits; two shares or fewer than fit in full are simply all shown."""
    return Digest(len(shares), tuple(dict.fromkeys(share.author for share in shares)), tuple(shares[:SHOWN]))


def digest_text(digest: Digest) -> Text:
    """Say how much more there was, and from whom."""
    return text("relay-digest", count=digest.count - len(digest.first), authors=digest.authors[:7])
