"""Is each voice counted where it belongs, and does each question end as its kind ends?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.contract.rounds import (
    LISTENING,
    MAY_BE_SILENT,
    Answer,
    ConsentRound,
    RoundKind,
    RoundStage,
    Voice,
    check_voice,
    handed_over,
    hear,
    missing,
    outcome_of,
    review_of,
    settle,
    time_is_up,
)
from core.ids import GroupId, PersonId, RoundId
from tests.rules.refusing import refuses

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LENA, OMAR, MEI, ANA = THOSE = tuple(PersonId(name) for name in ("lena", "omar", "mei", "ana"))
FINE = {person: Answer(person, Voice.FINE) for person in THOSE}
BLOCKS = Answer(MEI, Voice.BLOCK, "sleep", "later")


def question(kind: RoundKind, *answers: Answer, asked: tuple[PersonId, ...] = (LENA, OMAR, MEI)) -> ConsentRound:
    """Put a question, with what was said to it."""
    end = NOW + timedelta(days=2)
    return ConsentRound(RoundId("r"), kind, GroupId("g"), "Library?", LENA, asked, NOW, end, answers=answers)


def test_a_refusal_says_why() -> None:
    """Over, not asked, or already said: each has words of its own."""
    over = replace(question(RoundKind.DECISION), stage=RoundStage.AGREED)

    with refuses("refused-round-over"):
        check_voice(over, LENA)
    with refuses("refused-not-asked"):
        hear(question(RoundKind.DECISION), FINE[ANA])
    with refuses("refused-spoken"):
        hear(question(RoundKind.VOICES, FINE[LENA]), FINE[LENA])
    assert hear(question(RoundKind.VOICES, FINE[LENA]), FINE[OMAR]).answers == (FINE[LENA], FINE[OMAR])


def test_answers_are_found_by_person_and_by_voice() -> None:
    """A changed mind stands last."""
    asked = hear(question(RoundKind.DECISION, FINE[LENA], FINE[MEI]), BLOCKS)

    assert asked.answers == (FINE[LENA], BLOCKS)
    assert asked.answer_of(MEI) is BLOCKS
    assert asked.answer_of(OMAR) is None
    assert asked.said(Voice.BLOCK) == (BLOCKS,)
    assert asked.said(Voice.FINE) == (FINE[LENA],)


def test_what_was_decided_and_when_it_is_read_again() -> None:
    """The question itself, unless something else was decided after advice; no date, unless one was said."""
    plain = question(RoundKind.DECISION)
    advised = replace(plain, data={"decided": "The park", "review": str(int(NOW.timestamp()))})

    assert (outcome_of(plain), outcome_of(advised)) == ("Library?", "The park")
    assert (review_of(plain), review_of(advised)) == (None, NOW)


def test_another_account_of_a_person_takes_their_place() -> None:
    """Place, voice and question go over, once each; a voice given before stays the only one."""
    asked = question(RoundKind.DECISION, FINE[LENA], FINE[OMAR])

    moved = handed_over(asked, LENA, ANA)
    assert moved == replace(asked, asker=ANA, electorate=(ANA, OMAR, MEI), answers=(FINE[ANA], FINE[OMAR]))
    joined = handed_over(question(RoundKind.DECISION, FINE[LENA], BLOCKS), LENA, MEI)
    assert joined == replace(asked, asker=MEI, electorate=(MEI, OMAR), answers=(BLOCKS,))
    assert handed_over(asked, MEI, ANA) == replace(asked, electorate=(LENA, OMAR, ANA))


def test_who_is_missing_was_asked_is_here_and_has_not_spoken() -> None:
    """In the order in which they were asked."""
    assert missing(question(RoundKind.DECISION, FINE[OMAR]), THOSE) == (LENA, MEI)
    assert missing(question(RoundKind.DECISION, FINE[OMAR]), (MEI, ANA)) == (MEI,)


@pytest.mark.parametrize("kind", RoundKind)
def test_how_each_kind_ends(kind: RoundKind) -> None:
    """One objection blocks what binds and nothing else; silence counts only where a line may say so."""
    open_, listens = RoundStage.OPEN, kind in LISTENING
    blocked = question(kind, FINE[LENA], FINE[OMAR], BLOCKS)
    two, none = question(kind, FINE[LENA], FINE[OMAR]), question(kind)

    assert settle(blocked, THOSE).stage is (RoundStage.AGREED if listens else RoundStage.BLOCKED)
    assert settle(two, THOSE).stage is open_
    assert settle(two, THOSE[:2]).stage is RoundStage.AGREED
    assert settle(replace(two, stage=RoundStage.WITHDRAWN), THOSE[:2]).stage is RoundStage.WITHDRAWN
    silent = kind in MAY_BE_SILENT
    assert time_is_up(two, THOSE).stage is (RoundStage.AGREED if listens else open_)
    assert time_is_up(two, THOSE, silence_is_fine=True).stage is (RoundStage.AGREED if listens or silent else open_)
    assert time_is_up(none, THOSE, silence_is_fine=True).stage is (RoundStage.UNSETTLED if listens else open_)
    over = replace(two, stage=RoundStage.WITHDRAWN)
    assert time_is_up(over, THOSE, silence_is_fine=True) is over


@pytest.mark.parametrize(("kind", "asks"), [(RoundKind.DECISION, True), (RoundKind.CONTRACT, False)])
def test_a_quorum_is_asked_of_decisions_alone(kind: RoundKind, asks: bool) -> None:
    """Two of four spoke: too few where three must, enough where there are only two, and no matter elsewhere."""
    two = question(kind, FINE[LENA], FINE[OMAR], asked=THOSE)

    ended = RoundStage.UNSETTLED if asks else RoundStage.AGREED
    assert settle(two, THOSE, (MEI, ANA), 3).stage is ended
    assert settle(two, THOSE, (MEI, ANA), 2).stage is RoundStage.AGREED
    assert settle(two, THOSE[:2], (), 3).stage is RoundStage.AGREED
    assert settle(two, THOSE, (MEI, ANA)).stage is RoundStage.AGREED
    one = question(kind, FINE[LENA], asked=THOSE)
    assert settle(one, THOSE, THOSE[1:]).stage is RoundStage.AGREED
    assert time_is_up(one, THOSE, silence_is_fine=True).stage is (RoundStage.AGREED if asks else RoundStage.OPEN)
    assert settle(question(kind), (), (), 3).stage is RoundStage.UNSETTLED
