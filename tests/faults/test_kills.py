"""Does anything get lost, doubled or out of order when the process is killed in the middle of its work?"""

import asyncio
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from core.storage.work import Database
from tests.faults.hammer import APPEARED, CHATS, REPEATED, count, hammer
from tests.stage import until

KILLS = 10
SOME_WORK = 40


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a fresh database of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


async def test_kill_9_loses_and_doubles_nothing(database_url: str, tmp_path: Path) -> None:
    """However often the process is killed, each chat reads every number once and in order, and every timer rings."""
    chance = random.Random(9)
    for _ in range(KILLS):
        await _live_and_die(database_url, tmp_path, chance)

    await hammer(database_url, tmp_path, puts=False)

    appeared = _by_chat(tmp_path / APPEARED)
    last = await _last(database_url)
    assert last >= KILLS * SOME_WORK / 4
    for chat in range(CHATS):
        assert appeared[f"chat{chat}"] == [number for number in range(1, last + 1) if number % CHATS == chat]
    assert sorted(appeared["timers"]) == list(range(1, last + 1))
    assert sum(map(len, _by_chat(tmp_path / REPEATED).values())) <= KILLS * (CHATS + 1)


async def _live_and_die(setting: str, folder: Path, chance: random.Random) -> None:
    """Run the process until it did some work, then kill it at a random moment."""
    before = _lines(folder)
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.faults.hammer", setting, str(folder))
    try:
        await until(lambda: process.returncode is not None or _lines(folder) >= before + SOME_WORK, seconds=180)
        await asyncio.sleep(chance.random() * 0.2)
    finally:
        assert process.returncode is None, "it ended by itself"
        process.kill()
        await process.wait()


async def _last(setting: str) -> int:
    database = Database.at(setting)
    async with database.read() as work:
        last = await count(work)
    await database.close()
    return last


def _lines(folder: Path) -> int:
    journal = folder / APPEARED
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def _by_chat(journal: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for line in journal.read_text().splitlines() if journal.exists() else ():
        _key, chat, words = line.split(" ", 2)
        number = re.search(r"\d+", words)
        assert number is not None
        found[chat].append(int(number.group()))
    return found
