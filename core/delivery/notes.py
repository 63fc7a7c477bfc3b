"""How is what became of a deed written down, also while the database is in trouble?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from core.errors import TryAgain

Result = TypeVar("Result")

log = logging.getLogger(__name__)

AGAIN_EVERY = timedelta(seconds=1)


class Notes:
    """Writes down what happened, again and again: a lost note would be a repeat.

    Args:
        patience: How long; it ends before the lease does, for then another try may already be under way.
        again_every: The pause between two tries.
    """

    def __init__(self, patience: timedelta, again_every: timedelta = AGAIN_EVERY) -> None:
        self._patience, self._again_every = patience, again_every
        self._troubled = False

    async def surely(self, note: Callable[[], Awaitable[Result]]) -> Result | None:
        """Write it down, whatever goes wrong; returns what came of it, None where nothing did in time."""

        async def safely() -> Result:
            try:
                return await note()
            except TryAgain:
                raise
            except Exception as bug:
                self.trouble("the outbox cannot be written")
                raise TryAgain("the outbox cannot be written") from bug

        with suppress(TryAgain):
            return await self.in_time(safely)
        return None

    async def in_time(self, note: Callable[[], Awaitable[Result]]) -> Result:
        """Write it down as long as time can help; returns what came of it.

        Raises:
            TryAgain: The lease is nearly over.
        """
        now = asyncio.get_running_loop().time
        ends = now() + self._patience.total_seconds()
        while True:
            try:
                return await note()
            except TryAgain:
                if now() > ends:
                    raise
                await asyncio.sleep(self._again_every.total_seconds())

    def trouble(self, what: str) -> None:
        """Log what nobody foresaw, once until all is well again."""
        if not self._troubled:
            log.exception("%s; trying again until it can", what)
        self._troubled = True

    def well(self) -> None:
        """Note that all is well again."""
        self._troubled = False
