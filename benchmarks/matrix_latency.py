"""How long does a person on Matrix wait for the first answer to a command?

A real Synapse on loopback, a person on plain HTTP, and three bots asked in turns, in private chats: Socium as it runs,
its Matrix edge with a mere echo behind it, and a bare matrix-nio bot that does nothing but echo. The time runs from
sending the command to seeing the answer.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import nio

from bots.assemble import build, loops
from bots.matrix.messenger import MatrixMessenger
from core.clock import SystemClock
from core.errors import TryAgain
from core.ids import MessengerName, new_id
from core.messenger.events import AccountRef, Incoming, Said
from core.messenger.port import Desk, Paragraph, Post
from core.storage.schema import migrate
from core.storage.work import Database
from tests.edges.matrix_people import Person
from tests.edges.synapse import Synapse, User, running

ROUNDS = 100
WARM_UP = 10
COMMAND = "!help"

Arrange = Callable[[MatrixMessenger, Path], AbstractAsyncContextManager[Desk]]
"""Puts a desk behind a messenger; what it keeps goes into the folder."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long one bot let the person wait, milliseconds."""

    name: str
    p50: float
    p95: float


class EchoingDesk:
    """A desk that answers at once and remembers nothing: the edge alone is measured."""

    def __init__(self, messenger: MatrixMessenger) -> None:
        self._messenger = messenger
        self._token = ""

    async def handle(self, incoming: Incoming) -> None:
        """Say what was said."""
        if isinstance(incoming.what, Said) and incoming.what.text.startswith("/"):
            await self._messenger.send(Post(incoming.chat, new_id(), (Paragraph(incoming.what.text),)))

    async def suggest(self, command: str, argument: str, typed: str, account: AccountRef) -> Sequence[tuple[str, str]]:
        """Suggest nothing."""
        return ()

    async def last_token(self, messenger: MessengerName) -> str:
        """Return where reading stopped."""
        return self._token

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where reading stopped, in memory."""
        self._token = token


@asynccontextmanager
async def echo(messenger: MatrixMessenger, folder: Path) -> AsyncIterator[Desk]:
    """Put an echo behind the messenger."""
    yield EchoingDesk(messenger)


@asynccontextmanager
async def house(messenger: MatrixMessenger, folder: Path) -> AsyncIterator[Desk]:
    """Put the whole application behind the messenger, with a SQLite file, its outbox and its timers."""
    url = f"sqlite:///{folder}/socium.db"
    await migrate(url)
    store = Database.at(url)
    built = build(store, {messenger.name: messenger}, SystemClock(), "en", "UTC")
    async with loops(built):
        yield built.application
    await store.close()


def main(rounds: int = ROUNDS) -> None:
    """Measure, and print a table and one line of JSON.

    Args:
        rounds: How often each bot is asked.
    """
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as synapse:
        for name in ("whole", "edge"):
            (Path(folder) / name).mkdir()
        found = asyncio.run(measure(synapse, Path(folder), rounds))
    print(f"{'command to first reply on Synapse':<36}{'p50 ms':>10}{'p95 ms':>10}")
    for waits in found:
        print(f"{waits.name:<36}{waits.p50:>10.1f}{waits.p95:>10.1f}")
    figures = {waits.name: {"p50_ms": round(waits.p50, 1), "p95_ms": round(waits.p95, 1)} for waits in found}
    print(json.dumps({"benchmark": "matrix_latency", "rounds": rounds, **figures}))


async def measure(synapse: Synapse, folder: Path, rounds: int) -> list[Waits]:
    """Ask all bots in turns, so that all meet the same machine in the same mood."""
    person = Person(synapse.register("lena"), synapse.url)
    bots = {name: synapse.register("bot") for name in ("Socium", "Socium's edge with an echo", "bare matrix-nio echo")}
    whole, edge, bare = bots.values()
    async with (
        _listening(synapse, whole, folder / "whole", house),
        _listening(synapse, edge, folder / "edge", echo),
        _running(_bare_echo(synapse, bare)),
    ):
        rooms = {user.id: await _room(person, user) for user in bots.values()}
        waits = await _ask(person, rooms, rounds)
    await person.close()
    return [_summary(name, waits[user.id]) for name, user in bots.items()]


@asynccontextmanager
async def _listening(synapse: Synapse, user: User, folder: Path, arrange: Arrange) -> AsyncIterator[None]:
    messenger = MatrixMessenger(synapse.url, user.id, user.password, store=folder / "store")
    async with arrange(messenger, folder) as desk, _running(messenger.run(desk)):
        yield


@asynccontextmanager
async def _running(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _ask(person: Person, rooms: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Ask every bot in each round, each time beginning with another one."""
    waits: dict[str, list[float]] = {bot: [] for bot in rooms}
    since = str((await person.ask("GET", "sync", timeout="0"))["next_batch"])
    order = list(rooms.items())
    for number in range(WARM_UP + rounds):
        order.append(order.pop(0))
        for bot, room in order:
            start = time.perf_counter()
            await person.write(room, COMMAND)
            since = await _answer(person, bot, since)
            if number >= WARM_UP:
                waits[bot].append((time.perf_counter() - start) * 1000)
    return waits


async def _answer(person: Person, bot: str, since: str) -> str:
    """Wait until the bot says something; returns the token after it."""
    for _ in range(50):
        told = await person.ask("GET", "sync", timeout="10000", since=since)
        since = told["next_batch"]
        for room in told.get("rooms", {}).get("join", {}).values():
            events = room["timeline"]["events"]
            if any(event["sender"] == bot and event["type"] == "m.room.message" for event in events):
                return str(since)
    raise TryAgain(f"{bot} does not answer")


async def _room(person: Person, user: User) -> str:
    """Make a room with one bot and wait until it is in and has said its first words."""
    room = await person.make_room("", [user.id], is_direct=True)
    for _ in range(200):
        if user.id in await person.members(room):
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(1)
    return room


async def _bare_echo(synapse: Synapse, user: User) -> None:
    """Run the shortest echo bot that matrix-nio's manual suggests."""
    client = nio.AsyncClient(synapse.url, user.id)
    client.access_token, client.user_id = user.token, user.id

    async def echo(room: nio.MatrixRoom, event: nio.Event) -> None:
        if isinstance(event, nio.RoomMessageText) and event.sender != user.id:
            await client.room_send(room.room_id, "m.room.message", {"msgtype": "m.notice", "body": event.body})

    async def enter(room: nio.MatrixRoom, _event: nio.InviteEvent) -> None:
        await client.join(room.room_id)

    client.add_event_callback(echo, nio.RoomMessageText)
    client.add_event_callback(enter, nio.InviteMemberEvent)  # type: ignore[arg-type]  # nio types it too narrowly
    try:
        await client.sync_forever(30_000, full_state=True)
    finally:
        if client.client_session is not None:
            await client.client_session.close()


def _summary(name: str, waits: list[float]) -> Waits:
    cuts = statistics.quantiles(waits, n=100)
    return Waits(name, cuts[49], cuts[94])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
