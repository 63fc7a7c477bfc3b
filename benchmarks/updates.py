"""How many updates does the house handle per second, beside what the disk allows?

Ours: an event through `Desk.handle` on SQLite with synchronous=FULL, from the inbox to the outbox. Raw: the three
statements no such program can do without (inbox, one change, outbox) in plain sqlite3 with the same durability.
"""

import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import SystemClock
from core.ids import EventKey, MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatRef, Incoming, Said
from core.storage.schema import migrate
from core.storage.work import Database

TOWN = MessengerName("town")
CHATS, PEOPLE, EVENTS, AT_ONCE = 50, 200, 2_000, 16
ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25)
SAID = ("/help", "just talk among people", "/constitution", "/zone Berlin", "more talk")


def main() -> None:
    """Measure both on the same disk, and print a table and one JSON line."""
    with tempfile.TemporaryDirectory() as folder:
        raw = raw_sqlite(Path(folder) / "raw.db")
        ours = asyncio.run(_ours(Path(folder) / "socium.db"))
        together = asyncio.run(_together(Path(folder) / "together.db"))
    ours.sort()
    rate = len(ours) / sum(ours)
    shown = {
        "updates/s": round(rate),
        f"updates/s, {AT_ONCE} at once": round(together),
        "raw/s": round(raw),
        "share of raw": round(rate / raw, 3),
        "share of raw, at once": round(together / raw, 3),
        "p50 ms": round(statistics.median(ours) * 1000, 2),
        "p95 ms": round(ours[int(len(ours) * 0.95)] * 1000, 2),
        "p99 ms": round(ours[int(len(ours) * 0.99)] * 1000, 2),
    }
    print("\n".join(f"{name:>22}  {value}" for name, value in shown.items()))
    print(json.dumps({"benchmark": "updates", **shown}))


async def _ours(file: Path) -> list[float]:
    await migrate(f"sqlite:///{file}")
    store = Database.at(f"sqlite:///{file}")
    application = Application(store, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))
    taken = []
    for number in range(EVENTS):
        event = an_event(number)
        begun = time.perf_counter()
        await application.handle(event)
        taken.append(time.perf_counter() - begun)
    await store.close()
    return taken[EVENTS // 10 :]


async def _together(file: Path) -> float:
    """Handle events of several chats at once, as they come from messengers; returns events per second."""
    await migrate(f"sqlite:///{file}")
    store = Database.at(f"sqlite:///{file}")
    application = Application(store, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))
    waiting = iter(range(EVENTS))

    async def one_after_another() -> None:
        for number in waiting:
            await application.handle(an_event(number))

    begun = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
    taken = time.perf_counter() - begun
    await store.close()
    return EVENTS / taken


def an_event(number: int, town: str = "") -> Incoming:
    """Make an event: talk, questions and settings of many people in many chats, those of a town by themselves."""
    chat = ChatRef(TOWN, f"{town}chat-{number % CHATS}", title="Square")
    account = AccountRef(TOWN, f"{town}person-{number % PEOPLE}", "Lena", "en")
    said = Said(SAID[number % len(SAID)])
    return Incoming(EventKey(f"{town}event-{number}"), chat, account, said, datetime.now(UTC))


def raw_sqlite(file: Path) -> float:
    """Run the three statements in plain sqlite3; returns events per second."""
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"):
        connection.execute(statement)
    connection.execute("CREATE TABLE inbox (key TEXT PRIMARY KEY, at INTEGER)")
    connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, words TEXT)")
    connection.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY, payload TEXT)")
    connection.execute("INSERT INTO things VALUES (1, '')")
    begun = time.perf_counter()
    for number in range(EVENTS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO inbox VALUES (?, ?)", (f"event-{number}", number))
        connection.execute("UPDATE things SET words = ? WHERE id = 1", (f"words {number}",))
        connection.execute("INSERT INTO outbox (payload) VALUES (?)", ("x" * 500,))
        connection.execute("COMMIT")
    return EVENTS / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
