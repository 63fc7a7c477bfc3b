"""Does a concern go one step at a time, and is a lot one that anybody can draw again?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.contract.concerns import Concern, ConcernStage, Step, draw, in_order, step
from core.ids import ConcernId, GroupId, PersonId
from tests.rules.refusing import refuses

CONCERN = Concern(ConcernId("c"), GroupId("g"), PersonId("lena"), datetime(2026, 5, 1, tzinfo=UTC))
WAY = {
    (ConcernStage.PRIVATE, Step.OPEN_ROUND): ConcernStage.ROUND,
    (ConcernStage.ROUND, Step.ROUND_OVER): ConcernStage.HEARD,
    (ConcernStage.HEARD, Step.ASK_NEIGHBOURS): ConcernStage.ADVISED,
    (ConcernStage.PRIVATE, Step.SETTLE): ConcernStage.SETTLED,
    (ConcernStage.HEARD, Step.SETTLE): ConcernStage.SETTLED,
    (ConcernStage.ADVISED, Step.SETTLE): ConcernStage.SETTLED,
}
NINE = [PersonId(f"p{number}") for number in range(9)]


@pytest.mark.parametrize("taken", Step)
@pytest.mark.parametrize("stage", ConcernStage)
def test_each_step_follows_only_where_it_may(stage: ConcernStage, taken: Step) -> None:
    """From the person to the group, to neighbours, to a remedy: no step is left out, and what is settled rests."""
    concern = replace(CONCERN, stage=stage)

    if (stage, taken) in WAY:
        assert step(concern, taken) == replace(CONCERN, stage=WAY[stage, taken])
    else:
        with refuses("refused-concern-step"):
            step(concern, taken)


def test_a_lot_can_be_drawn_again() -> None:
    """The same people and concern give the same neighbours, in whatever order they stand; another concern others."""
    drawn = draw(NINE, "c", (), 3)

    assert drawn == draw(NINE[::-1], "c", (), 3)
    assert len(set(drawn)) == 3
    assert list(in_order(NINE, "c"))[:3] == drawn
    assert in_order(NINE[::-1], "c") == in_order(NINE, "c")
    assert sorted(in_order(NINE, "c")) == NINE
    assert in_order(NINE, "c") != in_order(NINE, "d") != tuple(NINE)


def test_whoever_was_drawn_before_is_not_drawn_again() -> None:
    """The next ones in the same order follow; when nobody is left, fewer are drawn."""
    order = list(in_order(NINE, "c"))

    assert draw(NINE, "c", order[:3], 3) == order[3:6]
    assert draw(NINE, "c", order[:8], 3) == order[8:]
