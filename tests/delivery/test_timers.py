"""Does what is due ring, in order, once, and nothing before its time?"""

import asyncio
from datetime import timedelta

from core.app.queue import Sending
from core.clock import VirtualClock
from core.delivery.timers import Timers
from core.messenger.port import HomeMade
from core.storage.work import Database
from tests.stage import until
from tests.storage.samples import NOW, a_timer


class Alarm:
    """An application that notes what rang."""

    def __init__(self, database: Database, clock: VirtualClock) -> None:
        self.database, self.clock = database, clock
        self.rang: list[str] = []
        self.trouble = 0

    async def ring(self) -> bool:
        """Take what is due longest."""
        if self.trouble:
            self.trouble -= 1
            raise OSError("disk full")
        async with self.database.write() as work:
            timer = await work.queue.take_due(self.clock.now())
            if timer is not None:
                self.rang.append(timer.subject)
            return timer is not None

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Never called here."""

    async def home_failed(self, sending: Sending) -> None:
        """Never called here."""

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Never called here."""


def an_alarm(database: Database) -> tuple[Alarm, Timers, VirtualClock]:
    """Set up timers on a clock that stands still."""
    clock = VirtualClock(NOW)
    alarm = Alarm(database, clock)
    return alarm, Timers(alarm, database.next_due, clock, database.bell), clock


async def wake(database: Database, *after: float) -> None:
    """Set timers some seconds ahead."""
    async with database.write() as work:
        for seconds in after:
            await work.queue.wake(a_timer("ask", f"{seconds:g}", seconds))


async def test_what_is_late_rings_in_order(database: Database) -> None:
    """After a night's downtime everything late rings once, the oldest first; the rest waits."""
    alarm, timers, clock = an_alarm(database)
    await wake(database, 30, 10, 20, 9999)

    assert await timers.drain() == 0
    clock.advance(timedelta(seconds=60))

    assert await timers.drain() == 3
    assert alarm.rang == ["10", "20", "30"]


async def test_a_timer_set_for_now_rings_at_once(database: Database) -> None:
    """Nobody waits for a poll: the commit rings."""
    alarm, timers, _ = an_alarm(database)
    running = asyncio.create_task(timers.run())
    await asyncio.sleep(0.05)

    await wake(database, 0)
    await until(lambda: alarm.rang, seconds=0.8)

    timers.stop()
    await running


async def test_trouble_with_the_database_passes(database: Database) -> None:
    """While the database cannot be written nothing is lost; it rings when it can."""
    alarm, timers, _ = an_alarm(database)
    alarm.trouble = 2
    await wake(database, 0)
    running = asyncio.create_task(timers.run())

    await until(lambda: alarm.rang, seconds=8)

    timers.stop()
    await running
    assert alarm.rang == ["0"]
