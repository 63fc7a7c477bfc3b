"""What did someone promise to do, by when, and what became of it?"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.errors import Refused
from core.ids import GroupId, PersonId, PromiseId
from core.wording import text

MORE_DAYS = timedelta(days=2)


class PromiseStage(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    LOOKING = "looking"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """What one member will do by when.

    Attributes:
        person: Who promised; while LOOKING, who held it last.
        due: Aware UTC.
        quiet: Whether its holder asked not to be reminded of it.
    """

    id: PromiseId
    group: GroupId
    person: PersonId
    what: str
    due: datetime
    made: datetime
    stage: PromiseStage = PromiseStage.OPEN
    quiet: bool = False


def keep(promise: Promise, person: PersonId) -> Promise:
    """Note that it is done; only its holder can say so."""
    _holder(promise, person)
    return replace(promise, stage=PromiseStage.KEPT)


def postpone(promise: Promise, person: PersonId, now: datetime) -> Promise:
    """Give its holder two more days, counted from the later of the due time and now."""
    _holder(promise, person)
    return replace(promise, due=max(promise.due, now) + MORE_DAYS)


def hand_over(promise: Promise) -> Promise:
    """Let it look for other hands: its holder asked, or left."""
    return replace(promise, stage=PromiseStage.LOOKING)


def let_go(promise: Promise) -> Promise:
    """Let it rest for good: its group is over."""
    return replace(promise, stage=PromiseStage.DROPPED)


def pick_up(promise: Promise, person: PersonId, now: datetime) -> Promise:
    """Let somebody take it; raises `Refused` when somebody else already did."""
    if promise.stage is not PromiseStage.LOOKING:
        raise Refused(text("refused-promise-taken"))
    due = promise.due if promise.due > now else now + MORE_DAYS
    return replace(promise, person=person, stage=PromiseStage.OPEN, due=due, quiet=False)


def hush(promise: Promise, person: PersonId) -> Promise:
    """Stop reminding its holder of it; the promise stays."""
    _holder(promise, person)
    return replace(promise, quiet=True)


def _holder(promise: Promise, person: PersonId) -> None:
    if promise.person != person or promise.stage is not PromiseStage.OPEN:
        raise Refused(text("refused-promise-over"))
