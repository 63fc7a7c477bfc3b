"""Does a heavy run stay out of everybody's way?"""

import asyncio
import time

import pytest

from core.matching.worker import RunFailed, Task, run
from tests.rules.matching.markets import judged, small_market


async def test_the_loop_goes_on_while_groups_are_formed() -> None:
    """Other events are handled during a run, and the groups come back whole."""
    market = small_market(2, people=60, projects=9)
    ticks = 0
    running = asyncio.create_task(run(Task(market, moves=400)))
    while not running.done():
        await asyncio.sleep(0.01)
        ticks += 1

    answer = await running

    assert ticks > 10
    assert judged(market, answer.groups) == pytest.approx(answer.value)


async def test_a_run_that_takes_too_long_is_ended() -> None:
    """Time is bounded, and the process is gone afterwards."""
    begun = time.monotonic()

    with pytest.raises(RunFailed) as failed:
        await run(Task(small_market(2, people=60, projects=9), moves=100_000_000), seconds=1.0)

    assert failed.value.reason == "time"
    assert time.monotonic() - begun < 30
