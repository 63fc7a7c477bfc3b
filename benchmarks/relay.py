"""How long does what someone says in one Matrix room take to a linked group's room, and how much crosses in a second?

A real Synapse on loopback and people on plain HTTP. The same words go from room to room through Socium as it runs
(line, database, outbox, header) and through a bare matrix-nio bot that repeats what it hears, in turns. Socium's clock
is put forward between messages, or its digest would gather what comes faster than people write.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

import nio

from bots.assemble import build, loops
from bots.matrix import MATRIX
from bots.matrix.messenger import MatrixMessenger
from core.app.links.kept import party_of
from core.errors import TryAgain
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.ids import GroupId, LinkId, ProposalId, new_id
from core.messenger.events import AccountRef, ChatRef
from core.storage.schema import migrate
from core.storage.work import Database
from tests.edges.matrix_people import Person
from tests.edges.synapse import Synapse, User, running

ROUNDS = 60
WARM_UP = 5
BURST = 100
APART = timedelta(seconds=6)
AHEAD = 4
"""Messages of a burst that are on their way at once; were it more, the house would rightly take them for a flood."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rooms between which one bot carries, and what it is called in the table."""

    name: str
    bot: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one way was able to do: milliseconds from saying to seeing, and messages in a second, four at once."""

    name: str
    p50: float
    p95: float
    each_second: float


class HurriedClock:
    """The machine's clock, put forward by each message."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the moment, aware UTC."""
        return datetime.now(UTC) + self._ahead

    def hurry(self, times: int = 1) -> None:
        """Let the time pass that people take between so many messages."""
        self._ahead += APART * times


def main(rounds: int = ROUNDS, burst: int = BURST) -> None:
    """Measure, and print a table and one line of JSON.

    Args:
        rounds: How many messages are timed one by one, each way.
        burst: How many are said at once.
    """
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as synapse:
        found = asyncio.run(measure(synapse, Path(folder), rounds, burst))
    print(f"{'from one Matrix room to another':<36}{'p50 ms':>10}{'p95 ms':>10}{'messages/s':>12}")
    for one in found:
        print(f"{one.name:<36}{one.p50:>10.1f}{one.p95:>10.1f}{one.each_second:>12.1f}")
    figures = {
        one.name: {"p50_ms": round(one.p50, 1), "p95_ms": round(one.p95, 1), "per_s": round(one.each_second, 1)}
        for one in found
    }
    print(json.dumps({"benchmark": "relay", "rounds": rounds, "burst": burst, **figures}))


async def measure(synapse: Synapse, folder: Path, rounds: int, burst: int) -> list[Found]:
    """Time both ways in turns, then let each carry a burst."""
    lena, ivo = (Person(synapse.register(name, name), synapse.url) for name in ("Lena", "Ivo"))
    ours, bare = synapse.register("socium"), synapse.register("bare")
    clock = HurriedClock()
    async with _house(synapse, ours, folder, clock) as store:
        pair = Pair("Socium", ours.id, await _room(lena, ours), await _room(ivo, ours))
        await _link(store, clock, pair, lena.user, ivo.user)
        nio_pair = Pair("bare matrix-nio relay", bare.id, *[await _invited(one, bare) for one in (lena, ivo)])
        async with _running(_bare(synapse, bare, nio_pair)):
            await _entered(lena, nio_pair.here, bare)
            await _entered(ivo, nio_pair.there, bare)
            pairs = (pair, nio_pair)
            waits = await _in_turns(lena, ivo, pairs, clock, rounds)
            rates = [await _burst(lena, ivo, one, clock, burst) for one in pairs]
    for person in (lena, ivo):
        await person.close()
    return [_summary(one.name, waits[one.bot], rate) for one, rate in zip(pairs, rates, strict=True)]


@asynccontextmanager
async def _house(synapse: Synapse, user: User, folder: Path, clock: HurriedClock) -> AsyncIterator[Database]:
    url = f"sqlite:///{folder}/socium.db"
    await migrate(url)
    store = Database.at(url)
    messenger = MatrixMessenger(synapse.url, user.id, user.password, store=folder / "store")
    built = build(store, {messenger.name: messenger}, clock, "en", "UTC", limits={})
    async with loops(built), _running(messenger.run(built.application)):
        yield store
    await store.close()


async def _link(store: Database, clock: HurriedClock, pair: Pair, *people: User) -> None:
    """Put two groups with an open line into the database, each room the line's place of one."""
    async with store.write() as work:
        groups = []
        for user, room in zip(people, (pair.here, pair.there), strict=True):
            account = await work.people.account(AccountRef(MATRIX, user.id, user.id), "en", clock.now())
            member = Member(account.person, "", clock.now())
            name = f"Group of {user.id}"
            group = Group(
                GroupId(new_id()), name, ProposalId(new_id()), GroupStage.LIVING, (member,), "en", clock.now()
            )
            await work.groups.put(group)
            groups.append((group, await work.people.chat(ChatRef(MATRIX, room), "en")))
        link = link_of(LinkId(new_id()), *(party_of(group) for group, _chat in groups))
        await work.links.put(link)
        for group, chat in groups:
            await work.links.put_place(link.id, party_of(group), chat.id)


async def _in_turns(
    lena: Person, ivo: Person, pairs: tuple[Pair, ...], clock: HurriedClock, rounds: int
) -> dict[str, list[float]]:
    waits: dict[str, list[float]] = {one.bot: [] for one in pairs}
    since = await _now(ivo)
    order = list(pairs)
    for number in range(WARM_UP + rounds):
        order.append(order.pop(0))
        for pair in order:
            clock.hurry()
            start = time.perf_counter()
            await lena.write(pair.here, f"message {number}")
            since, _ = await _arrived(ivo, pair, since, {f"message {number}"})
            if number >= WARM_UP:
                waits[pair.bot].append((time.perf_counter() - start) * 1000)
    return waits


async def _burst(lena: Person, ivo: Person, pair: Pair, clock: HurriedClock, burst: int) -> float:
    """Say many things, each as soon as an earlier one arrived; returns how many arrived in a second."""
    since, going = await _now(ivo), asyncio.Semaphore(AHEAD)
    missing = {f"burst {number:04}" for number in range(burst)}
    start = time.perf_counter()

    async def speak() -> None:
        for number in range(burst):
            await going.acquire()
            clock.hurry(2)
            await lena.write(pair.here, f"burst {number:04}")

    async with _running(speak()):
        while missing:
            since, found = await _arrived(ivo, pair, since, missing)
            missing -= found
            for _one in found:
                going.release()
    return burst / (time.perf_counter() - start)


async def _arrived(ivo: Person, pair: Pair, since: str, wanted: set[str]) -> tuple[str, set[str]]:
    """Wait until the bot shows at least one of the wanted words; returns the token after it, and those it showed."""
    for _ in range(50):
        told = await ivo.ask("GET", "sync", timeout="10000", since=since)
        since = str(told["next_batch"])
        room = told.get("rooms", {}).get("join", {}).get(pair.there, {"timeline": {"events": []}})
        bodies = [str(e["content"].get("body", "")) for e in room["timeline"]["events"] if e["sender"] == pair.bot]
        found = {words for words in wanted for body in bodies if words in body}
        if room["timeline"].get("limited"):
            found |= {words for words in wanted for seen in await ivo.reads(pair.there, pair.bot) if words in seen.text}
        if found:
            return since, found
    raise TryAgain(f"{pair.name} carries nothing")


async def _now(person: Person) -> str:
    return str((await person.ask("GET", "sync", timeout="0"))["next_batch"])


async def _invited(person: Person, bot: User) -> str:
    return await person.make_room("Room", [bot.id])


async def _room(person: Person, bot: User) -> str:
    """Make a room with the bot and wait until it has said its first words."""
    room = await _invited(person, bot)
    await _entered(person, room, bot)
    await asyncio.sleep(1)
    return room


async def _entered(person: Person, room: str, bot: User) -> None:
    for _ in range(400):
        if bot.id in await person.members(room):
            return
        await asyncio.sleep(0.05)
    raise TryAgain(f"{bot.id} never came")


async def _bare(synapse: Synapse, user: User, pair: Pair) -> None:
    """Run the shortest relay that matrix-nio's manual suggests."""
    client = nio.AsyncClient(synapse.url, user.id)
    client.access_token, client.user_id = user.token, user.id

    async def carry(room: nio.MatrixRoom, event: nio.Event) -> None:
        if isinstance(event, nio.RoomMessageText) and event.sender != user.id and room.room_id == pair.here:
            words = {"msgtype": "m.notice", "body": f"{event.sender}: {event.body}"}
            await client.room_send(pair.there, "m.room.message", words)

    async def enter(room: nio.MatrixRoom, _event: nio.InviteEvent) -> None:
        await client.join(room.room_id)

    client.add_event_callback(carry, nio.RoomMessageText)
    client.add_event_callback(enter, nio.InviteMemberEvent)  # type: ignore[arg-type]  # nio types it too narrowly
    try:
        await client.sync_forever(30_000, full_state=True)
    finally:
        if client.client_session is not None:
            await client.client_session.close()


@asynccontextmanager
async def _running(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


def _summary(name: str, waits: list[float], each_second: float) -> Found:
    cuts = quantiles(waits, n=100)
    return Found(name, cuts[49], cuts[94], each_second)


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:3]))
