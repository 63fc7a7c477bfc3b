"""Does anything get lost, doubled or out of order when a process, or the database's server, ends in mid-work?"""

import asyncio
import random
from pathlib import Path

from core.storage.trouble import ROOM_AFTER
from tests.faults.hammer import FOLDER, TELEGRAM
from tests.faults.hammering import SOME_WORK, Hammering
from tests.postgres import DurableServer
from tests.stage import until

LANES = 2 * FOLDER.chats
ON_THEIR_WAY = 8
"""A single kill may meet several messages that appeared and whose answer is not written down yet."""
ALARM, OVER = "the database is in trouble", "the database answers again"


async def test_kill_9_loses_and_doubles_nothing(database_url: str, tmp_path: Path, long: bool) -> None:
    """However often the process is killed, each chat reads every number once and in order, and every timer rings."""
    chance, kills = random.Random(9), 200 if long else 5
    hammering = Hammering(database_url, tmp_path)

    for _ in range(kills):
        await hammering.start()
        await hammering.works()
        await asyncio.sleep(chance.random() * 0.2)
        await hammering.kill()
    await hammering.finish()

    assert await hammering.nothing_is_lost(repeats=kills * LANES) >= kills * SOME_WORK / 4


async def test_on_telegram_a_kill_repeats_little(database_url: str, tmp_path: Path, long: bool) -> None:
    """Where no key is known, nothing is lost; a kill costs one and a half repeated messages, on the average of many."""
    chance, kills, each = random.Random(10), 200 if long else 1, 1.5 if long else ON_THEIR_WAY
    hammering = Hammering(database_url, tmp_path, TELEGRAM)

    for _ in range(kills):
        await hammering.start()
        await hammering.works(10)
        await asyncio.sleep(chance.random() * 0.2)
        await hammering.kill()
    await hammering.finish()

    assert await hammering.nothing_is_lost(repeats=round(kills * each)) > kills


async def test_the_server_stops_at_once_and_nothing_is_lost(
    durable_server: DurableServer, tmp_path: Path, long: bool
) -> None:
    """However often PostgreSQL is stopped as by a power cut, the house waits for it and goes on by itself."""
    stops = 20 if long else 2
    hammering = Hammering(durable_server.url, tmp_path)
    await hammering.start()

    for _ in range(stops):
        await hammering.works()
        await asyncio.to_thread(durable_server.stop_at_once)
        await asyncio.sleep(1.5)
        await asyncio.to_thread(durable_server.start)
        await hammering.works()
    log = hammering.log
    await hammering.kill()
    await hammering.finish()

    assert await hammering.nothing_is_lost(repeats=(stops + 1) * LANES) > stops
    assert log.count(ALARM) == log.count(OVER) == stops
    assert "Traceback" not in log


async def test_a_full_disk_is_waited_for(sqlite_url: str, tmp_path: Path) -> None:
    """While there is no room, nothing is said or lost; as soon as there is some, the house goes on by itself."""
    hammering = Hammering(sqlite_url, tmp_path)
    await hammering.start()
    await hammering.works()

    hammering.fill_the_disk()
    await asyncio.sleep(2)
    stuck = hammering.appeared
    await asyncio.sleep(2)
    assert hammering.appeared == stuck
    hammering.make_room()
    await hammering.works()
    await until(lambda: OVER in hammering.log, 5 * ROOM_AFTER)
    log = hammering.log
    await hammering.kill()
    await hammering.finish()

    await hammering.nothing_is_lost(repeats=2 * LANES)
    assert log.count(ALARM) == log.count(OVER) == 1
    assert "Traceback" not in log


async def test_standing_still_loses_nothing(database_url: str, tmp_path: Path, long: bool) -> None:
    """A process that was stopped for a while goes on where it was."""
    hammering = Hammering(database_url, tmp_path)
    await hammering.start()
    await hammering.works()

    await hammering.stands_still(90 if long else 2)
    await hammering.works()
    log = hammering.log
    await hammering.kill()
    await hammering.finish()

    await hammering.nothing_is_lost(repeats=LANES)
    assert "Traceback" not in log
