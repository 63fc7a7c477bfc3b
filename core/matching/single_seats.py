"""Which one more person suits each place that cannot be completed yet?

A proposal with one person in it becomes no group by one more, but it comes nearer: one newcomer for each place, chosen
so that all together gain most, those who waited over 14 days before the others. Among very many people only those are
weighed who suit a place best.

Source:
    H. W. Kuhn, The Hungarian method for the assignment problem (1955); as scipy solves it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from core.matching.find import Opening, nearly, score
from core.matching.formation.board import Bits, Flags, Floats, Ints
from core.matching.formation.facts import bringing, topics_of, weeks_of
from core.matching.objective import ENOUGH_HOURS, FEWEST_HOURS, HOURS, TOPIC, is_far
from core.matching.people import Person

NO_SEAT = -1e6
WEIGHED = 64
"""People weighed for each place: up to so many places nobody better is overlooked."""
ROUNDING = 1e-5


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
    near: float = 0.0,
) -> list[Chosen]:
    """Give each place at most one person and each person at most one place.

    Args:
        barred: Pairs (person, place) that are not to be asked.
        bonus: Extra value of seating a person, by id.
        near: How near the topic of whoever named one has to be to a place's, 0 to 1.
    """
    order, open_to = sorted(people, key=lambda one: one.id), sorted(openings, key=lambda one: one.id)
    if not order or not open_to:
        return []
    crowd = _Crowd(order, bonus)
    worth: dict[tuple[int, int], float] = {}
    for column, opening in enumerate(open_to):
        left = WEIGHED
        for row in crowd.best_first(opening):
            person = order[row]
            shut = (person.id, opening.id) in barred or is_far(person, opening.topic, near)
            value = None if shut else score(person, opening)
            if value is not None:
                worth[row, column] = value + bonus.get(person.id, 0.0)
                left -= 1
            if not left:
                break
    rows = sorted({row for row, _ in worth})
    place = {row: at for at, row in enumerate(rows)}
    table = np.full((len(rows), len(open_to)), NO_SEAT)
    for (row, column), value in worth.items():
        table[place[row], column] = value
    chosen, columns = linear_sum_assignment(table, maximize=True)
    return [
        Chosen(order[rows[at]].id, open_to[column].id, min(order[rows[at]].roles & open_to[column].roles))
        for at, column in zip(chosen.tolist(), columns.tolist(), strict=True)
        if table[at, column] > NO_SEAT
    ]


class _Crowd:
    """Everybody who is free, as rows of numbers."""

    def __init__(self, people: Sequence[Person], bonus: Mapping[str, float]) -> None:
        self._topics: Floats = topics_of(people, np.float32)
        self._weeks: Bits = weeks_of(people)
        self._bonus = np.array([bonus.get(one.id, 0.0) for one in people])
        self._bringing: Mapping[str, Ints] = bringing(people)
        self._speaking: Mapping[str, Ints] = _speaking(people)

    def best_first(self, opening: Opening) -> list[int]:
        """List rows of who could take one of its seats, the best first; declines, blocks and far topics aside."""
        could = self._any(self._bringing, opening.roles) & self._any(self._speaking, opening.languages)
        rows = np.flatnonzero(could)
        week = np.array([opening.hours >> 64 * word & (1 << 64) - 1 for word in range(3)], np.uint64)
        hours = np.bitwise_count(self._weeks[rows] & week).sum(axis=1)
        rows, hours = rows[hours >= FEWEST_HOURS], hours[hours >= FEWEST_HOURS]
        centre = np.zeros(self._topics.shape[1])
        centre[: len(opening.topic)] = opening.topic[: len(centre)]
        length = float(np.linalg.norm(centre)) or 1.0
        cosines = np.maximum(0.0, self._topics[rows] @ (centre / length))
        worth = TOPIC * cosines + HOURS * np.minimum(1.0, hours / ENOUGH_HOURS) + nearly(opening) + self._bonus[rows]
        best: list[int] = rows[np.argsort(-np.round(worth / ROUNDING), kind="stable")].tolist()
        return best

    def _any(self, having: Mapping[str, Ints], wanted: frozenset[str]) -> Flags:
        flags = np.zeros(len(self._bonus), bool)
        for name in wanted:
            flags[having.get(name, np.zeros(0, np.int64))] = True
        return flags


def _speaking(people: Sequence[Person]) -> dict[str, Ints]:
    found: dict[str, list[int]] = {}
    for row, one in enumerate(people):
        for language in one.languages:
            found.setdefault(language, []).append(row)
    return {language: np.array(rows, np.int64) for language, rows in found.items()}
