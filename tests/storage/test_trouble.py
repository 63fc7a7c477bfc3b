"""Is the database's trouble said once when it begins and once when it is over?"""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import cast

import pytest
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import OutOfReach
from core.storage.trouble import ROOM_AFTER, Alarm

BEGAN, OVER = "the database is in trouble", "the database answers again"


@asynccontextmanager
async def opened() -> AsyncIterator[AsyncConnection]:
    """Open a transaction; what happens in it is up to the test."""
    yield cast(AsyncConnection, None)


class Seconds:
    """Counts on by one with each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Look."""
        self.now += 1
        return self.now


async def fails(alarm: Alarm) -> None:
    """Meet the trouble."""
    with suppress(OutOfReach):
        async with alarm.around(opened(), writes=True):
            raise PoolTimeout


async def meets_a_full_disk(alarm: Alarm) -> None:
    """Write what there is no room for."""
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with suppress(OutOfReach):
        async with alarm.around(opened(), writes=True):
            raise full


async def succeeds(alarm: Alarm) -> None:
    """Write something."""
    async with alarm.around(opened(), writes=True):
        pass


async def test_what_began_before_the_trouble_was_over_is_no_new_trouble(caplog: pytest.LogCaptureFixture) -> None:
    """A connection of before that is found dead late sounds no second alarm; one of afterwards does."""
    alarm = Alarm(Seconds())
    with suppress(OutOfReach):
        async with alarm.around(opened(), writes=True):
            await fails(alarm)
            await succeeds(alarm)
            raise PoolTimeout

    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (1, 1)
    await succeeds(alarm)
    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (1, 1)

    await fails(alarm)
    await fails(alarm)
    await succeeds(alarm)
    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (2, 2)


async def test_small_writes_that_still_fit_on_a_full_disk_end_no_alarm(caplog: pytest.LogCaptureFixture) -> None:
    """Where some find room and others do not, it is one trouble, over when nobody met it for a while."""
    seconds = Seconds()
    alarm = Alarm(seconds)
    for _ in range(8):
        await meets_a_full_disk(alarm)
        await succeeds(alarm)
    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (1, 0)

    seconds.now += ROOM_AFTER
    await succeeds(alarm)
    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (1, 1)

    await fails(alarm)
    await succeeds(alarm)
    assert (caplog.text.count(BEGAN), caplog.text.count(OVER)) == (2, 2)
