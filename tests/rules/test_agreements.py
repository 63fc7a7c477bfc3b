"""Is an agreement between groups the same contract, and does it cross without losing a line?"""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.terms import read_terms, write_terms
from core.contract.agreements import (
    LAST_MOMENT,
    Gift,
    agreement_clauses,
    can_act_on,
    gifts_of,
    has_run_out,
    term_text,
)
from core.contract.clauses import FIRST, Clause, ClauseKind, clause_text, first_clauses
from core.contract.versions import Version, agree
from core.exchange.agreeing import Term
from core.groups.limits import CLAUSE
from core.ids import ClauseId, GroupId, PersonId, VersionId
from core.texts.translator import render
from core.wording import Moment, text

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
UNTIL = NOW + timedelta(days=90)
GIFTS = (Gift(0, "one repair evening a month"), Gift(1, "four aprons", NOW + timedelta(days=14)))
NAMES = ("Repair café", "Sewing circle")
IDS = tuple(ClauseId(f"c{place}") for place in range(5))


def agreement() -> Version:
    """The café mends, the sewers sew."""
    return Version(VersionId("v"), GroupId("cafe"), 1, agreement_clauses(IDS, GIFTS, UNTIL, NOW))


def test_it_begins_with_its_gifts_and_three_lines_more() -> None:
    """What each gives and by when, the end, the day before which we remind, and a review no later than the end."""
    numbers = {"party": 1, "by": int((NOW + timedelta(days=14)).timestamp())}
    week = NOW + timedelta(days=7)
    until = {"on": int(week.timestamp())}

    assert agreement_clauses(IDS, GIFTS, week, NOW) == (
        Clause(IDS[0], ClauseKind.GIVES, "one repair evening a month", {"party": 0}),
        Clause(IDS[1], ClauseKind.GIVES, "four aprons", numbers),
        Clause(IDS[2], ClauseKind.UNTIL, "", until),
        Clause(IDS[3], ClauseKind.WHEN_LATE, "", {"days": 1}),
        Clause(IDS[4], ClauseKind.REVIEW_ON, "", until),
    )
    assert [clause.id for clause in agreement().clauses] == list(IDS)
    with pytest.raises(ValueError, match="longer"):
        agreement_clauses(IDS[:4], GIFTS, week, NOW)


def test_a_line_names_who_gives_what_by_when() -> None:
    """With the group's name; every other line reads as in a group's own contract."""
    evening, aprons, until, *_ = agreement().clauses
    day = Moment(NOW + timedelta(days=14), date_only=True)

    assert term_text(evening, NAMES) == text("clause-gives", party="Repair café", what="one repair evening a month")
    assert term_text(aprons, NAMES) == text("clause-gives-by", party="Sewing circle", what="four aprons", by=day)
    assert term_text(until, NAMES) == clause_text(until)


@pytest.mark.parametrize(
    ("kind", "words", "numbers", "can"),
    [
        (ClauseKind.GIVES, "tea", {"party": 1}, True),
        (ClauseKind.GIVES, "tea", {"party": 2}, False),
        (ClauseKind.GIVES, "tea", {"party": -1}, False),
        (ClauseKind.GIVES, "", {"party": 1}, False),
        (ClauseKind.GIVES, "tea", {}, False),
        (ClauseKind.GIVES, "tea", {"party": 0, "by": LAST_MOMENT}, True),
        (ClauseKind.GIVES, "tea", {"party": 0, "by": LAST_MOMENT + 1}, False),
        (ClauseKind.OWN, "We sing", {"else": 10**12}, True),
        (ClauseKind.OWN, "", {}, False),
        (ClauseKind.ANSWER_WITHIN, "", {"days": 366}, True),
        (ClauseKind.ANSWER_WITHIN, "", {"days": 367}, False),
        (ClauseKind.WHEN_LATE, "", {"on": 1}, False),
        (ClauseKind.UNTIL, "", {"on": 0}, True),
        (ClauseKind.QUORUM, "", {"people": 2}, False),
        (ClauseKind.CONSENT, "", {}, True),
    ],
)
def test_what_comes_from_elsewhere_is_acted_on_only_if_it_can_be(
    kind: ClauseKind, words: str, numbers: dict[str, int], can: bool
) -> None:
    """Of two parties, the third gives nothing; nothing lies past the year 3000, or waits more than a year."""
    assert can_act_on(kind, words, numbers, 2) == can


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_line_can_be_read_in_every_language(language: str) -> None:
    """What each gives, until when and what happens when late reads in full, with the group's name."""
    told = [render(term_text(clause, NAMES), language) for clause in agreement().clauses]

    assert "Repair café" in told[0]
    assert "Sewing circle" in told[1]
    assert all("{" not in line and "clause-" not in line for line in told)


def test_each_group_is_reminded_of_its_own_gifts() -> None:
    """The other side's promise is never put before us."""
    assert gifts_of(agreement(), 0) == GIFTS[:1]
    assert gifts_of(agreement(), 1) == GIFTS[1:]


def test_it_is_read_again_and_ends_like_any_contract() -> None:
    """It has a review day, binds by its members' consent, and runs out on its day."""
    version = agree(agreement(), (PersonId("lena"),), NOW)

    assert version.review_on == NOW + timedelta(days=42)
    assert not has_run_out(version, NOW)
    assert has_run_out(version, UNTIL)


def test_a_contract_of_people_still_begins_with_five_lines() -> None:
    """Nothing of agreements slips into a group's own contract."""
    assert tuple(one.kind for one in first_clauses(IDS, NOW)) == FIRST
    assert len(FIRST) == 5


@pytest.mark.parametrize("language", ["en", "ru"])
def test_clauses_come_back_as_they_went(language: str) -> None:
    """Both groups hold the very same lines, whatever language the proposer speaks."""
    terms = write_terms(agreement().clauses, NAMES, partial(render, language=language))

    assert read_terms(terms, len(NAMES)) == agreement().clauses


@given(
    st.sampled_from([*ClauseKind, "dance"]),
    st.text(max_size=5),
    st.dictionaries(st.sampled_from(("days", "on", "by", "party", "else")), st.integers(-(2**53), 2**53)),
)
def test_foreign_lines_are_quoted_when_they_cannot_be_acted_on(kind: str, words: str, numbers: dict[str, int]) -> None:
    """A line of another house's kind, or with impossible numbers, is shown as it reads and acted on by nobody."""
    clause = read_terms((Term("c", kind, "As it reads", words, numbers),), 2)[0]
    version = Version(VersionId("v"), GroupId("g"), 1, (clause,))

    told = render(term_text(clause, NAMES), "en")

    assert clause.kind == kind or clause.words == "As it reads"
    assert isinstance(told, str)
    assert isinstance(has_run_out(version, NOW), bool)
    assert len(gifts_of(version, 0) + gifts_of(version, 1)) == (clause.kind is ClauseKind.GIVES)


def test_a_long_line_still_crosses() -> None:
    """How a line reads is cut to what may cross; its own words are kept in full."""
    gift = Gift(0, "x" * CLAUSE)
    lines = agreement_clauses(IDS[:4], (gift,), UNTIL, NOW)

    terms = write_terms(lines, NAMES, partial(render, language="en"))

    assert len(terms[0].told) == CLAUSE
    assert read_terms(terms, 2) == lines
