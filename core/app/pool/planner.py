"""How does a plan run without anybody waiting for it?

A plan is wanted in a row. Whoever takes it reads the pool in one look, lets a process apart work it out, and then asks
people, each suggestion in a transaction of its own: other events go on in between.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from core.app.pool.apart import SOURCES, Source
from core.app.pool.gathering import gather
from core.app.pool.planning import plan_later
from core.app.pool.ports import Wish
from core.app.pool.suggesting import put_to_people
from core.app.ports import Store
from core.app.turn import Node, Scene
from core.clock import Clock
from core.errors import TryAgain
from core.ids import PersonId
from core.matching.season import Season, Sown
from core.matching.worker import RunFailed, sow
from core.slices import slices

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
TAKEN_FOR = timedelta(minutes=15)


class Planner:
    """Plans whenever it is wanted, one plan at a time in all processes.

    Args:
        store: Where transactions come from.
        clock: Everybody's.
        node: What this installation says of itself.
        work_out: Does the heavy part; in a process apart unless told otherwise.
        apart: Who must not meet.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        node: Node,
        work_out: Callable[[Season], Awaitable[Sown]] = sow,
        apart: tuple[Source, ...] = SOURCES,
    ) -> None:
        self._store, self._clock, self._node, self._work_out = store, clock, node, work_out
        self._apart = apart
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Plan until stopped; a plan in hand is given up then, and another process or the next start takes it."""
        stopped = asyncio.create_task(self._stopping.wait())
        while not self._stopping.is_set():
            planning = asyncio.create_task(self._once_safely())
            await asyncio.wait({planning, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not planning.done():
                planning.cancel()
            await asyncio.gather(planning, return_exceptions=True)
            await asyncio.wait({stopped}, timeout=LOOK_EVERY)
        await stopped

    def stop(self) -> None:
        """Plan no more; `run` returns soon."""
        self._stopping.set()

    async def once(self) -> bool:
        """Plan if it is wanted; says whether it was."""
        wish = await self._take()
        if wish is None:
            return False
        try:
            await self._plan(wish)
        finally:
            async with self._store.write() as work:
                await work.pool.plan_done()
                await plan_later(Scene(work, self._clock.now(), self._node))
        return True

    async def _once_safely(self) -> None:
        try:
            await self.once()
        except TryAgain as trouble:
            log.info("a plan was put off: %s", trouble)
        except RunFailed as failed:
            log.error("a plan could not be worked out (%s); people are asked after the next one", failed)
        except Exception:
            log.exception("a plan failed")

    async def _take(self) -> Wish | None:
        now = self._clock.now()
        async with self._store.read() as work:
            if not await work.pool.plan_wanted(now):
                return None
        async with self._store.write() as work:
            return await work.pool.take_plan(now, now + TAKEN_FOR)

    async def _plan(self, wish: Wish) -> None:
        async with self._store.read() as work:
            season = await gather(work, wish, self._clock.now(), self._node, self._apart)
        if not season.seekers:
            return
        sown = await self._work_out(season)
        for suggestion in sown.suggestions:
            async with self._store.write() as work:
                await put_to_people(Scene(work, self._clock.now(), self._node), suggestion, self._apart)
        topics = {seeker.id: seeker.topic for seeker in season.seekers}
        for some in slices(sown.vectors):
            async with self._store.write() as work:
                for person, packed in some:
                    await work.pool.keep_vector(PersonId(person), topics[person], packed, sown.way)
