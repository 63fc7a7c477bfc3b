"""Does an event wait, and act once, while another process holds the database?"""

import asyncio
import logging
import sqlite3
from datetime import UTC, datetime

import asyncpg
import pytest
from sqlalchemy import select

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import SystemClock
from core.ids import EventKey
from core.messenger.events import AccountRef, ChatRef, Incoming, Said
from core.storage.engine import BUSY_SECONDS
from core.storage.tables import outbox
from core.storage.work import Database
from tests.delivery.fakes import ABLE
from tests.storage.samples import HERE

ALARM, OVER = "the database is in trouble", "the database answers again"


async def test_a_database_locked_by_another_is_waited_for(
    database: Database, database_url: str, long: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Locked for as long as a minute, it holds events up and loses none; nobody is told that we made a mistake."""
    caplog.set_level(logging.WARNING)
    seconds = 2 * BUSY_SECONDS if long else 1
    application = Application(database, SystemClock(), Node("en", "UTC", lambda _chat: ABLE))
    chat, account = ChatRef(HERE, "square"), AccountRef(HERE, "lena", "Lena", "en")
    asked = [Incoming(EventKey(f"e{n}"), chat, account, Said("/constitution"), datetime.now(UTC)) for n in range(5)]

    locking = asyncio.create_task(_lock(database_url, seconds))
    await asyncio.sleep(0.5)
    await asyncio.gather(*(application.handle(event) for event in asked))
    still_locked = not locking.done()
    await locking

    assert not still_locked
    async with database.read() as work:
        said = (await work.connection.execute(select(outbox.c.answering, outbox.c.message))).all()
    assert sorted(event for event, _message in said) == [event.key for event in asked]
    assert len({str(message) for _event, message in said}) == 1
    waited_long = long and database_url.startswith("sqlite")
    assert caplog.text.count(ALARM) == caplog.text.count(OVER) == int(waited_long)


async def _lock(url: str, seconds: float) -> None:
    """Hold the database as another process does."""
    if url.startswith("sqlite"):
        await asyncio.to_thread(_lock_file, url.removeprefix("sqlite:///"), seconds)
        return
    connection = await asyncpg.connect(url)
    async with connection.transaction():
        await connection.execute("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
        await asyncio.sleep(seconds)
    await connection.close()


def _lock_file(file: str, seconds: float) -> None:
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        asyncio.run(asyncio.sleep(seconds))
        other.execute("ROLLBACK")
    other.close()
