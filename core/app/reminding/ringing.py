"""What happens when a timer rings, and when what it leads to fails?"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from core.app.queue import Timer
from core.app.reminding.keep import Ringing
from core.app.turn import Scene
from core.errors import Refused, TryAgain

log = logging.getLogger(__name__)

TRIES = 4
AGAIN_AFTER = timedelta(minutes=10)
_FAILED = "failed"

Timers = Mapping[str, Callable[[Scene, Timer], Awaitable[None]]]
Together = Mapping[str, Callable[[Scene, Sequence[Timer]], Awaitable[None]]]


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


async def ring_all(scenes: Sequence[Ringing], timers: Timers, together: Together) -> Sequence[str]:
    """Let timers act in their order; neighbours of one kind that can act together do, unless one of them fails.

    Returns:
        What became of each, as `ring_one` says it.
    """
    outcomes: list[str] = []
    for kind, some in groupby(scenes, lambda scene: scene.timer.kind):
        alike = list(some)
        if len(alike) > 1 and kind in together and await _ring_together(alike, together[kind]):
            outcomes += ["done"] * len(alike)
        else:
            outcomes += [await ring_one(scene, timers) for scene in alike]
    return outcomes


async def _ring_together(alike: Sequence[Ringing], act: Callable[[Scene, Sequence[Timer]], Awaitable[None]]) -> bool:
    """Let them act in one savepoint; if that fails nothing of it stays, and each acts alone: one hurts no other."""
    first = alike[0]
    try:
        async with first.work.attempt():
            await act(first, [scene.timer for scene in alike])
    except Exception:
        log.warning("%s timers %s failed together; each rings alone", len(alike), first.timer.kind, exc_info=True)
        return False
    return True


async def _once_more(scene: Ringing) -> None:
    """Set it anew, each time later, unless something set it meanwhile; after a few times it is given up."""
    timer = scene.timer
    tries = int(timer.data.get(_FAILED, "0")) + 1
    if tries >= TRIES:
        return
    again = replace(timer, due=scene.now + AGAIN_AFTER * 6 ** (tries - 1), data={**timer.data, _FAILED: str(tries)})
    if await scene.work.queue.timer(timer.kind, timer.subject, timer.person) is None:
        await scene.work.queue.wake(again)
