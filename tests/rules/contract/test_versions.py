"""Does a contract say what its lines say, and change by one line at a time?"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from core.contract.acting import Act, Fallback, Introduced, QuietHours, Step
from core.contract.clauses import Clause, ClauseKind, first_clauses, in_own_words, review_date
from core.contract.rhythm import Rhythm, numbers_of
from core.contract.versions import Version, add, agree, change, drop, next_review, restate
from core.ids import ClauseId, GroupId, PersonId, VersionId
from tests.rules.refusing import refuses

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
SIX_WEEKS = timedelta(days=42)
IDS = tuple(ClauseId(f"c{place}") for place in range(5))
FIRST = Version(VersionId("v"), GroupId("g"), 1, first_clauses(IDS, NOW))
GONE = ClauseId("gone")


def with_line(kind: ClauseKind, numbers: dict[str, int], zone: str = "") -> Version:
    """Add a line on which the house acts, after one of no such meaning."""
    plain = Clause(ClauseId("own"), ClauseKind.OWN, "We sing")
    return replace(FIRST, clauses=(plain, Clause(ClauseId("x"), kind, "", numbers, zone), *FIRST.clauses))


def test_five_lines_to_begin_with() -> None:
    """Answers within two days, consent, speaking first, leaving freely, and a review in six weeks; in this order."""
    assert first_clauses(IDS, NOW) == (
        Clause(IDS[0], ClauseKind.ANSWER_WITHIN, numbers={"days": 2}),
        Clause(IDS[1], ClauseKind.CONSENT),
        Clause(IDS[2], ClauseKind.SPEAK_FIRST),
        Clause(IDS[3], ClauseKind.LEAVE_FREELY),
        Clause(IDS[4], ClauseKind.REVIEW_ON, numbers={"on": int((NOW + SIX_WEEKS).timestamp())}),
    )
    assert FIRST.answer_days == 2
    assert FIRST.review_on == NOW + SIX_WEEKS == review_date(FIRST.clauses[4])


def test_without_a_line_the_house_assumes_the_mildest() -> None:
    """No line, no number: everyone's yes, no silence, no rhythm, and three weeks before anybody is asked."""
    bare = replace(FIRST, clauses=())

    assert (bare.answer_days, bare.review_on, bare.quorum, bare.silence_is_fine) == (2, None, 1, False)
    assert (bare.rhythm, bare.quiet_hours, bare.sleep_days) == (None, None, 21)
    assert (bare.joining, bare.introduced, bare.licence) == (Step.NONE, Introduced.BY_ALL, "")
    assert bare.when_blocked == Fallback(Act.POSTPONE, 42)


def test_a_line_makes_the_house_act() -> None:
    """What a line's numbers say is what the house does."""
    rhythm = Rhythm(2, time(19, 30), "Europe/Berlin")

    assert with_line(ClauseKind.ANSWER_WITHIN, {"days": 5}).answer_days == 5
    assert with_line(ClauseKind.QUORUM, {"people": 3}).quorum == 3
    assert with_line(ClauseKind.SILENCE_FINE, {}).silence_is_fine
    assert with_line(ClauseKind.RHYTHM, numbers_of(rhythm), "Europe/Berlin").rhythm == rhythm
    assert with_line(ClauseKind.QUIET_HOURS, {"begin": 60, "end": 90}).quiet_hours == QuietHours(60, 90)
    assert with_line(ClauseKind.SLEEP_LIMIT, {"days": 30}).sleep_days == 30
    assert with_line(ClauseKind.JOINING, {"step": 2}).joining is Step.VISIT
    assert with_line(ClauseKind.INTRODUCTIONS, {"way": 2}).introduced is Introduced.NEVER
    assert with_line(ClauseKind.LICENCE, {"licence": 1}).licence == "CC-BY-4.0"
    assert with_line(ClauseKind.WHEN_BLOCKED, {"act": 2, "days": 7}).when_blocked == Fallback(Act.BUD, 7)


@pytest.mark.parametrize(("begin", "end"), [(22 * 60, 8 * 60), (600, 600)])
def test_quiet_hours_over_midnight(begin: int, end: int) -> None:
    """An end that is not after the beginning is the next day's; the first minute is quiet, the last is not."""
    quiet = QuietHours(begin, end)

    assert quiet.holds(time(begin // 60, begin % 60))
    assert quiet.holds(time(0, 0))
    assert quiet.holds(time((begin - 1) // 60, 59)) == (begin == end)
    assert not QuietHours(60, 120).holds(time(2))
    assert QuietHours(60, 120).holds(time(1))
    assert QuietHours(60, 120).holds(time(1, 59))
    assert not QuietHours(60, 120).holds(time(0, 59))


def test_one_line_changes_and_no_other() -> None:
    """Said differently, said anew, added or left out: the others stay as they are and where they are."""
    second = IDS[1]
    own = Clause(second, ClauseKind.OWN, "We vote with our feet")
    sixth = Clause(ClauseId("c5"), ClauseKind.OWN, "We sing")
    before, after = FIRST.clauses[:1], FIRST.clauses[2:]

    changed = change(FIRST, second, "All agree", {"n": 1})
    assert changed == replace(
        FIRST, clauses=(*before, Clause(second, ClauseKind.CONSENT, "All agree", {"n": 1}), *after)
    )
    assert restate(FIRST, own) == replace(FIRST, clauses=(*before, own, *after))
    assert add(FIRST, sixth) == replace(FIRST, clauses=(*FIRST.clauses, sixth))
    assert drop(FIRST, second) == replace(FIRST, clauses=(*before, *after))


def test_a_line_that_is_gone_cannot_be_changed() -> None:
    """Whoever taps an old button is told that the line is gone."""
    assert FIRST.clause(IDS[3]) == FIRST.clauses[3]
    for act in (
        lambda: FIRST.clause(GONE),
        lambda: change(FIRST, GONE, "", {}),
        lambda: restate(FIRST, Clause(GONE, ClauseKind.OWN)),
        lambda: drop(FIRST, GONE),
    ):
        with refuses("refused-gone"):
            act()


def test_fifteen_lines_and_no_more() -> None:
    """The fifteenth fits, the sixteenth is refused."""
    version = FIRST
    for place in range(5, 15):
        version = add(version, Clause(ClauseId(f"c{place}"), ClauseKind.OWN, "so"))

    assert len(version.clauses) == 15
    with refuses("refused-too-many-clauses", most=15):
        add(version, Clause(ClauseId("c15"), ClauseKind.OWN, "so"))


def test_the_review_moves_when_its_day_has_come() -> None:
    """Six weeks on from that day, in the group's own words if it had some; before the day nothing moves."""
    on = NOW + SIX_WEEKS
    worded = restate(FIRST, in_own_words(FIRST.clauses[4], "We read it again", {}))

    assert next_review(worded, on - timedelta(seconds=1)) is worded
    assert next_review(replace(FIRST, clauses=()), on) == replace(FIRST, clauses=())
    later = {"on": int((on + SIX_WEEKS).timestamp())}
    assert next_review(worded, on) == restate(worded, in_own_words(worded.clauses[4], "We read it again", later))


def test_a_draft_binds_once_it_is_agreed() -> None:
    """Who agreed and when stands in it."""
    by = (PersonId("lena"), PersonId("omar"))

    assert agree(FIRST, by, NOW) == replace(FIRST, agreed_at=NOW, agreed_by=by)
