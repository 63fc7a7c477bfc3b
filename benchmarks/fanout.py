"""What does one announcement cost that goes to a thousand following chats, and how does that grow?

It is told by day, so that every chat hears at once; then a seat is taken, and the card changes in every chat that
had got it. Another chat's event is measured all the while: it must not wait for the whole announcement. Sizes may be
given in FANOUT, such as `FANOUT=1000,100000`.
"""

import asyncio
import json
import os
import resource
import sqlite3
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.cards import announce, redraw
from core.app.dispatch import Application
from core.app.topics.keys import keys_of_topic
from core.app.turn import Node, Scene
from core.clock import VirtualClock
from core.constitution import Size
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import ChatId, EventKey, MessengerName, PersonId, ProposalId, SeatId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said
from core.storage.schema import migrate
from core.storage.work import Database

HERE = MessengerName("bench")
SIZES = "1000,10000"
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
EVERY = 0.05


def main() -> None:
    """Print a table and one JSON line."""
    sizes = [int(size) for size in os.environ.get("FANOUT", SIZES).split(",")]
    with tempfile.TemporaryDirectory() as folder:
        found = [asyncio.run(_measure(Path(folder) / f"{size}.db", size)) for size in sizes]
    for one, rows in found:
        print("  ".join(f"{name} {value:,.6g}" for name, value in one.items()))
        print("  rows more:", "  ".join(f"{table} {more:,}" for table, more in sorted(rows.items())))
    print(json.dumps({"benchmark": "fanout", "sizes": [{**one, "rows": rows} for one, rows in found]}))


async def _measure(file: Path, size: int) -> tuple[dict[str, float], dict[str, int]]:
    await migrate(f"sqlite:///{file}")
    database = Database.at(f"sqlite:///{file}")
    application = Application(database, VirtualClock(NOW), Node("en", "UTC", _can))
    async with database.write() as work:
        square = await work.people.chat(ChatRef(HERE, "square", ChatKind.ROOM), "en")
        person = (await work.people.account(AccountRef(HERE, "lena", "Lena", "en"), "en", NOW)).person
    _follow(file, size)
    await _elsewhere(application)
    first = _count(file)
    await _elsewhere(application)
    before = _count(file)
    proposal = _proposal(person, square.id)
    async with database.write() as work:
        await announce(Scene(work, NOW, Node("en", "UTC", _can)), proposal, square)
    begun = time.process_time()
    seconds, waits = await _rung(application)
    busy = time.process_time() - begun
    of_others = {table: len(waits) * (before[table] - first[table]) for table in before}
    rows = {table: count - before[table] - of_others[table] for table, count in _count(file).items()}
    _deliver(file)
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


def _follow(file: Path, size: int) -> None:
    """Let many chats follow one topic, quickly."""
    chats = [(f"c{n:07}", HERE, f"c{n}", "room", "", "", "en", "", None, False) for n in range(size)]
    keys = [(key, chat[0], "repair") for chat in chats for key in sorted(keys_of_topic("repair"))]
    with sqlite3.connect(file) as connection:
        connection.executemany(
            'INSERT INTO chats (id, messenger, messenger_id, kind, title, parent, language, zone, "group", asleep)'
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            chats,
        )
        connection.executemany("INSERT INTO follows VALUES (?, 'repair', 'repair', 0)", [(c[0],) for c in chats])
        connection.executemany("INSERT INTO follow_keys (key, chat, folded) VALUES (?,?,?)", keys)
        told = "INSERT INTO followers (chat, pace, told_at, due, looks) VALUES (?, 'daily', NULL, NULL, 0)"
        connection.executemany(told, [(c[0],) for c in chats])
    connection.close()


def _count(file: Path) -> dict[str, int]:
    """Count the rows of every table."""
    with sqlite3.connect(file) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}
    connection.close()
    return found


def _deliver(file: Path) -> None:
    """Let everything have been said, as a messenger would."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE outbox SET state = 'done', message = NULL, message_id = 'm' || seq")
        connection.execute("DELETE FROM lanes")
    connection.close()


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
