"""How is the whole house called natively, on a real database and without a messenger?"""

from datetime import UTC, datetime

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import EventKey, MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatRef, Incoming, Said, Tapped, What
from core.storage.work import Database
from tests.flows.courier import Courier

START = datetime(2026, 5, 1, 10, tzinfo=UTC)
TOWN = MessengerName("town")
SQUARE = ChatRef(TOWN, "square", title="Square")
THREE = ("lena", "omar", "mei")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)


class House:
    """One town, and what was said in it."""

    def __init__(self, store: Database) -> None:
        self.clock = VirtualClock(START)
        self.application = Application(store, self.clock, Node("en", "UTC", lambda _chat: ABLE))
        self.courier = Courier(store, self.application, self.clock, TOWN)
        self._events = 0

    async def happens(self, person: str, what: What, chat: ChatRef = SQUARE) -> None:
        """Let one event act, and carry what is said."""
        self._events += 1
        account = AccountRef(TOWN, person, person.title(), "en")
        await self.application.handle(Incoming(EventKey(f"e{self._events}"), chat, account, what, self.clock.now()))
        await self.courier.deliver()

    async def forms(self) -> None:
        """Let three form a group and agree on their first contract."""
        await self.happens("lena", Said("/propose Choir | need: alto, bass | 3-5 people | in 2 weeks"))
        await self.taps("omar", "I bring alto")
        await self.taps("mei", "I bring bass")
        await self.taps("lena", "Start")
        for person in THREE[1:]:
            await self.taps(person, "Yes, let's start")
        for person in THREE:
            await self.taps(person, "All fine")

    async def taps(self, person: str, label: str) -> None:
        """Tap what is written so: the newest that is theirs."""
        theirs = self.courier.shown.get(person.title(), {}) | self.courier.shown.get("", {})
        keys = [key for shown, key in self.courier.labels if shown == label and key in theirs]
        await self.happens(person, Tapped(keys[-1]))
