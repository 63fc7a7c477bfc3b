"""How long does an event take while very many people are being matched, beside the same events before?

The house handles events through `Desk.handle` on SQLite; beside it the real planner reads a pool of people from the
same database, has a process of its own work out whom to ask about what, and asks the first hundred groups.
`--full` is 100,000 people; without it 20,000.
"""

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from benchmarks.markets import market
from benchmarks.updates import ABLE, an_event
from core.app.dispatch import Application
from core.app.pool.planner import Planner
from core.app.turn import Node
from core.clock import SystemClock
from core.ids import MessengerName, new_id
from core.matching.season import Season, Sown
from core.matching.worker import sow
from core.messenger.events import ChatKind, ChatRef
from core.slices import slices
from core.storage.schema import migrate
from core.storage.tables import people, profiles, seekings
from core.storage.work import Database

ALONE = 300
ASKED = 100
SECONDS = 900.0
WORDS = (
    *("repair", "bread", "choir", "garden", "chess", "hiking", "python", "poetry", "knitting", "cycling", "radio"),
    *("history", "film", "drawing", "cooking", "german", "physics", "philosophy", "yoga", "theatre", "beekeeping"),
    *("sewing", "jazz", "robotics", "climbing", "sailing", "trains", "compost", "zines", "housing", "library"),
)


def main() -> None:
    """Measure alone and during a plan; print a table and one JSON line."""
    size = 100_000 if "--full" in sys.argv else 20_000
    shown = asyncio.run(_measure(size))
    print("\n".join(f"{name:>24}  {value}" for name, value in shown.items()))
    print(json.dumps({"benchmark": "calm", **shown}))


async def _measure(size: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/socium.db"
        await migrate(url)
        store = Database.at(url)
        node, clock, stages = Node("en", "UTC", lambda _chat: ABLE), SystemClock(), dict[str, float]()
        application = Application(store, clock, node)
        await _fill(store, size)
        alone = [await _one(application, number) for number in range(ALONE)]
        planner = Planner(store, clock, node, work_out=partial(_some_of, stages))
        begun = time.perf_counter()
        planning = asyncio.create_task(planner.once())
        during: list[float] = []
        late: list[tuple[float, float]] = []
        while not planning.done():
            asked = time.perf_counter()
            await asyncio.sleep(0.01)
            late.append((time.perf_counter() - asked - 0.01, asked - begun))
            during.append(await _one(application, ALONE + len(during)))
        await planning
        took = time.perf_counter() - begun
        await store.close()
    return {
        "people": size,
        "read in s": round(stages["read"] - begun, 1),
        "worked out in s": round(stages["worked out"] - stages["read"], 1),
        "asked, and vectors kept, in s": round(took - (stages["worked out"] - begun), 1),
        "groups": round(stages["groups"]),
        "events meanwhile": len(during),
        "alone p50 ms": _at(alone, 0.5),
        "alone p95 ms": _at(alone, 0.95),
        "meanwhile p50 ms": _at(during, 0.5),
        "meanwhile p95 ms": _at(during, 0.95),
        "meanwhile worst ms": round(max(during) * 1000, 1),
        "longest pause of the loop ms": round(max(late)[0] * 1000, 1),
        "it came after s": round(max(late)[1], 1),
    }


async def _some_of(stages: dict[str, float], season: Season) -> Sown:
    """Work a plan out as the house does, with more time, and let a hundred groups be asked."""
    stages["read"] = time.perf_counter()
    sown = await sow(season, SECONDS)
    stages["worked out"], stages["groups"] = time.perf_counter(), len(sown.suggestions)
    return replace(sown, suggestions=sown.suggestions[:ASKED])


async def _fill(store: Database, size: int) -> None:
    """Let so many people seek, most of them one of some hundreds of topics, and want a plan."""
    luck, now = random.Random(1), datetime.now(UTC)
    topics = [" ".join(luck.sample(WORDS, luck.choice((1, 2)))) for _ in range(400)]
    drawn = market(5_000, 1).people
    async with store.write() as work:
        chat = await work.people.chat(ChatRef(MessengerName("local"), "square", ChatKind.ROOM, "Square"), "en")
        await work.pool.want_plan()
        for some in slices(range(size), 1_000):
            rows = [(new_id(), drawn[number % len(drawn)]) for number in some]
            await work.connection.execute(
                insert(people), [{"id": name, "language": "en", "zone": ""} for name, _ in rows]
            )
            told = [
                {
                    "person": name,
                    "topics": (),
                    "brings": tuple(sorted(one.roles)),
                    "languages": tuple(sorted(one.languages)),
                    "hours": one.hours,
                    "looks": 0,
                }
                for name, one in rows
            ]
            await work.connection.execute(insert(profiles), told)
            sought = [
                {
                    "person": name,
                    "topic": luck.choice(topics) if luck.random() < 0.8 else "",
                    "chat": chat.id,
                    "since": now - timedelta(days=one.wait_days),
                    "until": now + timedelta(days=30),
                    "vector": "",
                    "way": "",
                }
                for name, one in rows
            ]
            await work.connection.execute(insert(seekings), sought)


async def _one(application: Application, number: int) -> float:
    begun = time.perf_counter()
    await application.handle(an_event(number))
    return time.perf_counter() - begun


def _at(taken: list[float], share: float) -> float:
    return round(statistics.quantiles(taken, n=100)[round(share * 100) - 1] * 1000, 2)


if __name__ == "__main__":
    main()
