"""How does a group that wants to become two part best?

Every split is looked at, so the answer is exact. What is kept is measured by average association: the ties inside each
half per member of it, so that three people at the edge are not simply cut off.

Source:
    J. Shi, J. Malik, Normalized cuts and image segmentation (2000), average association.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.constitution import FEWEST

MOST_PEOPLE = 14
MOST_SEATS = 7


@dataclass(frozen=True, slots=True)
class Split:
    """Two halves of a group, and which share of all ties stays inside them, 0 to 1."""

    ours: frozenset[str]
    theirs: frozenset[str]
    kept: float


def best_split(
    people: Sequence[str],
    ties: Mapping[tuple[str, str], float],
    brings: Mapping[str, Collection[str]] | None = None,
    needs: Sequence[str] = (),
) -> Split | None:
    """Split a group so that people stay with those they work with.

    Args:
        people: At most 14.
        ties: How much two people work together; both directions add up.
        brings: What each person could bring.
        needs: Seats each half must be able to fill, one person each; at most 7.

    Returns:
        The best split; the first person's half comes first. None when no split leaves both halves with 3 people who
        can fill the seats.

    Raises:
        ValueError: Too many people or seats.
    """
    if len(people) > MOST_PEOPLE or len(needs) > MOST_SEATS:
        raise ValueError(len(people), len(needs))
    order = sorted(people)
    inner = inside(order, ties)
    holds = holding([frozenset((brings or {}).get(person, ())) for person in order], needs)
    everybody = len(inner) - 1
    best, chosen = (-1.0, 0), 0
    for half in range(1, everybody, 2):
        size = half.bit_count()
        rest = len(order) - size
        if size < FEWEST or rest < FEWEST or not (holds[half] and holds[everybody ^ half]):
            continue
        found = (inner[half] / size + inner[everybody ^ half] / rest, -abs(size - rest))
        if found > best:
            best, chosen = found, half
    return _split(people, order, inner, chosen) if chosen else None


def _split(people: Sequence[str], order: Sequence[str], inner: Sequence[float], half: int) -> Split:
    one = frozenset(person for i, person in enumerate(order) if half >> i & 1)
    other = frozenset(order) - one
    ours, theirs = (one, other) if people[0] in one else (other, one)
    kept = inner[half] + inner[-1 - half]
    return Split(ours, theirs, kept / inner[-1] if inner[-1] else 1.0)


def inside(people: Sequence[str], ties: Mapping[tuple[str, str], float]) -> list[float]:
    """Add up the ties inside every subset; subset m holds person i when bit i of m is set."""
    inner = [0.0]
    for i, person in enumerate(people):
        pulls = [ties.get((person, other), 0.0) + ties.get((other, person), 0.0) for other in people[:i]]
        towards = [0.0]
        for pull in pulls:
            towards += [already + pull for already in towards]
        inner += [already + pull for already, pull in zip(inner, towards, strict=True)]
    return inner


def holding(brings: Sequence[Collection[str]], needs: Sequence[str]) -> list[bool]:
    """Say for every subset whether it can fill all seats, one person each.

    A subset is known by the sets of seats it can fill: bit t of its word is set when it can fill exactly the seats t.
    """
    without = [sum(1 << t for t in range(1 << len(needs)) if not t >> s & 1) for s in range(len(needs))]
    reach = [1]
    for roles in brings:
        seats = [s for s, role in enumerate(needs) if role in roles]
        reach += [_more(word, seats, without) for word in reach]
    full = (1 << len(needs)) - 1
    return [bool(word >> full & 1) for word in reach]


def _more(word: int, seats: Sequence[int], without: Sequence[int]) -> int:
    """Say what can be filled when one more person may take any of these seats."""
    more = word
    for s in seats:
        more |= (word & without[s]) << (1 << s)
    return more
