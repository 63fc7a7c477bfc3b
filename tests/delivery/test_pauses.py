"""Does delivery wait as long as it says, no longer, and not for ever?"""

import asyncio
import logging
from datetime import datetime, timedelta
from random import Random

import pytest

from core.app.queue import Sending
from core.bell import Bell
from core.clock import VirtualClock
from core.delivery.notes import Notes
from core.delivery.patience import Patience
from core.delivery.tidying import Tidying
from core.delivery.timers import Timers
from core.errors import OutOfReach, TryAgain
from core.messenger.port import HomeMade
from tests.delivery.shelf import at_once, seconds
from tests.storage.samples import NOW


class Lot(Random):
    """Draws what it is told to."""

    def __init__(self, drawn: float) -> None:
        super().__init__()
        self.drawn = drawn

    def random(self) -> float:
        """Draw it."""
        return self.drawn


class Watch(VirtualClock):
    """Goes as the story does."""

    def now(self) -> datetime:
        """Return its beginning and what has passed since."""
        return NOW + timedelta(seconds=seconds())


@pytest.mark.parametrize(
    ("tried", "asked", "drawn", "waits"),
    [
        (0, None, 0, 0.5),
        (0, None, 1, 1),
        (0, 0, 0, 0.5),
        (3, None, 0, 4),
        (3, None, 0.5, 6),
        (3, 4.5, 0, 4.5),
        (3, 4.5, 1, 8),
        (10, None, 1, 1024),
        (11, None, 1, 1800),
        (9999, None, 1, 1800),
        (9999, 7200, 1, 7200),
    ],
)
def test_each_pause_is_twice_the_last(tried: int, asked: float | None, drawn: float, waits: float) -> None:
    """From a second up to half an hour, less up to half of it by lot, and never less than was asked for."""
    assert Patience().wait(tried, asked, Lot(drawn)) == timedelta(seconds=waits)


def test_a_note_is_tried_again_after_each_pause() -> None:
    """Every two seconds, where two seconds were said; a second where nothing was."""

    async def story(notes: Notes) -> float:
        failing = [TryAgain("busy"), ValueError("bug"), TryAgain("busy")]

        async def note() -> None:
            if failing:
                raise failing.pop(0)

        await notes.surely(note)
        return seconds()

    assert at_once(story(Notes(timedelta(minutes=1), timedelta(seconds=2)))) == pytest.approx(6)
    assert at_once(story(Notes(timedelta(minutes=1)))) == pytest.approx(3)


def test_a_note_is_given_up_when_the_lease_ends() -> None:
    """After ten seconds of tries a second apart whoever must know is told, and nobody else waits on."""
    tried: list[float] = []

    async def note() -> None:
        tried.append(round(seconds()))
        raise TryAgain("busy")

    async def story() -> None:
        notes = Notes(timedelta(seconds=9.5))
        await notes.surely(note)
        with pytest.raises(TryAgain, match="busy"):
            await notes.in_time(note)

    at_once(story())
    assert tried == [*range(11), *range(10, 21)]


def test_it_is_tidied_every_six_hours() -> None:
    """At the start, after six hours and after twelve, also when one time failed."""
    asked: list[float] = []

    async def tidy(now: datetime) -> int:
        asked.append(round(seconds()))
        if len(asked) == 2:
            raise OutOfReach("disk full")
        return 0

    async def story() -> None:
        tidying = Tidying(tidy, VirtualClock(NOW))
        running = asyncio.create_task(tidying.run())
        await asyncio.sleep(13 * 3600)
        tidying.stop()
        await running
        assert seconds() == pytest.approx(13 * 3600)

    at_once(story())
    assert asked == [0, 6 * 3600, 12 * 3600]


class Alarm:
    """Timers in memory; notes when each rang.

    Attributes:
        due: When each rings, in seconds from the start.
        trouble: Raised when the next are asked for.
    """

    def __init__(self, *due: float, trouble: tuple[Exception, ...] = ()) -> None:
        self.due, self.trouble, self.rang = list(due), list(trouble), list[float]()

    async def next_due(self) -> datetime | None:
        """Say when the first rings."""
        if self.trouble:
            raise self.trouble.pop(0)
        return NOW + timedelta(seconds=self.due[0]) if self.due else None

    async def ring(self) -> bool:
        """Ring the first."""
        self.due.pop(0)
        self.rang.append(round(seconds(), 3))
        return True

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Never called here."""

    async def home_failed(self, sending: Sending) -> None:
        """Never called here."""

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Never called here."""


def ring(alarm: Alarm, until: float, *, adds: float | None = None) -> None:
    """Let timers run; half a second after the start one more may be set."""

    async def story() -> None:
        bell = Bell()
        timers = Timers(alarm, alarm.next_due, Watch(NOW), bell)
        running = asyncio.create_task(timers.run())
        await asyncio.sleep(0.5)
        if adds is not None:
            alarm.due.insert(0, adds)
            bell.ring()
        await asyncio.sleep(until - 0.5)
        timers.stop()
        await running
        assert seconds() == pytest.approx(until)

    at_once(story())


def test_timers_are_looked_at_each_second() -> None:
    """What is due rings one after the other without a pause; what comes due between two looks rings at the next."""
    alarm = Alarm(0, 0, 1, 2.5, 9)

    ring(alarm, 3.9)

    assert alarm.rang == [0, 0, 1, 3]
    assert alarm.due == [9]


def test_a_timer_that_is_set_rings_without_a_look() -> None:
    """The bell wakes them, and the second begins anew."""
    alarm = Alarm(1.2)

    ring(alarm, 1.9, adds=0.5)

    assert alarm.rang == [0.5, 1.5]


def test_timers_in_trouble_are_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    """A database out of reach is expected; a bug is told of with its trace until they ring again, and then anew."""
    alarm = Alarm(0, 0, trouble=(OutOfReach("locked"), KeyError("bug"), KeyError("bug")))
    ring(alarm, 5)
    alarm.due, alarm.trouble = [0], [KeyError("bug")]
    ring(alarm, 2.5)

    assert alarm.rang == [3, 3, 1]
    said = "timers cannot ring; trying again until they can"
    assert [(one.levelno, one.getMessage(), bool(one.exc_info)) for one in caplog.records] == [
        (logging.ERROR, said, True)
    ] * 2


def test_trouble_after_a_good_time_is_news() -> None:
    """Each time anew, in one run."""

    class Frail(Alarm):
        async def ring(self) -> bool:
            """Ring, and fail afterwards."""
            self.trouble = [KeyError("bug")]
            return await super().ring()

    told: list[str] = []
    heard = logging.Handler()
    heard.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]  # to hear it
    logging.getLogger("core.delivery.timers").addHandler(heard)
    try:
        ring(Frail(0, 0), 3.5)
    finally:
        logging.getLogger("core.delivery.timers").removeHandler(heard)

    assert len(told) == 2


async def test_all_that_is_due_rings_and_is_counted() -> None:
    """What another process rang meanwhile is not counted, and ends it."""

    class Taken(Alarm):
        async def ring(self) -> bool:
            """Find that the last was taken."""
            return len(self.due) > 1 and await super().ring()

    clock = VirtualClock(NOW)
    assert await Timers(one := Alarm(-1, 0, 1), one.next_due, clock, Bell()).drain() == 2
    assert await Timers(other := Taken(-1, 0), other.next_due, clock, Bell()).drain() == 1
