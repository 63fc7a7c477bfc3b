"""How do people meet Socium on Matrix in a test?

The stage of tests/stage.py on a real homeserver, with people who speak plain HTTP.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from bots.matrix.messenger import MatrixMessenger
from core.errors import TryAgain
from core.messenger.fit import SYMBOLS
from tests.edges.matrix_people import Person
from tests.edges.recording import RecordingDesk, running
from tests.edges.synapse import Synapse, User
from tests.edges.wire import Wire
from tests.stage import PRIVATE, Seen, SentFile, until

T = TypeVar("T")


class MatrixStage:
    """A homeserver with the bot and people on it, each with an account of this stage's own."""

    def __init__(self, synapse: Synapse, store: Path) -> None:
        self.synapse = synapse
        self.bot: User = synapse.register("socium", "Socium")
        self.store = store
        self.messenger = self.bot_again()
        self._people: dict[str, Person] = {}
        self._makers: dict[str, Person] = {}
        self._newest: Person | None = None

    def bot_again(self) -> MatrixMessenger:
        """Make another messenger for the same account and store, as after a restart."""
        return MatrixMessenger(self.synapse.url, self.bot.id, self.bot.password, store=self.store)

    @asynccontextmanager
    async def cut_off(self) -> AsyncIterator[tuple[Wire, MatrixMessenger]]:
        """Give a messenger for the same account on a wire that can be cut."""
        async with Wire.to(self.synapse.url) as wire:
            yield wire, MatrixMessenger(wire.url, self.bot.id, self.bot.password, store=self.store)

    async def log_bot_out(self) -> None:
        """Log the bot out everywhere, as an operator does from another client."""
        where = f"{self.synapse.url}/_matrix/client/v3"
        identifier = {"type": "m.id.user", "user": self.bot.id}
        login = {"type": "m.login.password", "identifier": identifier, "password": self.bot.password}
        async with httpx.AsyncClient(verify=False) as http:
            token = (await http.post(f"{where}/login", json=login)).json()["access_token"]
            headers = {"Authorization": f"Bearer {token}"}
            (await http.post(f"{where}/logout/all", json={}, headers=headers)).raise_for_status()

    def person(self, name: str) -> Person:
        """Return the person of that name; they get an account when first named."""
        if name not in self._people:
            self._people[name] = Person(self.synapse.register(name, name), self.synapse.url)
        return self._people[name]

    async def close(self) -> None:
        """Let everybody's client go."""
        for person in self._people.values():
            await person.close()

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a room with these people and the bot in it."""
        maker, *others = [self.person(name) for name in people]
        room = await maker.make_room(title, [self.bot.id, *(other.user.id for other in others)])
        self._makers[room] = maker
        for other in others:
            await other.join(room)
        await self._bot_is_in(maker, room)
        return room

    async def says(self, person: str, chat: str, text: str) -> None:
        """Let a person write; "/help" is typed "!help"."""
        who = self.person(person)
        room = chat or await self._private(who)
        self._newest = who
        await who.write(room, f"!{text[1:]}" if text.startswith("/") else text)

    async def replies(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person answer a message."""
        who = self.person(person)
        room = chat or await self._private(who)
        body = f"!{text[1:]}" if text.startswith("/") else text
        await who.write(room, body, **{"m.relates_to": {"m.in_reply_to": {"event_id": message}}})

    async def edits(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person change a message of their own."""
        who = self.person(person)
        new = {"msgtype": "m.text", "body": text}
        relation = {"rel_type": "m.replace", "event_id": message}
        await who.write(
            chat or await self._private(who), f"* {text}", **{"m.new_content": new, "m.relates_to": relation}
        )

    async def removes(self, person: str, chat: str, message: str) -> None:
        """Let a person redact a message of their own."""
        who = self.person(person)
        room = chat or await self._private(who)
        await who.ask("PUT", "rooms", room, "redact", message, f"r{message[-12:]}", body={})

    async def sends_file(self, person: str, chat: str, text: str, file: SentFile) -> None:
        """Let a person upload and send a picture or file."""
        who = self.person(person)
        kind = "m.image" if file.media.startswith("image/") else "m.file"
        content = {"msgtype": kind, "body": text or file.name, "filename": file.name, "url": await who.upload(file)}
        info = {"mimetype": file.media, "size": len(file.content)}
        await who.put(chat or await self._private(who), "m.room.message", {**content, "info": info})

    async def reacts(self, person: str, chat: str, message: str, symbol: str) -> None:
        """Let a person put a symbol under a message."""
        who = self.person(person)
        await who.react(chat or await self._private(who), message, symbol)

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let a person react with the symbol of the newest such choice; raises LookupError when there is none.

        Nobody taps an older one because the symbols of the newest are still on their way.
        """
        who = self.person(person)
        for room in [chat] if chat else await self._privates(who):
            for seen in reversed(await who.reads(room, self.bot.id)):
                symbol = _symbol(seen, label) if seen.from_bot else None
                if symbol is not None and (label not in seen.choices or who.reacted(room, seen.id, symbol)):
                    break
                if symbol is not None:
                    await who.react(room, seen.id, symbol)
                    return
        raise LookupError(f"nothing offers {label!r} to {person}")

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Show what that person's client shows there now; raises LookupError if they are not in."""
        who = self.person(person)
        if chat != PRIVATE:
            return await who.reads(chat, self.bot.id)
        rooms = await self._privates(who)
        return [seen for room in rooms for seen in await who.reads(room, self.bot.id)]

    async def chats(self, person: str) -> dict[str, str]:
        """List the rooms the person is in, going into those they are invited to: title → id."""
        who = self.person(person)
        for room, direct in (await who.invites()).items():
            if not direct:
                await who.join(room)
        rooms = (await who.look()).rooms
        return {found.name: room for room, found in rooms.items() if found.name}

    async def remove_bot(self, chat: str) -> None:
        """Let the one who made the room throw the bot out."""
        await self._makers[chat].ask("POST", "rooms", chat, "kick", body={"user_id": self.bot.id})

    async def repeats(self) -> None:
        """Let the newest writer's client send its event once more under the same transaction."""
        assert self._newest is not None
        await self._newest.repeat()

    async def slows_down(self) -> None:
        """Let the homeserver take one message a second from the bot."""
        self.synapse.slow_down(self.bot, per_second=1, burst=1)

    async def pinged(self) -> list[str]:
        """List whose homeserver counted a message of the bot as a ping."""
        pinged = []
        for name, person in self._people.items():
            events = [found["event"] for found in await person.highlights()]
            if any(event["sender"] == self.bot.id and event["type"] != "m.room.member" for event in events):
                pinged.append(name)
        return pinged

    async def _privates(self, who: Person) -> list[str]:
        """Return their private rooms with the bot, going into those the bot opened."""
        view = await who.look()
        opened = [room for room, direct in view.invited.items() if direct]
        for room in opened:
            await who.join(room)
        if opened:
            await who.look()
        return [room for room, found in view.rooms.items() if found.is_direct(who.user.id, self.bot.id)]

    async def _private(self, who: Person) -> str:
        rooms = await self._privates(who)
        if rooms:
            return rooms[-1]
        room = await who.make_room("", [self.bot.id], is_direct=True)
        await self._bot_is_in(who, room)
        return room

    async def _bot_is_in(self, who: Person, room: str) -> None:
        async def joined() -> bool:
            try:
                return self.bot.id in await who.members(room)
            except httpx.HTTPStatusError:
                return False

        await until(joined, 120)


def _symbol(seen: Seen, label: str) -> str | None:
    """Find the symbol that stands for a choice, whether it has been put under the message or is still on its way."""
    lines = seen.text.split("\n")
    return next((symbol for symbol in SYMBOLS if f"{symbol} {label}" in lines), None)


async def settled(messenger: MatrixMessenger, act: Callable[[], Awaitable[T]]) -> T:
    """Do what the outbox does with `TryAgain`: the same again, bounded."""
    for _ in range(100):
        try:
            return await act()
        except TryAgain:
            await asyncio.sleep(0.1)
    raise AssertionError(f"{messenger.name} never settled")


class OnMatrix:
    """What a class of Matrix tests begins with."""

    @pytest.fixture
    async def stage(self, synapse: Synapse, tmp_path: Path) -> AsyncIterator[MatrixStage]:
        """Give a homeserver with a bot account of this test's own."""
        stage = MatrixStage(synapse, tmp_path / "matrix")
        yield stage
        await stage.close()

    @pytest.fixture
    async def desk(self, stage: MatrixStage) -> AsyncIterator[RecordingDesk]:
        """Let the bot listen, with a desk that remembers."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            yield desk
