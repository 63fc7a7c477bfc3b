"""Do those who waited longest get the seats that others envy, and does everything that must stay stay?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.matching.fairness import measure
from core.matching.formation.plan import by_moves, form
from core.matching.people import Group, Market, Person, Project, Seat
from core.matching.week import WHOLE_WEEK
from core.matching.yielding import yield_seats
from tests.rules.matching.markets import examples, judged, small_market

MUCH = 0.2
seeds = st.integers(0, 10_000)


@examples(6)
@given(seeds, st.sampled_from([0.005, MUCH]))
def test_fewer_envy_for_little_and_every_rule_holds(seed: int, share: float) -> None:
    """An independent evaluator agrees with what is left; no more is lost than may be, and nobody is seated twice."""
    market = small_market(seed, people=40, projects=7)
    groups = form(market, seed, by_moves(200), effort=None).groups

    yielded = yield_seats(market, groups, share)

    assert judged(market, yielded) == pytest.approx(sum(group.value for group in yielded))
    assert judged(market, yielded) >= (1 - share) * judged(market, groups) - 1e-9
    fewer = measure(market, yielded).envious < measure(market, groups).envious
    assert fewer or yielded == groups
    assert [group.project for group in yielded] == [group.project for group in groups]


def a_person(name: str, wait: float, *roles: str) -> Person:
    """Make somebody who can always meet."""
    return Person(name, (1.0, 0.0), frozenset(roles), frozenset({"en"}), WHOLE_WEEK, wait)


LENA = a_person("lena", 1)
NEW = a_person("new", 1, "sewing")
OLD = a_person("old", 9, "sewing")
OLDEST = a_person("oldest", 12, "sewing", "tea")
IVO = a_person("ivo", 20, "tea")
CAFE = Project("cafe", "lena", ("sewing", "tea"))
GROUP = Group("cafe", (Seat("lena"), Seat("new", "sewing"), Seat("ivo", "tea")), 1.0)
MARKET = Market((LENA, NEW, OLD, OLDEST, IVO), (CAFE,))


def test_a_seat_that_two_envy_goes_to_whoever_waited_longest() -> None:
    """Nobody envies anybody afterwards, because the other one waited less."""
    (group,) = yield_seats(MARKET, (GROUP,))

    assert {(seat.person, seat.role) for seat in group.seats} == {("lena", None), ("oldest", "sewing"), ("ivo", "tea")}
    assert group.seats[0].person == "lena"
    assert measure(MARKET, (group,)).envious == 0.0


def test_who_said_no_to_a_project_is_not_brought_there() -> None:
    """The seat goes to the next one who waited longer."""
    (group,) = yield_seats(replace(MARKET, barred=frozenset({("oldest", "cafe")})), (GROUP,))

    assert group.members == {"lena", "old", "ivo"}


def test_nobody_is_brought_to_what_is_far_from_their_topic() -> None:
    """Whoever named a topic is asked about that; whoever named none may be needed anywhere."""
    far = replace(OLDEST, topic=(0.0, 1.0))
    market = Market((LENA, NEW, far, IVO), (CAFE,), near=0.4)

    assert yield_seats(market, (GROUP,), share=MUCH) == (GROUP,)
    (group,) = yield_seats(replace(market, people=(LENA, NEW, replace(far, topic=()), IVO)), (GROUP,), share=MUCH)
    assert group.members == {"lena", "oldest", "ivo"}


@pytest.mark.parametrize("market", [replace(MARKET, firm=(GROUP,)), replace(MARKET, tentative=(GROUP,))])
def test_a_settled_seat_stays_with_whom_it_has(market: Market) -> None:
    """Whoever said yes, or was told of it, is not asked to leave."""
    assert yield_seats(market, (GROUP,)) == (GROUP,)


def test_who_began_another_project_takes_no_seat() -> None:
    """An initiator sits in the group of their own project only."""
    market = replace(MARKET, projects=(CAFE, Project("choir", "oldest", ("tea",)), Project("walks", "old", ("tea",))))

    assert yield_seats(market, (GROUP,)) == (GROUP,)


def test_a_group_of_people_who_fit_much_better_is_left_alone() -> None:
    """What an exchange would cost more than may be lost is not made."""
    stranger = replace(OLDEST, topic=(0.0, 1.0))
    market = Market((LENA, NEW, stranger, IVO), (CAFE,))

    assert yield_seats(market, (GROUP,)) == (GROUP,)
    assert yield_seats(market, (GROUP,), share=MUCH) != (GROUP,)
