"""How is delivery watched closely: an outbox in memory, and a loop whose time passes at once?"""

import asyncio
import selectors
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from core.app.outbox import Leased
from core.app.queue import Deed, Sending
from core.ids import ChatId, MessengerName, PostId
from core.messenger.events import AccountRef, ChatKind, ChatRef, MessageRef
from core.messenger.port import HomeMade
from tests.storage.samples import HERE, NOW, a_message

Result = TypeVar("Result")

ROOM = ChatRef(HERE, "room", ChatKind.ROOM, "Room")
PRIVATE = ChatRef(HERE, "private-lena", ChatKind.PRIVATE)
LENA = AccountRef(HERE, "lena", "Lena")


def a_sending(deed: Deed = Deed.SEND, name: str = "s1", **more: Any) -> Sending:
    """Make a deed that says hello."""
    values: dict[str, Any] = {"messenger": HERE, "chat": ChatId("1"), "message": a_message()}
    return Sending(PostId(name), deed, "chat:1", **(values | more))


def handed_out(sending: Sending | None = None, chat: ChatRef | None = ROOM, **more: Any) -> Leased:
    """Hand a deed out as storage does."""
    values = {"account": None, "edits": None, "fallback": None, "members": (), "language": "en", "zone": "UTC"}
    return Leased(sending or a_sending(), chat, **(values | {"attempts": 0} | more))


@dataclass
class Shelf:
    """An outbox that notes each call, its name first.

    Attributes:
        waiting: Handed out from the front.
        due: When the first of them may go.
        trouble: Raised by the next calls that read, one each; None for a call that goes well.
        goes_on: Whether more is said to wait behind what was done.
    """

    waiting: list[Leased] = field(default_factory=list)
    due: datetime = NOW
    calls: list[tuple[object, ...]] = field(default_factory=list)
    trouble: list[Exception | None] = field(default_factory=list)
    goes_on: bool = True

    def noted(self, *names: str) -> list[tuple[object, ...]]:
        """List the calls of these names."""
        return [call for call in self.calls if call[0] in names]

    async def lease(
        self, owner: str, messengers: Sequence[MessengerName], now: datetime, until: datetime, most: int
    ) -> Sequence[Leased]:
        """Hand out what waits."""
        self.calls.append(("lease", owner, tuple(messengers), now, until, most))
        taken, self.waiting = self.waiting[:most], self.waiting[most:]
        return taken

    async def reclaim(self, owner: str, now: datetime) -> None:
        """Note it."""
        self.calls.append(("reclaim", owner, now))

    async def hasten(
        self,
        messengers: Sequence[MessengerName],
        now: datetime,
        *,
        beyond: timedelta = timedelta(),
        by: timedelta | None = None,
    ) -> None:
        """Note it."""
        self.calls.append(("hasten", tuple(messengers), now, beyond, by))

    async def done(
        self, sending: PostId, message: MessageRef | None, now: datetime, rest_until: datetime | None = None
    ) -> bool:
        """Note it."""
        self.calls.append(("done", sending, message, now, rest_until))
        return self.goes_on

    async def opened(self, sending: PostId, chat: ChatRef) -> None:
        """Note it."""
        self.calls.append(("opened", sending, chat))

    async def later(self, sending: PostId, not_before: datetime, reason: str) -> None:
        """Note it."""
        self.calls.append(("later", sending, not_before, reason))

    async def give_up(self, sending: PostId, reason: str, now: datetime) -> None:
        """Note it."""
        self.calls.append(("give-up", sending, reason, now))

    async def park(self, sending: PostId, now: datetime) -> bool:
        """Note it."""
        self.calls.append(("park", sending, now))
        return True

    async def sleep(self, chat: ChatRef, now: datetime) -> None:
        """Note it."""
        self.calls.append(("sleep", chat, now))

    async def next_time(self, messengers: Sequence[MessengerName]) -> datetime | None:
        """Say when the first may go."""
        if trouble := self.trouble.pop(0) if self.trouble else None:
            raise trouble
        self.calls.append(("next-time", tuple(messengers)))
        return self.due if self.waiting else None


@dataclass
class Hearer:
    """An application that notes what delivery tells it, in the same list as the outbox."""

    calls: list[tuple[object, ...]]

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Note it."""
        self.calls.append(("home-made", sending.id, made))

    async def home_failed(self, sending: Sending) -> None:
        """Note it."""
        self.calls.append(("home-failed", sending.id))

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Note it."""
        self.calls.append(("admitted", sending.id, way_in))

    async def ring(self) -> bool:
        """Have no timers."""
        return False


class _Hasty(selectors.SelectSelector):
    """Waits for nothing: whatever would be waited for in vain is added to the time."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Look once, and let the time pass."""
        found = super().select(None if timeout is None else 0)
        if not found and timeout:
            self.passed += timeout
        return found


class Loop(asyncio.SelectorEventLoop):
    """A loop whose time begins at 0 and passes at once while everybody waits; nothing foreign is waited for in it."""

    def __init__(self) -> None:
        self._hasty = _Hasty()
        super().__init__(self._hasty)

    def time(self) -> float:
        """Return the seconds that passed."""
        return self._hasty.passed


def at_once(story: Coroutine[Any, Any, Result]) -> Result:
    """Play a story without waiting for any of its pauses."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(story)


def seconds() -> float:
    """Say how much time has passed in the story that is played."""
    return asyncio.get_running_loop().time()
