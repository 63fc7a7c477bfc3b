"""How far has a concern come: from the person it is about, to the group, to neighbours, to a remedy or a parting?

Each step is the raiser's to take and nobody's to force. One table says which step may follow which.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from random import Random

from core.errors import Refused
from core.ids import ClauseId, ConcernId, GroupId, PersonId, RoundId
from core.wording import text

NEIGHBOURS_ASKED = 3


class ConcernStage(StrEnum):
    """Where a concern stands."""

    PRIVATE = "private"
    ROUND = "round"
    HEARD = "heard"
    ADVISED = "advised"
    SETTLED = "settled"


class Step(StrEnum):
    """What may be done about it next."""

    OPEN_ROUND = "open-round"
    ROUND_OVER = "round-over"
    ASK_NEIGHBOURS = "ask-neighbours"
    SETTLE = "settle"


_NEXT: Mapping[tuple[ConcernStage, Step], ConcernStage] = {
    (ConcernStage.PRIVATE, Step.OPEN_ROUND): ConcernStage.ROUND,
    (ConcernStage.ROUND, Step.ROUND_OVER): ConcernStage.HEARD,
    (ConcernStage.HEARD, Step.ASK_NEIGHBOURS): ConcernStage.ADVISED,
    (ConcernStage.PRIVATE, Step.SETTLE): ConcernStage.SETTLED,
    (ConcernStage.HEARD, Step.SETTLE): ConcernStage.SETTLED,
    (ConcernStage.ADVISED, Step.SETTLE): ConcernStage.SETTLED,
}


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that weighs on a member.

    Attributes:
        person: Who raised it; told to nobody unless `named`.
        clause: The line of the contract it is about; None when it is about none.
        words: What happened, as the group reads it. Before it is put to the group, there is no concern to keep.
        named: Whether the raiser wishes to be named.
        round: The round it became; None while it is private.
    """

    id: ConcernId
    group: GroupId
    person: PersonId
    opened: datetime
    stage: ConcernStage = ConcernStage.PRIVATE
    clause: ClauseId | None = None
    words: str = ""
    named: bool = False
    round: RoundId | None = None


class AdviceStage(StrEnum):
    """Where a neighbour's advice stands."""

    ASKED = "asked"
    WILLING = "willing"
    GIVEN = "given"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Advice:
    """What one neighbour was asked, and said.

    Attributes:
        place: In which order the lot named them, from 0.
    """

    concern: ConcernId
    person: PersonId
    place: int
    asked: datetime
    stage: AdviceStage = AdviceStage.ASKED
    words: str = ""


def step(concern: Concern, taken: Step) -> Concern:
    """Take a step; raises `Refused` when it is not the next one."""
    after = _NEXT.get((concern.stage, taken))
    if after is None:
        raise Refused(text("refused-concern-step"))
    return replace(concern, stage=after)


def draw(willing: Collection[PersonId], seed: str, already: Collection[PersonId], count: int) -> Sequence[PersonId]:
    """Draw neighbours by lot, so that anyone can draw again and find the same.

    Args:
        willing: Who said yes to being asked, and has no ties.
        seed: The concern's id.
        already: Who was drawn before.
        count: How many are wanted.
    """
    order = sorted(willing)
    Random(seed).shuffle(order)
    return [person for person in order if person not in already][:count]


def in_order(people: Collection[PersonId], seed: str) -> tuple[PersonId, ...]:
    """Put people into an order by lot: the same seed, the same order."""
    order = sorted(people)
    Random(seed).shuffle(order)
    return tuple(order)
