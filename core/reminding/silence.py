"""When is someone, or a whole group, so silent that they are asked kindly, and what follows when nobody answers?"""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

REPEATED_AFTER = timedelta(weeks=1)


class Step(StrEnum):
    """What comes next: one question, one repeat, and then what silence means."""

    ASK = "ask"
    AGAIN = "again"
    LET_GO = "let-go"


def next_step(last: datetime, asked: int, asked_at: datetime | None, limit: timedelta, now: datetime) -> Step | None:
    """Say what is due now; None when it is too early for anything.

    Args:
        last: Of their acts, aware UTC.
        asked: How often they were asked since then.
        asked_at: When they were asked last; None when they were not.
        limit: How long they may be silent.
        now: Aware UTC.
    """
    if now < next_look(last, asked_at, limit):
        return None
    if asked == 0:
        return Step.ASK
    return Step.AGAIN if asked == 1 else Step.LET_GO


def next_look(last: datetime, asked_at: datetime | None, limit: timedelta) -> datetime:
    """Say when the next step is due."""
    return asked_at + REPEATED_AFTER if asked_at else last + limit


def is_silent(acts: Collection[datetime], limit: timedelta, now: datetime) -> bool:
    """Say whether nobody of a group did anything for too long; an empty group is silent for another reason."""
    return bool(acts) and max(acts) + limit <= now
