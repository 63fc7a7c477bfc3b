"""Can a contract's history be told again from what happened alone?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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


TestAmending = Amending.TestCase
TestAmending.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
