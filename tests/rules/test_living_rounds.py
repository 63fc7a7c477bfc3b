"""Does a question stay with those to whom it was put, whoever comes, goes, is away or stays silent?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.contract.rounds import (
    EVERYONE,
    LISTENING,
    MAY_BE_SILENT,
    ONCE,
    Answer,
    ConsentRound,
    RoundKind,
    RoundStage,
    Voice,
    hear,
    missing,
    settle,
    time_is_up,
)
from core.errors import Refused
from core.groups.group import Group, GroupStage, Member, admit, leave
from core.groups.pauses import Pause, asked, away
from core.ids import GroupId, PersonId, ProposalId, RoundId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
FIRST = tuple(PersonId(f"p{number}") for number in range(4))
FRIENDS = tuple(PersonId(f"friend{number}") for number in range(4))
KINDS = (*RoundKind, *[RoundKind.DECISION] * 8, *EVERYONE * 2)
"""The kinds that end in ways of their own come more often, so that each is met in earnest."""
VOICES = (*Voice, *[Voice.FINE] * 4)


def a_group() -> Group:
    """Seat four people."""
    members = tuple(Member(person, "", NOW) for person in FIRST)
    return Group(GroupId("g"), "Café", ProposalId("p"), GroupStage.LIVING, members, "en", NOW)


def question(kind: RoundKind, people: tuple[PersonId, ...] = FIRST) -> ConsentRound:
    """Put a question to people."""
    return ConsentRound(RoundId("r"), kind, GroupId("g"), "?", people[0], people, NOW, NOW + timedelta(days=2))


class Asking(RuleBasedStateMachine):
    """One question in a group that people enter, leave, pause and speak in, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.group = a_group()
        self.round = question(RoundKind.DECISION)
        self.frozen: tuple[PersonId, ...] = FIRST
        self.pauses: dict[PersonId, Pause] = {}
        self.silence = False
        self.quorum = 1
        self.timed_out = False

    @initialize(
        kind=st.sampled_from(KINDS),
        silence=st.booleans(),
        quorum=st.sampled_from((1, 1, 1, 2, 3, 8)),
        gone=st.sets(st.sampled_from(FIRST), max_size=2),
    )
    def open(self, kind: RoundKind, silence: bool, quorum: int, gone: set[PersonId]) -> None:
        """Put a question of any kind; some are away already."""
        self.silence, self.quorum = silence, quorum
        self.pauses = {person: Pause(GroupId("g"), person, NOW, NOW + timedelta(days=9)) for person in gone}
        self.frozen = self.group.people if kind in EVERYONE else asked(self.group, self.absent())
        self.round = question(kind, self.frozen)

    def absent(self) -> frozenset[PersonId]:
        """Collect who is away."""
        return away(tuple(self.pauses.values()), NOW)

    def settles(self) -> None:
        """Look whether it is over: not before everyone has spoken who is here and, unless all matter, not away."""
        before, absent = self.round, self.absent()
        self.round = settle(self.round, self.group.people, absent, self.quorum)
        if before.stage is RoundStage.OPEN and self.round.stage is RoundStage.AGREED:
            waited_for = set(self.group.people) - (set() if before.kind in EVERYONE else absent)
            assert not missing(self.round, waited_for)

    @rule(person=st.sampled_from(FRIENDS))
    @precondition(lambda self: len(self.group.present) < 8)
    def comes(self, person: PersonId) -> None:
        """Let a friend of the accused in."""
        self.group = admit(self.group, person, "tea", NOW)

    @rule(person=st.sampled_from(FIRST + FRIENDS))
    @precondition(lambda self: len(self.group.present) > 1)
    def goes(self, person: PersonId) -> None:
        """Let someone leave."""
        if self.group.member(person) is not None:
            self.group = leave(self.group, person, NOW)
            self.settles()

    @rule(person=st.sampled_from(FIRST))
    def pauses_for_a_while(self, person: PersonId) -> None:
        """Let someone be away."""
        self.pauses[person] = Pause(GroupId("g"), person, NOW, NOW + timedelta(days=9))
        self.settles()

    @rule(person=st.sampled_from(FIRST))
    def comes_back(self, person: PersonId) -> None:
        """Let someone be back."""
        self.pauses.pop(person, None)

    @rule(person=st.sampled_from(FIRST * 3 + FRIENDS), voice=st.sampled_from(VOICES))
    def speaks(self, person: PersonId, voice: Voice) -> None:
        """Let anyone try to speak; only who was asked, while it is open, is heard."""
        before = self.round
        may = self.round.stage is RoundStage.OPEN and person in self.frozen
        may = may and not (self.round.kind in ONCE and self.round.answer_of(person) is not None)
        try:
            self.round = hear(self.round, Answer(person, voice))
        except Refused:
            assert not may
            assert self.round == before
            return
        assert may
        self.settles()

    @rule()
    def all_who_are_here_speak(self) -> None:
        """Let everyone who is not away say that it is fine."""
        for person in self.group.people:
            if person not in self.absent():
                self.speaks(person, Voice.FINE)

    @rule()
    def time_passes(self) -> None:
        """Let the time be up."""
        before = self.round
        self.round = time_is_up(self.round, self.group.people, self.quorum, self.silence)
        if self.round != before:
            self.timed_out = True
            assert before.kind in LISTENING or (before.kind in MAY_BE_SILENT and self.silence)

    @invariant()
    def the_circle_is_frozen(self) -> None:
        """Friends who came meanwhile change nothing; each person has one voice."""
        heard = [one.person for one in self.round.answers]
        assert self.round.electorate == self.frozen
        assert set(heard) <= set(self.frozen)
        assert len(heard) == len(set(heard))

    @invariant()
    def silence_is_never_a_yes(self) -> None:
        """What binds was said by somebody; a decision or an answer to a stranger ends with time if a line says so."""
        if self.round.stage is not RoundStage.AGREED or self.round.kind in LISTENING:
            return
        assert self.round.answers
        if self.timed_out:
            assert self.round.kind in MAY_BE_SILENT
            assert self.silence


TestAsking = Asking.TestCase
TestAsking.settings = settings(max_examples=150, stateful_step_count=20, deadline=None)


@pytest.mark.parametrize("kind", [kind for kind in RoundKind if kind not in (*LISTENING, *MAY_BE_SILENT)])
def test_silence_never_settles_what_binds(kind: RoundKind) -> None:
    """Neither a contract nor an entry nor anything else stands because someone said nothing, whatever a line says."""
    heard = hear(question(kind), Answer(FIRST[0], Voice.FINE))

    assert time_is_up(heard, FIRST, 1, silence_is_fine=True) == heard


def test_an_objection_is_heard_even_where_silence_is_fine() -> None:
    """One who cannot live with it is enough, though the others said nothing."""
    heard = hear(question(RoundKind.DECISION), Answer(FIRST[0], Voice.BLOCK, "sleep", "later"))

    assert time_is_up(heard, FIRST, 1, silence_is_fine=True).stage is RoundStage.BLOCKED


def test_a_quorum_counts_voices_that_were_heard() -> None:
    """Three must have spoken: two and silence are not three, and never more are asked for than there are."""
    two = hear(hear(question(RoundKind.DECISION), Answer(FIRST[0], Voice.FINE)), Answer(FIRST[1], Voice.FINE))
    three = hear(two, Answer(FIRST[2], Voice.FINE))

    assert time_is_up(two, FIRST, 3, silence_is_fine=True).stage is RoundStage.OPEN
    assert time_is_up(three, FIRST, 3, silence_is_fine=True).stage is RoundStage.AGREED
    assert settle(two, FIRST[:2], (), 8).stage is RoundStage.AGREED
    assert settle(two, FIRST, FIRST[2:], 3).stage is RoundStage.UNSETTLED


def test_who_is_away_is_not_waited_for_but_what_they_said_counts() -> None:
    """An objection said before a pause still stands."""
    said = hear(question(RoundKind.CONTRACT), Answer(FIRST[3], Voice.BLOCK, "peace", "leave it"))
    for person in FIRST[:3]:
        assert settle(said, FIRST, FIRST[3:]).stage is RoundStage.OPEN
        said = hear(said, Answer(person, Voice.FINE))

    assert settle(said, FIRST, FIRST[3:]).stage is RoundStage.BLOCKED


@pytest.mark.parametrize("kind", EVERYONE)
def test_some_questions_wait_for_everyone(kind: RoundKind) -> None:
    """Whoever is let in or left behind needs the word of all, those who are away included."""
    said = question(kind)
    for person in FIRST[:3]:
        said = hear(said, Answer(person, Voice.FINE))

    assert settle(said, FIRST, FIRST[3:]).stage is RoundStage.OPEN
    assert settle(hear(said, Answer(FIRST[3], Voice.FINE)), FIRST, FIRST[3:]).stage is RoundStage.AGREED


def test_when_all_are_away_all_are_waited_for() -> None:
    """A pause of everyone does not let one voice decide."""
    said = hear(question(RoundKind.DECISION), Answer(FIRST[0], Voice.FINE))

    assert settle(said, FIRST, FIRST).stage is RoundStage.OPEN
    assert missing(said, FIRST) == FIRST[1:]
    assert asked(a_group(), frozenset(FIRST)) == FIRST


def test_every_voice_once() -> None:
    """In a round, what was said stays said."""
    spoken = hear(question(RoundKind.VOICES), Answer(FIRST[0], Voice.WORRY, "soup"))

    with pytest.raises(Refused):
        hear(spoken, Answer(FIRST[0], Voice.WORRY, "cake"))
    assert settle(replace(spoken, electorate=FIRST[:1]), FIRST).stage is RoundStage.AGREED
