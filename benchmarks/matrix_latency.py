"""How long does a person on Matrix wait for the first answer to a command?

A real Synapse on loopback, a person on plain HTTP, and two bots asked in turns: our edge with a desk behind it, and
a bare matrix-nio bot that does nothing but echo. The time runs from sending the command to seeing the answer.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import nio

from bots.matrix.messenger import MatrixMessenger
from core.errors import TryAgain
from core.ids import MessengerName, new_id
from core.messenger.events import AccountRef, Incoming, Said
from core.messenger.port import Desk, Paragraph, Post
from tests.edges.matrix_people import Person
from tests.edges.synapse import Synapse, User, running

ROUNDS = 100
WARM_UP = 10

Arrange = Callable[[MatrixMessenger], AbstractAsyncContextManager[Desk]]
"""Puts a desk behind the messenger: the echo below, or the whole application with its outbox."""


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
async def echoing(messenger: MatrixMessenger) -> AsyncIterator[Desk]:
    """Put an echo behind the messenger."""
    yield EchoingDesk(messenger)


def main(arrange: Arrange = echoing, command: str = "!echo {number}", rounds: int = ROUNDS) -> None:
    """Measure, and print a table and one line of JSON.

    Args:
        arrange: What stands behind our edge.
        command: What the person types; `{number}` is the round.
        rounds: How often each bot is asked.
    """
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as synapse:
        found = asyncio.run(measure(synapse, Path(folder), arrange, command, rounds))
    print(f"{'command to first reply on Synapse':<36}{'p50 ms':>10}{'p95 ms':>10}")
    for waits in found:
        print(f"{waits.name:<36}{waits.p50:>10.1f}{waits.p95:>10.1f}")
    figures = {waits.name: {"p50_ms": round(waits.p50, 1), "p95_ms": round(waits.p95, 1)} for waits in found}
    print(json.dumps({"benchmark": "matrix_latency", "rounds": rounds, **figures}))


async def measure(synapse: Synapse, folder: Path, arrange: Arrange, command: str, rounds: int) -> list[Waits]:
    """Ask both bots in turns, so that both meet the same machine in the same mood."""
    ours, bare = synapse.register("socium"), synapse.register("bare")
    person = Person(synapse.register("lena"), synapse.url)
    messenger = MatrixMessenger(synapse.url, ours.id, ours.password, store=folder / "store")
    async with arrange(messenger) as desk:
        tasks = [asyncio.create_task(messenger.run(desk)), asyncio.create_task(_bare_echo(synapse, bare))]
        try:
            rooms = [(user, await _room(person, user)) for user in (ours, bare)]
            waits = await _ask(person, rooms, command, rounds)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await person.close()
    names = ("Socium's edge", "bare matrix-nio echo")
    return [_summary(name, waits[user.id]) for name, user in zip(names, (ours, bare), strict=True)]


async def _ask(person: Person, rooms: list[tuple[User, str]], command: str, rounds: int) -> dict[str, list[float]]:
    waits: dict[str, list[float]] = {user.id: [] for user, _room in rooms}
    since = (await person.ask("GET", "sync", timeout="0"))["next_batch"]
    for number in range(WARM_UP + rounds):
        for user, room in rooms if number % 2 else rooms[::-1]:
            start = time.perf_counter()
            await person.write(room, command.format(number=number))
            since = await _answer(person, user.id, since)
            if number >= WARM_UP:
                waits[user.id].append((time.perf_counter() - start) * 1000)
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
    room = await person.make_room("Bench", [user.id])
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
    client.add_event_callback(enter, nio.InviteMemberEvent)  # type: ignore[arg-type]
    try:
        await client.sync_forever(30_000, full_state=True)
    finally:
        if client.client_session is not None:
            await client.client_session.close()


def _summary(name: str, waits: list[float]) -> Waits:
    cuts = statistics.quantiles(waits, n=100)
    return Waits(name, cuts[49], cuts[94])


if __name__ == "__main__":
    main(rounds=int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
