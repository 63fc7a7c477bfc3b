"""Do those who meet "every Tuesday at 19:00" find their next dates, whatever clocks do?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.rhythm import LAST, MOST_WEEKS, Rhythm, next_dates, numbers_of, rhythm_from

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")

moments = st.integers(1_767_000_000, 2_050_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
weekly = st.builds(
    Rhythm,
    st.integers(1, 7),
    clocks,
    st.sampled_from(ZONES),
    st.integers(1, MOST_WEEKS),
    anchor=st.dates(date(2025, 1, 1), date(2027, 1, 1)),
).map(lambda one: Rhythm(one.anchor.isoweekday(), one.at, one.zone, one.every, anchor=one.anchor))
monthly = st.builds(Rhythm, st.integers(1, 7), clocks, st.sampled_from(ZONES), nth=st.integers(1, LAST))
by_day = st.builds(Rhythm, st.just(0), clocks, st.sampled_from(ZONES), day=st.integers(1, 31))


def local(moment: datetime, zone: str) -> str:
    """Read a moment on the wall there."""
    return f"{moment.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}"


def test_every_tuesday_stays_at_seven_when_clocks_change() -> None:
    """Seven in the evening is seven in the evening, in winter time and in summer time."""
    found = next_dates(Rhythm(2, time(19), BERLIN), datetime(2026, 3, 20, tzinfo=UTC))

    assert [local(one, BERLIN) for one in found] == ["Tue 24 Mar 19:00", "Tue 31 Mar 19:00", "Tue 07 Apr 19:00"]
    assert found[1] - found[0] == timedelta(days=7, hours=-1)


def test_an_hour_that_the_night_leaves_out_is_the_next() -> None:
    """Half past two in the night when clocks jump over it is half past three."""
    found = next_dates(Rhythm(7, time(2, 30), BERLIN), datetime(2026, 3, 23, tzinfo=UTC), 1)

    assert local(found[0], BERLIN) == "Sun 29 Mar 03:30"


def test_the_first_monday_and_the_last_friday_of_the_month() -> None:
    """Each month has its first and its last such day, be that the fourth or the fifth."""
    start = datetime(2026, 5, 1, tzinfo=UTC)

    first = next_dates(Rhythm(1, time(18), BERLIN, nth=1), start)
    last = next_dates(Rhythm(5, time(18), BERLIN, nth=LAST), start)

    assert [local(one, BERLIN)[:10] for one in first] == ["Mon 04 May", "Mon 01 Jun", "Mon 06 Jul"]
    assert [local(one, BERLIN)[:10] for one in last] == ["Fri 29 May", "Fri 26 Jun", "Fri 31 Jul"]


def test_every_second_week_counts_from_the_first_meeting() -> None:
    """Who meets every other Wednesday is not sent there every Wednesday."""
    rhythm = Rhythm(3, time(19), BERLIN, every=2, anchor=date(2026, 5, 6))

    found = next_dates(rhythm, datetime(2026, 5, 7, tzinfo=UTC))

    assert [local(one, BERLIN)[:10] for one in found] == ["Wed 20 May", "Wed 03 Jun", "Wed 17 Jun"]


@pytest.mark.parametrize(
    ("rhythm", "now", "found"),
    [
        # In New York it is still Tuesday when it is Wednesday in UTC.
        (Rhythm(2, time(22), "America/New_York"), "2026-05-06 01:00", ["2026-05-06 02:00"]),
        (Rhythm(2, time(19), "UTC"), "2026-05-05 19:00", ["2026-05-12 19:00"]),
        (Rhythm(2, time(19), "UTC"), "2026-05-05 18:59", ["2026-05-05 19:00"]),
        # Half past two comes twice: the later one counts.
        (Rhythm(7, time(2, 30), BERLIN), "2026-10-25 00:00", ["2026-10-25 01:30"]),
        (
            Rhythm(0, time(8), "UTC", day=29),
            "2027-12-01 00:00",
            ["2027-12-29 08:00", "2028-01-29 08:00", "2028-02-29 08:00"],
        ),
    ],
)
def test_dates_are_moments_in_utc(rhythm: Rhythm, now: str, found: list[str]) -> None:
    """Counted from the day it is there; a meeting that begins now is not the next; a leap year has its day."""
    dates = next_dates(rhythm, datetime.fromisoformat(f"{now}+00:00"), len(found))

    assert [f"{one:%Y-%m-%d %H:%M}" for one in dates] == found
    assert all(one.tzinfo is UTC for one in dates)


@given(st.one_of(weekly, monthly, by_day), moments)
def test_dates_come_in_order_and_all_fit(rhythm: Rhythm, now: datetime) -> None:
    """Whatever the rhythm, zone and moment: three dates ahead, in order, on the right day at the right hour."""
    found = next_dates(rhythm, now)

    assert len(found) == 3
    assert now < found[0] < found[1] < found[2]
    for one in found:
        wall = one.astimezone(ZoneInfo(rhythm.zone))
        written = datetime.combine(wall.date(), rhythm.at)
        assert timedelta(0) <= wall.replace(tzinfo=None) - written <= timedelta(hours=1)
        assert wall.isoweekday() == rhythm.weekday or rhythm.day == wall.day


@pytest.mark.parametrize("rhythm", [Rhythm(2, time(19, 30), BERLIN, 2, anchor=date(2026, 5, 5))])
def test_a_rhythm_comes_back_from_its_numbers(rhythm: Rhythm) -> None:
    """A line of a contract keeps the whole rhythm."""
    assert rhythm_from(numbers_of(rhythm), rhythm.zone) == rhythm
