"""How does someone leave the pool, with all that was to be said to them about it?"""

from core.app.turn import Scene
from core.ids import PersonId

SUBJECT = "seek"
"""Of the timers of seeking: there is one of each kind for a person."""

KINDS = ("seek.week", "seek.ending", "seek.over")


async def end_seeking(scene: Scene, person: PersonId) -> None:
    """Take someone out of the pool; what they declared stays."""
    await scene.work.pool.stop(person)
    for kind in KINDS:
        await scene.work.queue.let_sleep(kind, SUBJECT, person)
