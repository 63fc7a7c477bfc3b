"""What does one announcement cost that goes to a thousand following chats, and how does that grow?

Another chat's event is measured all the while: it must not wait for the whole announcement. Sizes may be given in
FANOUT, such as `FANOUT=1000,100000`.
"""

import asyncio
import json
import os
import resource
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.cards import announce
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
NOW = datetime(2026, 5, 1, tzinfo=UTC)
EVERY = 0.05


def main() -> None:
    """Print a table and one JSON line."""
    sizes = [int(size) for size in os.environ.get("FANOUT", SIZES).split(",")]
    with tempfile.TemporaryDirectory() as folder:
        found = [asyncio.run(_measure(Path(folder) / f"{size}.db", size)) for size in sizes]
    for one in found:
        print("  ".join(f"{name} {value:,.6g}" for name, value in one.items()))
    print(json.dumps({"benchmark": "fanout", "sizes": found}))


async def _measure(file: Path, size: int) -> dict[str, float]:
    await migrate(f"sqlite:///{file}")
    database = Database.at(f"sqlite:///{file}")
    application = Application(database, VirtualClock(NOW), Node("en", "UTC", _can))
    async with database.write() as work:
        square = await work.people.chat(ChatRef(HERE, "square", ChatKind.ROOM), "en")
        person = (await work.people.account(AccountRef(HERE, "lena", "Lena", "en"), "en", NOW)).person
    _follow(file, size)
    async with database.write() as work:
        await announce(Scene(work, NOW, Node("en", "UTC", _can)), _proposal(person, square.id), square)
    ringing = asyncio.create_task(_ring(application))
    waits = await _meanwhile(application, ringing)
    seconds = ringing.result()
    rows = _count(file)
    await database.close()
    p95 = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else 0.0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "chats": size,
        "seconds": round(seconds, 2),
        "ms per chat": round(1000 * seconds / size, 3),
        "outbox rows": rows,
        "another's p95 ms": round(1000 * p95, 1),
        "another's worst ms": round(1000 * max(waits), 1),
        "peak MB": round(memory),
    }


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
        elsewhere = ChatRef(HERE, "elsewhere", ChatKind.ROOM)
        account = AccountRef(HERE, "mei", "Mei", "en")
        await application.handle(Incoming(EventKey(new_id()), elsewhere, account, Said("/topics"), NOW))
        waits.append(time.perf_counter() - started)
        await asyncio.sleep(EVERY)
    return waits


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


def _count(file: Path) -> int:
    with sqlite3.connect(file) as connection:
        found = connection.execute("SELECT count(*) FROM outbox WHERE about LIKE 'proposal:%'").fetchone()[0]
    connection.close()
    return int(found)


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
