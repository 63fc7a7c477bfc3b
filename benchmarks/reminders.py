"""How long until 20,000 reminders that are due at once stand in the outbox, beside a million that are not?

The real application on a real SQLite file: each is a promise that came due, weighed against its holder's budget,
booked, and put into the outbox with its choices. The lines with fewer pending show whether the cost of one grows; on a
machine that others use, CPU time and statements say it better than seconds.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, event, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core.app.dispatch import Application
from core.app.queue import Deed
from core.app.turn import Node
from core.bell import Bell
from core.clock import VirtualClock
from core.contract.promises import PromiseStage
from core.groups.group import GroupStage
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatKind
from core.storage.engine import open_database
from core.storage.schema import migrate
from core.storage.tables import accounts, chats, groups, members, outbox, people, promises, timers
from core.storage.work import Database

DUE = 20_000
COMPARED = 2_000
RUNS = ((0, COMPARED), (10_000, COMPARED), (100_000, COMPARED), (1_000_000, COMPARED), (0, DUE), (1_000_000, DUE))
SEATS = 5
AT_ONCE = 5_000
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
MADE = NOW - timedelta(days=4)
ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run cost."""

    pending: int
    due: int
    seconds: float
    cpu: float
    statements: int
    megabytes: float

    @property
    def each(self) -> float:
        """Return milliseconds per reminder."""
        return self.seconds / self.due * 1000


def main() -> None:
    """Print a table and one JSON line."""
    print(
        f"{'pending':>10} {'due':>8} {'seconds':>9} {'ms each':>8} {'CPU ms':>8} {'statements each':>16} {'MB more':>8}"
    )
    found = [_printed(asyncio.run(_measure(pending, due))) for pending, due in RUNS]
    rows = [
        {"pending": one.pending, "due": one.due, "seconds": round(one.seconds, 1), "ms": round(one.each, 2)}
        | {"cpu_ms": round(one.cpu / one.due * 1000, 2)}
        | {"statements": one.statements, "megabytes": round(one.megabytes)}
        for one in found
    ]
    print(json.dumps({"benchmark": "reminders", "runs": rows}))


def _printed(one: Measured) -> Measured:
    size = f"{one.pending:10,} {one.due:8,}"
    cost = f"{one.seconds:9.1f} {one.seconds / one.due * 1000:8.2f} {one.cpu / one.due * 1000:8.2f}"
    print(f"{size} {cost} {one.statements / one.due:16.2f} {one.megabytes:8.0f}", flush=True)
    return one


async def _measure(pending: int, due: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/reminders.db"
        await migrate(url)
        await _fill(url, pending, due)
        engines = open_database(url)
        store = Database(engines, Bell())
        statements = _counted(engines.write)
        _forget_the_most()
        before = _megabytes("VmRSS")
        started, busy = time.perf_counter(), time.process_time()
        application = Application(store, VirtualClock(NOW), Node("en", "UTC", lambda _chat: ABLE))
        while await application.ring():
            pass
        seconds, cpu = time.perf_counter() - started, time.process_time() - busy
        async with store.read() as work:
            question = select(func.count()).select_from(outbox).where(outbox.c.deed == Deed.SEND)
            queued = (await work.connection.execute(question)).scalar_one()
        await store.close()
    assert queued == due, f"{queued} of {due} were queued"
    return Measured(pending, due, seconds, cpu, statements[0], _megabytes("VmHWM") - before)


def _counted(engine: AsyncEngine) -> list[int]:
    """Count the statements an engine runs from now on."""
    count = [0]

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def counts(*_statement: object) -> None:
        count[0] += 1

    return count


async def _fill(url: str, pending: int, due: int) -> None:
    """Write rows as the house would have, without its durability."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    async with engine.begin() as connection:
        for table, rows in _rows(pending, due):
            await connection.execute(insert(table), rows)
    await engine.dispose()


def _rows(pending: int, due: int) -> Iterator[tuple[Table, Sequence[Mapping[str, Any]]]]:
    who = range(due)
    yield people, [{"id": f"p{n}", "language": "en", "zone": ""} for n in who]
    yield chats, [{**_CHAT, "id": f"c{n}", "messenger_id": f"c{n}"} for n in who]
    yield (
        accounts,
        [{**_ACCOUNT, "id": f"a{n}", "person": f"p{n}", "messenger_id": f"a{n}", "private": f"c{n}"} for n in who],
    )
    yield groups, [{**_GROUP, "id": f"g{n}"} for n in range(0, due, SEATS)]
    yield members, [{**_MEMBER, "group": f"g{n - n % SEATS}", "place": n % SEATS, "person": f"p{n}"} for n in who]
    yield promises, [{**_PROMISE, "id": f"m{n}", "group": f"g{n - n % SEATS}", "person": f"p{n}"} for n in who]
    yield timers, [{**_TIMER, "id": f"t{n}", "subject": f"m{n}", "due": NOW - timedelta(seconds=1)} for n in who]
    for start in range(0, pending, AT_ONCE):
        later = range(start, min(start + AT_ONCE, pending))
        yield (
            timers,
            [{**_TIMER, "id": f"w{n}", "subject": f"w{n}", "due": NOW + timedelta(days=1, seconds=n)} for n in later],
        )


_CHAT = {
    "messenger": "bench",
    "kind": ChatKind.PRIVATE,
    "title": "",
    "parent": "",
    "language": "en",
    "zone": "",
    "asleep": False,
}
_ACCOUNT = {"messenger": "bench", "name": "Lena", "language": "en", "last_seen": MADE}
_GROUP = {
    "name": "Choir",
    "proposal": "x",
    "stage": GroupStage.LIVING,
    "language": "en",
    "born": MADE,
    "open_seats": (),
}
_MEMBER = {"seat": "tea", "joined": MADE, "left": None}
_PROMISE = {"what": "bake bread", "due": NOW, "made": MADE, "stage": PromiseStage.OPEN, "quiet": False}
_TIMER = {"kind": "promise.due", "person": "", "data": {}}


def _megabytes(name: str) -> float:
    """Read `VmRSS`, what is held now, or `VmHWM`, the most that was held since `_forget_the_most`.

    Source:
        proc(5), /proc/pid/status.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def _forget_the_most() -> None:
    """Begin anew to note how much is held at most. Source: proc(5), /proc/pid/clear_refs."""
    Path("/proc/self/clear_refs").write_text("5")


if __name__ == "__main__":
    main()
