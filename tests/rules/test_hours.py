"""Are hours of the week read as people say them, in five languages, and never half?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.hours import read_hours
from core.errors import Refused
from core.matching.week import WHOLE_WEEK, spans

WORKDAYS, WEEKEND, EVERY = (0, 1, 2, 3, 4), (5, 6), tuple(range(7))


@pytest.mark.parametrize(
    ("language", "words", "meant"),
    [
        ("en", "weekday evenings", [(WORKDAYS, ((18, 22),))]),
        ("en", "Sat 10-14", [((5,), ((10, 14),))]),
        ("en", "Mon and Wed after 18", [((0, 2), ((18, 24),))]),
        ("en", "weekends", [(WEEKEND, ((8, 22),))]),
        ("en", "Monday to Friday 6-9pm, Sunday morning", [(WORKDAYS, ((18, 21),)), ((6,), ((6, 12),))]),
        ("en", "between 6pm and 9pm", [(EVERY, ((18, 21),))]),
        ("en", "from 10 to 14 on Tuesdays", [((1,), ((10, 14),))]),
        ("en", "Mon-Fri before 9", [(WORKDAYS, ((0, 9),))]),
        ("en", "22-2 on Fri", [((4,), ((22, 24),)), ((5,), ((0, 2),))]),
        ("en", "Sat 10-14, 16-18", [((5,), ((10, 14), (16, 18)))]),
        ("ru", "будни вечером, сб 10-14", [(WORKDAYS, ((18, 22),)), ((5,), ((10, 14),))]),
        ("ru", "пн–пт после 18", [(WORKDAYS, ((18, 24),))]),
        ("ru", "с понедельника по пятницу утром", [(WORKDAYS, ((6, 12),))]),
        ("ru", "по средам с 10 до 14", [((2,), ((10, 14),))]),
        ("uk", "по буднях увечері", [(WORKDAYS, ((18, 22),))]),
        ("uk", "сб і нд з 10 до 14", [(WEEKEND, ((10, 14),))]),
        ("uk", "п'ятниця після обіду", [((4,), ((12, 18),))]),
        ("de", "Mo-Fr 18-21 Uhr", [(WORKDAYS, ((18, 21),))]),
        ("de", "werktags abends, samstags 10 bis 14 Uhr", [(WORKDAYS, ((18, 22),)), ((5,), ((10, 14),))]),
        ("de", "Freitagabend", [((4,), ((18, 22),))]),
        ("de", "so 10-12", [((6,), ((10, 12),))]),
        ("es", "entre semana por la tarde", [(WORKDAYS, ((12, 18),))]),
        ("es", "sábados de 10 a 14", [((5,), ((10, 14),))]),
        ("es", "lunes y miércoles a partir de las 18", [((0, 2), ((18, 24),))]),
    ],
)
def test_hours_in_plain_words(language: str, words: str, meant: list[object]) -> None:
    """You say when you can as you would to a friend."""
    assert spans(read_hours(words, language)) == meant


@pytest.mark.parametrize("words", ["any time", "immer", "всегда", "завжди", "siempre"])
def test_any_time_is_the_whole_week(words: str) -> None:
    """Who can always, can always."""
    assert read_hours(words, "en") == WHOLE_WEEK


@pytest.mark.parametrize(
    "words", ["", "blah", "Sat 10-", "25", "Mon to", "10 12 14", "13pm", "Sat 10-14 unless it rains"]
)
def test_what_is_not_understood_is_asked_again(words: str) -> None:
    """Half of what you said is never taken for all of it."""
    with pytest.raises(Refused):
        read_hours(words, "en")


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "uk", "de", "es"]))
def test_nothing_anybody_types_breaks_it(words: str, language: str) -> None:
    """Any text is read or asked again."""
    try:
        week = read_hours(words, language)
    except Refused:
        return
    assert 0 < week <= WHOLE_WEEK


@given(st.integers(1, WHOLE_WEEK))
def test_a_week_is_told_whole(week: int) -> None:
    """What is told of a week, read as hours again, is that week."""
    told = {day * 24 + hour for days, hours in spans(week) for day in days for a, b in hours for hour in range(a, b)}

    assert sum(1 << hour for hour in told) == week
