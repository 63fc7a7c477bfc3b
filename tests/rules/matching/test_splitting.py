"""Does budding keep together who works together, exactly?"""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.matching.bud import best_split
from core.matching.seats import seat_everyone

ROLES = ("tea", "sewing")


def association(people: list[str], half: set[str], ties: dict[tuple[str, str], float]) -> float:
    """Value one split, written apart from the rule."""
    rest = set(people) - half
    ours = sum(ties.get(pair, 0) for pair in itertools.permutations(half, 2))
    theirs = sum(ties.get(pair, 0) for pair in itertools.permutations(rest, 2))
    return ours / len(half) + theirs / len(rest)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 9))
def test_no_split_is_better(seed: int, size: int) -> None:
    """All splits are tried, and seats needed can be filled in both halves."""
    luck = random.Random(seed)
    people = [f"p{i}" for i in range(size)]
    ties = {pair: luck.randint(0, 4) * 1.0 for pair in itertools.combinations(people, 2)}
    brings = {person: luck.sample(ROLES, luck.randint(0, 2)) for person in people}
    needs = ROLES[: luck.randint(0, 2)]

    def can(half: set[str]) -> bool:
        teams = itertools.permutations(half, len(needs))
        return any(seat_everyone([brings[one] for one in team], needs) is not None for team in teams)

    splits = [set(half) for n in range(3, size - 2) for half in itertools.combinations(people, n)]
    fine = [association(people, half, ties) for half in splits if can(half) and can(set(people) - half)]
    found = best_split(people, ties, brings, needs)

    assert (found is None) == (not fine)
    if found:
        assert association(people, set(found.ours), ties) == pytest.approx(max(fine))
        assert people[0] in found.ours


def test_too_few_people_cannot_part() -> None:
    """Five people would leave two somewhere."""
    assert best_split([f"p{i}" for i in range(5)], {}) is None


def test_fifteen_people_are_refused() -> None:
    """What cannot be tried exactly is not guessed."""
    with pytest.raises(ValueError, match="15"):
        best_split([f"p{i}" for i in range(15)], {})
