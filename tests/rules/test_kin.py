"""Do groups stay small, whole and equal whatever sequence of coming, leaving, budding and merging they live through?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.constitution import FEWEST, MOST_AT_START, MOST_EVER
from core.errors import Refused
from core.groups.group import Group, GroupStage, Member, admit, leave, wait
from core.groups.kin import end, half, may_merge, merge, next_name, sleep, together, wake, wants_sister
from core.groups.limits import TITLE
from core.groups.reform import reform
from core.ids import GroupId, PersonId, ProposalId
from core.matching.bud import best_split
from core.matching.ties import SIDE_BY_SIDE, ties

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PEOPLE = tuple(PersonId(f"p{place:02}") for place in range(16))


def group(name: str, people: tuple[PersonId, ...], stage: GroupStage = GroupStage.LIVING) -> Group:
    """Make one of these people, each with a seat of their own."""
    members = tuple(Member(one, f"skill of {one}", NOW) for one in people)
    return Group(GroupId(name), name, ProposalId(name), stage, members, "en", NOW)


class Families(RuleBasedStateMachine):
    """Two groups and all that comes of them."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[GroupId, Group] = {}
        self.made = 0
        self.now = NOW

    @initialize()
    def begin(self) -> None:
        """Begin with seven and four."""
        for one in (group("seven", PEOPLE[:7]), group("four", PEOPLE[7:11])):
            self.groups[one.id] = one

    def pick(self, data: st.DataObject) -> Group:
        """Choose a group."""
        self.now += timedelta(minutes=1)
        return self.groups[data.draw(st.sampled_from(sorted(self.groups)))]

    @rule(data=st.data(), person=st.sampled_from(PEOPLE), seat=st.sampled_from(("tea", "skill of p03", "")))
    def admit(self, data: st.DataObject, person: PersonId, seat: str) -> None:
        """Let someone in; a full group, and one that is over, says no."""
        before = self.pick(data)
        if before.member(person) is None and (len(before.people) >= MOST_EVER or before.stage is GroupStage.CLOSED):
            with pytest.raises(Refused):
                admit(before, person, seat, self.now)
            return
        after = admit(before, person, seat, self.now)
        assert after.member(person) is not None
        self.groups[after.id] = after

    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        """Let someone go: at once, always."""
        before = self.pick(data)
        if before.people:
            person = data.draw(st.sampled_from(before.people))
            self.groups[before.id] = leave(before, person, self.now)

    @rule(data=st.data())
    def bud(self, data: st.DataObject) -> None:
        """Let a group become two where both can live; nobody is lost, nobody doubled."""
        before = self.pick(data)
        split = best_split(before.people, {})
        if before.stage is GroupStage.CLOSED or split is None:
            return
        made = []
        for part in (split.ours, split.theirs):
            self.made += 1
            people = [PersonId(one) for one in part]
            made.append(half(before, people, GroupId(f"half{self.made}"), f"half {self.made}", self.now))
        assert sorted(made[0].people + made[1].people) == sorted(before.people)
        for one in made:
            assert FEWEST <= len(one.people) <= MOST_AT_START
            assert all(before.member(who.person).seat == who.seat for who in one.present)  # type: ignore[union-attr]  # a member
            self.groups[one.id] = one
        self.groups[before.id] = end(before, self.now)

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Let two become one where they fit; everyone is in it, once."""
        coming, host = self.pick(data), self.pick(data)
        if not may_merge(coming, host):
            with pytest.raises(Refused):
                merge(coming, host, self.now)
            return
        over, after = merge(coming, host, self.now)
        assert set(after.people) == {*coming.people, *host.people}
        assert over.stage is GroupStage.CLOSED
        assert not over.people
        assert after.stage is GroupStage.LIVING
        self.groups |= {over.id: over, after.id: after}

    @rule(data=st.data())
    def rest_or_wake(self, data: st.DataObject) -> None:
        """Let a living group sleep and a sleeping one wake; no other can."""
        before = self.pick(data)
        turn = wake if before.stage is GroupStage.ASLEEP else sleep
        if before.stage in {GroupStage.LIVING, GroupStage.ASLEEP}:
            self.groups[before.id] = turn(before)
        else:
            with pytest.raises(Refused):
                turn(before)

    @rule(data=st.data())
    def reform(self, data: st.DataObject) -> None:
        """Let the others go on anew; whoever they part from keeps the old group."""
        before = self.pick(data)
        if not FEWEST < len(before.people) <= MOST_EVER:
            return
        person = data.draw(st.sampled_from(before.people))
        rest = [one for one in before.people if one != person]
        self.made += 1
        after = reform(before, person, rest, GroupId(f"reformed{self.made}"))
        assert sorted(after.people) == sorted(rest)
        with pytest.raises(Refused):
            reform(before, person, rest[1:], GroupId("without consent"))
        self.groups[after.id] = after

    @invariant()
    def never_nine(self) -> None:
        """Eight at the most, whatever happened."""
        assert all(len(one.people) <= MOST_EVER for one in self.groups.values())

    @invariant()
    def one_person_one_seat(self) -> None:
        """Nobody sits twice in one group."""
        for one in self.groups.values():
            assert len(one.people) == len(set(one.people))

    @invariant()
    def nobody_is_left_means_it_is_over(self) -> None:
        """A group without anyone is closed, and in a closed one nobody sits."""
        for one in self.groups.values():
            assert (one.stage is GroupStage.CLOSED) == (not one.people)


TestFamilies = Families.TestCase

lots = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=8, unique=True).map(tuple)


@given(lots, lots)
def test_together_each_person_counts_once(one: tuple[PersonId, ...], other: tuple[PersonId, ...]) -> None:
    """Two groups fit into one when the people, not the seats, are eight at the most."""
    ours, theirs = group("ours", one), group("theirs", other)

    assert together(ours, theirs) == len({*one, *other})
    assert may_merge(ours, theirs) == (len({*one, *other}) <= MOST_EVER) == may_merge(theirs, ours)


@pytest.mark.parametrize("stage", [GroupStage.CLOSED, GroupStage.FORMING])
def test_what_has_not_begun_or_is_over_does_not_merge(stage: GroupStage) -> None:
    """Only groups that are there go on together; never one with itself."""
    living, other = group("a", PEOPLE[:3]), group("b", PEOPLE[3:6], stage)

    assert not may_merge(living, other)
    assert not may_merge(other, living)
    assert not may_merge(living, living)


def test_eight_take_nobody_in() -> None:
    """A group of eight is full: alone for one more, and for a whole other group."""
    full, alone = group("eight", PEOPLE[:8]), group("one", PEOPLE[8:9])

    with pytest.raises(Refused):
        admit(full, PEOPLE[8], "tea", NOW)
    with pytest.raises(Refused):
        merge(alone, full, NOW)
    over, after = merge(group("inside", PEOPLE[6:8]), full, NOW)
    assert after.people == full.people
    assert over.stage is GroupStage.CLOSED


@given(st.integers(3, 8), st.integers(0, 3), st.booleans(), st.sampled_from(GroupStage))
def test_a_sister_is_offered_only_where_it_is_full_and_two_wait(
    count: int, waiting: int, open_seat: bool, stage: GroupStage
) -> None:
    """Seven with no seat open, or eight, and two who wait."""
    ours = replace(group("ours", PEOPLE[:count], stage), open_seats=("tea",) if open_seat else ())
    for person in PEOPLE[9 : 9 + waiting]:
        ours = wait(wait(ours, person, "hands", NOW), person, "hands again", NOW)

    full = count == MOST_EVER or (count == MOST_AT_START and not open_seat)
    assert wants_sister(ours) == (full and waiting >= 2 and stage is GroupStage.LIVING)
    assert len(ours.waiting) == waiting


@given(st.text(min_size=1, max_size=TITLE), st.integers(1, 12))
def test_every_sister_has_a_name_of_its_own(name: str, count: int) -> None:
    """However many there are, no two are called alike, and none longer than a title may be."""
    names = [name]
    for _ in range(count):
        names.append(next_name(name, names))

    assert len(set(names)) == len(names)
    assert all(len(one) <= TITLE for one in names)


people = st.sampled_from(PEOPLE[:5])
promised = st.lists(st.tuples(people, st.integers(0, 20).map(lambda days: NOW + timedelta(days=days))), max_size=8)


@given(promised, st.lists(st.tuples(people, people), max_size=6))
def test_ties_do_not_hang_on_order(said: list[tuple[str, datetime]], handed: list[tuple[str, str]]) -> None:
    """Who works with whom is the same in whatever order it happened, never with oneself, never less than nothing."""
    before = ties(said, handed, [])

    after = ties(said[::-1], [(taker, giver) for giver, taker in reversed(handed)], [])

    assert before == after
    assert all(one < other and weight > 0 for (one, other), weight in before.items())
    near = {(one, other) for one, due in said for other, later in said if abs(due - later) <= SIDE_BY_SIDE}
    assert set(before) <= {pair for pair in near if pair[0] < pair[1]} | {
        (min(pair), max(pair)) for pair in handed if pair[0] != pair[1]
    }
