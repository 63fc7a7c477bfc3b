"""How many messages per second leave the outbox, and how many timers ring, beside what the disk allows?

The raw line does the least any queue must do with the same durability: plain sqlite3, one transaction to put,
one to take and one to note, or one to delete a timer.
"""

import asyncio
import json
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.queue import Deed, Sending, Timer
from core.ids import MessengerName, PostId, TimerId, new_id
from core.messenger.events import ChatRef, MessageRef
from core.messenger.messages import say
from core.storage.schema import migrate
from core.storage.work import Database
from core.wording import text

HERE = MessengerName("bench")
MANY = 500
CHATS = 50
NOW = datetime(2026, 5, 1, tzinfo=UTC)
LEASE = timedelta(minutes=3)


def main() -> None:
    """Print a table and one JSON line."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_ours(Path(folder))) | _raw(Path(folder))
    for name, rate in found.items():
        print(f"{name:24} {rate:10,.0f} /s")
    print(json.dumps({"benchmark": "outbox", **{name: round(rate, 1) for name, rate in found.items()}}))


async def _ours(folder: Path) -> dict[str, float]:
    url = f"sqlite:///{folder}/ours.db"
    await migrate(url)
    database = Database.at(url)
    started = time.perf_counter()
    await _put(database)
    put = time.perf_counter()
    await _deliver(database)
    delivered = time.perf_counter()
    await _set_timers(database)
    before = time.perf_counter()
    await _ring(database)
    rang = time.perf_counter()
    await database.close()
    return {
        "put": MANY / (put - started),
        "dispatched": MANY / (delivered - put),
        "timers rung": MANY / (rang - before),
    }


async def _put(database: Database) -> None:
    for number in range(MANY):
        async with database.write() as work:
            chat = await work.people.chat(ChatRef(HERE, str(number % CHATS)), "en")
            message = say(text("own-words", words="hello"))
            post = Sending(PostId(new_id()), Deed.SEND, f"chat:{chat.id}", HERE, chat.id, message=message)
            await work.queue.put(post, NOW)


async def _deliver(database: Database) -> None:
    while batch := await database.outbox.lease("bench", [HERE], NOW, NOW + LEASE, 64):
        for leased in batch:
            message = MessageRef(leased.chat, leased.sending.id) if leased.chat else None
            await database.outbox.done(leased.sending.id, message, NOW)


async def _set_timers(database: Database) -> None:
    async with database.write() as work:
        for number in range(MANY):
            await work.queue.wake(Timer(TimerId(new_id()), "bench", str(number), NOW))


async def _ring(database: Database) -> None:
    for _ in range(MANY):
        async with database.write() as work:
            await work.queue.take_due(NOW)


def _raw(folder: Path) -> dict[str, float]:
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE deeds (id INTEGER PRIMARY KEY, said TEXT, state TEXT)")
    connection.execute("CREATE TABLE timers (id INTEGER PRIMARY KEY, due INTEGER)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO timers VALUES (?, ?)", [(number, number) for number in range(MANY)])
    connection.execute("COMMIT")
    found = {
        "raw put": _rate(connection, "INSERT INTO deeds VALUES (?, 'hello', 'waiting')"),
        "raw dispatched": _rate(connection, "UPDATE deeds SET state = 'done' WHERE id = ?"),
        "raw timers rung": _rate(connection, "DELETE FROM timers WHERE id = ?"),
    }
    connection.close()
    return found


def _rate(connection: sqlite3.Connection, statement: str) -> float:
    """Count transactions of one statement per second."""

    started = time.perf_counter()
    for number in range(MANY):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement, (number,))
        connection.execute("COMMIT")
    return MANY / (time.perf_counter() - started)
