"""Do the rules hold whatever people do?"""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.matching.formation.plan import by_moves
from core.matching.formation.replan import agreed, arrived, declined, left, neighbourhood, replan
from core.matching.people import Market
from tests.rules.matching.markets import judged, small_market

MOVES = by_moves(200)


class Events(RuleBasedStateMachine):
    """People arrive, are asked, agree, decline and leave in any order."""

    def __init__(self) -> None:
        super().__init__()
        everything = small_market(11, people=24, projects=4, circles=False)
        begun = {project.initiator for project in everything.projects}
        self.coming = [person for person in everything.people if person.id not in begun]
        there = tuple(person for person in everything.people if person.id in begun)
        self.market = Market(there, everything.projects)

    @rule()
    @precondition(lambda self: self.coming)
    def arrive(self) -> None:
        self.market = arrived(self.market, self.coming.pop())

    @rule(seed=st.integers(0, 3))
    def plan(self, seed: int) -> None:
        every = [project.id for project in self.market.projects]
        before = {(group.project, seat) for group in self.market.firm for seat in group.seats}
        self.market = replan(self.market, every, seed, MOVES).market
        after = {(group.project, seat) for group in self.market.tentative for seat in group.seats}
        kept = {group.project for group in self.market.tentative}
        assert {pair for pair in before if pair[0] in kept} <= after

    @rule(at=st.integers(0, 30), yes=st.booleans())
    @precondition(lambda self: self.market.tentative)
    def answer(self, at: int, yes: bool) -> None:
        begun = {project.initiator for project in self.market.projects}
        firm = {seat.person for group in self.market.firm for seat in group.seats}
        asked = [
            (group.project, seat.person)
            for group in self.market.tentative
            for seat in group.seats
            if seat.person not in begun | firm
        ]
        if not asked:
            return
        project, person = asked[at % len(asked)]
        if yes:
            self.market = agreed(self.market, person, project)
            return
        around = neighbourhood(self.market, project)
        self.market = replan(declined(self.market, person, project), around, at, MOVES).market

    @rule(at=st.integers(0, 30))
    @precondition(lambda self: len(self.market.people) > 6)
    def leave(self, at: int) -> None:
        person = self.market.people[at % len(self.market.people)]
        self.market = left(self.market, person.id)

    @invariant()
    def declined_pairs_are_never_offered(self) -> None:
        offered = {(seat.person, group.project) for group in self.market.tentative for seat in group.seats}
        assert not offered & self.market.barred

    @invariant()
    def nobody_sits_twice(self) -> None:
        seated = [seat.person for group in self.market.tentative for seat in group.seats]
        assert len(seated) == len(set(seated))

    @invariant()
    def whole_groups_keep_every_rule(self) -> None:
        whole = tuple(group for group in self.market.tentative if len(group.seats) >= 3)
        judged(replace(self.market, tentative=()), whole)


Events.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestEvents = Events.TestCase
