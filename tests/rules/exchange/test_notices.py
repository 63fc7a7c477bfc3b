"""Do two who fit hear each other's names only after both said yes, whatever happens in which order?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.errors import Refused
from core.exchange.notices import (
    TIME_TO_ANSWER,
    Pairing,
    PairingStage,
    let_lapse,
    names_for,
    put_to,
    say_no,
    say_yes,
)
from core.ids import NoticeId, PairingId, PersonId
from core.matching.notices import Said, nearness, ranked, weights, words_of
from core.matching.rotation import rotated

START = datetime(2026, 5, 1, tzinfo=UTC)
OWNER, COMER, STRANGER = PersonId("owner"), PersonId("comer"), PersonId("stranger")


class TwoWhoFit(RuleBasedStateMachine):
    """They say yes, no or nothing, are asked or not, and strangers try to answer for them."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.said: set[PersonId] = set()
        self.ended = False
        waiting = PairingStage.WAITING
        notice, other = NoticeId("need"), NoticeId("offer")
        self.pairing = Pairing(PairingId("one"), notice, OWNER, other, COMER, OWNER, (), waiting, START)

    @precondition(lambda self: self.pairing.stage is PairingStage.WAITING)
    @rule()
    def asks(self) -> None:
        """Ask the one whose turn it is."""
        self.pairing = put_to(self.pairing, self.now)

    @rule(person=st.sampled_from([OWNER, COMER, STRANGER]))
    def yes(self, person: PersonId) -> None:
        """Let anyone try to say yes; it counts for the one who was asked alone."""
        before = self.pairing
        if before.stage is PairingStage.ASKED and person == before.asked:
            self.pairing = say_yes(before, person, self.now)
            self.said.add(person)
        else:
            with pytest.raises(Refused):
                say_yes(before, person, self.now)

    @rule(person=st.sampled_from([OWNER, COMER, STRANGER]))
    def no(self, person: PersonId) -> None:
        """Let anyone try to say no."""
        if self.pairing.stage is PairingStage.ASKED and person == self.pairing.asked:
            self.pairing = say_no(self.pairing, person, self.now)
            self.ended = True
        else:
            with pytest.raises(Refused):
                say_no(self.pairing, person, self.now)

    @rule(hours=st.integers(1, 60))
    def waits(self, hours: int) -> None:
        """Let time pass; three silent days end it."""
        self.now += timedelta(hours=hours)
        before = self.pairing
        self.pairing = let_lapse(before, self.now)
        silent = before.stage is PairingStage.ASKED and self.now - before.since >= TIME_TO_ANSWER
        assert (self.pairing.stage is PairingStage.OVER) == (silent or before.stage is PairingStage.OVER)
        self.ended |= silent

    @invariant()
    def no_name_before_both_said_yes(self) -> None:
        """Names leave it exactly when both said yes and neither ended it."""
        if self.said == {OWNER, COMER}:
            assert names_for(self.pairing) == (OWNER, COMER)
            assert not self.ended
        else:
            with pytest.raises(Refused):
                names_for(self.pairing)


TestTwoWhoFit = TwoWhoFit.TestCase


def test_a_met_pairing_without_both_voices_shows_no_name() -> None:
    """Even a row that says they met shows no name when a voice is missing."""
    one = Pairing(PairingId("one"), NoticeId("n"), OWNER, None, COMER, OWNER, (COMER,), PairingStage.MET, START)

    with pytest.raises(Refused):
        names_for(one)
    assert names_for(replace(one, yes=(COMER, OWNER))) == (OWNER, COMER)


def said(name: str, what: str, place: str = "") -> Said:
    """Write one side."""
    return Said(name, words_of(what), place)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("plywood cut to size", "CNC plywood"),
        ("bicycle repair", "ремонт велосипедов"),
        ("Fahrrad reparieren", "bike repair"),
        ("фанера для полок", "листы фанеры"),
        ("clases de costura", "sewing lessons"),
    ],
)
def test_a_need_meets_an_offer_across_words_and_languages(need: str, offer: str) -> None:
    """What is meant alike is found, in the language of either side."""
    one, other, far = said("need", need), said("offer", offer), said("far", "guitar lessons for beginners")
    common = weights([one, other, far])

    assert [name for name, _fit in ranked(one, [other], True, common)] == ["offer"]


def test_another_town_is_not_asked() -> None:
    """Who lives elsewhere is left in peace; who named no place is asked."""
    need = said("need", "plywood", "Graz")
    others = [said("far", "plywood", "Hamburg"), said("near", "plywood", "Грац"), said("any", "plywood")]

    assert [name for name, _fit in ranked(need, others, True, weights([need, *others]))] == ["near", "any"]
    assert nearness("Berlin", "Bern") == 0.0


@given(st.lists(st.integers(), min_size=2, max_size=9, unique=True), st.integers(0, 1000))
def test_equals_take_turns(equals: list[int], turn: int) -> None:
    """The same order of equals never comes twice in a row, and everyone stands first as often as the others."""
    orders = [rotated(equals, turn + step) for step in range(len(equals))]

    assert all(one != after for one, after in zip(orders, [*orders[1:], orders[0]], strict=True))
    assert {order[0] for order in orders} == set(equals)
    assert all(sorted(order) == sorted(equals) for order in orders)
