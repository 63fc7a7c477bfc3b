"""Is nothing taken out too early, twice, or more than can be borne?"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.clock import VirtualClock
from core.delivery.limits import Limit, Limits
from core.delivery.outbox import AT_ONCE, Habits
from core.errors import OutOfReach, TryAgain
from core.ids import MessengerName
from core.messenger.events import MessageRef
from tests.delivery.fakes import Recorder
from tests.delivery.scene import Scene, many
from tests.delivery.shelf import ROOM, a_sending, at_once, handed_out, seconds
from tests.storage.samples import HERE, NOW

SECOND = timedelta(seconds=1)
AWAY = MessengerName("away")
ONE_EACH = dict.fromkeys((HERE, AWAY), Limits(Limit(1, 60)))
NOTES = ("done", "later", "give-up")


def test_no_more_is_taken_out_than_can_be_in_the_air() -> None:
    """Each time as many as there is room for, until nothing waits; leases last three minutes."""
    scene = Scene(*many(5), at_once=2)

    assert scene.drain() == 5

    asked = ("house", (HERE,), NOW, NOW + timedelta(seconds=180), 2)
    assert scene.shelf.noted("lease") == [("lease", *asked)] * 3
    assert scene.shelf.noted("next-time") == [("next-time", (HERE,))] * 4
    assert AT_ONCE == Habits("house").at_once == 64


def test_no_more_is_taken_out_than_the_account_may_say() -> None:
    """What was taken counts at once, and when nothing may go the outbox is not even asked."""
    scene = Scene(*many(5), limits={HERE: Limits(Limit(12, 10))})

    assert scene.drain() == 2
    assert [call[-1] for call in scene.shelf.noted("lease")] == [2]
    assert len(scene.shelf.noted("next-time")) == 1
    scene.clock.advance(SECOND)
    assert scene.drain() == 1
    assert [call[-1] for call in scene.shelf.noted("lease")] == [2, 1]


def test_nothing_goes_before_its_time() -> None:
    """What is due later is not taken out; at its moment it is."""
    scene = Scene(handed_out())
    scene.shelf.due = NOW + SECOND

    assert scene.drain() == 0
    assert scene.shelf.noted("lease") == []
    scene.clock.advance(SECOND)
    assert scene.drain() == 1


def test_a_process_that_stands_by_takes_nothing() -> None:
    """Only what it serves is taken out, all of that."""
    away, here = Recorder(AWAY), Recorder()
    scene = Scene(handed_out(), messengers={AWAY: away, HERE: here}, serves=lambda name: name == HERE)

    assert scene.drain() == 1
    assert scene.shelf.noted("lease") == [("lease", "house", (HERE,), NOW, NOW + timedelta(seconds=180), 64)]
    assert len(here.sent) == 1
    assert Habits("house").serves(AWAY)


def test_what_is_in_hand_is_not_begun_again() -> None:
    """Where the clock went ahead a lease ends early, and the same deed is handed out twice."""
    scene = Scene(handed_out(), at_once=8)
    scene.messenger.slow = {"room"}

    async def story() -> None:
        running = asyncio.create_task(scene.delivery.drain())
        await asyncio.sleep(1)
        scene.shelf.waiting = [handed_out(), *many(1)]
        assert await scene.delivery.drain() == 1
        scene.messenger.let_go.set()
        await running
        scene.shelf.waiting = [handed_out()]
        assert await scene.delivery.drain() == 1

    at_once(story())
    assert scene.messenger.said("room") == ["hello", "hello"]
    assert [call[-1] for call in scene.shelf.noted("lease")] == [8, 7, 8]


@pytest.mark.parametrize(("back", "minded"), [(5, False), (6, True)])
def test_a_clock_set_back_lets_nobody_wait(back: int, minded: bool, caplog: pytest.LogCaptureFixture) -> None:
    """By more than five seconds, once, and the operator reads it."""
    scene = Scene()

    scene.clock.advance(-back * SECOND)
    scene.drain()
    scene.drain()

    now = NOW - back * SECOND
    assert scene.shelf.noted("hasten") == ([("hasten", (HERE,), now, timedelta(), back * SECOND)] if minded else [])
    said = ["the clock was set back by 0:00:06; what waits goes on"] if minded else []
    assert [record.getMessage() for record in caplog.records] == said


def test_a_database_in_trouble_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    """What was taken out before is delivered; what is expected is not told of; after a good time it is news again."""
    here, away = Recorder(), Recorder(AWAY)
    scene = Scene(messengers={HERE: here, AWAY: away})
    scene.shelf.trouble = [OutOfReach("locked"), OSError("full"), OSError("full"), None, None, OSError("full")]

    for told in (0, 1, 1, 1, 2):
        assert scene.drain() == 0
        assert len(caplog.records) == told
    line = "the outbox cannot be read; trying again until it can"
    assert [(one.getMessage(), bool(one.exc_info)) for one in caplog.records] == [(line, True)] * 2

    for trouble in (OutOfReach("locked"), OSError("full")):
        scene.shelf.waiting, scene.shelf.trouble = [handed_out()], [None, trouble]
        assert scene.drain() == 1


def run(scene: Scene, *, until: float, then: Callable[[], None] = lambda: None) -> None:
    """Let delivery run for some seconds, let something happen, and stop it at the same moment."""

    async def story() -> None:
        running = asyncio.create_task(scene.delivery.run())
        await asyncio.sleep(until)
        then()
        await asyncio.sleep(0)
        scene.delivery.stop()
        await running
        assert seconds() == pytest.approx(until)

    at_once(story())


def test_a_start_takes_back_what_an_earlier_run_held() -> None:
    """And lets nobody wait for moments more than an hour away: the clock ran ahead then."""
    scene = Scene(handed_out())

    run(scene, until=0.5)

    assert scene.shelf.calls[:2] == [
        ("reclaim", "house", NOW),
        ("hasten", (HERE,), NOW, timedelta(hours=1), None),
    ]
    assert scene.shelf.noted(*NOTES) == [("done", "s1", MessageRef(ROOM, "m1"), NOW, NOW)]


def test_the_outbox_is_looked_into_each_second_or_when_it_rings() -> None:
    """Nobody waits for the next second when something was put, nor when a hand is free again."""
    scene = Scene()
    run(scene, until=2.5)
    assert len(scene.shelf.noted("next-time")) == 3

    scene = Scene()
    run(scene, until=0.5, then=scene.bell.ring)
    assert len(scene.shelf.noted("next-time")) == 2

    scene = Scene(*many(3), at_once=1)
    run(scene, until=0.5)
    assert len(scene.messenger.sent) == 3


def test_an_empty_lane_is_no_reason_to_look() -> None:
    """After a message behind which nothing waits nobody looks, but where more could not be taken, or it failed."""
    scene = Scene(handed_out())
    scene.shelf.goes_on = False
    run(scene, until=0.5)
    assert len(scene.shelf.noted("next-time")) == 1

    scene = Scene(*many(3), at_once=1)
    scene.shelf.goes_on = False
    run(scene, until=0.5)
    assert len(scene.messenger.sent) == 3

    scene = Scene(handed_out())
    scene.shelf.goes_on = False
    scene.fails(TryAgain("later"))
    run(scene, until=0.5)
    assert len(scene.shelf.noted("next-time")) == 2


def test_a_limit_that_passes_ends_the_pause() -> None:
    """An account that may say two in one breath and one each half second is looked at again after half a second."""

    class Watch(VirtualClock):
        def now(self) -> datetime:
            """Go as the loop goes."""
            return NOW + timedelta(seconds=seconds() if self.runs else 0)

        runs = False

    watch, looked = Watch(NOW), list[float]()
    scene = Scene(*many(5), clock=watch, limits={HERE: Limits(Limit(12, 5))})
    watch.runs = True

    def note(_post: object) -> None:
        looked.append(seconds())

    scene.messenger.trouble = note
    run(scene, until=1.9)

    assert looked == pytest.approx([0, 0, 0.5, 1, 1.5], abs=0.01)


def test_every_messenger_is_served_at_each_look() -> None:
    """One after the other, in the order in which they run here."""
    here, away = Recorder(), Recorder(AWAY)
    there = handed_out(a_sending(name="s2", messenger=AWAY), replace(ROOM, messenger=AWAY))
    scene = Scene(handed_out(), there, messengers={HERE: here, AWAY: away}, limits=ONE_EACH)

    assert scene.drain() == 2
    assert [call[2] for call in scene.shelf.noted("lease")] == [(HERE,), (AWAY,)]
    assert (len(here.sent), len(away.sent)) == (1, 1)
