"""Can every member have a seat of their own?

Exact: maximum matching by augmenting paths; at most 8 members and a few dozen seats.

Source:
    H. W. Kuhn, The Hungarian method for the assignment problem (1955); without weights.
"""

from collections.abc import Collection, Sequence


def seat_everyone(brings: Sequence[Collection[str]], needs: Sequence[str]) -> list[int] | None:
    """Give each member a wanted seat that nobody else has.

    Args:
        brings: What each member could bring.
        needs: Wanted seats; a role wanted twice is there twice.

    Returns:
        Index of the seat for each member; None when someone would be left without one.
    """
    taken = most_seats(brings, needs)
    return None if None in taken else [seat for seat in taken if seat is not None]


def most_seats(brings: Sequence[Collection[str]], needs: Sequence[str]) -> list[int | None]:
    """Seat as many members as possible; the others get None."""
    holder: dict[int, int] = {}
    for member in range(len(brings)):
        _augment(member, brings, needs, holder, set())
    seats: list[int | None] = [None] * len(brings)
    for seat, member in holder.items():
        seats[member] = seat
    return seats


def _augment(
    member: int, brings: Sequence[Collection[str]], needs: Sequence[str], holder: dict[int, int], tried: set[int]
) -> bool:
    """Find a seat for one more member, moving earlier ones where that helps."""
    for seat, role in enumerate(needs):
        if role not in brings[member] or seat in tried:
            continue
        tried.add(seat)
        if seat not in holder or _augment(holder[seat], brings, needs, holder, tried):
            holder[seat] = member
            return True
    return False


def distinct_roles(brings: Sequence[Collection[str]]) -> list[str | None]:
    """Let each member bring one role, as many different ones as possible; the others get None."""
    roles = sorted(set().union(*brings)) if brings else []
    return [None if seat is None else roles[seat] for seat in most_seats(brings, roles)]
