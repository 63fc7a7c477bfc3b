"""How is a plan improved by choosing some of its groups anew, the best there is for all of these together?

Projects that want one another's people give up their groups, and the plan that loses least among the groups listed
for them is found exactly, while everybody else stays where they are.

Source:
    P. Shaw, Using constraint programming and local search methods to solve vehicle routing problems (1998).
"""

import numpy as np

from core.matching.formation.board import Bits, Ints
from core.matching.formation.branch import bit
from core.matching.formation.compiled import compiled
from core.matching.formation.packing import NOT_LISTED, Desk, Losing, left_out, lose_least
from core.matching.formation.search import luck

MOST_LINKED = 14
FEWEST_LINKED = 6
TRIES = 40


@compiled
def holders(losing: Losing, chosen: Ints) -> Ints:
    """Say which project has whom; -1 for nobody."""
    held = np.full(len(losing.price), -1, np.int64)
    for q in range(len(chosen)):
        for word in range(losing.mask.shape[1]):
            rest = losing.mask[chosen[q], word]
            for place in range(64):
                if bit(rest, place):
                    held[word * 64 + place] = q
    return held


@compiled
def link(losing: Losing, held: Ints, state: Bits, linked: Ints, many: int) -> int:
    """List projects that want one another's people, up to so many."""
    projects, size = len(losing.first) - 1, 1
    linked[0] = int(luck(state) * projects)
    for _ in range(TRIES):
        if size == many:
            break
        q = linked[int(luck(state) * size)]
        first, end = losing.first[q], losing.first[q + 1]
        group = first + int(luck(state) * luck(state) * (end - first))
        for word in range(losing.mask.shape[1]):
            rest = losing.mask[group, word]
            for place in range(64 if rest else 0):
                if bit(rest, place) and size < many:
                    other = held[word * 64 + place]
                    if other >= 0 and not (linked[:size] == other).any():
                        linked[size] = other
                        size += 1
    return size


@compiled
def open_some(losing: Losing, desk: Desk, linked: Ints, size: int, plan: Ints) -> None:
    """Let only linked projects choose anew, beside what the others have."""
    desk.chosen[:] = plan
    for at in range(size):
        desk.chosen[linked[at]] = -1
    desk.taken[0] = np.uint64(0)
    desk.lost[0] = 0.0
    for q in range(len(plan)):
        if desk.chosen[q] >= 0:
            desk.lost[0] += losing.loss[plan[q]]
            desk.taken[0] |= losing.mask[plan[q]]
    end = 0
    for q in range(len(plan)):
        desk.first[0, q] = end
        if desk.chosen[q] < 0:
            for group in range(losing.first[q], losing.first[q + 1]):
                free = True
                for word in range(losing.mask.shape[1]):
                    free &= (losing.mask[group, word] & desk.taken[0, word]) == np.uint64(0)
                if free:
                    desk.active[0, end] = group
                    end += 1
        desk.end[0, q] = end


@compiled
def lost_by(losing: Losing, desk: Desk, plan: Ints) -> float:
    """Say what a plan loses."""
    desk.chosen[:] = plan
    desk.taken[0] = np.uint64(0)
    total = 0.0
    for q in range(len(plan)):
        total += losing.loss[plan[q]]
        desk.taken[0] |= losing.mask[plan[q]]
    return float(total + left_out(losing, desk, 0))


@compiled
def repack(losing: Losing, desk: Desk, plan: Ints, state: Bits, moves: int, branches: int) -> float:
    """Choose some groups anew, so many times; the plan never gets worse.

    Args:
        plan: Shape P; groups by project. It is changed in place.
        branches: Most for one choice.

    Returns:
        What the plan loses.
    """
    linked, lost, held = np.empty(MOST_LINKED, np.int64), lost_by(losing, desk, plan), holders(losing, plan)
    for _ in range(moves):
        many = FEWEST_LINKED + int(luck(state) * (MOST_LINKED - FEWEST_LINKED + 1))
        size = link(losing, held, state, linked, many)
        open_some(losing, desk, linked, size, plan)
        found, _left = lose_least(losing, desk, lost, branches)
        if found < lost:
            lost = found
            plan[:] = desk.best
            held[:] = holders(losing, plan)
    return lost


def rows_of_plan(losing: Losing, columns_of: dict[int, int]) -> Ints:
    """Find the rows of known groups by project; the choice of no group for the others."""
    plan = np.zeros(len(losing.first) - 1, np.int64)
    for p in range(len(plan)):
        own = losing.column[losing.first[p] : losing.first[p + 1]]
        plan[p] = losing.first[p] + int(np.flatnonzero(own == columns_of.get(p, NOT_LISTED))[0])
    return plan
