"""Does a promise stay with whoever holds it, until it is kept, handed over or over?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.contract.promises import (
    Promise,
    PromiseStage,
    hand_over,
    hush,
    keep,
    let_go,
    pick_up,
    postpone,
)
from core.ids import GroupId, PersonId, PromiseId
from tests.rules.refusing import refuses

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LENA, OMAR = PersonId("lena"), PersonId("omar")
PROMISE = Promise(PromiseId("p"), GroupId("g"), LENA, "order sockets", NOW + DAY, NOW)


def test_only_its_holder_keeps_postpones_and_hushes_it() -> None:
    """Nobody else says that it is done, and a promise that is over is nobody's."""
    over = replace(PROMISE, stage=PromiseStage.KEPT)

    for promise, person in ((PROMISE, OMAR), (over, LENA)):
        with refuses("refused-promise-over"):
            keep(promise, person)
        with refuses("refused-promise-over"):
            postpone(promise, person, NOW)
        with refuses("refused-promise-over"):
            hush(promise, person)


def test_what_is_done_is_kept() -> None:
    """Its holder says so; nothing else changes."""
    assert keep(PROMISE, LENA) == replace(PROMISE, stage=PromiseStage.KEPT)
    assert hush(PROMISE, LENA) == replace(PROMISE, quiet=True)


@pytest.mark.parametrize(("now", "due"), [(NOW, NOW + 3 * DAY), (NOW + 2 * DAY, NOW + 4 * DAY)])
def test_two_days_more(now: datetime, due: datetime) -> None:
    """They are counted from the later of its day and today."""
    assert postpone(PROMISE, LENA, now) == replace(PROMISE, due=due)


def test_other_hands_take_it_once() -> None:
    """Handed over it looks for somebody; the first who takes it has it, is reminded of it, and has time for it."""
    looking = hand_over(replace(PROMISE, quiet=True))

    assert looking == replace(PROMISE, quiet=True, stage=PromiseStage.LOOKING)
    assert pick_up(looking, OMAR, NOW) == replace(PROMISE, person=OMAR)
    assert pick_up(looking, OMAR, NOW + DAY) == replace(PROMISE, person=OMAR, due=NOW + 3 * DAY)
    with refuses("refused-promise-taken"):
        pick_up(PROMISE, OMAR, NOW)
    assert let_go(looking) == replace(looking, stage=PromiseStage.DROPPED)
