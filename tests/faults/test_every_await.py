"""Is an event ever half done, or a message lost, wherever on its way it is cut off?

One piece of work is run once for each of its waits, and cut off there: the process ends, the driver's answer is lost,
the server closes every connection. Afterwards it was not or was fully, and the repeat completes it.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, literal, select, union_all

from core.app.dispatch import Application
from core.app.patience import at_last
from core.app.turn import Node
from core.clock import SystemClock
from core.delivery.outbox import Delivery, Habits
from core.ids import EventKey
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatRef, Incoming, Said
from core.storage.tables import METADATA
from core.storage.work import Database
from tests.faults.cutting import Act, count_waits, killed_at, struck_at
from tests.faults.hammer import APPEARED, FOLDER, REPEATED, Counting, Folder
from tests.postgres import end_connections

ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25)
OWNER = "the only one"
SKIPS = 5
"""Without `--long` one wait in five is cut: a prime, so that none of a rhythm is always passed over."""

CONSONANTS = "bdfgklmnprtvz"


@pytest.fixture
def strike(database_url: str) -> Act:
    """Return what goes wrong: an answer of the disk is lost after its effect, or every connection is closed."""

    def disk() -> BaseException:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        return error

    return disk if database_url.startswith("sqlite") else lambda: end_connections(database_url)


class Town:
    """A house, and people who propose something, each in a square of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._application = Application(database, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))
        self._numbers = count()

    def event(self) -> Callable[[], Awaitable[object]]:
        """Return one event that nobody has seen, to be handed in as often as one likes."""
        number = next(self._numbers)
        here = FOLDER.name
        chat, account = ChatRef(here, f"square{number}"), AccountRef(here, f"person{number}", "Lena", "en")
        said = Said(f"/propose {_word(number)} | need: {_word(-1 - number)} | 3-7 people | in 2 weeks")
        incoming = Incoming(EventKey(f"event{number}"), chat, account, said, datetime.now(UTC))
        return lambda: self._application.handle(incoming)

    async def rows(self) -> Counter[str]:
        """Count the rows of every table, as soon as the database answers."""
        return await at_last(self._rows)

    async def _rows(self) -> Counter[str]:
        counts = [select(literal(table.name), func.count()).select_from(table) for table in METADATA.sorted_tables]
        async with self._database.read() as work:
            return Counter({row[0]: row[1] for row in await work.connection.execute(union_all(*counts))})


@pytest.mark.parametrize("how", ["killed", "struck"])
async def test_an_event_is_done_fully_or_not_at_all(database: Database, strike: Act, how: str, long: bool) -> None:
    """Cut off at any wait, a proposal was not made or was made fully, and its repeat makes it once."""
    town = Town(database)
    await town.event()()
    before = await town.rows()
    places = await count_waits(town.event())
    whole = await town.rows() - before

    for place in range(1, places + 1, 1 if long else SKIPS):
        event, before = town.event(), await town.rows()
        if how == "killed":
            await killed_at(place, event)
            assert await town.rows() - before in (whole, Counter()), f"half done at wait {place} of {places}"
        else:
            await struck_at(place, strike, event)
            assert await town.rows() - before == whole, f"not done at wait {place} of {places}"
        await event()
        assert await town.rows() - before == whole, f"not completed at wait {place} of {places}"

    assert whole["proposals"] == whole["outbox"] == 1
    assert places > 10


@pytest.mark.parametrize("how", ["killed", "struck"])
async def test_a_message_is_neither_lost_nor_doubled(
    database: Database, strike: Act, tmp_path: Path, how: str, long: bool
) -> None:
    """Cut off at any wait of its delivery, a message with a send key appears once, and nothing waits behind it.

    An error in the loop itself ends it; whoever starts it again finds everything.
    """
    folder, counting = Folder(tmp_path), Counting(database)

    def delivery() -> Delivery:
        return Delivery(
            database.outbox, {FOLDER.name: folder}, counting, SystemClock(), database.bell, habits=Habits(OWNER)
        )

    async def deliver() -> None:
        await delivery().drain()

    await counting.say_next()
    places = await count_waits(deliver)
    cuts = range(1, places + 1, 1 if long else SKIPS)
    for place in cuts:
        await counting.say_next()
        with suppress(sqlite3.OperationalError):
            await (killed_at(place, deliver) if how == "killed" else struck_at(place, strike, deliver))
        await at_last(database.next_due)
        await at_last(lambda: database.outbox.reclaim(OWNER, datetime.now(UTC)))
        await deliver()

    appeared = (tmp_path / APPEARED).read_text().splitlines()
    repeated = (tmp_path / REPEATED).read_text().splitlines() if (tmp_path / REPEATED).exists() else []
    assert len(appeared) == len({line.split()[0] for line in appeared}) == len(cuts) + 1
    assert len(repeated) <= len(cuts)
    assert places > 10


def _word(number: int) -> str:
    """Make a word that resembles no other."""
    return "".join(random.Random(number).choices(CONSONANTS, k=14))
