"""Which group is the best for one project, given a price for everybody?

Branch and bound, seat by seat: each open seat takes the next candidate in order of score less price, or stays
empty. A branch ends when even the best people for the seats left, with all hours kept, could not beat the best.
"""

from typing import Any, NamedTuple

import numpy as np

from core.matching.formation.board import Board, Floats, Ints, Rows
from core.matching.formation.circle import circle_cover
from core.matching.formation.compiled import compiled

MOST = 7
FEWEST = 3
SEATS = 32
COVER, HOURS, LIKING = 0.30, 0.20, 0.10
NARROW = 24
IMPOSSIBLE, DEAD = -1e9, -3e9
CANDIDATE = np.dtype([("entry", "i8"), ("gain", "f8")])
LEVEL = np.dtype(
    [(name, "i8") for name in ("seat", "length", "place", "chosen", "count")]
    + [(name, "u8") for name in ("week0", "week1", "week2", "languages")]
    + [("score", "f8")]
)


class Scratch(NamedTuple):
    """Room to search in, made once; L is the longest list of candidates.

    Attributes:
        raw: Shape L; candidates with their gains, as the caller wrote them.
        dealt: Shape SEATS x L; candidates of each seat, the best first.
        level: Shape SEATS+1. seat: which open seat is filled here, the scarcest first; length: of its list; place:
            where we are in it; chosen: entry taken, -1 for none; week, languages, score, count: before this level.
        sums: Shape SEATS+2 x MOST+1; the most that k more people could bring from each level on; the last row is the
            value of the seats filled in a group of n, the most a circle could reach.
        best: Shape SEATS; entry by seat of the best group found.
        seats: Shape SEATS; a copy of best to work with.
    """

    raw: Rows
    dealt: Rows
    level: Rows
    sums: Floats
    best: Ints
    seats: Ints


def scratch_for(board: Board) -> Scratch:
    """Make room for the longest list of this board."""
    longest = int(np.max(board.project["last"] - board.project["first"], initial=0)) + 1
    return Scratch(
        raw=np.zeros(longest, CANDIDATE),
        dealt=np.zeros((SEATS, longest), CANDIDATE),
        level=np.zeros(SEATS + 1, LEVEL),
        sums=np.zeros((SEATS + 2, MOST + 1)),
        best=np.zeros(SEATS, np.int64),
        seats=np.zeros(SEATS, np.int64),
    )


@compiled
def ones(word: np.uint64) -> int:
    """Count the bits of one word."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def hours_value(level: Any) -> float:
    """Value the common hours for one member; below zero when two are not left."""
    common = ones(level.week0) + ones(level.week1) + ones(level.week2)
    return HOURS * min(1.0, common / 6.0) if common >= 2 else -1.0


@compiled
def bit(word: np.uint64, place: int) -> bool:
    """Say whether one bit of a word is set."""
    return (word >> np.uint64(place)) & np.uint64(1) != np.uint64(0)


@compiled
def row_has(values: Ints, low: int, end: int, value: int) -> bool:
    """Look a value up in one ascending row."""
    high = end
    while low < high:
        middle = (low + high) >> 1
        if values[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low < end and values[low] == value


@compiled
def sort_down(raw: Rows, size: int) -> None:
    """Sort candidates by gain, the highest first; equal ones by entry, so that order never depends on luck.

    Source:
        D. L. Shell, A high-speed sorting procedure (1959); gaps of M. Ciura (2001).
    """
    for gap in (701, 301, 132, 57, 23, 10, 4, 1):
        for i in range(gap, size):
            gain, entry, j = raw[i].gain, raw[i].entry, i - gap
            while j >= 0 and (raw[j].gain < gain or (raw[j].gain == gain and raw[j].entry > entry)):
                raw[j + gap].gain, raw[j + gap].entry = raw[j].gain, raw[j].entry
                j -= gap
            raw[j + gap].gain, raw[j + gap].entry = gain, entry


@compiled
def rank(row: Rows, length: int, width: int, entry: int, gain: float) -> int:
    """Put a candidate in its place among the best of one seat; return how many there are now."""
    if length == width and row[width - 1].gain >= gain:
        return length
    j = min(length, width - 1)
    while j > 0 and row[j - 1].gain < gain:
        row[j].entry, row[j].gain = row[j - 1].entry, row[j - 1].gain
        j -= 1
    row[j].entry, row[j].gain = entry, gain
    return min(length + 1, width)


@compiled
def deal(entry: Rows, raw: Rows, size: int, dealt: Rows, length: Ints, width: int) -> None:
    """Deal candidates to the seats they could take, the best first, at most so many each."""
    if width > NARROW:
        sort_down(raw, size)
    for at in range(size):
        number, gain = raw[at].entry, raw[at].gain
        mask = entry[number].seats
        for s in range(len(length)):
            if bit(mask, s):
                length[s] = rank(dealt[s], length[s], width, number, gain)


@compiled
def order_seats(level: Rows, length: Ints) -> None:
    """Fill the scarcest seat first."""
    for s in range(len(length)):
        j = s
        while j > 0 and level[j - 1].length > length[s]:
            level[j].seat, level[j].length = level[j - 1].seat, level[j - 1].length
            j -= 1
        level[j].seat, level[j].length = s, length[s]


@compiled
def sum_up(level: Rows, dealt: Rows, sums: Floats, seats: int) -> None:
    """Work out, from each level on, the most that k more people could bring."""
    sums[seats, 0] = 0.0
    sums[seats, 1:] = IMPOSSIBLE
    for at in range(seats - 1, -1, -1):
        top = dealt[level[at].seat, 0].gain if level[at].length else IMPOSSIBLE
        sums[at, 0] = 0.0
        for k in range(1, MOST + 1):
            sums[at, k] = max(sums[at + 1, k], sums[at + 1, k - 1] + top)


@compiled
def price_cover(project: Any, cover: Floats) -> None:
    """Value the seats filled by size of group; a circle may fill them all."""
    for n in range(MOST + 1):
        filled = project.filled + n - project.count
        cover[n] = n * COVER * (filled / project.wanted if project.wanted else 1.0)


@compiled
def bound(sums: Floats, at: int, count: int, score: float, hours: float) -> float:
    """Say the most a group could reach that has so many people and may fill the seats from a level on."""
    best, cover = IMPOSSIBLE, sums.shape[0] - 1
    for n in range(max(count, FEWEST), MOST + 1):
        more = sums[at, n - count]
        if more < IMPOSSIBLE / 2:
            break
        best = max(best, more + sums[cover, n] + n * hours)
    return score + best


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
        return level[at].score + count * (COVER * circle_cover(board, p, level, at) + hours)
    return level[at].score + count * (COVER * (project.filled + count - project.count) / project.wanted + hours)


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
