"""How is a market too large for one search cut into parts?

Parts that share no language are apart already. Inside, people are halved along the direction in which their topics
differ most, so that those near in topic stay together; the next cut turns that direction, so that what one cut has
separated the next can bring together.

Source:
    K. Pearson, On lines and planes of closest fit to systems of points in space (1901).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from core.matching.formation.board import Floats, Ints
from core.matching.people import Market, Person

LARGEST = 1_600
SMALLEST = 400


def languages_apart(people: Sequence[Person]) -> list[list[int]]:
    """Part people who can never share a language, even through others."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for person in people:
        names = sorted(person.languages)
        for name in names[1:]:
            parent[top(name)] = top(names[0])
    parts: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        if person.languages:
            parts[top(min(person.languages))].append(i)
    return [parts[name] for name in sorted(parts)]


def pack(parts: Iterable[list[int]]) -> list[list[int]]:
    """Put small parts together; they stay apart inside anyway."""
    packed: list[list[int]] = []
    for part in sorted(parts, key=len):
        if packed and len(packed[-1]) + len(part) <= SMALLEST:
            packed[-1] = packed[-1] + part
        else:
            packed.append(part)
    return packed


def halve(rows: Ints, topics: Floats, turn: int) -> list[Ints]:
    """Cut rows in balanced halves until no part is too large."""
    if len(rows) <= LARGEST:
        return [rows]
    order = rows[np.argsort(along(topics[rows], turn), kind="stable")]
    middle = len(order) // 2
    return [*halve(order[:middle], topics, turn), *halve(order[middle:], topics, turn)]


def along(points: Floats, turn: int) -> Floats:
    """Say where points lie in the direction in which they differ most, or another of the widest ones for each turn."""
    middle = points.mean(axis=0)
    spread = points.T @ points - len(points) * np.outer(middle, middle)
    _, vectors = np.linalg.eigh(spread)
    return np.asarray(points @ vectors[:, -1 - turn % vectors.shape[1]])


def parts_of(market: Market, rows: Sequence[int], topics: Floats, turn: int) -> list[list[int]]:
    """Cut these people of a market into parts."""
    people = [market.people[i] for i in rows]
    apart = [[rows[i] for i in part] for part in languages_apart(people)]
    whole = pack(part for part in apart if len(part) <= LARGEST)
    for part in apart:
        if len(part) > LARGEST:
            whole += [half.tolist() for half in halve(np.array(part), topics, turn)]
    return whole
