"""What do links need from outside: their rows?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.app.links.kept import KeptShare
from core.exchange.links import Link
from core.exchange.parties import Party
from core.ids import ChatId, LinkId, PersonId, ShareId


class Links(Protocol):
    """Open lines between groups, and the places that are theirs alone."""

    async def get(self, link: LinkId) -> Link | None: ...

    async def put(self, link: Link) -> None: ...

    async def of(self, party: Party) -> Sequence[Link]:
        """List the links on which a side has an end it has not left, oldest first; closed ones are not among them."""
        ...

    async def places(self, link: LinkId) -> Mapping[Party, ChatId]:
        """Return the chats where everything said crosses this link, by side."""
        ...

    async def places_of(self, party: Party) -> Sequence[ChatId]:
        """List the chats that are a side's own places, on all its links."""
        ...

    async def put_place(self, link: LinkId, party: Party, chat: ChatId) -> None:
        """Make a chat a side's own place for a link, instead of any other."""
        ...

    async def of_place(self, chat: ChatId) -> tuple[LinkId, Party] | None:
        """Return whose place for which link a chat is."""
        ...


class Shares(Protocol):
    """What was shared: ids and stages, and words only while they wait."""

    async def get(self, share: ShareId) -> KeptShare | None: ...

    async def put(self, share: KeptShare) -> None: ...

    async def of_message(self, chat: ChatId, message: str) -> Sequence[KeptShare]:
        """List the shares of one message, oldest first: one for each link it crossed."""
        ...

    async def last_number(self, link: LinkId, side: Party) -> int:
        """Return the number of a side's newest share; 0 when there is none."""
        ...

    async def copied_in(self, chat: ChatId, message: str) -> ShareId | None:
        """Return the share of which a message of ours is a copy; None when it is none."""
        ...

    async def carried(self, link: LinkId, side: Party, since: datetime) -> Sequence[datetime]:
        """List when shares of a side were carried after a moment."""
        ...

    async def held(self, link: LinkId, side: Party) -> Sequence[KeptShare]:
        """List the shares of a side whose words wait for a digest, in the order they were said."""
        ...

    async def unsent(self, link: LinkId) -> Sequence[ShareId]:
        """List the shares of which a copy still waits in the outbox."""
        ...

    async def react(self, share: ShareId, person: PersonId, symbol: str, given: bool) -> bool:
        """Note a reaction given or taken back; False when that changes nothing."""
        ...

    async def reactions(self, share: ShareId) -> Sequence[tuple[str, int]]:
        """Count the reactions to a share by symbol."""
        ...
