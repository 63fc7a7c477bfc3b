"""When is the next plan due? Soon after somebody came, at once after somebody declined, else a few times a day."""

from datetime import timedelta

from core.app.queue import Timer
from core.app.turn import Scene
from core.ids import OfferId, ProposalId

EVERYBODY = "everybody"
SOON, SOON_WHEN_MANY, USUALLY = timedelta(minutes=1), timedelta(hours=1), timedelta(hours=6)
MANY = 3_000


async def plan_soon(scene: Scene) -> None:
    """Let a plan come within a minute, or an hour where very many seek: who comes together is planned together."""
    seeking = await scene.work.pool.count()
    if seeking:
        await _no_later_than(scene, SOON_WHEN_MANY if seeking > MANY else SOON)


async def plan_later(scene: Scene) -> None:
    """Let the next plan come in its time, as long as anybody seeks."""
    if await scene.work.pool.count():
        await _no_later_than(scene, USUALLY)


async def plan_around(scene: Scene, what: ProposalId | OfferId) -> None:
    """Plan at once around what somebody declined."""
    await scene.work.pool.want_plan(what)


async def plan_due(scene: Scene, _timer: Timer) -> None:
    """Want a plan of everything; whoever forms groups takes it from here."""
    await scene.work.pool.want_plan()


async def _no_later_than(scene: Scene, after: timedelta) -> None:
    waiting = await scene.work.queue.timer("seek.plan", EVERYBODY)
    if waiting is None or waiting.due > scene.now + after:
        await scene.wake_in("seek.plan", EVERYBODY, after)
