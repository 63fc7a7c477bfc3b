"""Which groups should be formed now?

Seats are filled greedily at estimated prices, improved by annealed ruin and recreate, and, in small markets, proven.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.matching.formation.board import Bits, Plan
from core.matching.formation.branch import SEATS, Scratch, scratch_for
from core.matching.formation.columns import ENOUGH_BRANCHES, price_out
from core.matching.formation.group import value_of
from core.matching.formation.laying import Table, lay
from core.matching.formation.prices import find_prices
from core.matching.formation.proving import USUAL, Effort, perfect
from core.matching.formation.search import anneal, empty_plan, fill, seat_group
from core.matching.objective import value
from core.matching.people import Group, Market, Seat
from core.matching.seats import distinct_roles

Budget = Callable[[], Iterable[float]]

CHUNK = 200
HOT, WARM, COLD = 0.12, 0.05, 0.03
PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT = 15, 12, 100
PROVABLE_PEOPLE, PROVABLE_ENTRIES = 400, 6_000
MOVES_PER_PROJECT = 300
FEWEST_MOVES = 4_000


@dataclass(frozen=True, slots=True)
class Formed:
    """Groups, and how sure we are of them.

    Attributes:
        value: Objective of the groups, without what only steers the search.
        bound: No plan is worth more by what the search steers by; None when it was not worked out.
        proven: No plan is better.
    """

    groups: tuple[Group, ...]
    value: float
    bound: float | None
    proven: bool


def by_moves(moves: int) -> Budget:
    """Spend so many moves, however long they take."""
    chunks = max(1, moves // CHUNK)
    return lambda: (chunk / chunks for chunk in range(chunks))


def in_a_row(budgets: Sequence[Budget]) -> Budget:
    """Spend several budgets as one, so that a search cools once."""
    return lambda: ((at + spent) / len(budgets) for at, budget in enumerate(budgets) for spent in budget())


def usual_budget(market: Market) -> Budget:
    """Spend what is usually enough for .995 of the bound."""
    return by_moves(max(FEWEST_MOVES, MOVES_PER_PROJECT * len(market.projects)))


def at_most(each: float) -> Callable[[Market], Budget]:
    """Spend what is usual, but no more than so many moves for each project once these are many."""

    def budget(market: Market) -> Budget:
        moves = max(FEWEST_MOVES, MOVES_PER_PROJECT * len(market.projects))
        return by_moves(round(moves * min(1.0, each / MOVES_PER_PROJECT)))

    return budget


def form(
    market: Market,
    seed: int,
    budget: Budget | None = None,
    bonus: Mapping[str, float] | None = None,
    begin: Iterable[Group] = (),
    effort: Effort | None = USUAL,
) -> Formed:
    """Form groups in one market of at most a few thousand people.

    Args:
        budget: How much of it is spent before each chunk of moves, 0 to 1.
        bonus: Extra value of seating a person, by id.
        begin: Groups to begin with, of the same market.
        effort: How far to go for a proof where the market is small enough; None for not at all.
    """
    table = lay(market, bonus)
    if not len(table.board.project):
        return Formed((), 0.0, 0.0, True)
    best = search(table, seed, budget or usual_budget(market), begin)
    bound, proven = None, False
    small = len(market.people) <= PROVABLE_PEOPLE and len(table.board.entry) <= PROVABLE_ENTRIES
    if effort and small:
        best, bound, proven = perfect(table.board, best, effort, luck_of(seed))
    groups = read(table, best)
    return Formed(groups, sum(group.value for group in groups), bound, proven)


def luck_of(seed: int) -> Bits:
    """Begin a row of random numbers."""
    return np.array([(seed * 2 + 1) * 0x9E3779B97F4A7C15 & (1 << 64) - 1], np.uint64)


def search(table: Table, seed: int, budget: Budget, begin: Iterable[Group] = ()) -> Plan:
    """Fill seats at estimated prices, then improve."""
    board, room = table.board, scratch_for(table.board)
    plan, best = empty_plan(board), empty_plan(board)
    luck = luck_of(seed)
    hot = WARM if seat_known(table, plan, room, begin) else HOT
    price, order = np.zeros(len(board.person)), np.arange(len(board.project))
    known = fill(board, plan, room, price, order, 0.0)
    price = find_prices(board, room, price, known, PRICE_STEPS, PRICE_WIDTH, PRICE_LIMIT)
    heat = np.zeros(2)
    for spent in budget():
        heat[:] = hot * (COLD / hot) ** spent
        anneal(board, plan, best, room, price, luck, CHUNK, heat)
    return best if best.value.sum() >= plan.value.sum() else plan


def seat_known(table: Table, plan: Plan, room: Scratch, groups: Iterable[Group]) -> int:
    """Seat groups that are known already; return how many."""
    numbers = {project.id: p for p, project in enumerate(table.facts.projects)}
    board, known = table.board, 0
    for known, group in enumerate(groups, 1):  # noqa: B007 - returned after the loop
        p = numbers[group.project]
        seats = np.full(SEATS, -1, np.int64)
        rows = board.entry[board.project["first"][p] : board.project["last"][p]]["person"]
        roles: list[str | None] = list(table.starts[p].roles)
        for seat in group.seats:
            at = int(np.searchsorted(rows, table.facts.number[seat.person]))
            if at < len(rows) and rows[at] == table.facts.number[seat.person]:
                place = roles.index(seat.role if table.facts.projects[p].needs else "")
                seats[place], roles[place] = board.project["first"][p] + at, None
        seat_group(board, plan, p, seats, value_of(board, p, room, seats))
    return known


def read(table: Table, plan: Plan) -> tuple[Group, ...]:
    """Read a plan back as groups with seats."""
    return tuple(_group(table, plan, p) for p in np.flatnonzero(plan.value > 0.0).tolist())


def _group(table: Table, plan: Plan, p: int) -> Group:
    facts, start = table.facts, table.starts[p]
    project, firm = facts.projects[p], facts.firm.get(facts.projects[p].id)
    known = {seat.person: seat.role for seat in firm.seats} if firm else {}
    seats = [Seat(facts.people[who].id, known.get(facts.people[who].id)) for who in start.seated]
    for role, entry in zip(start.roles, plan.entry[p].tolist(), strict=False):
        if entry >= 0:
            seats.append(Seat(facts.people[table.board.entry[entry]["person"]].id, role or None))
    members = [facts.people[facts.number[seat.person]] for seat in seats]
    if not project.needs:
        brought = distinct_roles([person.roles for person in members])
        seats = [Seat(seat.person, role) for seat, role in zip(seats, brought, strict=True)]
        seats[0] = Seat(seats[0].person)
    return Group(project.id, tuple(seats), value(project, members))


def lagrangian(table: Table, known: float, steps: int = 60) -> float:
    """Say what no plan of a larger market can exceed, by prices that need not be the best ones.

    Args:
        known: Value of a plan.

    Returns:
        Endless when a search ran out of branches.
    """
    board, room = table.board, scratch_for(table.board)
    price = find_prices(board, room, np.zeros(len(board.person)), known, steps, PRICE_WIDTH, PRICE_LIMIT)
    found, worth = np.full((len(board.project), SEATS), -1, np.int64), np.zeros(len(board.project))
    rent = price_out(board, room, price, found, worth, ENOUGH_BRANCHES * 20)
    return float(price.sum() + rent.sum())
