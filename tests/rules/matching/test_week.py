"""Do people keep their hours when the clocks change?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.matching.week import WHOLE_WEEK, all_year, hours_of, in_utc, week_of

ZONES = st.sampled_from(["Europe/Vienna", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "UTC"])
WEEKS = st.integers(0, WHOLE_WEEK)
JANUARY, JULY = date(2025, 1, 13), date(2025, 7, 14)


@given(WEEKS)
def test_a_week_reads_back(week: int) -> None:
    """What is written is read."""
    assert week_of(hours_of(week)) == week


def test_an_evening_in_vienna_moves_with_the_clocks() -> None:
    """18:00 in Vienna is 17:00 UTC in winter and 16:00 in summer."""
    evening = week_of([18])

    assert hours_of(in_utc(evening, "Europe/Vienna", JANUARY)) == [17]
    assert hours_of(in_utc(evening, "Europe/Vienna", JULY)) == [16]


def test_half_an_hour_of_a_zone_breaks_the_ends() -> None:
    """18-20 in Kolkata covers one whole hour of UTC."""
    assert hours_of(in_utc(week_of([18, 19]), "Asia/Kolkata", JANUARY)) == [13]


@given(WEEKS, ZONES, WEEKS, ZONES)
def test_common_hours_of_all_year_hold_on_both_sides_of_the_change(one: int, here: str, other: int, there: str) -> None:
    """Whoever shares all-year hours shares them in winter and in summer."""
    common = all_year(one, here, JANUARY) & all_year(other, there, JANUARY)

    for monday in (JANUARY, JULY, date(2025, 3, 24), date(2025, 10, 27)):
        assert common & ~(in_utc(one, here, monday) & in_utc(other, there, monday)) == 0
