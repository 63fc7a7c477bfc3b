"""What happens when a timer rings, and when what it leads to fails?"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from core.app.queue import Timer
from core.app.reminding.keep import Ringing
from core.app.turn import Scene
from core.errors import Refused, TryAgain

log = logging.getLogger(__name__)

TRIES = 4
AGAIN_AFTER = timedelta(minutes=10)
_FAILED = "failed"

Timers = Mapping[str, Callable[[Scene, Timer], Awaitable[None]]]


async def ring_one(scene: Ringing, timers: Timers) -> str:
    """Let a timer act in a savepoint of its own; if it fails nothing of it stays, and it comes back later.

    Returns:
        What became of it, as `core.tally.Tally.rang` counts it.

    Raises:
        TryAgain: Not the timer is at fault but the database; it rings as if for the first time when that can be asked.
    """
    timer = scene.timer
    try:
        async with scene.work.attempt():
            await timers[timer.kind](scene, timer)
    except Refused:
        log.info("timer %s found nothing to do", timer.kind)
        return "nothing"
    except TryAgain:
        raise
    except Exception:
        log.exception("timer %s failed", timer.kind)
        await _once_more(scene)
        return "failed"
    return "done"


async def _once_more(scene: Ringing) -> None:
    """Set it anew, each time later, unless something set it meanwhile; after a few times it is given up."""
    timer = scene.timer
    tries = int(timer.data.get(_FAILED, "0")) + 1
    if tries >= TRIES:
        return
    again = replace(timer, due=scene.now + AGAIN_AFTER * 6 ** (tries - 1), data={**timer.data, _FAILED: str(tries)})
    if await scene.work.queue.timer(timer.kind, timer.subject, timer.person) is None:
        await scene.work.queue.wake(again)
