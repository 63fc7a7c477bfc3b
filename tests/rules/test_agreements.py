"""Is an agreement between groups the same contract, and does it cross without losing a line?"""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.terms import read_terms, write_terms
from core.contract.agreements import Gift, agreement_clauses, gifts_of, has_run_out, term_text
from core.contract.clauses import FIRST, ClauseKind, first_clauses
from core.contract.versions import Version, agree
from core.exchange.agreeing import Term
from core.groups.limits import CLAUSE
from core.ids import ClauseId, GroupId, PersonId, VersionId
from core.texts.translator import render

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
UNTIL = NOW + timedelta(days=90)
GIFTS = (Gift(0, "one repair evening a month"), Gift(1, "four aprons", NOW + timedelta(days=14)))
NAMES = ("Repair café", "Sewing circle")
IDS = tuple(ClauseId(f"c{place}") for place in range(5))


def agreement() -> Version:
    """The café mends, the sewers sew."""
    return Version(VersionId("v"), GroupId("cafe"), 1, agreement_clauses(IDS, GIFTS, UNTIL, NOW))


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
