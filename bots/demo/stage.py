"""How does a story act on the real house, at once and without waiting?"""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bots.assemble import House, build
from bots.local.happened import Entry, Flavour
from bots.local.incoming import read
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from core.storage.schema import migrate
from core.storage.work import Database


class DemoStage:
    """People of the local world, a clock that is told to go on, and the house that answers.

    Attributes:
        messenger: The local messenger; its world is what the transcript watches.
        clock: The story's time.
    """

    def __init__(self, messenger: LocalMessenger, house: House, clock: VirtualClock) -> None:
        self.messenger, self.clock = messenger, clock
        self._house = house
        self._people: dict[str, str] = {}
        self._rooms: dict[str, str] = {}
        self._handled = 0

    def gather(self, title: str, flavour: Flavour, *people: str, language: str = "en") -> None:
        """Let people come together in a room."""
        world = self.messenger.world
        for name in people:
            self._people[name] = world.comes(name, flavour, language).id
        self._rooms[title] = world.makes_room(title, [self._people[name] for name in people]).id

    async def says(self, person: str, room: str, text: str) -> None:
        """Let someone write, in a room or, with an empty title, in private."""
        await self._answered(self.messenger.world.says(self._people[person], self._place(person, room), text))

    async def taps(self, person: str, room: str, label: str) -> None:
        """Let someone choose."""
        await self._answered(self.messenger.world.taps(self._people[person], self._place(person, room), label))

    async def answers(self, person: str, room: str, words: str, text: str) -> None:
        """Let someone answer the newest message there that holds these words."""
        world, who, chat = self.messenger.world, self._people[person], self._place(person, room)
        await self._answered(world.says(who, chat, text, reply_to=self._message(who, chat, words)))

    async def edits(self, person: str, room: str, words: str, text: str) -> None:
        """Let someone say differently what they said in these words."""
        world, who, chat = self.messenger.world, self._people[person], self._place(person, room)
        await self._answered(world.edits(who, chat, self._message(who, chat, words), text))

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and let come what is due."""
        self.clock.advance(time)
        await self._house.timers.drain()
        await self._house.delivery.drain()

    async def begin(self) -> None:
        """Let the house hear of everything that has happened so far."""
        for entry in self.messenger.world.since(self._handled):
            await self._answered(entry)

    async def _answered(self, entry: Entry) -> None:
        world = self.messenger.world
        self._handled = entry.number
        incoming = read(entry, world.state, world.name)
        if incoming is not None:
            await self._house.application.handle(incoming)
        await self.passes(timedelta())

    def _message(self, person: str, chat: str, words: str) -> str:
        read = reversed(self.messenger.world.reads(person, chat))
        return next(one.id for one in read if any(words in line.text for line in one.words.body))

    def _place(self, person: str, room: str) -> str:
        world = self.messenger.world
        if not room:
            return world.private_chat(self._people[person])
        homes = {chat.title: chat.id for chat in world.chats(self._people[person]) if not chat.private}
        return homes[room]


@asynccontextmanager
async def staged(start: datetime) -> AsyncIterator[DemoStage]:
    """Build the whole house on a database in a folder that is thrown away afterwards."""
    clock = VirtualClock(start)
    messenger = LocalMessenger(port=None, clock=clock, empty=True)
    with tempfile.TemporaryDirectory(prefix="socium-demo-") as folder:
        url = f"sqlite:///{Path(folder) / 'demo.db'}"
        await migrate(url)
        store = Database.at(url)
        try:
            yield DemoStage(messenger, build(store, {messenger.name: messenger}, clock, "en", "Europe/Vienna"), clock)
        finally:
            await store.close()
