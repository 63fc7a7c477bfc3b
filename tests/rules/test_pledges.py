"""Is the largest circle found in which everyone's condition is met, and is nobody named before?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.errors import Refused
from core.groups.pledges import Pledge, PledgeStage, Yes, circle, corner, say_yes, take_back, time_is_up
from core.ids import ChatId, PersonId, PledgeId

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PEOPLE = tuple(PersonId(f"p{place}") for place in range(9))
ROOMS = (ChatId("square"), ChatId("yard"))

wishes = st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 10), max_size=len(PEOPLE))


def pledge(least: int) -> Pledge:
    """Make one that nobody has answered."""
    return Pledge(PledgeId("x"), "Clean", "", least, NOW, ROOMS[0], PEOPLE[0], PledgeStage.OPEN, NOW)


def fits(people: tuple[PersonId, ...], least: dict[PersonId, int]) -> bool:
    """Say whether there are enough for each of some people."""
    return all(least[one] <= len(people) for one in people)


@given(wishes)
def test_no_larger_circle_could_be_content(least: dict[PersonId, int]) -> None:
    """Everyone in it has enough others, and every set in which that holds lies inside it."""
    found = circle(least)

    assert fits(tuple(found), least)
    for size in range(1, len(least) + 1):
        for some in combinations(least, size):
            assert not fits(some, least) or set(some) <= found


@given(wishes, st.sampled_from(PEOPLE), st.integers(1, 10))
def test_one_more_yes_loses_nobody(least: dict[PersonId, int], person: PersonId, wanted: int) -> None:
    """Who did it before one more came still does; so does who asks for fewer."""
    before = circle({one: number for one, number in least.items() if one != person})
    with_them = circle({**least, person: wanted})
    easier = circle({**least, person: max(1, wanted - 1)})

    assert before <= with_them <= easier


class Answering(RuleBasedStateMachine):
    """People say yes, think again and take it back, in any order, until the time is up."""

    def __init__(self) -> None:
        super().__init__()
        self.pledge = pledge(3)
        self.minutes = 0
        self.seen: tuple[PersonId, ...] = ()

    @rule(person=st.sampled_from(PEOPLE), least=st.integers(2, 8), room=st.sampled_from(ROOMS))
    def say_yes(self, person: PersonId, least: int, room: ChatId) -> None:
        """Let someone say they do it if so many do."""
        self.minutes += 1
        yes = Yes(person, least, room, NOW + timedelta(minutes=self.minutes))
        if self.pledge.stage is PledgeStage.OVER:
            with pytest.raises(Refused):
                say_yes(self.pledge, yes)
            return
        self.pledge = say_yes(self.pledge, yes)
        assert self.pledge.answer_of(person) is not None

    @rule(person=st.sampled_from(PEOPLE))
    def take_back(self, person: PersonId) -> None:
        """Let someone think again; the others may already count on whoever is named."""
        if self.pledge.stage is PledgeStage.OVER or person in self.pledge.named:
            with pytest.raises(Refused):
                take_back(self.pledge, person)
            return
        self.pledge = take_back(self.pledge, person)
        assert self.pledge.answer_of(person) is None

    @precondition(lambda self: self.minutes > 8 and self.pledge.stage is not PledgeStage.OVER)
    @rule()
    def time_is_up(self) -> None:
        """Let the time run out."""
        self.pledge = time_is_up(self.pledge)
        assert {one.person for one in self.pledge.yes} == set(self.pledge.named)

    @invariant()
    def nobody_is_named_before_there_are_enough(self) -> None:
        """Whoever is named has as many beside them as they wished, and never fewer than the pledge needs."""
        named = self.pledge.named
        assert not named or len(named) >= self.pledge.least
        for person in named:
            yes = self.pledge.answer_of(person)
            assert yes is not None
            assert yes.least <= len(named)
        assert (self.pledge.stage is PledgeStage.REACHED) == bool(named)

    @invariant()
    def whoever_is_named_stays(self) -> None:
        """The others count on them."""
        assert set(self.seen) <= set(self.pledge.named)
        self.seen = self.pledge.named

    @invariant()
    def one_person_one_yes(self) -> None:
        """Nobody counts twice."""
        people = [one.person for one in self.pledge.yes]
        assert len(people) == len(set(people))


TestAnswering = Answering.TestCase


@given(st.lists(st.sampled_from(ROOMS), min_size=3, max_size=9), st.integers(1, 9), st.data())
def test_a_corner_is_those_nearby_first(rooms: list[ChatId], most: int, data: st.DataObject) -> None:
    """Whoever turns their corner into a group meets those of their own room first, in the order they came."""
    said = tuple(Yes(PEOPLE[i], 2, room, NOW + timedelta(minutes=i)) for i, room in enumerate(rooms))
    reached = replace(pledge(3), stage=PledgeStage.REACHED, yes=said)
    who = data.draw(st.sampled_from(said))

    found = corner(reached, who.person, most)

    near = [one.person for one in said if one.chat == who.chat and one is not who]
    far = [one.person for one in said if one.chat != who.chat]
    assert found == (who.person, *near, *far)[:most]


def test_who_is_not_in_it_has_no_corner() -> None:
    """Before it is reached nobody learns who else would do it, not even somebody who said yes."""
    asked = say_yes(pledge(3), Yes(PEOPLE[1], 2, ROOMS[0], NOW))

    with pytest.raises(Refused):
        corner(asked, PEOPLE[1], 7)
