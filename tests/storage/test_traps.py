"""Do the traps of the two databases catch nobody?"""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from core.ids import EventKey, PersonId
from core.storage.engine import open_database
from core.storage.tables import people, timers
from core.storage.types import canonical, millis, moment
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import HERE, NOW, a_timer, some_room


async def test_sixty_at_once_lose_nothing(database: Database) -> None:
    """Sixty people who change the same thing at the same moment are all counted."""
    async with database.write() as work:
        room = await some_room(work)

    async def count_one() -> None:
        async with database.write() as work:
            await work.people.chat(room.ref, "en")
            timer = await work.queue.timer("count", room.id)
            await asyncio.sleep(0)
            count = int(timer.data["count"]) + 1 if timer else 1
            await work.queue.wake(a_timer("count", room.id, count=str(count)))

    async with asyncio.TaskGroup() as tasks:
        for _ in range(60):
            tasks.create_task(count_one())

    async with database.write() as work:
        timer = await work.queue.timer("count", room.id)
        assert timer is not None
        assert timer.data["count"] == "60"


async def test_a_failed_use_case_leaves_no_trace(database: Database) -> None:
    """What breaks in the middle has never begun."""
    with pytest.raises(RuntimeError):
        await _break_in_the_middle(database)

    async with database.write() as work:
        assert await work.queue.next_due() is None


async def test_an_attempt_undoes_only_itself(database: Database) -> None:
    """A refused wish is undone, and the refusal itself is kept."""
    async with database.write() as work:
        await work.queue.first_time(HERE, EventKey("event"), NOW)
        with pytest.raises(RuntimeError):
            await _break_in_an_attempt(work)

    async with database.write() as work:
        assert not await work.queue.first_time(HERE, EventKey("event"), NOW)
        assert await work.queue.next_due() is None


async def test_who_reads_cannot_write(database: Database) -> None:
    """The reading side refuses to change anything."""
    async with database.read() as work:
        with pytest.raises(DBAPIError):
            await some_room(work)


async def test_links_to_nothing_are_refused(database: Database) -> None:
    """A row never points to a row that is not there."""
    with pytest.raises(IntegrityError):
        await _offer_to_nobody(database)


async def test_too_long_words_are_refused_by_the_database(database_url: str) -> None:
    """What slips past every check is refused at last by the database."""
    engines = open_database(database_url)
    async with engines.write.begin() as connection:
        with pytest.raises(IntegrityError):
            await connection.execute(insert(people).values(id="a", language="x" * 21, zone=""))
    await engines.close()


async def test_a_moment_without_a_zone_is_refused(database_url: str) -> None:
    """Nobody can say when noon is without saying where."""
    engines = open_database(database_url)
    async with engines.read.begin() as connection:
        with pytest.raises(StatementError, match="without a zone"):
            await connection.execute(select(timers).where(timers.c.due <= datetime(2026, 5, 1)))  # noqa: DTZ001 - that is the trap
    await engines.close()


async def test_the_database_is_as_durable_as_promised(sqlite_url: str) -> None:
    """On SQLite every commit is on the disk before anybody is told."""
    engines = open_database(sqlite_url)
    async with engines.write.begin() as connection:
        told = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    await engines.close()

    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


@given(st.datetimes(timezones=st.just(timezone(timedelta(hours=5, minutes=30)))))
def test_a_moment_keeps_its_millisecond(when: datetime) -> None:
    """A moment comes back in UTC, at most a millisecond earlier."""
    back = moment(millis(when))

    assert back.tzinfo is UTC
    assert timedelta() <= when - back < timedelta(milliseconds=1)


def test_equal_values_are_equal_texts() -> None:
    """The same data is the same choice, in whatever order it was named."""
    assert canonical({"b": 1, "a": "ж"}) == canonical({"a": "ж", "b": 1}) == '{"a":"ж","b":1}'


async def _break_in_the_middle(database: Database) -> None:
    async with database.write() as work:
        await work.queue.wake(a_timer("kind", "subject"))
        raise RuntimeError


async def _break_in_an_attempt(work: DatabaseWork) -> None:
    async with work.attempt():
        await work.queue.wake(a_timer("kind", "subject"))
        raise RuntimeError


async def _offer_to_nobody(database: Database) -> None:
    async with database.write() as work:
        await work.queue.offer("card", "action", {}, PersonId("nobody"))
