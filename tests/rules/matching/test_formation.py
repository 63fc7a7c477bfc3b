"""What do we owe people when groups are formed?"""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import bounds
from benchmarks.bounds import ceiling
from core.matching.fairness import long_first
from core.matching.formation.grand import form_any
from core.matching.formation.plan import Formed, by_moves, form
from core.matching.formation.proving import Effort
from core.matching.objective import cosine, may_meet
from core.matching.people import Group, Market, Person, Project, Seat
from tests.rules.matching.markets import ROLES, by_brute_force, examples, judged, small_market

FEW = examples(4)
MOVES = by_moves(400)
LITTLE = Effort(columns=300, branches=200, moves=400, repacks=10)
seeds = st.integers(0, 10_000)


@FEW
@given(seeds)
def test_every_rule_holds_and_the_value_is_what_an_independent_evaluator_says(seed: int) -> None:
    """Sizes, one seat each, roles held, languages, hours and blocks hold in every group; values are true."""
    market = small_market(seed, people=30, projects=6)

    formed = form(market, seed, MOVES, effort=None)

    assert judged(market, formed.groups) == pytest.approx(formed.value)


@FEW
@given(seeds, st.sampled_from([0.2, 0.6]))
def test_nobody_sits_where_the_topic_is_far_from_theirs(seed: int, near: float) -> None:
    """Whoever named a topic sits with what is near to it; whoever named none may be needed anywhere."""
    market = small_market(seed, people=30, projects=6)
    some = tuple(replace(one, topic=()) if one.id.endswith("3") else one for one in market.people)
    people = {one.id: one for one in some}

    groups = form(replace(market, people=some, near=near), seed, MOVES, effort=None).groups

    for group in groups:
        centre, *others = [people[seat.person] for seat in group.seats]
        assert all(not len(one.topic) or cosine(one.topic, centre.topic) >= near - 1e-9 for one in others)


@FEW
@given(seeds)
def test_every_member_is_necessary(seed: int) -> None:
    """Without any member but the initiator, a wanted seat would be empty."""
    market = small_market(seed, people=30, projects=6, circles=False)
    needs = {project.id: project.needs for project in market.projects}

    groups = form(market, seed, MOVES, effort=LITTLE).groups

    for group in groups:
        roles = [seat.role for seat in group.seats[1:]]
        assert None not in roles
        assert all(roles.count(role) <= needs[group.project].count(str(role)) for role in roles)


@examples(8)
@given(seeds)
def test_a_small_market_is_solved_as_well_as_by_brute_force(seed: int) -> None:
    """What is called proven is the best there is."""
    market = small_market(seed, people=11)

    formed = form(market, seed, MOVES)

    assert formed.proven
    assert formed.value == pytest.approx(by_brute_force(market))


@examples(3)
@given(seeds)
def test_what_cannot_be_proven_in_time_is_neither_called_proven_nor_above_the_bound(seed: int) -> None:
    """Hardly any branches: the plan keeps every rule, and the bound holds for the best there is."""
    market = small_market(seed, people=11)

    hurried = form(market, seed, by_moves(1), effort=Effort(branches=1, moves=200, repacks=5))
    best = by_brute_force(market)

    assert judged(market, hurried.groups) == pytest.approx(hurried.value)
    assert hurried.bound is not None
    assert hurried.value <= best + 1e-6 <= hurried.bound + 2e-6
    assert not hurried.proven or hurried.value == pytest.approx(best)


def test_fourteen_people_are_solved_exactly() -> None:
    """Fourteen people and two projects give the optimum."""
    market = small_market(4, people=14, projects=2)

    formed = form(market, 1, MOVES)

    assert formed.proven
    assert formed.value == pytest.approx(by_brute_force(market))


@FEW
@given(seeds)
def test_nothing_is_above_the_bound(seed: int) -> None:
    """The bound of the linear program is never exceeded."""
    market = small_market(seed, people=24, projects=4, circles=False)

    formed = form(market, seed, MOVES, effort=LITTLE)

    assert formed.bound is not None
    assert formed.value <= formed.bound + 1e-6


@FEW
@given(seeds)
def test_the_same_people_get_the_same_groups_in_whatever_order_they_are_told(seed: int) -> None:
    """Order of people and projects changes nothing."""
    market = small_market(seed, people=30, projects=6)
    luck = random.Random(seed)
    mixed = Market(
        tuple(luck.sample(market.people, len(market.people))),
        tuple(luck.sample(market.projects, len(market.projects))),
    )

    assert form(market, 3, MOVES, effort=None) == form(mixed, 3, MOVES, effort=None)


@examples(1)
@given(seeds)
def test_neither_order_nor_the_number_of_workers_changes_anything(seed: int) -> None:
    """One process or three, told in whatever order: a market too large for one search gets the same groups."""
    parts = [renamed(small_market(seed + part, people=301, projects=12), f"m{part}-") for part in range(10)]
    people = [person for part in parts for person in part.people]
    projects = [project for part in parts for project in part.projects]
    market, luck = Market(tuple(people), tuple(projects)), random.Random(seed)
    mixed = Market(tuple(luck.sample(people, len(people))), tuple(luck.sample(projects, len(projects))))

    one = form_any(market, seed, (lambda _part: MOVES,), workers=1)
    three = form_any(mixed, seed, (lambda _part: MOVES,), workers=3)

    assert one == three
    assert judged(market, one.groups) == pytest.approx(one.value)


def renamed(market: Market, prefix: str) -> Market:
    """Give everybody another name."""
    people = tuple(
        replace(
            person,
            id=prefix + person.id,
            blocks=frozenset(prefix + name for name in person.blocks),
            likes=frozenset(prefix + name for name in person.likes),
        )
        for person in market.people
    )
    projects = tuple(Project(prefix + one.id, prefix + one.initiator, one.needs) for one in market.projects)
    return Market(people, projects)


@examples(2)
@given(seeds, st.integers(0, 100))
def test_renaming_keeps_the_value_within_one_percent(seed: int, shuffled: int) -> None:
    """What people are called hardly matters, even where nothing is proven."""
    market = small_market(seed, people=80, projects=14, circles=False)
    numbers = list(range(len(market.people)))
    random.Random(shuffled).shuffle(numbers)
    names = {person.id: f"{number:04}" for person, number in zip(market.people, numbers, strict=True)}
    other = Market(
        tuple(
            replace(
                person,
                id=names[person.id],
                blocks=frozenset(names[name] for name in person.blocks),
                likes=frozenset(names[name] for name in person.likes),
            )
            for person in market.people
        ),
        tuple(Project(one.id, names[one.initiator], one.needs) for one in market.projects),
    )

    ours = form(market, 1, by_moves(6_000), effort=None).value
    theirs = form(other, 1, by_moves(6_000), effort=None).value

    assert theirs == pytest.approx(ours, rel=0.01)


@FEW
@given(seeds)
def test_firm_seats_stay_and_declined_pairs_are_not_offered_again(seed: int) -> None:
    """Who said yes keeps the seat; who said no is not asked about that project again."""
    market = small_market(seed, people=30, projects=5, circles=False)
    before = form(market, 1, MOVES, effort=LITTLE).groups
    if not before:
        return
    group = max(before, key=lambda one: len(one.seats))
    firm = Group(group.project, group.seats[:2])
    gone = group.seats[2]
    settled = replace(market, firm=(firm,), barred=frozenset({(gone.person, group.project)}), tentative=before)

    after = form(settled, 2, MOVES, effort=LITTLE).groups

    there = next((one for one in after if one.project == group.project), firm)
    assert set(firm.seats) <= set(there.seats)
    assert gone.person not in there.members
    assert all(firm.seats[1].person not in one.members for one in after if one.project != group.project)


@FEW
@given(seeds)
def test_a_feasible_person_who_waited_long_is_seated_before_others(seed: int) -> None:
    """After 14 days a person who can sit anywhere at all is offered a seat at the next planning."""
    market = small_market(seed, people=12, projects=2, circles=False)
    begun = {project.initiator for project in market.projects}
    chosen = next(person.id for person in market.people if person.id not in begun)
    people = tuple(replace(person, wait_days=15.0 if person.id == chosen else 1.0) for person in market.people)
    market = replace(market, people=people)

    formed = form(market, seed, MOVES, bonus=long_first(market.people))

    seated = any(chosen in group.members for group in formed.groups)
    assert seated or not could_sit(market, chosen)


def could_sit(market: Market, person: str) -> bool:
    """Try every group of three and four around one person."""
    begun = {project.initiator for project in market.projects}
    people = {one.id: one for one in market.people}
    others = [one for one in market.people if one.id not in begun and one.id != person]
    for project in market.projects:
        for other in others:
            if may_meet(project, [people[project.initiator], people[person], other]):
                return True
    return False


def test_an_empty_market_gives_no_groups() -> None:
    """Nobody there, nothing formed, and that is proven."""
    assert form(Market((), ()), 1).groups == ()
    assert form(Market(small_market(1).people, ()), 1).groups == ()


def test_when_everyone_blocks_everyone_nobody_is_put_together() -> None:
    """Blocks always hold, even if no group is left."""
    market = small_market(1)
    names = frozenset(person.id for person in market.people)
    market = replace(market, people=tuple(replace(person, blocks=names - {person.id}) for person in market.people))

    formed = form(market, 1, MOVES)

    assert formed.groups == ()
    assert formed.proven


def test_a_need_that_nobody_brings_stays_open() -> None:
    """An unknown role costs its seat, not the group."""
    everyone = tuple(
        Person(f"p{i}", (1.0, 0.0), frozenset({ROLES[i % 2]}), frozenset({"en"}), 0b11111100) for i in range(4)
    )
    market = Market(everyone, (Project("g", "p0", ("tea", "sewing", "alchemy")),))

    group = form(market, 1, MOVES).groups[0]

    assert {seat.role for seat in group.seats} == {None, "tea", "sewing"}
    assert group.seats[0] == Seat("p0")


@pytest.mark.parametrize("seed", range(3))
def test_no_ceiling_is_below_the_best_plan(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poor plan of a small market: its ceiling is the proven optimum; as of a large one it is no lower."""
    people = small_market(seed)
    best = form(people, 1)
    poor = Formed((), 0.0, None, False)
    assert best.proven

    most, reached = ceiling(people, poor)
    assert most == pytest.approx(best.value)
    assert reached
    monkeypatch.setattr(bounds, "SMALL", 0)
    assert ceiling(people, poor).most >= best.value - 1e-6
