"""What must one project know before its best group is searched, and what could a branch still reach?"""

from typing import Any, NamedTuple

import numpy as np

from core.matching.formation.board import Board, Floats, Ints, Rows
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
        seats: Shape SEATS; lengths of lists while they are dealt.
        left: Shape 1; branches left after a search, 0 when it ran out and may not be exact.
    """

    raw: Rows
    dealt: Rows
    level: Rows
    sums: Floats
    best: Ints
    seats: Ints
    left: Ints


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
        left=np.zeros(1, np.int64),
    )


@compiled
def ones(word: Any) -> Any:
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
def bit(word: Any, place: int) -> Any:
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
    return bool(low < end and values[low] == value)


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
