"""Which plan of a small market is the best there is, and can that be proven?

Column generation prices every person; then plans are looked for that lose next to nothing against the bound, then a
little more, and so on: the first that is found is the best. Where that takes too long, the groups listed so far are
put together as well as they can be.

Source:
    R. Baldacci, N. Christofides, A. Mingozzi, An exact algorithm for the vehicle routing problem based on the set
    partitioning formulation with additional cuts (2008): enumeration of columns within the gap.
"""

import math
from dataclasses import dataclass

import numpy as np

from core.matching.formation.board import Bits, Board, Floats, Ints, Plan
from core.matching.formation.branch import SEATS, Scratch, scratch_for
from core.matching.formation.columns import Bound, Columns, add_plan, find_bound, list_columns, price_out
from core.matching.formation.packing import NOT_LISTED, Losing, desk_for, lay_losses, lose_least, open_all
from core.matching.formation.prices import find_prices
from core.matching.formation.repacking import MOST_LINKED, repack, rows_of_plan
from core.matching.formation.search import anneal, empty_plan, fill, seat_group

NEAR = 1e-4
FIRST_SLACK, LEAST_SLACK, WIDEN = 64, 1e-3, 1.7
VARIED, SPREAD, VARIED_BRANCHES = 20, 0.5, 3_000
PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT = 40, 12, 100
REPACK_BRANCHES, REPACK_MOST = 2_000, 6_000
CHUNK, HOT, COLD = 200, 0.06, 0.01


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go for a proof.

    Attributes:
        rounds: Of column generation.
        columns: Most groups to choose among at once.
        branches: Most of one choice among all groups listed.
        moves: Of the search at the prices of the linear program, where the proof took too long.
        repacks: Choices among some of the groups, after it.
    """

    rounds: int = 150
    columns: int = 20_000
    branches: int = 100_000
    moves: int = 8_000
    repacks: int = 600


USUAL = Effort()


def perfect(board: Board, plan: Plan, effort: Effort, luck: Bits) -> tuple[Plan, float | None, bool]:
    """Replace a plan by a better one, by the best there is if it can be found and proven.

    Returns:
        The plan, what no plan can exceed if that is known, and whether the plan is proven to be the best.
    """
    columns, known = Columns(), float(plan.value.sum())
    add_plan(board, columns, plan)
    vary(board, columns, known, int(luck[0] >> np.uint64(1)))
    bound = find_bound(board, columns, effort.rounds, NEAR)
    if math.isinf(bound.most):
        return plan, None, False
    slack, gap = max(LEAST_SLACK, (bound.most - known) / FIRST_SLACK), bound.most - known
    surely, losing = 0.0, None
    while surely < gap - 1e-7:
        slack = min(slack, gap)
        close = list_columns(board, bound, slack, effort.columns)
        if close is None:
            break
        losing = lay_losses(close, bound, slack)
        desk = desk_for(losing, len(board.project))
        open_all(losing, desk)
        lost, left = lose_least(losing, desk, slack + 1e-7, effort.branches)
        if lost <= slack:
            plan = seated(board, close, losing, desk.best)
            gap = bound.most - float(plan.value.sum())
        if left < 0:
            break
        if lost <= slack:
            return plan, float(plan.value.sum()), True
        surely, slack = slack, slack * WIDEN
    if surely >= gap - 1e-7:
        return plan, float(plan.value.sum()), True
    plan = searched(board, plan, bound, effort.moves, luck)
    return better_packed(board, plan, columns, bound, effort, luck), bound.most - surely, False


def searched(board: Board, plan: Plan, bound: Bound, moves: int, luck: Bits) -> Plan:
    """Search again from the beginning, now that it is known what everybody is worth to others."""
    room, begun, best = scratch_for(board), empty_plan(board), empty_plan(board)
    fill(board, begun, room, bound.price, np.argsort(-bound.rent, kind="stable"), 1.0)
    chunks, heat = moves // CHUNK, np.zeros(2)
    for chunk in range(chunks):
        heat[:] = HOT * (COLD / HOT) ** (chunk / chunks)
        anneal(board, begun, best, room, bound.price, luck, CHUNK, heat)
    return best if best.value.sum() > plan.value.sum() else plan


def vary(board: Board, columns: Columns, known: float, seed: int) -> None:
    """Add the groups that projects would choose at prices near the estimated ones: they are many of the good ones."""
    room, luck = scratch_for(board), np.random.default_rng(seed)
    price = find_prices(board, room, np.zeros(len(board.person)), known, PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT)
    found, value = np.full((len(board.project), SEATS), -1, np.int64), np.zeros(len(board.project))
    for _ in range(VARIED):
        varied = price * luck.uniform(1 - SPREAD, 1 + SPREAD, len(price))
        add_choices(board, columns, room, varied, found, value)


def add_choices(board: Board, columns: Columns, room: Scratch, price: Floats, found: Ints, value: Floats) -> None:
    """Add the group each project would choose at these prices, where it is found soon."""
    gain = price_out(board, room, price, found, value, VARIED_BRANCHES)
    for p in np.flatnonzero((gain > 1e-9) & np.isfinite(gain)).tolist():
        columns.add(board, p, found[p], float(value[p]))


def better_packed(board: Board, plan: Plan, columns: Columns, bound: Bound, effort: Effort, luck: Bits) -> Plan:
    """Put known groups together as well as can be; the plan is never worse than before."""
    listed = _listed(board, bound, max(LEAST_SLACK, (bound.most - float(plan.value.sum())) / 2))
    for p, seats, value in zip(columns.project, columns.seats, columns.value, strict=True):
        listed.add(board, p, seats, value)
    add_plan(board, listed, plan)
    rows = {(p, members): at for at, (p, members) in enumerate(zip(listed.project, listed.members, strict=True))}
    own = {
        p: rows[p, tuple(sorted(board.entry["person"][seats[seats >= 0]].tolist()))]
        for p, seats in enumerate(plan.entry)
        if plan.value[p] > 0.0
    }
    losing = lay_losses(listed, bound, math.inf)
    groups = rows_of_plan(losing, own)
    repack(losing, desk_for(losing, MOST_LINKED), groups, luck, effort.repacks, REPACK_BRANCHES)
    found = seated(board, listed, losing, groups)
    return found if found.value.sum() > plan.value.sum() else plan


def _listed(board: Board, bound: Bound, slack: float) -> Columns:
    """List groups that lose little, not too many."""
    while slack > LEAST_SLACK:
        close = list_columns(board, bound, slack, REPACK_MOST)
        if close is not None:
            return close
        slack /= 2
    return Columns()


def seated(board: Board, columns: Columns, losing: Losing, groups: Ints) -> Plan:
    """Seat the groups of some rows."""
    plan = empty_plan(board)
    for row in groups.tolist():
        at = int(losing.column[row])
        if at != NOT_LISTED:
            seat_group(board, plan, columns.project[at], columns.seats[at], columns.value[at])
    return plan
