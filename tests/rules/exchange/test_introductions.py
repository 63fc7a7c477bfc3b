"""Do two groups meet without either being named too early, and can an asker find out anything else?"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from core.constitution import OPEN_INTRODUCTIONS_PER_GROUP
from core.errors import Refused
from core.exchange.caps import ASKS_A_WEEK, Standing, check_introductions, check_proposals, check_seats, may_be_asked
from core.exchange.introductions import (
    TIME_TO_ANSWER,
    AskerSees,
    Introduction,
    ask,
    asker_sees,
    first_contact_of,
    let_lapse,
    say_no,
    say_yes,
    seems_open,
    show_ourselves,
    take_back,
)
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import IntroductionStage
from core.ids import IntroductionId
from tests.rules.exchange.sides import CAFE, CARD, GARDEN, LINK, NOW, SEWERS

LENA = Party(PartyKind.PERSON, "lena")
HOURS = st.integers(0, 72).map(lambda hours: timedelta(hours=hours))


def found(asked: Party | None = SEWERS, name: str = "i") -> Introduction:
    """The café would like to meet the sewers, or whoever there is."""
    line = "We mend machines on Saturdays and often need a seam"
    return Introduction(IntroductionId(name), CAFE, asked, "sewing", line, 5, "Telegram", NOW)


def test_the_asked_side_sees_one_line_and_no_names() -> None:
    """First contact shows topic, line, number of people and messenger: nothing else exists to be shown."""
    contact = first_contact_of(ask(found(), NOW))

    assert contact is not None
    assert {contact.topic, contact.line, contact.people, contact.messenger} == {
        "sewing",
        found().line,
        5,
        "Telegram",
    }


def test_names_follow_both_yeses() -> None:
    """After both said yes, each gets the other's card and the link."""
    met = say_yes(ask(found(), NOW), SEWERS, NOW)

    assert show_ourselves(met, LINK, CARD).card == CARD


@pytest.mark.parametrize("by", [CAFE, GARDEN])
def test_nobody_answers_for_another(by: Party) -> None:
    """Only who was asked can say yes or no."""
    with pytest.raises(Refused):
        say_yes(ask(found(), NOW), by, NOW)


def test_a_late_yes_comes_too_late() -> None:
    """What the asker was told is not taken back: after the time a yes is refused."""
    asked = ask(found(), NOW)

    with pytest.raises(Refused):
        say_yes(asked, SEWERS, asked.answer_by)


@dataclass
class World:
    """What happens on the other side, while the asker does the same in all worlds."""

    answers: timedelta | None
    reachable: bool

    def live(self, withdraws: timedelta | None, lapses: list[timedelta]) -> list[tuple[datetime, AskerSees]]:
        """Return what the asker sees, hour by hour, for four days."""
        one = ask(found(SEWERS if self.reachable else None), NOW)
        seen = []
        for hour in range(97):
            now = NOW + timedelta(hours=hour)
            if self.answers == now - NOW and one.stage is IntroductionStage.ASKED and now < one.answer_by:
                one = say_no(one, SEWERS, now)
            if withdraws == now - NOW and seems_open(one, now):
                one = take_back(one, now)
            if now - NOW in lapses:
                one = let_lapse(one, now)
            seen.append((now, asker_sees(one, now)))
        return seen


@given(HOURS, st.none() | HOURS, st.lists(HOURS))
def test_no_silence_capped_and_none_are_one_transcript(
    no_after: timedelta, withdraws: timedelta | None, lapses: list[timedelta]
) -> None:
    """The asker's transcript, in values and in time, is the same whatever the other side did but a yes."""
    worlds = [World(no_after, reachable=True), World(None, reachable=True), World(None, reachable=False)]

    transcripts = [world.live(withdraws, lapses) for world in worlds]

    assert transcripts[0] == transcripts[1] == transcripts[2]


def test_the_cap_does_not_tell_a_no_from_a_silence() -> None:
    """An early no frees no place: whoever probes how many they may open learns nothing."""
    no, silent = say_no(ask(found(), NOW), SEWERS, NOW), ask(found(), NOW)

    assert seems_open(no, NOW) == seems_open(silent, NOW) is True
    assert seems_open(no, NOW + TIME_TO_ANSWER) == seems_open(silent, NOW + TIME_TO_ANSWER) is False


@pytest.mark.parametrize(
    "standing",
    [
        Standing(asks_this_week=ASKS_A_WEEK),
        Standing(never_topics=("Sewing",)),
        Standing(never_parties={CAFE}),
        Standing(never_parties={LENA}),
        Standing(awake=False),
    ],
)
def test_who_does_not_want_to_be_asked_is_not(standing: Standing) -> None:
    """Caps, closed topics and blocks hold; a blocked person's group is not let through either."""
    assert not may_be_asked(standing, (CAFE, LENA), (), SEWERS, "sewing")
    assert may_be_asked(Standing(), (CAFE, LENA), (), SEWERS, "sewing")


def test_a_block_holds_both_ways() -> None:
    """Whoever blocked a group is not introduced to it either."""
    assert not may_be_asked(Standing(), (CAFE,), {SEWERS}, SEWERS, "sewing")


def test_the_caps_of_the_constitution() -> None:
    """Five seats and two open proposals a person, three open introductions a group: one more is refused."""
    for check, most in ((check_seats, 5), (check_proposals, 2), (check_introductions, OPEN_INTRODUCTIONS_PER_GROUP)):
        check(most - 1)
        with pytest.raises(Refused):
            check(most)


class Introducing(RuleBasedStateMachine):
    """Three groups ask, answer, block, take back and wait, in any order."""

    running = Bundle("running")
    groups = st.sampled_from((CAFE, SEWERS, GARDEN))

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.all: dict[str, Introduction] = {}
        self.asks: dict[Party, list[datetime]] = {}
        self.blocks: dict[Party, set[Party]] = {}
        self.said_yes: set[str] = set()

    @rule(target=running, asker=groups, asked=groups)
    def asks_to_meet(self, asker: Party, asked: Party) -> object:
        """A group asks, if its cap allows; whoever cannot be asked is nobody."""
        opened = sum(1 for one in self.all.values() if one.asker == asker and seems_open(one, self.now))
        try:
            check_introductions(opened)
        except Refused:
            assert opened == OPEN_INTRODUCTIONS_PER_GROUP
            return multiple()
        may = asker != asked and may_be_asked(self._standing(asked), (asker,), self.blocks.get(asker, ()), asked, "")
        name = str(len(self.all))
        self.all[name] = ask(replace(found(asked if may else None, name), asker=asker), self.now)
        if may:
            self.asks.setdefault(asked, []).append(self.now)
        return name

    @rule(name=running, by=groups, yes=st.booleans())
    def answers(self, name: str, by: Party, yes: bool) -> None:
        """Somebody answers, asked or not."""
        try:
            self.all[name] = (say_yes if yes else say_no)(self.all[name], by, self.now)
        except Refused:
            return
        assert by == self.all[name].asked
        assert by not in self.blocks or self.all[name].asker not in self.blocks[by] or not yes
        if yes:
            self.said_yes.add(name)

    @rule(name=consumes(running))
    def takes_back(self, name: str) -> None:
        """The asker takes it back."""
        if seems_open(self.all[name], self.now):
            self.all[name] = take_back(self.all[name], self.now)

    @rule(by=groups, whom=groups)
    def blocks_somebody(self, by: Party, whom: Party) -> None:
        """A block ends what was asked between the two, without the asker seeing it."""
        self.blocks.setdefault(by, set()).add(whom)
        for name, one in self.all.items():
            if one.stage is IntroductionStage.ASKED and (one.asker, one.asked) == (whom, by):
                before = asker_sees(one, self.now)
                self.all[name] = say_no(one, by, self.now) if self.now < one.answer_by else one
                assert asker_sees(self.all[name], self.now) is before

    @rule(hours=st.integers(1, 60))
    def waits(self, hours: int) -> None:
        """Time goes on, and what is due lapses."""
        self.now += timedelta(hours=hours)
        self.all = {name: let_lapse(one, self.now) for name, one in self.all.items()}

    @invariant()
    def nobody_is_named_early(self) -> None:
        """Cards are there exactly for introductions to which both said yes."""
        for name, one in self.all.items():
            if name in self.said_yes:
                show_ourselves(one, LINK, CARD)
            else:
                with pytest.raises(Refused):
                    show_ourselves(one, LINK, CARD)

    @invariant()
    def caps_hold(self) -> None:
        """No group has more than three open, none is asked more than three times a week."""
        for group in (CAFE, SEWERS, GARDEN):
            opened = [one for one in self.all.values() if one.asker == group and seems_open(one, self.now)]
            assert len(opened) <= OPEN_INTRODUCTIONS_PER_GROUP
            assert self._standing(group).asks_this_week <= ASKS_A_WEEK

    def _standing(self, group: Party) -> Standing:
        week = self.now - timedelta(days=7)
        asked = sum(1 for at in self.asks.get(group, ()) if at > week)
        return Standing(asked, never_parties=frozenset(self.blocks.get(group, ())))


Introducing.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestIntroducing = Introducing.TestCase
