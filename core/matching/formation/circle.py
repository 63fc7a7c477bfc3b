"""How many different roles does a circle bring?"""

import numpy as np

from core.matching.formation.board import Board, Ints, Rows
from core.matching.formation.compiled import compiled

MOST, ENOUGH = 7, 4
DEEP = 4 * MOST


@compiled
def find_role(board: Board, people: Ints, taken: Ints, tried: Ints, member: int) -> bool:
    """Find a role for one more member that nobody else brings; others may change theirs."""
    rows = board.person[people[member]]
    for at in range(rows.role, rows.role_end):
        role, holder = board.role[at], -1
        if (tried == role).any() or tried[-1] >= 0:
            continue
        for other in range(len(taken)):
            holder = other if taken[other] == role else holder
        for place in range(len(tried)):
            if tried[place] < 0:
                tried[place] = role
                break
        if holder < 0 or find_role(board, people, taken, tried, holder):
            taken[member] = role
            return True
    return False


@compiled
def circle_cover(board: Board, p: int, level: Rows, at: int) -> float:
    """Say how many different roles a circle brings, up to four."""
    people = np.empty(MOST + 1, np.int64)
    size = 0
    for seat in range(board.project[p].seated, board.project[p].seated_end):
        people[size] = board.seated[seat]
        size += 1
    for above in range(at):
        if level[above].chosen >= 0:
            people[size] = board.entry[level[above].chosen].person
            size += 1
    taken, different = np.full(size, -1, np.int64), 0
    for member in range(size):
        different += find_role(board, people[:size], taken, np.full(DEEP, -1, np.int64), member)
    return min(1.0, different / min(size, ENOUGH))
