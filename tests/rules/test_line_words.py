"""Are lines understood on which the house acts, as people say them in any shipped language?"""

from datetime import UTC, date, datetime

import pytest

from core.commands.clause_words import said_anew
from core.commands.free_text import read_clause
from core.commands.rhythm import read_rhythm
from core.commands.until import until_in
from core.contract.acting import QuietHours, Step
from core.contract.clauses import ACTING, Clause, ClauseKind, clause_text
from core.contract.rhythm import rhythm_text
from core.contract.versions import Version
from core.errors import Refused
from core.ids import ClauseId, GroupId, VersionId
from core.texts.translator import languages, render

NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("language", "written", "understood"),
    [
        ("en", "every Tuesday 19:00", "every Tuesday at 19:00"),
        ("en", "We meet on Thursdays at 19", "every Thursday at 19:00"),
        ("en", "first Monday of the month at 6 pm", "on the first Monday of the month at 18:00"),
        ("en", "every other Wednesday at 7:30 pm", "every 2 weeks on Wednesday at 19:30"),
        ("en", "every second Friday 19:00", "every 2 weeks on Friday at 19:00"),
        ("en", "the second Friday of the month 19:00", "on the second Friday of the month at 19:00"),
        ("en", "the 15th of every month at 18:00", "on day 15 of every month at 18:00"),
        ("de", "jeden Dienstag um 19 Uhr", "every Tuesday at 19:00"),
        ("de", "dienstags 19:00", "every Tuesday at 19:00"),
        ("de", "am letzten Freitag im Monat um 20 Uhr", "on the last Friday of the month at 20:00"),
        ("de", "alle zwei Wochen mittwochs um 18:30", "every 2 weeks on Wednesday at 18:30"),
        ("de", "am 15. jedes Monats um 18:00", "on day 15 of every month at 18:00"),
        ("ru", "каждый вторник в 19:00", "every Tuesday at 19:00"),
        ("ru", "по средам в 7 вечера", "every Wednesday at 19:00"),
        ("ru", "первый понедельник месяца в 18:30", "on the first Monday of the month at 18:30"),
        ("ru", "раз в две недели по пятницам в 19:00", "every 2 weeks on Friday at 19:00"),
        ("ru", "15 числа каждого месяца в 18:00", "on day 15 of every month at 18:00"),
        ("uk", "щовівторка о 19:00", "every Tuesday at 19:00"),
        ("uk", "кожну середу о 19", "every Wednesday at 19:00"),
        ("uk", "останню п'ятницю місяця о 18:00", "on the last Friday of the month at 18:00"),
        ("uk", "по четвергах о 19:00", "every Thursday at 19:00"),
        ("es", "cada martes a las 19:00", "every Tuesday at 19:00"),
        ("es", "todos los jueves a las 7 de la tarde", "every Thursday at 19:00"),
        ("es", "el primer lunes de cada mes a las 19:00", "on the first Monday of the month at 19:00"),
        ("es", "cada dos semanas el viernes a las 19:00", "every 2 weeks on Friday at 19:00"),
        ("es", "el día 15 de cada mes a las 18:00", "on day 15 of every month at 18:00"),
        ("en", "каждый вторник в 19:00", "every Tuesday at 19:00"),
        ("ru", "every Tuesday 19:00", "every Tuesday at 19:00"),
    ],
)
def test_a_rhythm_in_plain_words(language: str, written: str, understood: str) -> None:
    """Say how often you meet as you would say it to a friend."""
    found = read_rhythm(written, language, NOW, BERLIN)

    assert render(rhythm_text(found), "en") == f"We meet {understood} ({BERLIN})."


@pytest.mark.parametrize("written", ["sometimes", "every Tuesday", "at 19:00", "Monday and Tuesday 19:00", "x" * 500])
def test_what_is_no_rhythm_is_asked_again(written: str) -> None:
    """Half a rhythm is not guessed at."""
    with pytest.raises(Refused):
        read_rhythm(written, "en", NOW, BERLIN)


@pytest.mark.parametrize("language", languages())
def test_a_rhythm_read_out_is_understood_again(language: str) -> None:
    """What we say about your rhythm in any language means the same when you say it back."""
    for written in ("every Tuesday 19:00", "first Monday of the month 18:30", "last Friday of the month 20:00"):
        rhythm = read_rhythm(written, "en", NOW, BERLIN)
        told = render(rhythm_text(rhythm), language).split("(")[0]

        assert read_rhythm(told, language, NOW, BERLIN) == rhythm


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("21:00 to 9:00", (1260, 540)),
        ("from 22 to 8", (1320, 480)),
        ("9 pm to 8 am", (1260, 480)),
        ("von 21 Uhr bis 9 Uhr", (1260, 540)),
        ("с 22:30 до 8:00", (1350, 480)),
        ("з 22 до 8", (1320, 480)),
        ("de 21:00 a 9:00", (1260, 540)),
    ],
)
def test_quiet_hours_in_plain_words(written: str, hours: tuple[int, int]) -> None:
    """From when to when nobody is disturbed."""
    line = said_anew(Clause(ClauseId("q"), ClauseKind.QUIET_HOURS), written, "en", NOW, BERLIN)
    version = Version(VersionId("v"), GroupId("g"), 1, (line,))

    assert version.quiet_hours == QuietHours(*hours)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (ClauseKind.QUIET_HOURS, "at night"),
        (ClauseKind.QUIET_HOURS, "25:00 to 9:00"),
        (ClauseKind.QUIET_HOURS, "9:00 to 9:00"),
        (ClauseKind.SLEEP_LIMIT, "soon"),
        (ClauseKind.SLEEP_LIMIT, "400 days"),
        (ClauseKind.QUORUM, "1"),
        (ClauseKind.QUORUM, "all of us"),
    ],
)
def test_a_line_without_its_number_is_asked_again(kind: ClauseKind, written: str) -> None:
    """The house acts on nothing it did not understand."""
    with pytest.raises(Refused):
        said_anew(Clause(ClauseId("c"), kind), written, "en", NOW, BERLIN)


def test_a_chosen_line_in_own_words_is_only_quoted() -> None:
    """Who rewrites a licence or a joining rule freely gets a line the house quotes and does not act on."""
    line = said_anew(
        Clause(ClauseId("j"), ClauseKind.JOINING, numbers={"step": Step.VISIT}), "We just say hello", "en", NOW, BERLIN
    )

    assert line.kind is ClauseKind.OWN
    assert Version(VersionId("v"), GroupId("g"), 1, (line,)).joining is Step.NONE


def test_without_lines_the_house_has_its_own_answers() -> None:
    """A contract without such lines: silence is no yes, one voice is a quorum, and three weeks may pass."""
    bare = Version(VersionId("v"), GroupId("g"), 1, ())

    assert (bare.silence_is_fine, bare.quorum, bare.sleep_days, bare.joining) == (False, 1, 21, Step.NONE)
    assert (bare.quiet_hours, bare.rhythm, bare.licence) == (None, None, "")


@pytest.mark.parametrize("language", languages())
def test_every_line_the_house_acts_on_can_be_read_out(language: str) -> None:
    """Each of them is a sentence in your language."""
    numbers = {
        ClauseKind.RHYTHM: {
            "weekday": 2, "hour": 19, "minute": 0, "every": 1, "nth": 0, "day": 0, "anchor": 0
        },
        ClauseKind.QUIET_HOURS: {"begin": 1320, "end": 480},
        ClauseKind.SLEEP_LIMIT: {"days": 30},
        ClauseKind.QUORUM: {"people": 3},
        ClauseKind.SILENCE_FINE: {},
        ClauseKind.WHEN_BLOCKED: {"act": 1, "days": 28},
        ClauseKind.JOINING: {"step": 1},
        ClauseKind.INTRODUCTIONS: {"way": 1},
        ClauseKind.LICENCE: {"licence": 2},
    }  # fmt: skip
    for kind in ACTING:
        told = render(clause_text(Clause(ClauseId("c"), kind, numbers=numbers[kind], zone=BERLIN)), language)

        assert told.endswith(".")
        assert "{" not in told


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "Meet at the library until August", "2026-08-31"),
        ("en", "Try the new hours till 20 June, then see", "2026-06-20"),
        ("de", "Wir treffen uns in der Bücherei bis August", "2026-08-31"),
        ("ru", "Встречаемся в библиотеке до августа", "2026-08-31"),
        ("uk", "Зустрічаємося в бібліотеці до 20 червня", "2026-06-20"),
        ("es", "Nos vemos en la biblioteca hasta el 20 de junio", "2026-06-20"),
    ],
)
def test_a_decision_says_itself_until_when(language: str, words: str, day: str) -> None:
    """ "Until August" in a decision is the day on which it is asked again."""
    found = until_in(words, language, NOW, "UTC")

    assert found is not None
    assert found.date().isoformat() == day


@pytest.mark.parametrize("words", ["Meet at the library", "Walk by the river", "Stay until it rains", ""])
def test_most_decisions_name_no_day(words: str) -> None:
    """Nothing is read into words that say no day."""
    assert until_in(words, "en", NOW, "UTC") is None


def test_quiet_hours_go_over_midnight() -> None:
    """From ten in the evening to eight in the morning is the night, not the day."""
    night, noon = QuietHours(), QuietHours(720, 840)
    clock = [datetime(2026, 5, 1, hour, tzinfo=UTC).time() for hour in (23, 3, 8, 13)]

    assert [night.holds(one) for one in clock] == [True, True, False, False]
    assert [noon.holds(one) for one in clock] == [False, False, False, True]


def test_a_line_on_the_review_is_read_for_its_date() -> None:
    """The date may end the sentence or be all of it; a line without a date to come is refused."""
    for words in ("We read this again on 20 May", "20 May"):
        line, data = read_clause(ClauseKind.REVIEW_ON, words, "en", NOW, "UTC")
        assert line == ""
        assert datetime.fromtimestamp(data["on"], UTC).date() == date(2026, 5, 20)
    for words in ("We read this again some day", "We read this again"):
        with pytest.raises(Refused):
            read_clause(ClauseKind.REVIEW_ON, words, "en", NOW, "UTC")
