"""What can no plan of a market exceed, worked out with all the time it needs? Other benchmarks give shares of this."""

import math
from typing import NamedTuple

import numpy as np

from core.matching.formation.branch import scratch_for
from core.matching.formation.columns import Bound, Columns, add_plan, find_bound, incidence, list_columns
from core.matching.formation.laying import Table, lay
from core.matching.formation.plan import Formed, by_moves, form, lagrangian, seat_known
from core.matching.formation.prices import find_prices
from core.matching.formation.proving import Effort
from core.matching.formation.search import empty_plan
from core.matching.people import Market

SMALL = 400
ROUNDS, BRANCHES, SMOOTHING = 100, 20_000_000, 0.8
PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT, LOOSE_STEPS = 150, 12, 100, 300
LISTED, LISTING, PROGRAM_SECONDS = 60_000, 20_000_000, 60.0
LONG = Effort(moves=20_000, repacks=1_500)


class Ceiling(NamedTuple):
    """What no plan exceeds, and whether there is a plan that reaches it."""

    most: float
    reached: bool


def ceiling(market: Market, formed: Formed) -> Ceiling:
    """Work out the lowest ceiling that can be had in a minute or three.

    The linear program of all groups, by column generation begun at Lagrangian prices; in a small market then HiGHS'
    integer program over every group within the gap. Where column generation does not end: Lagrangian prices alone.

    Args:
        formed: A plan of this market.
    """
    if formed.proven:
        return Ceiling(formed.value, True)
    table, small = lay(market), len(market.people) <= SMALL
    bound = _linear(table, formed, 1e-5 if small else 3e-4)
    if math.isinf(bound.most):
        return Ceiling(lagrangian(table, formed.value, LOOSE_STEPS), False)
    if not small:
        return Ceiling(bound.most, False)
    longer = form(market, 1, by_moves(LONG.moves), effort=LONG)
    return _integer(table, max(formed.value, longer.value), bound)


def _linear(table: Table, formed: Formed, near: float) -> Bound:
    board, room, columns = table.board, scratch_for(table.board), Columns()
    plan = empty_plan(board)
    seat_known(table, plan, room, formed.groups)
    add_plan(board, columns, plan)
    nothing = np.zeros(len(board.person))
    begin = find_prices(board, room, nothing, formed.value, PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT)
    return find_bound(board, columns, ROUNDS, near, BRANCHES, begin, SMOOTHING)


def _integer(table: Table, known: float, bound: Bound) -> Ceiling:
    """Choose among all groups within the gap: a plan better than the one known can hold no other."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    close = list_columns(table.board, bound, bound.most - known + 1e-6, LISTED, LISTING)
    if close is None:
        return Ceiling(bound.most, False)
    rows = incidence(close, len(table.board.person), len(table.board.project))
    solved = milp(
        -np.array(close.value),
        constraints=LinearConstraint(rows, -np.inf, 1),
        integrality=np.ones(len(close.value)),
        bounds=Bounds(0, 1),
        options={"time_limit": PROGRAM_SECONDS, "mip_rel_gap": 1e-6},
    )
    if solved.mip_dual_bound is None:
        return Ceiling(bound.most, False)
    return Ceiling(min(bound.most, max(known, -float(solved.mip_dual_bound))), solved.status == 0)
