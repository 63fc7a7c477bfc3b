"""Do transactions that share a commit stay strangers to one another, and does nobody return before it?"""

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import TryAgain
from core.storage.commits import Writer
from core.storage.engine import Engines, open_database

PUT = text("INSERT INTO tokens (messenger, token) VALUES (:name, '')")
ORPHAN = text("INSERT INTO drafts (account, place, kind, data, asked_at) VALUES ('nobody', 'c', 'k', '{}', 0)")


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """Name the file of a fresh database."""
    return Path(sqlite_url.removeprefix("sqlite:///"))


def on_disk(file: Path) -> set[str]:
    """Read, as another process would, what is durable."""
    with sqlite3.connect(file) as other:
        return {name for (name,) in other.execute("SELECT messenger FROM tokens")}


async def put(engines: Engines, name: str, more: object = None) -> None:
    """Write one row in a transaction; `more` may wait or fail inside it."""
    async with engines.writer.begin() as connection:
        await connection.execute(PUT, {"name": name})
        if callable(more):
            await more(connection)


async def test_nobody_returns_before_what_they_wrote_is_durable(file: Path) -> None:
    """When I am told it is noted, it is on the disk, however many others wrote at once."""
    engines = open_database(f"sqlite:///{file}")
    seen = []

    async def one(name: str) -> None:
        await put(engines, name)
        seen.append(name in on_disk(file))

    await asyncio.gather(*(one(f"m{place}") for place in range(100)))
    await engines.close()

    assert seen == [True] * 100


async def test_one_that_fails_takes_nobody_with_it(file: Path) -> None:
    """Another's mistake, first or in the middle, undoes only what was theirs."""
    engines = open_database(f"sqlite:///{file}")

    async def fail(_connection: AsyncConnection) -> None:
        raise ValueError

    wishes = [put(engines, f"m{place}", fail if place in {0, 3, 7} else None) for place in range(10)]
    ended = await asyncio.gather(*wishes, return_exceptions=True)
    await engines.close()

    assert [isinstance(one, ValueError) for one in ended] == [place in {0, 3, 7} for place in range(10)]
    assert on_disk(file) == {f"m{place}" for place in range(10) if place not in {0, 3, 7}}


async def test_a_commit_that_fails_for_all_is_tried_again_alone(file: Path) -> None:
    """A broken link that shows only at the commit costs the others one more try, and stays out itself."""
    engines = open_database(f"sqlite:///{file}")

    async def break_links(connection: AsyncConnection) -> None:
        await connection.execute(ORPHAN)

    async def stubbornly(name: str, more: object = None) -> bool:
        for _ in range(3):
            with suppress(TryAgain):
                await put(engines, name, more)
                return True
        return False

    wishes = [stubbornly(f"m{place}", break_links if place == 4 else None) for place in range(8)]
    ended = await asyncio.gather(*wishes, return_exceptions=True)
    await engines.close()

    assert isinstance(ended[4], IntegrityError)
    assert on_disk(file) == {f"m{place}" for place in range(8) if place != 4}


async def test_who_is_cut_off_in_the_middle_leaves_no_trace(file: Path) -> None:
    """A task that is cancelled inside its transaction undoes it; those beside it are durable."""
    engines = open_database(f"sqlite:///{file}")
    inside = asyncio.Event()

    async def linger(_connection: AsyncConnection) -> None:
        inside.set()
        await asyncio.sleep(60)

    first = asyncio.create_task(put(engines, "first"))
    slow = asyncio.create_task(put(engines, "slow", linger))
    last = asyncio.create_task(put(engines, "last"))
    await inside.wait()
    slow.cancel()
    await asyncio.gather(first, last)
    await engines.close()

    assert slow.cancelled()
    assert on_disk(file) == {"first", "last"}


async def test_what_was_answered_goes_before_all_who_wait_and_waits_for_none(file: Path) -> None:
    """It begins after the one that is open, and is durable before any other begins."""
    engines = open_database(f"sqlite:///{file}")
    inside, enough = asyncio.Event(), asyncio.Event()
    began: list[tuple[str, bool]] = []

    async def linger(_connection: AsyncConnection) -> None:
        inside.set()
        await enough.wait()

    async def one(name: str, writer: Writer) -> None:
        async with writer.begin() as connection:
            began.append((name, "answer" in on_disk(file)))
            await connection.execute(PUT, {"name": name})

    running = asyncio.create_task(put(engines, "running", linger))
    await inside.wait()
    others = [asyncio.create_task(one(f"m{place}", engines.writer)) for place in range(4)]
    await asyncio.sleep(0)
    answer = asyncio.create_task(one("answer", engines.answers))
    await asyncio.sleep(0)
    enough.set()
    await asyncio.gather(running, answer, *others)
    await engines.close()

    assert began == [("answer", False), *((f"m{place}", True) for place in range(4))]
    assert on_disk(file) == {"running", "answer", *(f"m{place}" for place in range(4))}


@pytest.mark.parametrize("way", ["writer", "answers"])
async def test_nobody_waits_for_one_who_gave_up_waiting(file: Path, way: str) -> None:
    """A transaction kept open for the next in line ends although the next in line, the only one, was cut off."""
    engines = open_database(f"sqlite:///{file}")
    waiting = asyncio.Event()

    async def give_up() -> None:
        writer: Writer = getattr(engines, way)
        async with writer.begin() as connection:
            await connection.execute(PUT, {"name": "next"})

    async def until_somebody_waits_and_gives_up(_connection: AsyncConnection) -> None:
        await waiting.wait()
        next_in_line.cancel()

    first = asyncio.create_task(put(engines, "first", until_somebody_waits_and_gives_up))
    next_in_line = asyncio.create_task(give_up())
    await asyncio.sleep(0)
    waiting.set()
    await asyncio.wait_for(first, 20)

    with pytest.raises(asyncio.CancelledError):
        await next_in_line
    await put(engines, "later")
    await engines.close()
    assert on_disk(file) == {"first", "later"}


async def test_who_is_cut_off_while_the_disk_works_is_durable_or_not_but_never_half(file: Path) -> None:
    """Cancelled at any moment around the commit, the next transaction still finds a working database."""
    for ticks in range(12):
        engines = open_database(f"sqlite:///{file}")
        task = asyncio.create_task(put(engines, f"t{ticks}"))
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await put(engines, f"after{ticks}")
        await engines.close()

    assert {f"after{ticks}" for ticks in range(12)} <= on_disk(file)
