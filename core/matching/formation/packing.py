"""Which disjoint groups lose least against the bound, and is that the best there is?

At the prices of the linear program every group loses something: what its project could have gained more. People with a
price who stay without a seat lose their price. A plan is worth the bound less all its losses, so the best plan is the
one that loses least, and the search may end every branch that has lost too much already.

Source:
    W. Harvey, M. Ginsberg, Limited discrepancy search (1995); E. Balas, C. Ho, Set covering algorithms using cutting
    planes, heuristics, and subgradient optimization (1980): reduced costs fix what cannot be in a better plan.
"""

from typing import NamedTuple

import numpy as np

from core.matching.formation.board import Bits, Floats, Ints
from core.matching.formation.branch import bit
from core.matching.formation.columns import Bound, Columns
from core.matching.formation.compiled import compiled

EPSILON = 1e-9
NOT_LISTED = -1


class Losing(NamedTuple):
    """Groups to choose among, by project, those that lose least first; the choice of no group is among them.

    Attributes:
        first: Shape P + 1; where the groups of each project begin.
        mask: Shape C x words; bit i is set for the i-th person.
        loss: Shape C.
        column: Shape C; row in the list it was made of, NOT_LISTED for no group.
        price: Shape N.
        priced: Shape words; people with a price.
    """

    first: Ints
    mask: Bits
    loss: Floats
    column: Ints
    price: Floats
    priced: Bits


class Desk(NamedTuple):
    """Room to search in; D is one more than projects are decided at once.

    Attributes:
        active: Shape D x C; groups still possible at each depth, project by project.
        first, end: Shape D x P; where those of each project are.
        taken: Shape D x words; who has a seat.
        lost: Shape D; what the groups chosen so far lose.
        project, place: Shape D; what is decided at each depth, and how far.
        chosen, best: Shape P; groups of the plan in hand, and of the best.
    """

    active: Ints
    first: Ints
    end: Ints
    taken: Bits
    lost: Floats
    project: Ints
    place: Ints
    chosen: Ints
    best: Ints


def lay_losses(columns: Columns, bound: Bound, most: float) -> Losing:
    """Lay out the groups that lose no more than so much."""
    people, projects = len(bound.price), len(bound.rent)
    words = people // 64 + 1
    rows: list[list[tuple[float, int]]] = [[(float(bound.rent[p]), NOT_LISTED)] for p in range(projects)]
    for at, (p, members) in enumerate(zip(columns.project, columns.members, strict=True)):
        loss = float(bound.rent[p]) - columns.value[at] + float(bound.price[list(members)].sum())
        rows[p].append((max(0.0, loss), at))
    kept = [sorted(row for row in own if row[0] <= most + EPSILON) for own in rows]
    flat = [row for own in kept for row in own]
    mask = np.zeros((len(flat), words), np.uint64)
    for row, (_, at) in enumerate(flat):
        for who in columns.members[at] if at != NOT_LISTED else ():
            mask[row, who // 64] |= np.uint64(1 << who % 64)
    priced = np.zeros(words, np.uint64)
    for who in np.flatnonzero(bound.price > 0.0).tolist():
        priced[who // 64] |= np.uint64(1 << who % 64)
    return Losing(
        first=np.cumsum([0, *map(len, kept)]).astype(np.int64),
        mask=mask,
        loss=np.array([loss for loss, _ in flat], np.float64),
        column=np.array([at for _, at in flat], np.int64),
        price=bound.price,
        priced=priced,
    )


def desk_for(losing: Losing, undecided: int) -> Desk:
    """Make room to decide for so many projects at once."""
    projects, words, size = len(losing.first) - 1, losing.mask.shape[1], len(losing.loss)
    depths = undecided + 1
    return Desk(
        active=np.zeros((depths, max(1, size)), np.int64),
        first=np.zeros((depths, projects), np.int64),
        end=np.zeros((depths, projects), np.int64),
        taken=np.zeros((depths, words), np.uint64),
        lost=np.zeros(depths),
        project=np.full(depths, -1, np.int64),
        place=np.zeros(depths, np.int64),
        chosen=np.full(projects, -1, np.int64),
        best=np.full(projects, -1, np.int64),
    )


@compiled
def left_out(losing: Losing, desk: Desk, depth: int) -> float:
    """Say what people lose whom no group still possible has."""
    total = 0.0
    for word in range(len(losing.priced)):
        rest = losing.priced[word] & ~desk.taken[depth, word]
        if rest == np.uint64(0):
            continue
        for q in range(desk.first.shape[1]):
            if desk.chosen[q] < 0:
                for at in range(desk.first[depth, q], desk.end[depth, q]):
                    rest &= ~losing.mask[desk.active[depth, at], word]
        if rest:
            for place in range(64):
                total += losing.price[word * 64 + place] if bit(rest, place) else 0.0
    return float(total)


@compiled
def at_least(losing: Losing, desk: Desk, depth: int) -> float:
    """Say what every plan below must lose; endless when a project has no choice left."""
    total = desk.lost[depth] + left_out(losing, desk, depth)
    for q in range(desk.first.shape[1]):
        if desk.chosen[q] < 0:
            if desk.first[depth, q] == desk.end[depth, q]:
                return np.inf
            total += losing.loss[desk.active[depth, desk.first[depth, q]]]
    return float(total)


@compiled
def fix(losing: Losing, desk: Desk, depth: int, spare: float) -> None:
    """Leave out groups that lose more than the best of their project by more than can be spared."""
    for q in range(desk.first.shape[1]):
        first, end = desk.first[depth, q], desk.end[depth, q]
        if desk.chosen[q] < 0 and first < end:
            least = losing.loss[desk.active[depth, first]]
            while losing.loss[desk.active[depth, end - 1]] > least + spare:
                end -= 1
            desk.end[depth, q] = end


@compiled
def narrowest(desk: Desk, depth: int) -> int:
    """Name the undecided project with the fewest choices; -1 when all are decided."""
    chosen, fewest = -1, 1 << 60
    for q in range(desk.first.shape[1]):
        many = desk.end[depth, q] - desk.first[depth, q]
        if desk.chosen[q] < 0 and many < fewest:
            chosen, fewest = q, many
    return chosen


@compiled
def take(losing: Losing, desk: Desk, depth: int, group: int) -> None:
    """Choose a group, and keep what is possible beside it."""
    below, end = depth + 1, 0
    desk.lost[below] = desk.lost[depth] + losing.loss[group]
    desk.taken[below] = desk.taken[depth] | losing.mask[group]
    for q in range(desk.first.shape[1]):
        desk.first[below, q] = end
        if desk.chosen[q] < 0:
            for at in range(desk.first[depth, q], desk.end[depth, q]):
                other, free = desk.active[depth, at], True
                for word in range(losing.mask.shape[1]):
                    free &= (losing.mask[other, word] & losing.mask[group, word]) == np.uint64(0)
                if free:
                    desk.active[below, end] = other
                    end += 1
        desk.end[below, q] = end


@compiled
def look(losing: Losing, desk: Desk, depth: int, best: float) -> bool:
    """Look at what is left below; False when no plan there can be better."""
    least = at_least(losing, desk, depth)
    if least >= best - EPSILON:
        return False
    fix(losing, desk, depth, best - least)
    if at_least(losing, desk, depth) >= best - EPSILON:
        return False
    desk.project[depth] = narrowest(desk, depth)
    if desk.project[depth] >= 0:
        desk.place[depth] = desk.first[depth, desk.project[depth]]
    return True


@compiled
def lose_least(losing: Losing, desk: Desk, most: float, branches: int) -> tuple[float, int]:
    """Find the plan that loses least, if it loses less than so much.

    What desk.chosen holds stays as it is; depth 0 says what is possible beside it.

    Returns:
        What it loses, or `most` when there is none, and how many branches are left: -1 when the search did not come
        to its end. Groups are in desk.best.
    """
    best, depth = most, 0 if look(losing, desk, 0, most) else -1
    if depth == 0 and desk.project[0] < 0:
        desk.best[:] = desk.chosen
        return at_least(losing, desk, 0), branches
    while depth >= 0:
        q = desk.project[depth]
        desk.chosen[q] = -1
        if desk.place[depth] == desk.end[depth, q]:
            depth -= 1
            continue
        branches -= 1
        if branches < 0:
            break
        group = desk.active[depth, desk.place[depth]]
        desk.place[depth] += 1
        desk.chosen[q] = group
        take(losing, desk, depth, group)
        if look(losing, desk, depth + 1, best):
            if desk.project[depth + 1] >= 0:
                depth += 1
            else:
                best = at_least(losing, desk, depth + 1)
                desk.best[:] = desk.chosen
    return best, branches


@compiled
def open_all(losing: Losing, desk: Desk) -> None:
    """Let everything be possible."""
    desk.chosen[:] = -1
    desk.taken[0] = np.uint64(0)
    desk.lost[0] = 0.0
    for q in range(len(desk.chosen)):
        desk.first[0, q], desk.end[0, q] = losing.first[q], losing.first[q + 1]
    for at in range(len(losing.loss)):
        desk.active[0, at] = at
