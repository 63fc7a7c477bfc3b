"""How does delivery take out what waits, and note what became of it?

Storage implements the port.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from core.app.queue import Sending
from core.ids import MessengerName, PostId
from core.messenger.events import AccountRef, ChatRef, MessageRef


@dataclass(frozen=True, slots=True)
class Leased:
    """A deed handed out for a while, with all that is needed to do it without asking again.

    Attributes:
        sending: What to do.
        chat: Where, None when a private chat must be opened first.
        account: Whom it concerns.
        edits: The message to change, None when it stayed behind in a chat that moved (then it is said anew).
        fallback: Where a tap-to-open may appear.
        members: Accounts of a HOME deed.
        language: Of the chat or, in private, of the person.
        zone: IANA name, likewise.
        attempts: How often it was tried before.
        unsure: Whether the last try ended unknown, with the process that made it.
        answers: The message this one answers, in the same chat.
    """

    sending: Sending
    chat: ChatRef | None
    account: AccountRef | None
    edits: MessageRef | None
    fallback: ChatRef | None
    members: tuple[AccountRef, ...]
    language: str
    zone: str
    attempts: int
    unsure: bool = False
    answers: MessageRef | None = None


class Outbox(Protocol):
    """What delivery takes out; every call is a short transaction of its own."""

    async def lease(
        self, owner: str, messengers: Sequence[MessengerName], now: datetime, until: datetime, most: int
    ) -> Sequence[Leased]:
        """Hand out the heads of free lanes: at most one deed per lane, most urgent first, none before its time."""
        ...

    async def reclaim(self, owner: str, now: datetime) -> None:
        """Free the lanes that an earlier run of the same owner held when it ended."""
        ...

    async def hasten(
        self,
        messengers: Sequence[MessengerName],
        now: datetime,
        *,
        beyond: timedelta = timedelta(),
        by: timedelta | None = None,
    ) -> None:
        """Let nobody wait for moments that a clock running ahead set; what was put for later keeps its moment.

        Args:
            messengers: Whose lanes.
            now: Aware UTC.
            beyond: Lanes that are free within this time are left alone.
            by: How much earlier they are free, and then leases are left alone; None frees all of them now.
        """
        ...

    async def done(
        self, sending: PostId, message: MessageRef | None, now: datetime, rest_until: datetime | None = None
    ) -> bool:
        """Note success, with the message that appeared; frees the lane, not before `rest_until` if it needs rest.

        Returns whether more waits in the lane.
        """
        ...

    async def opened(self, sending: PostId, chat: ChatRef) -> None:
        """Note the private chat found for an account, before anything is sent to it."""
        ...

    async def later(self, sending: PostId, not_before: datetime, reason: str) -> None:
        """Put back, to be tried again from that moment; the lane waits with it."""
        ...

    async def give_up(self, sending: PostId, reason: str, now: datetime) -> None:
        """Note that it will never arrive; frees the lane."""
        ...

    async def park(self, sending: PostId, now: datetime) -> bool:
        """Keep it until its account opens the private chat; True when a tap-to-open was put into the fallback room."""
        ...

    async def sleep(self, chat: ChatRef, now: datetime) -> None:
        """Note that the bot is no longer in a chat: what waits for it is given up, it takes part no more."""
        ...

    async def next_time(self, messengers: Sequence[MessengerName]) -> datetime | None:
        """Say when the earliest waiting deed may go."""
        ...
