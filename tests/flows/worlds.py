"""How do many groups live in one house when no messenger needs to be shown, and what was anyone ever told?"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.dispatch import Application
from core.app.outbox import Leased
from core.app.queue import Deed
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped, What
from core.messenger.messages import Message
from core.messenger.port import HomeMade
from core.storage.work import Database
from core.texts.translator import render
from tests.databases import Template
from tests.flows.courier import Courier

TOWN = MessengerName("town")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)
START = datetime(2026, 5, 1, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was said or changed in a chat: where, when and how it read."""

    chat: str
    at: datetime
    text: str
    edited: bool


class Listener(Courier):
    """Notes every message on its way, and which choices stand where."""

    def __init__(self, store: Database, application: Application, clock: VirtualClock) -> None:
        super().__init__(store, application, clock, TOWN)
        self.clock = clock
        self.told: list[Told] = []
        self.offered: dict[str, list[tuple[str, ChoiceKey]]] = {}

    async def _do(self, one: Leased) -> None:
        if one.sending.deed is Deed.HOME and self._has_home(one):
            place = ChatRef(TOWN, f"place-{one.sending.id}", title=str(one.sending.data["title"]))
            await self._application.home_made(one.sending, HomeMade(place))
            return
        await super()._do(one)
        message, deed = one.sending.message, one.sending.deed
        if message is None or deed not in {Deed.SEND, Deed.EDIT}:
            return
        chat = one.chat.id if one.chat else f"private-{one.account.id if one.account else ''}"
        self.told.append(Told(chat, self.clock.now(), read(message), deed is Deed.EDIT))
        labels = [render(choice.label, "en") for choice in message.choices]
        self.offered.setdefault(chat, []).extend(zip(labels, one.sending.keys, strict=True))

    def _has_home(self, one: Leased) -> bool:
        """Say whether the group has its home: what is asked for then is a place for one of its links."""
        home = f"home-{one.sending.data['group']}"
        return any(told.chat == home for told in self.told)


def read(message: Message) -> str:
    """Read a message out as an English chat shows it."""
    lines = [render(line.text, "en") for line in message.lines]
    return "\n".join([*lines, *(f"[{render(choice.label, 'en')}]" for choice in message.choices)])


class House:
    """One installation, people in it, and everything it ever said.

    Args:
        template: A migrated database.
        folder: Where its own copy goes.
    """

    def __init__(self, template: Template, folder: Path) -> None:
        self.clock = VirtualClock(START)
        self.store = Database.at(template.copy(folder))
        self.application = Application(self.store, self.clock, Node("en", "UTC", lambda _chat: ABLE))
        self.courier = Listener(self.store, self.application, self.clock)
        self._events = 0
        self.last: Incoming | None = None

    async def says(self, person: str, chat: str, words: str) -> None:
        """Let someone write; `private` is the chat with the bot alone."""
        await self._happens(person, chat, Said(words))

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let someone choose the newest choice of that label in a chat."""
        keys = [key for shown, key in self.courier.offered.get(chat, []) if shown == label]
        assert keys, (label, self.courier.offered.get(chat))
        await self._happens(person, chat, Tapped(keys[-1]))

    async def taps_key(self, person: str, chat: str, key: ChoiceKey) -> None:
        """Let someone choose anything that was ever shown to anyone."""
        await self._happens(person, chat, Tapped(key))

    async def repeats(self) -> None:
        """Deliver the last event once more."""
        if self.last is not None:
            await self.application.handle(self.last)
            await self.courier.deliver()

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and let ring what is due, each thing at its own moment."""
        end = self.clock.now() + time
        while (due := await self.store.next_due()) is not None and due <= end:
            self.clock.advance(max(timedelta(), due - self.clock.now()))
            await self.application.ring()
            await self.courier.deliver()
        self.clock.advance(end - self.clock.now())
        await self.courier.deliver()

    async def forms(self, people: tuple[str, ...], what: str, topic: str) -> str:
        """Let people propose, start and agree on a contract; returns their home."""
        square = f"square-{what}"
        first, *others = people
        line = f"/propose {what} | need: hands | {len(people)}-{len(people)} people | in 2 weeks | topics: {topic}"
        await self.says(first, square, line)
        for person in others:
            await self.taps(person, square, "I bring something else")
            await self.says(person, square, "hands")
            await self.says(person, f"private-{person}", "hands")
        await self.taps(first, square, "Start")
        for person in others:
            for chat, offered in list(self.courier.offered.items()):
                if chat.startswith("private-") and any(label == "Yes, let's start" for label, _key in offered):
                    await self.taps(person, chat, "Yes, let's start")
        home = next(told.chat for told in reversed(self.courier.told) if told.chat.startswith("home-"))
        for person in people:
            await self.taps(person, home, "All fine")
        return home

    def transcript(self, *chats: str) -> list[Told]:
        """Return all that was said or changed in some chats, in order."""
        return [told for told in self.courier.told if told.chat in chats]

    async def close(self) -> None:
        """Leave nothing open."""
        await self.store.close()

    async def _happens(self, person: str, chat: str, what: What) -> None:
        self._events += 1
        private = chat.startswith("private")
        place = ChatRef(TOWN, chat, ChatKind.PRIVATE) if private else ChatRef(TOWN, chat, title=chat)
        account = AccountRef(TOWN, person, person.title(), "en")
        self.last = Incoming(EventKey(f"e{self._events}"), place, account, what, self.clock.now())
        await self.application.handle(self.last)
        await self.courier.deliver()
        while await self.application.ring():
            await self.courier.deliver()
