"""When is what is kept no longer than needed let go?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from core.clock import Clock
from core.errors import TryAgain

log = logging.getLogger(__name__)

EVERY = timedelta(hours=6)


class Tidying:
    """Lets go of what is past its time, now and then.

    Args:
        tidy: Does it, as of a moment; returns how many rows went.
        clock: Says what the time is.
        every: The pause between.
    """

    def __init__(self, tidy: Callable[[datetime], Awaitable[int]], clock: Clock, every: timedelta = EVERY) -> None:
        self._tidy, self._clock, self._every = tidy, clock, every
        self._stopped = asyncio.Event()

    async def run(self) -> None:
        """Tidy up until stopped; a database in trouble is logged, and asked again next time."""
        while not self._stopped.is_set():
            try:
                gone = await self._tidy(self._clock.now())
            except TryAgain as trouble:
                log.info("nothing was tidied up (%s); trying again in %s", trouble, self._every)
            except Exception:
                log.exception("tidying up failed; trying again in %s", self._every)
            else:
                log.info("let go of %d rows that were past their time", gone)
            try:
                async with asyncio.timeout(self._every.total_seconds()):
                    await self._stopped.wait()
            except TimeoutError:
                continue

    def stop(self) -> None:
        """Tidy no more."""
        self._stopped.set()
