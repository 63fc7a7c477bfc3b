"""Whose share is edited, deleted or reacted to, and may it cross one link more?

Only ids and stages are kept here; the words themselves are deleted once delivered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.exchange.parties import Party
from core.exchange.sharing import Delete, Edit, File, Reactions, Share
from core.exchange.sizes import HOPS
from core.ids import LinkId, ShareId


class Following(StrEnum):
    """What became of a share, or of what followed it; only FOLLOWED reaches people."""

    FOLLOWED = "followed"
    TWICE = "twice"
    UNKNOWN = "unknown"
    NOT_THEIRS = "not-theirs"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Trace:
    """What is remembered of a share.

    Attributes:
        side: Whose share it is.
        deleted: Whether its author took it back; nothing follows it any more.
    """

    side: Party
    deleted: bool = False


Known = Mapping[ShareId, Trace]


def follow(known: Known, side: Party, body: Share | Edit | Delete | Reactions) -> tuple[Known, Following]:
    """Decide about one share, edit, deletion or summary of reactions from one side of a link."""
    trace = known.get(body.share)
    if isinstance(body, Share):
        if trace is not None:
            return known, Following.TWICE
        return {**known, body.share: Trace(side)}, Following.FOLLOWED
    if trace is None:
        return known, Following.UNKNOWN
    if trace.deleted:
        return known, Following.DELETED
    if isinstance(body, Edit | Delete) and trace.side != side:
        return known, Following.NOT_THEIRS
    if isinstance(body, Delete):
        return {**known, body.share: replace(trace, deleted=True)}, Following.FOLLOWED
    return known, Following.FOLLOWED


def replies_to(known: Known, share: Share) -> ShareId | None:
    """Return the share this one answers, if the other side still has it; else it stands alone."""
    if share.reply_to is None:
        return None
    trace = known.get(share.reply_to)
    return share.reply_to if trace is not None and not trace.deleted else None


def may_cross(share: Share, link: LinkId) -> bool:
    """Say whether a share may go over this link: not where it has been, and not further than three links."""
    return link not in share.path and len(share.path) < HOPS


def crossing(share: Share, link: LinkId) -> Share:
    """Return the share as it goes over a link, with the link on its path."""
    return replace(share, path=(*share.path, link))


def sort_files(files: Sequence[File], limit: int) -> tuple[tuple[File, ...], tuple[File, ...]]:
    """Divide files into those that cross and those the other side hears of in a note.

    Args:
        limit: Bytes the other side takes in one file; a file of unknown size (0) stays behind.
    """
    through = tuple(file for file in files if 0 < file.size <= limit)
    return through, tuple(file for file in files if file not in through)
