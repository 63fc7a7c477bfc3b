"""Does a consent round hear everyone who was asked, and nobody else?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice, hear, missing, settle
from core.errors import Refused
from core.ids import GroupId, PersonId, RoundId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
PEOPLE = tuple(PersonId(name) for name in ("lena", "omar", "mei", "ana"))
LENA, OMAR, MEI, ANA = PEOPLE


def question(electorate: tuple[PersonId, ...] = (LENA, OMAR, MEI)) -> ConsentRound:
    """Shall we meet at the library?"""
    end = NOW + timedelta(days=2)
    return ConsentRound(RoundId("r"), RoundKind.DECISION, GroupId("g"), "Library?", LENA, electorate, NOW, end)


def test_newcomers_have_no_voice_in_what_opened_before() -> None:
    """Friends invited after the question was put change nothing."""
    with pytest.raises(Refused):
        hear(question(), Answer(ANA, Voice.BLOCK))


def test_a_changed_mind_replaces_the_first_answer() -> None:
    """One person, one voice: the last one said."""
    heard = hear(hear(question(), Answer(OMAR, Voice.FINE)), Answer(OMAR, Voice.BLOCK, "sleep", "earlier"))

    assert len(heard.answers) == 1
    assert heard.answers[0].voice is Voice.BLOCK


def test_who_left_is_no_longer_waited_for() -> None:
    """A round does not hang on somebody who is gone, and their objection goes with them."""
    heard = hear(hear(question(), Answer(LENA, Voice.FINE)), Answer(OMAR, Voice.BLOCK))
    heard = hear(heard, Answer(MEI, Voice.FINE))

    assert settle(heard, {LENA, MEI}).stage is RoundStage.AGREED


def test_when_everyone_left_nothing_was_agreed() -> None:
    """Nobody's silence becomes a decision."""
    assert settle(question(), set()).stage is RoundStage.UNSETTLED


@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Voice)), max_size=12),
    st.sets(st.sampled_from(PEOPLE)),
)
def test_agreed_means_everyone_present_said_they_can_live_with_it(
    voices: list[tuple[PersonId, Voice]], present: set[PersonId]
) -> None:
    """Whatever is said in whatever order: agreed only when all asked who are present spoke and none objected."""
    asked = question()
    for person, voice in voices:
        if person in asked.electorate:
            asked = hear(asked, Answer(person, voice))

    after = settle(asked, present)

    if after.stage is RoundStage.AGREED:
        assert not missing(after, present)
        assert all(a.voice is not Voice.BLOCK for a in after.answers if a.person in present)
        assert any(a.person in present for a in after.answers)
