"""What is remembered of something shared, and how is a party written that is a group of ours?"""

from dataclasses import dataclass
from datetime import datetime

from core.exchange.parties import Party, PartyKind
from core.exchange.sharing import Share
from core.groups.group import Group
from core.ids import AccountId, ChatId, GroupId, LinkId, PersonId, ShareId


@dataclass(frozen=True, slots=True)
class KeptShare:
    """What is remembered of a share: where it came from, never what it said.

    Attributes:
        side: Whose share it is.
        person: Who shared it.
        author: Whose words they are; only this account's edits are followed.
        chat: Where it was written.
        message: By the messenger's own id there.
        number: Counts the shares of this side on this link, from 1.
        at: When it was carried, aware UTC.
        deleted: Whether its author took it back.
        held: The words themselves while they wait for a digest; None before and after.
    """

    id: ShareId
    link: LinkId
    side: Party
    person: PersonId
    author: AccountId
    chat: ChatId
    message: str
    number: int
    at: datetime
    deleted: bool = False
    held: Share | None = None


def party_of(group: Group) -> Party:
    """Name a group of this installation as a side of a link."""
    return Party(PartyKind.GROUP, group.id)


def group_of(party: Party) -> GroupId | None:
    """Return the group of ours a side is; None for a side that lives elsewhere."""
    return GroupId(party.id) if party.kind is PartyKind.GROUP and not party.node else None


def share_subject(share: ShareId) -> str:
    """Name all copies of a share, so that they can be found, changed and taken away together."""
    return f"share:{share}"
