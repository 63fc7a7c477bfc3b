"""How much do the people of one group work together?

What they promised for the same days, what one took over from another, and the questions they answered alike.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import combinations

SIDE_BY_SIDE = timedelta(days=3)
PROMISED = 1.0
HANDED = 2.0
ALIKE = 0.5

Pair = tuple[str, str]


def ties(
    promised: Sequence[tuple[str, datetime]],
    handed: Sequence[Pair],
    answered: Sequence[Mapping[str, str]],
    likes: Mapping[Pair, float] | None = None,
) -> dict[Pair, float]:
    """Add up what ties each two people, in alphabetical order within a pair.

    Args:
        promised: Who promised something, and when it was due, aware UTC; two people who promised for days at most
            three apart worked side by side, once however often.
        handed: Who handed something to whom.
        answered: Of each round, what each person said; a round in which all said the same tells nothing.
        likes: What people said of one another, if they did.
    """
    found: defaultdict[Pair, float] = defaultdict(float)
    near = {
        _pair(one, other)
        for (one, due), (other, later) in combinations(promised, 2)
        if one != other and abs(due - later) <= SIDE_BY_SIDE
    }
    for pair in near:
        found[pair] += PROMISED
    for giver, taker in handed:
        if giver != taker:
            found[_pair(giver, taker)] += HANDED
    for voices in answered:
        if len(set(voices.values())) > 1:
            for one, other in combinations(sorted(voices), 2):
                found[one, other] += ALIKE if voices[one] == voices[other] else 0.0
    for (one, other), more in (likes or {}).items():
        found[_pair(one, other)] += more
    return {pair: weight for pair, weight in found.items() if weight}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
