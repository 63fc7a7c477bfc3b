"""What becomes, at one moment, of everything that waits to be said to one person or room?

Everything is said alone, merged with others into one message, or declared past its use: nothing is forgotten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.reminding.budget import MOST_TIMES, Reach, next_chance, said
from core.reminding.hours import Hours

MOST_LINES = 8
LATE = timedelta(hours=1)


class Fate(StrEnum):
    """What became of one thing that was to be said; HUSHED when they asked not to hear of it again."""

    WAITING = "waiting"
    SAID = "said"
    MERGED = "merged"
    PAST = "past"
    ANSWERED = "answered"
    ENOUGH = "enough"
    HUSHED = "hushed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits to be said.

    Attributes:
        id: Of its row.
        thing: What it is about; nobody hears of one thing more than twice.
        due: When it should have been said, aware UTC.
        noticed: When the house noticed, aware UTC; much later than `due` only after the house was down.
        past_use: After it, saying it makes no sense any more, aware UTC; None when it always does.
        not_before: Aware UTC; None for at once.
        quiet: Quiet hours its group agreed on.
        before: How often this thing was said to them before.
        most: How often it may be said.
        settled: Whether they answered it or asked not to hear of it; the fate is then ANSWERED or HUSHED.
    """

    id: str
    thing: str
    due: datetime
    noticed: datetime
    past_use: datetime | None = None
    not_before: datetime | None = None
    quiet: Hours | None = None
    before: int = 0
    most: int = MOST_TIMES
    settled: Fate | None = None

    @property
    def is_late(self) -> bool:
        """Say whether the house was down when it should have been said."""
        return self.noticed - self.due > LATE


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do now.

    Attributes:
        say: To be said now, in one message, in order.
        over: What will never be said, and why.
        look: When to look again; None when nothing waits.
    """

    say: tuple[Waiting, ...] = ()
    over: Mapping[str, Fate] = field(default_factory=dict)
    look: datetime | None = None


def plan(waiting: Sequence[Waiting], reach: Reach, now: datetime) -> Plan:
    """Say what becomes of everything that waits.

    Args:
        waiting: In the order in which it was put.
        reach: Of the one person or room it waits for.
        now: Aware UTC.
    """
    over = _over(waiting, reach, now)
    left = [(one, _chance(one, reach, now)) for one in waiting if one.id not in over]
    over |= {one.id: Fate.STOPPED for one, chance in left if chance is None}
    ready = [one for one, chance in left if chance == now][:MOST_LINES]
    after = said(reach, now) if ready else reach
    rest = [one for one, chance in left if chance is not None and one not in ready]
    return Plan(tuple(ready), over, min((_look(one, after, now) for one in rest), default=None))


def _over(waiting: Sequence[Waiting], reach: Reach, now: datetime) -> dict[str, Fate]:
    newest = {one.thing: one.id for one in waiting}
    fates: dict[str, Fate] = {}
    for one in waiting:
        if one.settled is not None:
            fates[one.id] = one.settled
        elif reach.stopped:
            fates[one.id] = Fate.STOPPED
        elif one.before >= one.most:
            fates[one.id] = Fate.ENOUGH
        elif one.past_use is not None and one.past_use <= now:
            fates[one.id] = Fate.PAST
        elif newest[one.thing] != one.id:
            fates[one.id] = Fate.PAST  # The same thing waits once more, in newer words.
    return fates


def _chance(one: Waiting, reach: Reach, now: datetime) -> datetime | None:
    at = max(now, one.not_before) if one.not_before else now
    return next_chance(reach, at, (one.quiet,) if one.quiet else ())


def _look(one: Waiting, reach: Reach, now: datetime) -> datetime:
    """Look again when it may be said, or when it passes its use, so that this is noted in time."""
    chance = _chance(one, reach, now) or now + LATE
    return min(chance, one.past_use) if one.past_use else chance
