"""How does what is due ring, one after another, and nothing before its time?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from core.app.arrivals import Arrivals
from core.bell import Bell
from core.clock import Clock
from core.errors import TryAgain

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(seconds=1)


class Timers:
    """Lets timers ring, each in a transaction of its own, in the order they were due.

    Args:
        arrivals: The application, which rings them.
        next_due: Says when the next one rings; None when none is set.
        clock: Says what is due.
        bell: Rung when a timer was set.
    """

    def __init__(
        self, arrivals: Arrivals, next_due: Callable[[], Awaitable[datetime | None]], clock: Clock, bell: Bell
    ) -> None:
        self._arrivals, self._next_due, self._clock = arrivals, next_due, clock
        self._rung = bell.listen()
        self._stopping = False
        self._troubled = False

    async def run(self) -> None:
        """Ring until stopped; the one that is ringing is finished."""
        while not self._stopping:
            self._rung.clear()
            if not await self._ring_one():
                await self._pause()

    def stop(self) -> None:
        """Ring no more; `run` returns after the timer in hand."""
        self._stopping = True
        self._rung.set()

    async def drain(self) -> int:
        """Ring everything that is due now; returns how many rang."""
        rang = 0
        while await self._is_due() and await self._arrivals.ring():
            rang += 1
        return rang

    async def _ring_one(self) -> bool:
        """Ring one; a database in trouble is logged once and asked again later."""
        try:
            rang = await self._is_due() and await self._arrivals.ring()
        except TryAgain:
            return False
        except Exception:
            if not self._troubled:
                log.exception("timers cannot ring; trying again until they can")
            self._troubled = True
            return False
        self._troubled = False
        return rang

    async def _is_due(self) -> bool:
        due = await self._next_due()
        return due is not None and due <= self._clock.now()

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY.total_seconds()):
                await self._rung.wait()
        except TimeoutError:
            pass
