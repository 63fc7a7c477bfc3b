"""Which one more person suits each place that cannot be completed yet?

A proposal with one person in it becomes no group by one more, but it comes nearer: one newcomer for each place, chosen
so that all together gain most, those who waited over 14 days before the others.

Source:
    H. W. Kuhn, The Hungarian method for the assignment problem (1955); as scipy solves it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from core.matching.find import Opening, score
from core.matching.people import Person

NO_SEAT = -1e6


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person for one place, and which of its seats."""

    person: str
    place: str
    role: str


def choose_singles(
    people: Sequence[Person],
    openings: Sequence[Opening],
    barred: frozenset[tuple[str, str]],
    bonus: Mapping[str, float],
) -> list[Chosen]:
    """Give each place at most one person and each person at most one place.

    Args:
        barred: Pairs (person, place) that are not to be asked.
        bonus: Extra value of seating a person, by id.
    """
    order, open_to = sorted(people, key=lambda one: one.id), sorted(openings, key=lambda one: one.id)
    worth = np.full((len(order), len(open_to)), NO_SEAT)
    for row, person in enumerate(order):
        for column, opening in enumerate(open_to):
            value = None if (person.id, opening.id) in barred else score(person, opening)
            if value is not None:
                worth[row, column] = value + bonus.get(person.id, 0.0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [
        Chosen(order[row].id, open_to[column].id, min(order[row].roles & open_to[column].roles))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if worth[row, column] > NO_SEAT
    ]
