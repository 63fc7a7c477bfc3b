"""Is what is past its time let go now and then, and what is to be noted noted, whatever the database does?"""

import asyncio
import logging
from datetime import datetime, timedelta

import pytest

from core.clock import VirtualClock
from core.delivery.notes import Notes
from core.delivery.tidying import EVERY, Tidying
from core.errors import OutOfReach, TryAgain
from tests.stage import until
from tests.storage.samples import NOW


class Broom:
    """Notes when it was asked to tidy up, and fails as told."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.asked: list[datetime] = []

    async def __call__(self, now: datetime) -> int:
        """Let go of seven rows."""
        self.asked.append(now)
        if self.errors:
            raise self.errors.pop(0)
        return 7


async def test_it_tidies_again_and_again_until_stopped(caplog: pytest.LogCaptureFixture) -> None:
    """Trouble is told in one line each and asked again; a bug with its trace; stopping waits for no pause."""
    caplog.set_level(logging.INFO, "core.delivery.tidying")
    broom = Broom(OutOfReach("disk full"), ValueError("a bug"))
    tidying = Tidying(broom, VirtualClock(NOW), timedelta(milliseconds=1))
    running = asyncio.create_task(tidying.run())
    await until(lambda: len(broom.asked) >= 3)
    await until(lambda: "7 rows" in caplog.text)
    tidying.stop()
    await running

    assert set(broom.asked) == {NOW}
    said = [record.getMessage() for record in caplog.records][:3]
    assert said == [
        "nothing was tidied up (disk full); trying again in 0:00:00.001000",
        "tidying up failed; trying again in 0:00:00.001000",
        "let go of 7 rows that were past their time",
    ]
    assert [bool(record.exc_info) for record in caplog.records][:3] == [False, True, False]


async def test_it_tidies_every_six_hours_and_stops_at_once() -> None:
    """Between two times it waits, and waits for nobody who stops it."""
    broom = Broom()
    tidying = Tidying(broom, VirtualClock(NOW))
    running = asyncio.create_task(tidying.run())
    await until(lambda: broom.asked)
    tidying.stop()
    await asyncio.wait_for(running, 5)

    assert broom.asked == [NOW]
    assert timedelta(hours=6) == EVERY


class Pen:
    """Writes down after some failures."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.written = list(errors), 0

    async def __call__(self) -> None:
        """Write, or fail."""
        if self.errors:
            raise self.errors.pop(0)
        self.written += 1


async def test_a_note_is_written_at_last(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong it is tried again; what nobody foresaw is logged once, until all is well again."""
    notes = Notes(timedelta(minutes=1), timedelta())
    pen = Pen(TryAgain("busy"), ValueError("a bug"), ValueError("a bug"))

    await notes.surely(pen)

    assert pen.written == 1
    trouble = "the outbox cannot be written; trying again until it can"
    assert [(one.getMessage(), bool(one.exc_info)) for one in caplog.records] == [(trouble, True)]
    notes.trouble("the outbox cannot be read")
    assert len(caplog.records) == 1
    notes.well()
    notes.trouble("the outbox cannot be read")
    assert caplog.records[-1].getMessage() == "the outbox cannot be read; trying again until it can"


@pytest.mark.parametrize("again", [True, False])
async def test_a_note_ends_with_the_lease(again: bool) -> None:
    """When the lease is nearly over another try may already be under way: whoever must know is told."""
    notes, act = Notes(timedelta(seconds=-1)), Pen(*[TryAgain("busy")] * 9)

    if again:
        with pytest.raises(TryAgain, match="busy"):
            await notes.in_time(act)
    else:
        await notes.surely(act)

    assert len(act.errors) == 8
