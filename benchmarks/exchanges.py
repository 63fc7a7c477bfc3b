"""What do exchanges between two teams reach, by the cost of `benchmarks.teams`?

The annealing of `core.matching.formation.search` with another move: one or two people of one team change places with
as many of another, and both teams are counted anew.
"""

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.formation import by_seconds
from benchmarks.teams import CONSTRAINTS, Participant, held, sizes_of, target, values_of
from core.matching.formation.board import Bits, Ints
from core.matching.formation.compiled import compiled
from core.matching.formation.search import luck

CHUNK = 2_000
HOT, COLD = 4.0, 0.2
KINDS = ("diversify", "cluster", "different", "cluster_numeric")


class Counted(NamedTuple):
    """A roster as numbers; K constraints, N people, at most V values.

    Attributes:
        kind: Shape K; place in KINDS.
        values: Shape K; how many values the attribute has, 0 for numbers.
        has: Shape K x N x V; 1 where a person has a value; the number itself in the first column for numbers.
        target: Shape K x (largest team + 1) x V; by size of a team, for diversify.
    """

    kind: Ints
    values: Ints
    has: Ints
    target: Ints


class Divided(NamedTuple):
    """Everybody divided into T teams.

    Attributes:
        team: Shape T x largest team; people by team, as many as its size.
        best: The best teams met, likewise.
        size, cost: Shape T.
    """

    team: Ints
    best: Ints
    size: Ints
    cost: Ints


def counted(people: Sequence[Participant], largest: int) -> Counted:
    """Turn a roster into numbers."""
    kind = np.array([KINDS.index(kind) for _, kind in CONSTRAINTS])
    known = [[] if kind == "cluster_numeric" else values_of(people, name) for name, kind in CONSTRAINTS]
    most = max(map(len, known))
    has = np.zeros((len(kind), len(people), most), np.int64)
    wanted = np.zeros((len(kind), largest + 1, most), np.int64)
    for k, (name, rule) in enumerate(CONSTRAINTS):
        for i, person in enumerate(people):
            if rule == "cluster_numeric":
                has[k, i, 0] = getattr(person, name)
            for value in held(person, name) if known[k] else ():
                has[k, i, known[k].index(value)] = 1
        for v, value in enumerate(known[k] if rule == "diversify" else ()):
            wanted[k, :, v] = [target(people, name, value, size) for size in range(largest + 1)]
    return Counted(kind, np.array([len(values) for values in known]), has, wanted)


@compiled
def cost_of(table: Counted, team: Ints, size: int) -> int:
    """Count what one team misses."""
    total = 0
    for k in range(len(table.kind)):
        kind = table.kind[k]
        if kind == 3:
            low = high = table.has[k, team[0], 0]
            for i in range(1, size):
                low, high = min(low, table.has[k, team[i], 0]), max(high, table.has[k, team[i], 0])
            total += high - low
            continue
        most = 0
        for v in range(table.values[k]):
            count = 0
            for i in range(size):
                count += table.has[k, team[i], v]
            most = max(most, count)
            if kind == 0 and v < table.values[k] - 1:
                total += abs(count - table.target[k, size, v])
            if kind == 2:
                total += max(0, count - 1)
        total += size - most if kind == 1 else 0
    return total


@compiled
def exchange(table: Counted, teams: Divided, state: Bits, heat: float) -> None:
    """Try one exchange; taken back when it makes things worse than the heat allows."""
    a, b = int(luck(state) * len(teams.size)), int(luck(state) * (len(teams.size) - 1))
    b += 1 if b >= a else 0
    one, other = teams.team[a], teams.team[b]
    i, j = int(luck(state) * teams.size[a]), int(luck(state) * teams.size[b])
    m, n = int(luck(state) * teams.size[a]), int(luck(state) * teams.size[b])
    both = luck(state) < 0.3 and m != i and n != j
    one[i], other[j] = other[j], one[i]
    if both:
        one[m], other[n] = other[n], one[m]
    of_one, of_other = cost_of(table, one, teams.size[a]), cost_of(table, other, teams.size[b])
    if of_one + of_other - teams.cost[a] - teams.cost[b] <= -heat * np.log(max(1e-12, luck(state))):
        teams.cost[a], teams.cost[b] = of_one, of_other
        return
    if both:
        one[m], other[n] = other[n], one[m]
    one[i], other[j] = other[j], one[i]


@compiled
def anneal(table: Counted, teams: Divided, top: int, state: Bits, heat: float) -> int:
    """Make some exchanges; the best teams met are kept, and their cost is returned."""
    for _ in range(CHUNK):
        exchange(table, teams, state, heat)
        if teams.cost.sum() < top:
            top = teams.cost.sum()
            teams.best[:] = teams.team
    return top


def divided(table: Counted, sizes: Sequence[int], seed: int) -> Divided:
    """Divide people by lot."""
    order, at = np.random.default_rng(seed).permutation(sum(sizes)), 0
    teams = np.zeros((len(sizes), max(sizes)), np.int64)
    for team, size in zip(teams, sizes, strict=True):
        team[:size] = order[at : at + size]
        at += size
    costs = np.array([cost_of(table, team, size) for team, size in zip(teams, sizes, strict=True)])
    return Divided(teams, teams.copy(), np.array(sizes), costs)


def search(people: Sequence[Participant], seed: int, seconds: float) -> list[list[int]]:
    """Search for so many seconds of the processor, or until nothing is missed."""
    sizes = sizes_of(len(people))
    table = counted(people, max(sizes))
    teams, state = divided(table, sizes, seed), np.array([seed], np.uint64)
    top = int(teams.cost.sum())
    for spent in by_seconds(seconds, time.process_time):
        top = anneal(table, teams, top, state, HOT * (COLD / HOT) ** spent)
        if not top:
            break
    return [[int(i) for i in team[:size]] for team, size in zip(teams.best, sizes, strict=True)]
