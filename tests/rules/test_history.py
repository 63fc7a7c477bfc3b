"""Can a contract's history be told again from what happened alone?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.contract.clauses import Clause, ClauseKind, first_clauses
from core.contract.history import Event, Happened, accepted, events_of, fold, later
from core.contract.versions import Version, add, agree, change, drop, restate
from core.ids import ClauseId, GroupId, PersonId, VersionId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
PEOPLE = tuple(PersonId(name) for name in ("lena", "omar", "mei", "ana"))


class Amending(RuleBasedStateMachine):
    """A group that changes, adds, drops and reorders lines, and agrees now and then."""

    def __init__(self) -> None:
        super().__init__()
        ids = tuple(ClauseId(name) for name in "abcde")
        self.draft = Version(VersionId("v1"), GroupId("g"), 1, first_clauses(ids, NOW))
        self.stored: list[Version] = []
        self.events: list[Event] = []
        self.made = 0

    @rule(words=st.text(min_size=1, max_size=5), data=st.data())
    @precondition(lambda self: self.draft.clauses)
    def change_a_line(self, words: str, data: st.DataObject) -> None:
        """Say one line differently."""
        clause = data.draw(st.sampled_from(self.draft.clauses))
        self.draft = change(self.draft, clause.id, words, {})

    @rule(zone=st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"]), data=st.data())
    @precondition(lambda self: self.draft.clauses)
    def restate_a_line(self, zone: str, data: st.DataObject) -> None:
        """Let a line mean something else."""
        clause = data.draw(st.sampled_from(self.draft.clauses))
        self.draft = restate(self.draft, replace(clause, kind=ClauseKind.OWN, zone=zone, numbers={"n": 1}))

    @rule(words=st.text(min_size=1, max_size=5))
    @precondition(lambda self: len(self.draft.clauses) < 15)
    def add_a_line(self, words: str) -> None:
        """Add a line at the end."""
        self.made += 1
        self.draft = add(self.draft, Clause(ClauseId(f"n{self.made}"), ClauseKind.OWN, words))

    @rule(data=st.data())
    @precondition(lambda self: self.draft.clauses)
    def drop_a_line(self, data: st.DataObject) -> None:
        """Drop any line."""
        self.draft = drop(self.draft, data.draw(st.sampled_from(self.draft.clauses)).id)

    @rule(order=st.randoms(use_true_random=False))
    def reorder(self, order: object) -> None:
        """Put the lines into another order."""
        lines = list(self.draft.clauses)
        order.shuffle(lines)  # type: ignore[attr-defined]  # a Random of Hypothesis
        self.draft = replace(self.draft, clauses=tuple(lines))

    @rule(by=st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    def agree(self, by: list[PersonId]) -> None:
        """Let the draft bind."""
        at = NOW + timedelta(days=len(self.stored))
        before = self.stored[-1] if self.stored else None
        version = agree(self.draft, tuple(by), at)
        self.stored.append(version)
        self.events.extend(events_of(before, version))
        number = version.number + 1
        self.draft = replace(version, id=VersionId(f"v{number}"), number=number, agreed_at=None, agreed_by=())

    @rule(person=st.sampled_from(PEOPLE))
    @precondition(lambda self: self.stored)
    def accept_later(self, person: PersonId) -> None:
        """Let somebody who came later, or came back, accept the version that binds."""
        self.events.append(accepted(self.stored[-1], person, NOW))

    @invariant()
    def told_again(self) -> None:
        """The events alone say every version, who agreed and when."""
        assert fold(self.events) == tuple(self.stored)
        told = [one for some in later(self.events).values() for one in some]
        assert len(told) == sum(one.happened is Happened.ACCEPTED for one in self.events)


def test_only_what_changed_is_written_down() -> None:
    """One line goes, one changes, one comes; in another order all of them are said anew."""
    one, two, three, four = (Clause(ClauseId(name), ClauseKind.OWN, name) for name in "abcd")
    new = replace(two, words="B")
    before = Version(VersionId("v1"), GroupId("g"), 1, (one, two, three), NOW, PEOPLE[:1])
    after = Version(VersionId("v2"), GroupId("g"), 2, (two, four, three), NOW, PEOPLE[:2])
    blank = Event(GroupId("g"), VersionId("v2"), 2, Happened.BOUND, NOW)
    agreed = (*(replace(blank, happened=Happened.CONSENTED, person=one) for one in PEOPLE[:2]), blank)

    def said(happened: Happened, *lines: Clause) -> tuple[Event, ...]:
        return tuple(replace(blank, happened=happened, clause=line) for line in lines)

    def came(*lines: tuple[int, Clause]) -> tuple[Event, ...]:
        return tuple(replace(blank, happened=Happened.ADDED, clause=line, line=place) for place, line in lines)

    assert events_of(before, after) == (*said(Happened.DROPPED, one), *came((1, four)), *agreed)
    assert events_of(before, replace(after, clauses=(one, new, three))) == (*said(Happened.CHANGED, new), *agreed)
    assert events_of(before, replace(after, clauses=(two, one))) == (
        *said(Happened.DROPPED, one, two, three),
        *came((0, two), (1, one)),
        *agreed,
    )
    assert events_of(None, replace(after, clauses=(one,))) == (*came((0, one)), *agreed)
    with pytest.raises(ValueError, match=r"^a draft has not happened yet$"):
        events_of(before, replace(after, agreed_at=None))


def test_who_comes_later_accepts_the_version_that_binds() -> None:
    """It is written down with the version, its number, who and when."""
    version = Version(VersionId("v2"), GroupId("g"), 2, (), NOW)

    assert accepted(version, PEOPLE[3], NOW) == Event(
        GroupId("g"), VersionId("v2"), 2, Happened.ACCEPTED, NOW, person=PEOPLE[3]
    )


TestAmending = Amending.TestCase
TestAmending.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
