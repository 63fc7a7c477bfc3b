"""Where do dialogues play that tap what stood there long ago? In a town that waits for nothing and remembers all."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Table as Rows
from sqlalchemy import select

from core.app.dispatch import Application
from core.app.turn import Node
from core.ids import ChoiceKey, EventKey
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped
from core.storage.tables import accounts, pledges
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier
from tests.flows.house import ABLE, SQUARE, TOWN, House

OTHER_SEATS = ("alto", "bass", "tenor", "soprano", "drums", "lights")


class Town(House):
    """One town on a database of its own; whoever acts is answered before the next line of the dialogue.

    Args:
        store: The database.
        able: What the messenger there can do.
        courier: Who carries what is said.
    """

    def __init__(self, store: Database, able: Capabilities = ABLE, courier: type[Courier] = Courier) -> None:
        super().__init__(store)
        self.store = store
        self.application = Application(store, self.clock, Node("en", "UTC", lambda _chat: able))
        self.courier = courier(store, self.application, self.clock, TOWN)

    async def says(self, person: str, words: str, chat: ChatRef | None = None) -> None:
        """Let someone write, privately where no chat is named."""
        alone = ChatRef(TOWN, f"alone with {person}", ChatKind.PRIVATE, person.title())
        await self.happens(person, Said(words), chat or alone)

    async def seats(self, people: Sequence[str], what: str = "Choir", *, agreed: bool = True) -> None:
        """Let people form a group, and agree on their first contract."""
        needs = OTHER_SEATS[: len(people) - 1]
        await self.says(people[0], f"/propose {what} | need: {', '.join(needs)} | 3-7 people | in 2 weeks", SQUARE)
        for person, need in zip(people[1:], needs, strict=True):
            await self.taps(person, f"I bring {need}")
        await self.taps(people[0], "Start")
        for person in people[1:]:
            await self.taps(person, "Yes, let's start")
        await self.all_tap(people if agreed else (), "All fine")

    async def all_tap(self, people: Sequence[str], label: str) -> None:
        """Let each of them tap the same."""
        for person in people:
            await self.taps(person, label)

    async def taps_old(self, person: str, key: ChoiceKey) -> None:
        """Let someone tap what stood there once."""
        await self.happens(person, Tapped(key))

    def key(self, label: str) -> ChoiceKey:
        """Return the newest choice of that label, whoever reads it."""
        return next(key for shown, key in reversed(self.courier.labels) if shown == label)

    def keys_in(self, chat: ChatRef, label: str) -> ChoiceKey:
        """Return the newest choice of that label in a room."""
        return next(key for where, shown, key in reversed(self.courier.in_chats) if where == chat.id and shown == label)

    def key_of(self, person: str, label: str) -> ChoiceKey:
        """Return the newest choice of that label which this person alone reads."""
        return next(
            key for shown, key in reversed(self.courier.labels) if shown == label and key in self._alone(person)
        )

    def _alone(self, person: str) -> dict[ChoiceKey, None]:
        return self.courier.shown.get(person.title(), {})

    def offers(self, label: str) -> int:
        """Say how often a choice of that label was ever shown."""
        return sum(shown == label for shown, _key in self.courier.labels)

    async def blocks(self, person: str) -> None:
        """Let someone say that they cannot live with it."""
        await self.taps(person, "I can't live with it")
        await self.says(person, "our peace")
        await self.says(person, "a talk")

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and let ring what is due."""
        self.clock.advance(time)
        while await self.application.ring():
            pass
        await self.courier.deliver()

    def told(self, person: str) -> str:
        """Return what someone was told last, alone; "" reads the rooms."""
        return next(words for who, words in reversed(self.courier.words) if who == person.title())

    def count(self, person: str, part: str) -> int:
        """Say how often someone was told something, alone; "" reads the rooms."""
        return sum(who == person.title() and part in words for who, words in self.courier.words)

    async def rows(self, *of: Rows) -> list[list[tuple[object, ...]]]:
        """Read whole tables of the database."""
        async with self.store.read() as work:
            return [sorted(map(tuple, await work.connection.execute(select(one))), key=repr) for one in of]

    async def person(self, name: str) -> str:
        """Return who someone is in the database."""
        async with self.store.read() as work:
            return str(
                (
                    await work.connection.execute(select(accounts.c.person).where(accounts.c.messenger_id == name))
                ).scalar_one()
            )

    async def pledge(self) -> str:
        """Return the id of the only pledge there is."""
        async with self.store.read() as work:
            return str((await work.connection.execute(select(pledges.c.id))).scalar_one())

    def event(self, person: str, words: str) -> Incoming:
        """Make an event that nobody has seen yet."""
        self._events += 1
        account = AccountRef(TOWN, person, person.title(), "en")
        return Incoming(EventKey(f"e{self._events}"), SQUARE, account, Said(words), self.clock.now())


@asynccontextmanager
async def town_at(
    template: Template, folder: Path, able: Capabilities = ABLE, courier: type[Courier] = Courier
) -> AsyncIterator[Town]:
    """Build a town on a fresh database."""
    store = Database.at(template.copy(folder))
    try:
        yield Town(store, able, courier)
    finally:
        await store.close()
