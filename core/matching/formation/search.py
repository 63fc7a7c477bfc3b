"""How does a plan get better, move by move?

Ruin and recreate: a few linked projects give up their groups, and each is solved again as well as it can be, with a
price on everybody so that the first does not take whom another needs more. A worse plan is sometimes kept,
less often as the search cools.

Source:
    G. Schrimpf et al., Record breaking optimization results using the ruin and recreate principle (2000);
    S. Kirkpatrick et al., Optimization by simulated annealing (1983); S. Vigna, xorshift64* (2014).
"""

import numpy as np

from core.matching.formation.board import Bits, Board, Floats, Ints, Plan
from core.matching.formation.branch import SEATS, Scratch
from core.matching.formation.compiled import compiled
from core.matching.formation.group import best_group, value_of

WIDTH = 12
LIMIT = 150
MOST_LINKED = 4


def empty_plan(board: Board) -> Plan:
    """Seat nobody but those already seated."""
    projects, people = len(board.project), len(board.person)
    plan = Plan(np.full((projects, SEATS), -1, np.int64), np.zeros(projects), np.full(people, -1, np.int64))
    plan.holder[board.seated] = -2
    return plan


@compiled
def luck(state: Bits) -> float:
    """Draw the next number in 0..1; the state is one word, never zero."""
    x = state[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    state[0] = x
    return np.float64((x * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(11)) / 9007199254740992.0


@compiled
def clear(board: Board, plan: Plan, p: int) -> None:
    """Take a group apart; those already seated stay."""
    for s in range(board.project[p].seats):
        if plan.entry[p, s] >= 0:
            plan.holder[board.entry[plan.entry[p, s]].person] = -1
            plan.entry[p, s] = -1
    plan.value[p] = 0.0


@compiled
def seat_group(board: Board, plan: Plan, p: int, seats: Ints, value: float) -> None:
    """Seat a group by entries; its people must be free."""
    for s in range(board.project[p].seats):
        plan.entry[p, s] = seats[s]
        if seats[s] >= 0:
            plan.holder[board.entry[seats[s]].person] = p
    plan.value[p] = value


@compiled
def solve(
    board: Board, plan: Plan, p: int, room: Scratch, price: Floats, share: float, width: int, limit: int
) -> float:
    """Give a project without a group its best one among free people.

    Args:
        share: How much of everybody's price counts.

    Returns:
        Value of the group, 0 for none.
    """
    size = 0
    for number in range(board.project[p].first, board.project[p].last):
        glance = board.glance[number]
        if plan.holder[glance.person] == -1:
            room.raw[size].entry = number
            room.raw[size].gain = glance.gain - share * price[glance.person]
            size += 1
    if best_group(board, p, room, size, 0.0, width, limit) <= 0.0:
        return 0.0
    value = value_of(board, p, room, room.best)
    seat_group(board, plan, p, room.best, value)
    return value


@compiled
def robbing(board: Board, plan: Plan, p: int, room: Scratch, price: Floats, share: float, fee: float) -> float:
    """Find the best group of a project among everybody; who sits elsewhere costs a fee. Nobody is seated yet."""
    size = 0
    for number in range(board.project[p].first, board.project[p].last):
        glance = board.glance[number]
        room.raw[size].entry = number
        room.raw[size].gain = glance.gain - share * price[glance.person]
        room.raw[size].gain -= fee if plan.holder[glance.person] >= 0 else 0.0
        size += 1
    return best_group(board, p, room, size, -4.0, WIDTH, LIMIT)


@compiled
def link_robbed(board: Board, plan: Plan, p: int, room: Scratch, linked: Ints) -> int:
    """List the project and those it would take people from; 0 when there are too many."""
    linked[0], size = p, 1
    for s in range(board.project[p].seats):
        if room.best[s] < 0:
            continue
        q = plan.holder[board.entry[room.best[s]].person]
        if q >= 0 and not (linked[:size] == q).any():
            if size == MOST_LINKED:
                return 0
            linked[size] = q
            size += 1
    return size


@compiled
def link_near(board: Board, plan: Plan, p: int, state: Bits, linked: Ints) -> int:
    """List the project and up to three others that want the same people."""
    linked[0], size = p, 1
    tries = 1 + int(luck(state) * 4)
    first, entries = board.project[p].first, board.project[p].last - board.project[p].first
    for _ in range(tries if entries else 0):
        person = board.entry[first + int(luck(state) * entries)].person
        q = plan.holder[person]
        if q < 0:
            rows = board.person[person]
            q = board.entry[board.home[rows.home + int(luck(state) * (rows.home_end - rows.home))]].project
        if size < MOST_LINKED and not (linked[:size] == q).any():
            linked[size] = q
            size += 1
    return size


@compiled
def shuffle(linked: Ints, begin: int, end: int, state: Bits) -> None:
    """Put part of a list in random order."""
    for i in range(end - 1, begin, -1):
        j = begin + int(luck(state) * (i + 1 - begin))
        linked[i], linked[j] = linked[j], linked[i]


@compiled
def save(plan: Plan, linked: Ints, size: int, kept: Ints, worth: Floats) -> float:
    """Remember linked groups; return what they are worth together."""
    total = 0.0
    for i in range(size):
        kept[i] = plan.entry[linked[i]]
        worth[i] = plan.value[linked[i]]
        total += worth[i]
    return total


@compiled
def restore(board: Board, plan: Plan, linked: Ints, size: int, kept: Ints, worth: Floats) -> None:
    """Put remembered groups back."""
    for i in range(size):
        clear(board, plan, linked[i])
    for i in range(size):
        seat_group(board, plan, linked[i], kept[i], worth[i])


@compiled
def rob(board: Board, plan: Plan, p: int, room: Scratch, linked: Ints, size: int) -> float:
    """Take linked groups apart and seat the group that was found for the first of them."""
    for i in range(size):
        clear(board, plan, linked[i])
    value = value_of(board, p, room, room.best)
    seat_group(board, plan, p, room.best, value)
    return value


@compiled
def move(
    board: Board, plan: Plan, p: int, room: Scratch, price: Floats, state: Bits, heat: float, kept: Ints, worth: Floats
) -> float:
    """Try one move around a project; return what it changed, 0 when it was taken back."""
    linked = np.empty(MOST_LINKED, np.int64)
    share, robbed, after = luck(state) * 1.2, 0, 0.0
    if luck(state) < 0.5:
        found = robbing(board, plan, p, room, price, share, luck(state) * 0.6)
        size = link_robbed(board, plan, p, room, linked) if found > -4.0 else 0
        robbed = 1 if size else 0
    else:
        size = link_near(board, plan, p, state, linked)
    shuffle(linked, robbed, size, state)
    before = save(plan, linked, size, kept, worth)
    if robbed:
        after = rob(board, plan, p, room, linked, size)
    else:
        for i in range(size):
            clear(board, plan, linked[i])
    for i in range(robbed, size):
        after += solve(board, plan, linked[i], room, price, share, WIDTH, LIMIT)
    if after >= before + heat * np.log(max(1e-12, luck(state))):
        return after - before
    restore(board, plan, linked, size, kept, worth)
    return 0.0


@compiled
def fill(board: Board, plan: Plan, room: Scratch, price: Floats, order: Ints, share: float) -> float:
    """Solve projects without a group one after the other; return what they are worth together."""
    total = 0.0
    for p in order:
        total += plan.value[p] if plan.value[p] > 0.0 else solve(board, plan, p, room, price, share, WIDTH, LIMIT)
    return total


@compiled
def anneal(
    board: Board, plan: Plan, best: Plan, room: Scratch, price: Floats, state: Bits, moves: int, heat: Floats
) -> float:
    """Make so many moves, cooling from heat[0] to heat[1]; the best plan met is kept in best.

    Returns:
        Value of the best plan.
    """
    kept, worth = np.empty((MOST_LINKED, SEATS), np.int64), np.empty(MOST_LINKED)
    total, top = plan.value.sum(), best.value.sum()
    for at in range(moves):
        now = heat[0] * (heat[1] / heat[0]) ** (at / moves)
        total += move(board, plan, int(luck(state) * len(plan.value)), room, price, state, now, kept, worth)
        if total > top + 1e-9:
            top = total
            best.entry[:] = plan.entry
            best.value[:] = plan.value
            best.holder[:] = plan.holder
    return float(best.value.sum())
