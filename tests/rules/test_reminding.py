"""Is nobody nagged, over months and through every night in which clocks change?"""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.errors import Refused
from core.groups.group import Group, GroupStage, Member, admit, leave
from core.groups.returning import come_back
from core.ids import GroupId, PersonId, ProposalId
from core.reminding.budget import Reach, Side, next_chance, pace, said
from core.reminding.hours import Hours, day_begins, night, opening
from core.reminding.plan import MOST_LINES, Fate, Plan, Waiting, plan
from core.reminding.silence import Step, is_silent, next_step

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
SPRING = datetime(2026, 3, 1, 12, tzinfo=UTC)
A_DAY = {Side.ROOM: 1, Side.PERSON: 2}


def wall(moment: datetime, zone: str) -> datetime:
    """Return what the clock on the wall shows."""
    return moment.astimezone(ZoneInfo(zone))


def in_night(moment: datetime, zone: str) -> bool:
    """Say whether it is night, reckoned apart from the rules."""
    return not 8 <= wall(moment, zone).hour < 22


class Budget(RuleBasedStateMachine):
    """One person or room somewhere, and a house that reminds them, sleeps for days and comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.now = SPRING
        self.waiting: list[Waiting] = []
        self.log: list[tuple[datetime, tuple[Waiting, ...]]] = []
        self.fates: dict[str, Fate] = {}
        self.settled: dict[str, Fate] = {}
        self.answered_at: dict[str, datetime] = {}
        self.look: datetime | None = None
        self.count = 0

    @initialize(zone=st.sampled_from(ZONES), side=st.sampled_from(Side), days=st.integers(0, 300))
    def somebody_somewhere(self, zone: str, side: Side, days: int) -> None:
        """Begin anywhere in the year, so that every change of clocks is near for some."""
        self.now += timedelta(days=days)
        self.reach = Reach(side, zone)

    @rule(thing=st.integers(0, 12), use=st.none() | st.integers(1, 90), group=st.booleans())
    def comes_up(self, thing: int, use: int | None, group: bool) -> None:
        """Something comes up; it may be of use for some hours only, and its group may have quiet hours of its own."""
        self._put(f"thing-{thing}", self.now, self.now + timedelta(hours=use) if use else None, group)

    @rule(thing=st.integers(0, 12), days=st.integers(3, 12))
    def insists(self, thing: int, days: int) -> None:
        """The same comes up again day after day, and nobody answers."""
        for _ in range(days):
            self._put(f"thing-{thing}", self.now, None, group=False)
            self._until(self.now + timedelta(days=1))

    @rule(minutes=st.integers(60, 150))
    def a_busy_day(self, minutes: int) -> None:
        """Again and again something new comes up, and they take part: nothing slows it down but the budget."""
        for _ in range(10):
            self._put(f"new-{self.count}", self.now, self.now + timedelta(hours=1), group=False)
            self._until(self.now + timedelta(minutes=minutes))
            self.reach = replace(self.reach, ignored=0)

    @rule(minutes=st.integers(1, 60 * 30))
    def time_passes(self, minutes: int) -> None:
        """Let time pass, with every look at its moment."""
        self._until(self.now + timedelta(minutes=minutes))

    @rule(weeks=st.integers(1, 8))
    def weeks_pass(self, weeks: int) -> None:
        """Let weeks pass."""
        self._until(self.now + timedelta(weeks=weeks))

    @rule(due=st.lists(st.integers(0, 71), min_size=1, max_size=MOST_LINES, unique=True))
    def the_house_is_down_for_three_days(self, due: list[int]) -> None:
        """Three days of downtime, in which things come up that nobody notices until it is back."""
        began, before = self.now, len(self.log)
        self.now += timedelta(days=3)
        late = [f"late-{self.count + place}" for place in range(len(due))]
        for thing, hours in zip(late, sorted(due), strict=True):
            self._put(thing, began + timedelta(hours=hours), None, group=False)
        self._until(self.now)
        telling = [told for _moment, told in self.log[before:] if any(one.thing in late for one in told)]
        heard = {one.thing for told in telling for one in told}
        assert all(len(told) == MOST_LINES for told in telling[:-1])
        assert not telling or set(late) <= heard or len(telling[-1]) == MOST_LINES
        chosen = [one for told in telling for one in told if one.thing in late]
        assert all(one.is_late for one in chosen if one.noticed - one.due > timedelta(hours=1))

    @precondition(lambda self: self.log)
    @rule(place=st.integers(0, 100))
    def answers(self, place: int) -> None:
        """They answer something they heard of."""
        told = [one.thing for _moment, things in self.log for one in things]
        self._settle(told[place % len(told)], Fate.ANSWERED)
        self.reach = replace(self.reach, ignored=0)

    @rule(thing=st.integers(0, 12))
    def asks_not_to_hear_of_it(self, thing: int) -> None:
        """They hush something, whether they heard of it or not."""
        self._settle(f"thing-{thing}", Fate.HUSHED)

    @rule(begin=st.integers(8, 20), length=st.integers(1, 5))
    def wants_more_quiet(self, begin: int, length: int) -> None:
        """They ask for quiet hours in the day too."""
        own = Hours(begin * 60, (begin + length) % 24 * 60, self.reach.zone)
        self.reach = replace(self.reach, own=own)
        self.look = self.now if self.waiting else None

    @rule(days=st.integers(1, 20))
    def wants_quiet_for_days(self, days: int) -> None:
        """They ask to be left in peace for days."""
        self.reach = replace(self.reach, until=self.now + timedelta(days=days))

    @invariant()
    def never_too_much(self) -> None:
        """At most 1 a day in a room and 2 to a person, each thing at most twice."""
        days = Counter(wall(moment, self.reach.zone).date() for moment, _told in self.log)
        assert all(count <= A_DAY[self.reach.side] for count in days.values())
        things = Counter(one.thing for _moment, told in self.log for one in told)
        assert all(count <= 2 for count in things.values())

    @invariant()
    def nothing_is_forgotten(self) -> None:
        """What waits has a moment at which it is looked at; all else has a fate."""
        assert bool(self.waiting) == (self.look is not None)
        assert len(self.fates) + len(self.waiting) == self.count

    def teardown(self) -> None:
        """In the end everything that came up was said, merged or declared over."""
        if hasattr(self, "reach"):
            self._until(self.now + timedelta(days=400))
            assert not self.waiting

    def _put(self, thing: str, due: datetime, past_use: datetime | None, group: bool) -> None:
        quiet = Hours(8 * 60, 10 * 60 + 30, "Asia/Kathmandu") if group else None
        self.waiting.append(Waiting(f"n{self.count}", thing, due, self.now, past_use, quiet=quiet))
        self.count += 1
        self.look = self.now  # It is looked at in the same minute, with all else that came up in it.

    def _settle(self, thing: str, fate: Fate) -> None:
        self.settled.setdefault(thing, fate)
        self.answered_at.setdefault(thing, self.now)

    def _until(self, end: datetime) -> None:
        """Let every look happen at its moment, as timers do."""
        while self.look is not None and self.look <= end:
            self.now = max(self.now, self.look)
            self._act()
        self.now = max(self.now, end)

    def _act(self) -> None:
        before = Counter(one.thing for _moment, told in self.log for one in told)
        seen = [replace(one, before=before[one.thing], settled=self.settled.get(one.thing)) for one in self.waiting]
        found = plan(seen, self.reach, self.now)
        if found.say:
            self._check(found)
            self.log.append((self.now, found.say))
            self.reach = said(self.reach, self.now)
        done = {one.id for one in found.say}
        fate = Fate.SAID if len(found.say) == 1 else Fate.MERGED
        self.fates |= dict(found.over) | dict.fromkeys(done, fate)
        self.waiting = [one for one in self.waiting if one.id not in done and one.id not in found.over]
        assert found.look is None or found.look > self.now or found.say
        self.look = found.look

    def _check(self, found: Plan) -> None:
        """Never at night, never in quiet hours, never to who answered, never past its use."""
        assert not in_night(self.now, self.reach.zone)
        assert self.reach.own is None or not self.reach.own.holds(self.now)
        assert self.reach.until is None or self.now >= self.reach.until
        for one in found.say:
            assert one.quiet is None or not one.quiet.holds(self.now)
            assert one.thing not in self.settled
            assert one.past_use is None or self.now < one.past_use


Budget.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestBudget = Budget.TestCase


@pytest.mark.parametrize("zone", ZONES)
def test_every_night_of_the_year_ends_at_eight(zone: str) -> None:
    """At 8 on your own wall the quiet ends, also in the nights in which clocks jump; never a minute before."""
    for hours in range(0, 366 * 24, 5):
        at = SPRING + timedelta(hours=hours)
        open_ = opening(at, (night(zone),))

        assert open_ is not None
        assert not in_night(open_, zone)
        assert open_ == at or (wall(open_, zone).hour, wall(open_, zone).minute) == (8, 0)


def test_quiet_hours_that_lie_in_the_jump() -> None:
    """Quiet until 2:30 in a night without a 2:30: you hear nothing before, and the night still ends."""
    until = Hours(0, 2 * 60 + 30, "Europe/Berlin")

    for minutes in range(0, 240, 7):
        at = datetime(2026, 3, 28, 23, tzinfo=UTC) + timedelta(minutes=minutes)
        open_ = opening(at, (until,))
        assert open_ is not None
        assert not until.holds(open_)
        assert open_ - at < timedelta(hours=4)


def test_quiet_all_day_is_never_waited_for() -> None:
    """Who wants quiet by day and by night is not written to at all, and nothing waits for ever."""
    always = Reach(Side.PERSON, "UTC", own=Hours(8 * 60, 22 * 60, "UTC"))

    assert next_chance(always, SPRING) is None
    assert plan([Waiting("n", "t", SPRING, SPRING)], always, SPRING).over == {"n": Fate.STOPPED}


@pytest.mark.parametrize(
    ("ignored", "person", "room"),
    [(0, (2, 1), (1, 1)), (1, (2, 1), (1, 1)), (2, (1, 1), (1, 2)), (4, (1, 2), (1, 4)), (9, (1, 4), (1, 8))],
)
def test_ignored_twice_is_half_as_often(ignored: int, person: tuple[int, int], room: tuple[int, int]) -> None:
    """Who never answers hears less and less; one sign of life brings it back."""
    assert pace(Side.PERSON, ignored) == person
    assert pace(Side.ROOM, ignored) == room


def test_a_day_begins_where_clocks_change_at_midnight() -> None:
    """A day has a beginning also where midnight is jumped over."""
    assert day_begins(date(2018, 11, 4), "America/Sao_Paulo") == datetime(2018, 11, 4, 3, tzinfo=UTC)


def test_the_same_thing_twice_is_said_once() -> None:
    """What waits in older words is left out when it waits in newer ones."""
    two = [Waiting("old", "t", SPRING, SPRING), Waiting("new", "t", SPRING, SPRING)]

    found = plan(two, Reach(Side.ROOM, "UTC"), SPRING)

    assert [one.id for one in found.say] == ["new"]
    assert found.over == {"old": Fate.PAST}


def test_silence_is_asked_about_once_and_once_more() -> None:
    """One question after the limit, one repeat a week later, and only a week after that the seat opens."""
    limit, week = timedelta(days=21), timedelta(weeks=1)

    assert next_step(SPRING, 0, None, limit, SPRING + limit - timedelta(minutes=1)) is None
    assert next_step(SPRING, 0, None, limit, SPRING + limit) is Step.ASK
    assert next_step(SPRING, 1, SPRING + limit, limit, SPRING + limit + week) is Step.AGAIN
    assert next_step(SPRING, 2, SPRING + limit + week, limit, SPRING + limit + week) is None
    assert next_step(SPRING, 2, SPRING + limit + week, limit, SPRING + limit + 2 * week) is Step.LET_GO
    assert is_silent([SPRING, SPRING - week], limit, SPRING + limit)
    assert not is_silent([SPRING, SPRING + week], limit, SPRING + limit)
    assert not is_silent([], limit, SPRING)


def test_a_seat_comes_back_as_it_was() -> None:
    """Who comes back in time has their own seat again, with its history, and it is no longer open."""
    lena, omar = Member(PersonId("lena"), "tea", SPRING), Member(PersonId("omar"), "", SPRING)
    group = Group(GroupId("g"), "Choir", ProposalId("p"), GroupStage.LIVING, (lena, omar), "en", SPRING)

    gone = leave(group, lena.person, SPRING + timedelta(days=40))

    assert gone.open_seats == ("tea",)
    assert come_back(gone, lena.person) == group


def test_a_seat_that_is_taken_does_not_come_back() -> None:
    """Once somebody else sits on it, the way back is to ask like anybody."""
    lena, omar = Member(PersonId("lena"), "tea", SPRING), Member(PersonId("omar"), "", SPRING)
    group = Group(GroupId("g"), "Choir", ProposalId("p"), GroupStage.LIVING, (lena, omar), "en", SPRING)
    gone = leave(group, lena.person, SPRING + timedelta(days=40))
    taken = admit(gone, PersonId("mei"), "tea", SPRING + timedelta(days=41))

    with pytest.raises(Refused):
        come_back(taken, lena.person)
