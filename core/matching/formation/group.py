"""Which group is the best for one project, given a price for everybody?

Branch and bound, seat by seat: each open seat takes the next candidate in order of score less price, or stays
empty. A branch ends when even the best people for the seats left, with all hours kept, could not beat the best.
"""

from typing import Any

import numpy as np

from core.matching.formation.board import Board, Ints, Rows
from core.matching.formation.branch import (
    COVER,
    DEAD,
    FEWEST,
    IMPOSSIBLE,
    LIKING,
    MOST,
    SEATS,
    Scratch,
    bit,
    bound,
    deal,
    hours_value,
    order_seats,
    price_cover,
    row_has,
    sum_up,
)
from core.matching.formation.circle import circle_cover
from core.matching.formation.compiled import compiled


@compiled
def seat_one(board: Board, level: Rows, at: int, number: int, gain: float) -> bool:
    """Try to add one candidate at a level; False when they cannot sit with those above."""
    entry, here, below = board.entry[number], level[at], level[at + 1]
    below.languages = here.languages & entry.languages
    below.week0, below.week1, below.week2 = here.week0 & entry.week0, here.week1 & entry.week1, here.week2 & entry.week2
    if below.languages == np.uint64(0):
        return False
    rows, added = board.person[entry.person], gain - entry.liking
    for above in range(at):
        if level[above].chosen < 0:
            continue
        other = board.entry[level[above].chosen].person
        if other == entry.person or row_has(board.block, rows.block, rows.block_end, other):
            return False
        for like in range(rows.like, rows.like_end):
            added += LIKING if board.like[like] == other else 0.0
    here.chosen, below.score, below.count = number, here.score + added, here.count + 1
    return True


@compiled
def seat_nobody(level: Rows, at: int) -> None:
    """Leave the seat of a level empty."""
    here, below = level[at], level[at + 1]
    below.week0, below.week1, below.week2 = here.week0, here.week1, here.week2
    below.languages, below.score, below.count = here.languages, here.score, here.count
    here.chosen = -1


@compiled
def begin(project: Any, level: Rows) -> None:
    """Put those already seated at the top."""
    top = level[0]
    top.week0, top.week1, top.week2 = project.week0, project.week1, project.week2
    top.languages, top.score, top.count, top.place = project.languages, project.score, project.count, 0


@compiled
def worth(board: Board, p: int, level: Rows, at: int) -> float:
    """Value the group chosen above a level, prices taken off; impossible if it may not meet."""
    count, hours = level[at].count, hours_value(level[at])
    if count < FEWEST or hours < 0:
        return IMPOSSIBLE
    project = board.project[p]
    if project.wanted == 0:
        cover = circle_cover(board, p, level, at)
    else:
        cover = (project.filled + count - project.count) / project.wanted
    return float(level[at].score + count * (COVER * cover + hours))


@compiled
def step(board: Board, p: int, room: Scratch, at: int, best: float) -> float:
    """Try the next candidate of a level, or its empty seat.

    Returns:
        Value of the group so far; IMPOSSIBLE when it is not one yet; DEAD when this branch ends here.
    """
    level, sums, here = room.level, room.sums, room.level[at]
    place, hours = here.place, hours_value(here)
    here.place += 1
    if place == here.length:
        seat_nobody(level, at)
        return IMPOSSIBLE if bound(sums, at + 1, here.count, here.score, hours) > best else DEAD
    gain, number = room.dealt[here.seat, place].gain, room.dealt[here.seat, place].entry
    if here.count >= MOST or bound(sums, at + 1, here.count + 1, here.score + gain, hours) <= best:
        here.place = here.length
        return DEAD
    if not seat_one(board, level, at, number, gain):
        return DEAD
    below = level[at + 1]
    hours = hours_value(below)
    if hours < 0 or bound(sums, at + 1, below.count, below.score, hours) <= best:
        return DEAD
    return worth(board, p, level, at + 1)


@compiled
def descend(twin: np.uint64, level: Rows, at: int) -> None:
    """Open the next level; among seats of the same role people come in order, so no group is met twice."""
    above, here = level[at - 1], level[at]
    here.place = 0
    if here.seat == above.seat + 1 and bit(twin, here.seat):
        here.place = here.length if above.chosen < 0 else above.place


@compiled
def lay_out(board: Board, p: int, room: Scratch, size: int, width: int) -> None:
    """Prepare the search for one project."""
    project = board.project[p]
    seats = project.seats
    length = room.seats[:seats]
    length[:] = 0
    deal(board.entry, room.raw, size, room.dealt, length, width)
    order_seats(room.level, length)
    sum_up(room.level, room.dealt, room.sums, seats)
    price_cover(project, room.sums[SEATS + 1])
    begin(project, room.level)


@compiled
def keep(level: Rows, at: int, best: Ints) -> None:
    """Remember the chosen entries by seat."""
    best[:] = -1
    for above in range(at):
        best[level[above].seat] = level[above].chosen


@compiled
def best_group(board: Board, p: int, room: Scratch, size: int, floor: float, width: int, limit: int) -> float:
    """Find the best group among the first so many candidates in room.raw.

    Args:
        floor: Only a group above this value counts.
        width: Longest list per seat; shorter is faster and no longer exact.
        limit: Most branches to try; the search is exact when it did not run out.

    Returns:
        Value less prices, or the floor when nothing is above it; the group is in room.best.
    """
    lay_out(board, p, room, size, width)
    seats, twin, level = board.project[p].seats, board.project[p].twin, room.level
    room.best[:] = -1
    best, at = max(floor, worth(board, p, level, 0)), 0
    while at >= 0 and limit > 0:
        if at >= seats or level[at].place > level[at].length:
            at -= 1
            continue
        limit -= 1
        found = step(board, p, room, at, best)
        if found > best:
            best = found
            keep(level, at + 1, room.best)
        if found > DEAD:
            at += 1
            if at < seats:
                descend(twin, level, at)
    room.left[0] = limit
    return best


@compiled
def value_of(board: Board, p: int, room: Scratch, seats: Ints) -> float:
    """Value the group of a project given its entries by seat; impossible when it may not meet."""
    begin(board.project[p], room.level)
    at = 0
    for s in range(board.project[p].seats):
        if seats[s] >= 0:
            entry = board.entry[seats[s]]
            if not seat_one(board, room.level, at, seats[s], entry.score + entry.liking):
                return IMPOSSIBLE
            at += 1
    return worth(board, p, room.level, at)


@compiled
def all_groups(board: Board, p: int, room: Scratch, size: int, floor: float, limit: int, found: Ints) -> int:
    """List every group above a floor, less prices, by seats; the same people may come in several orders.

    Args:
        found: Shape room x SEATS; filled from the top.

    Returns:
        How many; -1 when there are more than fit or more branches than the limit.
    """
    lay_out(board, p, room, size, size + 1)
    seats, twin, level, at, many = board.project[p].seats, board.project[p].twin, room.level, 0, 0
    while at >= 0:
        if at >= seats or level[at].place > level[at].length:
            at -= 1
            continue
        limit -= 1
        value = step(board, p, room, at, floor)
        if limit < 0 or many == len(found):
            return -1
        if value > floor:
            keep(level, at + 1, found[many])
            many += level[at].chosen >= 0
        if value > DEAD:
            at += 1
            if at < seats:
                descend(twin, level, at)
    return many
