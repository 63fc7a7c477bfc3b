"""Are the seats that are found the best there are, and are introductions fair?"""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.matching.find import Opening, best_seats
from core.matching.finding import LONG, Openings
from core.matching.pair import Card, introductions
from core.matching.people import Person
from core.matching.reasons import Why
from tests.rules.matching.markets import ROLES, TONGUES

FEW = settings(max_examples=40, deadline=None)


def opening(luck: random.Random, name: str) -> Opening:
    """Draw an open seat."""
    wanted = luck.randint(1, 4)
    return Opening(
        id=name,
        topic=tuple(luck.gauss(0, 1) for _ in range(4)),
        roles=frozenset(luck.sample(ROLES, luck.randint(1, 3))),
        wanted=wanted,
        left=luck.randint(1, wanted),
        languages=frozenset(luck.sample(TONGUES, luck.randint(1, 2))),
        hours=luck.getrandbits(10),
        blocked=frozenset(["me"] if luck.random() < 0.1 else []),
    )


def somebody(luck: random.Random) -> Person:
    """Draw a person who looks for a seat."""
    topic = tuple(luck.gauss(0, 1) for _ in range(4))
    roles, languages = frozenset(luck.sample(ROLES, 2)), frozenset(luck.sample(TONGUES, 2))
    return Person("me", topic, roles, languages, luck.getrandbits(10), 9.0)


@FEW
@given(st.integers(0, 10_000), st.sampled_from([3, LONG]))
def test_the_index_finds_what_a_full_search_finds_after_any_changes(seed: int, long: int) -> None:
    """Best five, exact, after seats opened, changed and closed, whether lists are divided or not."""
    luck = random.Random(seed)
    index = Openings(width=4, long=long)
    all_open: dict[str, Opening] = {}
    for _ in range(150):
        one = opening(luck, f"o{luck.randint(0, 80)}")
        if luck.random() < 0.25:
            index.drop(one.id)
            all_open.pop(one.id, None)
        else:
            index.put(one)
            all_open[one.id] = one
    person = somebody(luck)

    everything = best_seats(person, all_open.values(), 1_000)
    near = luck.choice((0.0, 0.3))

    assert index.best(person) == best_seats(person, all_open.values())
    assert index.best(person, 3, near) == best_seats(person, all_open.values(), 3, near)
    tied = index.best(person, 3, ties=True)
    assert tied == everything[: len(tied)]
    assert len(tied) == len(everything) or everything[len(tied)].score < tied[-1].score - 1e-9


def test_a_seat_says_why_it_fits() -> None:
    """Role, hours, topic and language come with the seat."""
    seat = Opening("o", (1.0, 0.0), frozenset({"tea"}), 3, 1, frozenset({"en"}), 0b1111)
    person = Person("me", (1.0, 0.0), frozenset({"tea"}), frozenset({"en"}), 0b0111)

    found = best_seats(person, [seat])[0]

    assert [reason.why for reason in found.reasons] == [
        Why.COVERS,
        Why.COMPLETES,
        Why.HOURS,
        Why.SAME_TOPIC,
        Why.LANGUAGE,
    ]
    assert best_seats(replace(person, blocks=frozenset({"x"})), [replace(seat, members=frozenset({"x"}))]) == []


@FEW
@given(st.integers(0, 10_000))
def test_nobody_is_introduced_more_often_than_they_have_room_for(seed: int) -> None:
    """Caps and bars hold; nobody meets themselves."""
    luck = random.Random(seed)
    words = [f"w{i}" for i in range(6)]
    cards = [
        Card(
            f"g{i}",
            frozenset(luck.sample(words, luck.randint(0, 2))),
            frozenset(luck.sample(words, luck.randint(0, 3))),
            room=luck.randint(0, 2),
            barred=frozenset([f"g{luck.randint(0, 11)}"]),
        )
        for i in range(12)
    ]
    known = {card.group: card for card in cards}

    found = introductions(cards)

    for card in cards:
        mine = [one for one in found if card.group in (one.one, one.other)]
        assert len(mine) <= card.room
    for one in found:
        assert one.one != one.other
        assert one.other not in known[one.one].barred
        assert one.one not in known[one.other].barred
        assert one.one_gives or one.other_gives


def test_who_gives_and_gets_meets_first() -> None:
    """A pair that helps both goes before one that helps one."""
    cards = [
        Card("a", frozenset({"ramp"}), frozenset({"cnc"})),
        Card("b", frozenset({"cnc"}), frozenset({"ramp"})),
        Card("c", frozenset({"cnc"}), frozenset()),
    ]

    found = introductions(cards)

    assert [(one.one, one.other) for one in found] == [("a", "b")]
