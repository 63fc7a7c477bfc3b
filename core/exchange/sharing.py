"""What of a conversation crosses a link?

Only what a member chose to share, and what later becomes of it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen

from core.exchange.sizes import (
    FILES,
    HOPS,
    ID,
    SYMBOLS,
    ALink,
    AShare,
    Bytes,
    Count,
    MaybeName,
    Name,
    Reason,
    Symbol,
    Words,
)


@dataclass(frozen=True, slots=True)
class File:
    """A picture or file, described and never embedded.

    Attributes:
        name: As the sender's file was called.
        media: Media type such as image/png (RFC 6838).
        size: Bytes; 0 when unknown.
        words: What the sender wrote under it.
        where: Opaque handle by which the sender's side hands out the bytes; empty when it keeps them.
    """

    name: Name
    media: Name
    size: Bytes
    words: Reason = ""
    where: Annotated[str, MaxLen(ID)] = ""


@dataclass(frozen=True, slots=True)
class Share:
    """Something a member chose to carry across.

    Attributes:
        share: Its id on the sender's side.
        author: The member's name as shown there; the header is made from it, never from the words.
        group: What that group calls itself.
        messenger: Where it was written, as a word for people.
        words: Plain, paragraphs divided by line ends; shown quoted.
        reply_to: The share this answers; None when none.
        path: Links it crossed before this one, so that two links cannot pass one message round and round.
    """

    share: AShare
    author: Name
    group: Name
    messenger: MaybeName
    words: Words
    reply_to: AShare | None = None
    files: Annotated[tuple[File, ...], MaxLen(FILES)] = ()
    path: Annotated[tuple[ALink, ...], MaxLen(HOPS)] = ()
    kind: Literal["share"] = "share"


@dataclass(frozen=True, slots=True)
class Edit:
    """The author said it differently."""

    share: AShare
    words: Words
    kind: Literal["edit"] = "edit"


@dataclass(frozen=True, slots=True)
class Delete:
    """The author took it back; the other side removes it too."""

    share: AShare
    kind: Literal["delete"] = "delete"


@dataclass(frozen=True, slots=True)
class Reacted:
    """One symbol and how many people of the group gave it."""

    symbol: Symbol
    count: Count


@dataclass(frozen=True, slots=True)
class Reactions:
    """How the other side's members reacted to a share: counts, never who; replaces what was told before."""

    share: AShare
    reacted: Annotated[tuple[Reacted, ...], MaxLen(SYMBOLS)] = ()
    kind: Literal["reactions"] = "reactions"
