"""What is a seat with somebody worth to all the projects that want them?

Subgradient steps on the Lagrangian of set packing: each project chooses its best group at today's prices; whoever is
chosen more than once gets dearer, whoever is not chosen gets cheaper.

Source:
    M. Held, P. Wolfe, H. Crowder, Validation of subgradient optimization (1974); step of B. Polyak (1969).
"""

import numpy as np

from core.matching.formation.board import Board, Floats, Ints
from core.matching.formation.branch import Scratch
from core.matching.formation.compiled import compiled
from core.matching.formation.group import best_group


@compiled
def offer(board: Board, p: int, room: Scratch, price: Floats) -> int:
    """Write down everybody a project could have, at a price; return how many."""
    size = 0
    for number in range(board.project[p].first, board.project[p].last):
        glance = board.glance[number]
        room.raw[size].entry = number
        room.raw[size].gain = glance.gain - price[glance.person]
        size += 1
    return size


@compiled
def demand(board: Board, room: Scratch, price: Floats, wanted: Ints, width: int, limit: int) -> float:
    """Let each project choose at these prices; count who is wanted how often.

    Returns:
        Prices and what projects gain above them: no plan is worth more, if the search was exact.
    """
    wanted[:] = 0
    total = float(price.sum())
    for p in range(len(board.project)):
        size = offer(board, p, room, price)
        total += best_group(board, p, room, size, 0.0, width, limit)
        for s in range(board.project[p].seats):
            if room.best[s] >= 0:
                wanted[board.entry[room.best[s]].person] += 1
    return total


@compiled
def find_prices(board: Board, room: Scratch, price: Floats, value: float, steps: int, width: int, limit: int) -> Floats:
    """Improve prices by so many steps.

    Args:
        value: Of a plan already known; steps are measured by the distance to it.

    Returns:
        The prices with the lowest bound met.
    """
    wanted = np.zeros(len(price), np.int64)
    best, lowest, stride, stale = price.copy(), np.inf, 1.0, 0
    for _ in range(steps):
        most = demand(board, room, price, wanted, width, limit)
        stale += 1
        if most < lowest - 1e-4 * abs(lowest):
            stale = 0
        if most < lowest:
            lowest = most
            best[:] = price
        if stale >= 4:
            stride, stale = stride * 0.6, 0
            price[:] = best
        length = 0.0
        for i in range(len(price)):
            slope = wanted[i] - 1.0
            length += slope * slope if slope > 0.0 or price[i] > 0.0 else 0.0
        if length == 0.0:
            return best
        pace = stride * max(most - value, 1e-3 * abs(most)) / length
        for i in range(len(price)):
            price[i] = max(0.0, price[i] + pace * (wanted[i] - 1.0))
    return best
