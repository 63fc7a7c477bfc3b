"""How long does an event take while very many people are being matched, beside the same events before?

The house handles events through `Desk.handle` on SQLite; the worker process forms groups of a generated market.
`--full` is 100,000 people; without it 20,000.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.markets import market
from benchmarks.updates import ABLE, an_event
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import SystemClock
from core.matching.worker import Answer, Task, run
from core.storage.schema import migrate
from core.storage.work import Database

ALONE = 300
MOVES = 2_000
MEMORY_MB = 4_000
SECONDS = 600.0


def main() -> None:
    """Measure alone and during a run; print a table and one JSON line."""
    size = 100_000 if "--full" in sys.argv else 20_000
    shown = asyncio.run(_measure(size))
    print("\n".join(f"{name:>24}  {value}" for name, value in shown.items()))
    print(json.dumps({"benchmark": "calm", **shown}))


async def _measure(size: int) -> dict[str, object]:
    people = market(size, 1)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/socium.db"
        await migrate(url)
        store = Database.at(url)
        application = Application(store, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))
        alone = [await _one(application, number) for number in range(ALONE)]
        begun = time.perf_counter()
        running = asyncio.create_task(run(Task(people, 1, MOVES), SECONDS, MEMORY_MB))
        during: list[float] = []
        late = 0.0
        while not running.done():
            asked = time.perf_counter()
            await asyncio.sleep(0.01)
            late = max(late, time.perf_counter() - asked - 0.01)
            during.append(await _one(application, ALONE + len(during)))
        answer: Answer = await running
        await store.close()
    return {
        "people": size,
        "groups": len(answer.groups),
        "matched in s": round(time.perf_counter() - begun, 1),
        "events meanwhile": len(during),
        "alone p50 ms": _at(alone, 0.5),
        "alone p95 ms": _at(alone, 0.95),
        "meanwhile p50 ms": _at(during, 0.5),
        "meanwhile p95 ms": _at(during, 0.95),
        "longest pause of the loop ms": round(late * 1000, 1),
    }


async def _one(application: Application, number: int) -> float:
    begun = time.perf_counter()
    await application.handle(an_event(number))
    return time.perf_counter() - begun


def _at(taken: list[float], share: float) -> float:
    return round(statistics.quantiles(taken, n=100)[round(share * 100) - 1] * 1000, 2)


if __name__ == "__main__":
    main()
