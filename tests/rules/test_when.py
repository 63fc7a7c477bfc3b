"""Does a deadline in plain words become the moment the person meant?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.vocabulary import known_languages
from core.commands.when import read_when, understood
from core.errors import Refused
from tests.rules.phrases import PHRASES

BERLIN = "Europe/Berlin"
NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo(BERLIN))
TABLE = [(language, phrase, meant) for language, phrases in PHRASES.items() for phrase, meant in phrases]
SIGNS = ("by", "до", "bis", "para", "in", "next", "31", "12", "2027", ".", ":", "/", "-", "99999", "18:00", "am", "May")
SOME_WORDS = [*(phrase for _, phrase, _ in TABLE), *SIGNS]


def local(written: str, language: str = "en", now: datetime = NOON, zone: str = BERLIN) -> str:
    return read_when(written, language, now, zone).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def refusal(written: str, language: str = "en") -> str:
    with pytest.raises(Refused) as refused:
        read_when(written, language, NOON, BERLIN)
    return refused.value.why.key


@pytest.mark.parametrize(("language", "phrase", "meant"), TABLE)
def test_a_deadline_is_what_the_person_meant_or_is_asked_about(language: str, phrase: str, meant: str | None) -> None:
    """Whatever way you say a date, I take the right one; where I could be wrong, I ask."""
    try:
        found = understood(phrase, language, NOON, BERLIN)
    except Refused:
        found = None

    assert (found.astimezone(ZoneInfo(BERLIN)).strftime("%Y-%m-%d %H:%M") if found else None) == meant


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2020-05-20", "when-past"),
        ("yesterday evening", "when-unclear"),
        ("today at 9:00", "when-past"),
        ("in 5 years", "when-far"),
        ("in 999999 years", "when-far"),
        ("9999-12-31", "when-far"),
        ("5/6", "when-two-ways"),
        ("tomorrow at 7", "when-hour"),
        ("30 February", "when-no-day"),
        ("2027-13-45", "when-no-day"),
        ("tomorrow 25:00", "when-no-day"),
        ("Friday 20 May", "when-weekday"),
        ("", "when-unclear"),
        ("x" * 10_000, "when-unclear"),
    ],
)
def test_a_refused_deadline_says_why(written: str, key: str) -> None:
    """If your date cannot be, I tell you what is wrong with it instead of taking another."""
    assert refusal(written) == key


def test_a_day_ends_when_people_are_still_awake() -> None:
    """A day without an hour ends at 20:00; late in the evening you have until 23:59."""
    evening = NOON.replace(hour=19, minute=30)

    assert local("today") == "2026-11-23 20:00"
    assert local("today", now=evening) == "2026-11-23 23:59"
    assert local("tomorrow", now=evening) == "2026-11-24 20:00"


def test_a_weekday_alone_is_never_today() -> None:
    """ "Monday" said on a Monday is the one in a week; "this Monday" is today."""
    assert local("Monday") == "2026-11-30 20:00"
    assert local("this Monday") == "2026-11-23 20:00"


def test_a_date_without_a_year_is_the_next_one() -> None:
    """A day that has passed this year is taken in the next, 29 February in the next leap year."""
    assert local("23 November") == "2026-11-23 20:00"
    assert local("22 November") == "2027-11-22 20:00"
    assert local("29 February", now=NOON.replace(year=2027)) == "2028-02-29 20:00"


def test_hours_that_do_not_exist_or_come_twice_take_the_later_moment() -> None:
    """When the clocks change in your night, you never get an hour less than you thought."""
    spring, autumn = datetime(2027, 3, 27, 12, tzinfo=UTC), datetime(2027, 10, 30, 12, tzinfo=UTC)

    assert read_when("tomorrow 2:30", "en", spring, BERLIN) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert read_when("tomorrow 2:30", "en", autumn, BERLIN) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_the_day_is_the_persons_own() -> None:
    """ "Tomorrow" is tomorrow where you live, not where the machine stands."""
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)

    assert local("tomorrow", now=late, zone="Asia/Tokyo") == "2026-11-25 20:00"
    assert local("tomorrow", now=late, zone="America/New_York") == "2026-11-24 20:00"


def test_a_date_may_be_said_in_another_language() -> None:
    """You may write your date in any language I know, whatever language I speak with you."""
    assert local("завтра", "de") == local("mañana", "uk") == local("morgen", "fr") == "2026-11-24 20:00"
    assert local("by 20 мая", "ru") == "2027-05-20 20:00"


LAST = datetime(9990, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone itself; two years later must be a date too


@given(
    written=st.text(max_size=90) | st.lists(st.sampled_from(SOME_WORDS), max_size=6).map(" ".join),
    language=st.sampled_from([*known_languages(), "fr", ""]),
    now=st.datetimes(max_value=LAST, timezones=st.just(UTC)),
    zone=st.sampled_from([BERLIN, "UTC", "Asia/Kathmandu", "Pacific/Apia", "America/Santiago"]),
)
def test_nothing_but_a_refusal_ever_comes_of_a_bad_date(written: str, language: str, now: datetime, zone: str) -> None:
    """Whatever you write, at any moment, you get a date that is ahead or a word on what to do."""
    try:
        found = read_when(written, language, now, zone)
    except Refused:
        return

    assert found.tzinfo is UTC
    assert now < found <= now + timedelta(days=731)
