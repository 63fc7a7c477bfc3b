"""How long does what waits wait, and how much of it is there?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from core.storage.tables import lanes, outbox, timers
from core.storage.tables.queue import State
from core.storage.trouble import Reader


@dataclass(frozen=True, slots=True)
class Gauges:
    """What waits at one moment.

    Attributes:
        waiting: Deeds that wait, by messenger.
        oldest: Seconds since the oldest of them was put, by messenger.
        due: Timers whose moment has come.
        overdue: Seconds since the first of them was due; 0 when there is none.
    """

    waiting: Mapping[str, int]
    oldest: Mapping[str, float]
    due: int
    overdue: float


async def gauges(read: Reader, now: datetime) -> Gauges:
    """Look at the queues without disturbing anyone; indexes answer, whatever lies in the tables."""
    heads = (
        select(outbox.c.messenger, func.count(), func.min(outbox.c.put_at))
        .where(outbox.c.state == State.WAITING)
        .group_by(outbox.c.messenger)
    )
    busy = select(lanes.c.messenger).distinct()
    ringing = select(func.count(), func.min(timers.c.due)).where(timers.c.due <= now)
    async with read.connect() as connection:
        rows = (await connection.execute(heads)).all()
        quiet = set((await connection.execute(busy)).scalars()) - {row[0] for row in rows}
        due, first = (await connection.execute(ringing)).one()
    waiting = dict.fromkeys(quiet, 0) | {row[0]: row[1] for row in rows}
    oldest = {row[0]: (now - row[2]).total_seconds() for row in rows}
    return Gauges(waiting, oldest, due, (now - first).total_seconds() if first else 0.0)
