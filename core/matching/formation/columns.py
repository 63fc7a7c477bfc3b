"""What can no plan of a market exceed, and which groups could the best plan hold?

Column generation over feasible groups: the linear program of set packing prices every person and project; exact
pricing finds, for each project, the group the prices value most; what all these could gain bounds every plan.

Source:
    C. Barnhart et al., Branch-and-price: column generation for solving huge integer programs (1998);
    P. Wentges, Weighted Dantzig-Wolfe decomposition (1997), for the smoothing of prices.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.matching.formation.board import Board, Floats, Ints, Plan
from core.matching.formation.branch import SEATS, Scratch, scratch_for
from core.matching.formation.compiled import compiled
from core.matching.formation.group import all_groups, best_group, value_of
from core.matching.formation.prices import offer

ENOUGH_BRANCHES = 100_000
SMOOTHING = 0.5
BRANCHES = 500_000


@dataclass(slots=True)
class Columns:
    """Groups met so far.

    Attributes:
        project, members, value, seats: One of each per group; members are rows of people, ascending.
        known: Which groups are there, so that none comes twice.
    """

    project: list[int] = field(default_factory=list)
    members: list[tuple[int, ...]] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    seats: list[Ints] = field(default_factory=list)
    known: set[tuple[int, tuple[int, ...]]] = field(default_factory=set)

    def add(self, board: Board, p: int, seats: Ints, value: float) -> bool:
        """Add a group by its entries; False when it is there already."""
        members = tuple(sorted(board.entry["person"][seats[seats >= 0]].tolist()))
        if (p, members) in self.known:
            return False
        self.known.add((p, members))
        self.project.append(p)
        self.members.append(members)
        self.value.append(value)
        self.seats.append(seats.copy())
        return True


@dataclass(frozen=True, slots=True)
class Bound:
    """What a market's plans can reach.

    Attributes:
        most: No plan is worth more; endless when it could not be worked out.
        price: Shape N; what each person is worth to others, at the bound.
        rent: Shape P; what each project could still gain at those prices.
        exact: Whether most is the value of the linear program, not only above it.
    """

    most: float
    price: Floats
    rent: Floats
    exact: bool


@compiled
def price_out(board: Board, room: Scratch, price: Floats, found: Ints, value: Floats, limit: int) -> Floats:
    """Find the group each project would choose at these prices; return its gain, endless where a search ran out.

    Args:
        found, value: Groups chosen at other prices, which save looking for worse ones; -1 and 0 for none. Changed in
            place.
    """
    rent = np.zeros(len(board.project))
    for p in range(len(board.project)):
        size, floor = offer(board, p, room, price), value[p]
        for s in range(board.project[p].seats):
            floor -= price[board.entry[found[p, s]].person] if found[p, s] >= 0 else 0.0
        rent[p] = best_group(board, p, room, size, max(0.0, floor), size + 1, limit)
        if rent[p] > max(0.0, floor):
            found[p] = room.best
            value[p] = value_of(board, p, room, found[p])
        elif floor <= 0.0:
            found[p], value[p] = -1, 0.0
        if room.left[0] == 0:
            rent[p] = np.inf
    return rent


def solve_prices(columns: Columns, people: int, projects: int) -> tuple[float, Floats]:
    """Solve the linear program over known groups; return its value and the price of every person and project."""
    from scipy.optimize import linprog  # noqa: PLC0415 - 40 MB, for small markets only

    matrix = incidence(columns, people, projects)
    solved = linprog(-np.array(columns.value), A_ub=matrix, b_ub=np.ones(people + projects), method="highs-ipm")
    return -float(solved.fun), np.maximum(0.0, -solved.ineqlin.marginals)


def incidence(columns: Columns, people: int, projects: int) -> Any:
    """Write which people and which project each group takes, as a sparse matrix."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - likewise

    rows = [row for p, members in zip(columns.project, columns.members, strict=True) for row in (*members, people + p)]
    sizes = [len(members) + 1 for members in columns.members]
    cells = np.repeat(np.arange(len(sizes)), sizes)
    return csr_matrix((np.ones(len(rows)), (rows, cells)), shape=(people + projects, len(sizes)))


def add_plan(board: Board, columns: Columns, plan: Plan) -> None:
    """Add the groups of a plan."""
    for p in np.flatnonzero(plan.value > 0.0).tolist():
        columns.add(board, p, plan.entry[p], float(plan.value[p]))


def find_bound(
    board: Board,
    columns: Columns,
    rounds: int,
    near: float = 1e-6,
    branches: int = ENOUGH_BRANCHES,
    begin: Floats | None = None,
    smoothing: float = SMOOTHING,
) -> Bound:
    """Raise prices until no group could gain by them, or the rounds are over.

    Args:
        columns: Groups to begin with; those met are added.
        branches: Most for one project's best group; where they run out there is no bound.
        near: Stop when the bound is so near the linear program, as a share of it.
        begin: Shape N; prices to begin near, where some are known.
        smoothing: How far prices stay with the best ones met; a large market wants more of it.
    """
    people, projects = len(board.person), len(board.project)
    room, found = scratch_for(board), np.full((projects, SEATS), -1, np.int64)
    best = Bound(np.inf, np.zeros(people), np.zeros(projects), False)
    value, centre = np.zeros(projects), np.zeros(people) if begin is None else begin
    mixed = 0.0 if begin is None else smoothing
    for _ in range(rounds):
        level, price = solve_prices(columns, people, projects) if columns.value else (0.0, np.zeros(people + projects))
        asked = mixed * centre + (1 - mixed) * price[:people]
        rent = price_out(board, room, asked, found, value, branches)
        if np.isinf(rent).any():
            return best
        most = float(asked.sum() + rent.sum())
        if most < best.most:
            best, centre = Bound(most, asked, rent, False), asked
        fresh = [columns.add(board, p, found[p], float(value[p])) for p in np.flatnonzero(rent > 1e-9).tolist()]
        if best.most - level <= near * max(1.0, level):
            return Bound(best.most, best.price, best.rent, True)
        mixed = smoothing if any(fresh) else mixed / 2
    return best


def list_columns(board: Board, bound: Bound, slack: float, room_for: int, branches: int = BRANCHES) -> Columns | None:
    """List every group whose reduced cost is within a slack.

    Args:
        branches: Most to look through for one project.

    Returns:
        None when there are too many, or too much to look through.
    """
    columns, room = Columns(), scratch_for(board)
    found = np.full((4 * room_for, SEATS), -1, np.int64)
    for p in range(len(board.project)):
        size = offer(board, p, room, bound.price)
        floor = float(bound.rent[p]) - slack - 1e-7
        many = all_groups(board, p, room, size, floor, branches, found)
        for seats in found[: max(0, many)]:
            columns.add(board, p, seats, value_of(board, p, room, seats))
        if many < 0 or len(columns.value) > room_for:
            return None
    return columns
