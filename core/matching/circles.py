"""Around whom could new groups begin, when nobody proposed anything?

Around those who waited longest, one for each handful of people who seek the same, share hours and a language. Whoever
begins a circle has no right that others lack; somebody's topic has to give the group its name.
"""

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from core.matching.formation.cutting import parts_of
from core.matching.formation.facts import WORD, topics_of
from core.matching.objective import FEWEST_HOURS
from core.matching.people import Market, Person
from core.matching.reasons import NEAR_TOPIC

HANDFUL = 4
FEWEST_OTHERS = 2
AT_ONCE = 3_000
"""More would be millions of pairs at once: they are cut into parts by language and topic, another way each time."""

Flags = npt.NDArray[np.bool_]


def looked_at_together(people: Sequence[Person], turn: int) -> list[list[Person]]:
    """Part people who seek something into as many as can be compared with one another at once.

    Args:
        turn: Of several tries; the next one cuts another way, so that whom one has parted the next may bring together.
    """
    seeking = sorted((one for one in people if len(one.topic)), key=lambda one: one.id)
    if len(seeking) <= AT_ONCE:
        return [seeking]
    parts = parts_of(Market(tuple(seeking), ()), range(len(seeking)), topics_of(seeking), turn)
    return [[seeking[row] for row in part] for part in parts]


def begin_circles(people: Sequence[Person], turn: int, resting: Collection[str] = ()) -> list[str]:
    """Choose around whom to begin; everybody in one group will have to seek what it is about.

    Args:
        people: Everybody who is free and looked at together.
        turn: Of several tries in one plan: the next one begins around others.
        resting: People who declined to begin; they may still come to others.
    """
    seeking = sorted((one for one in people if len(one.topic)), key=lambda one: (-one.wait_days, one.id))
    if len(seeking) <= FEWEST_OTHERS:
        return []
    vectors = topics_of(seeking)
    near = vectors @ vectors.T
    fits = _suits(seeking) & (near >= NEAR_TOPIC)
    np.fill_diagonal(fits, False)
    free = np.ones(len(seeking), bool)
    begun: list[str] = []
    for at in [*range(turn, len(seeking)), *range(min(turn, len(seeking)))]:
        others = np.flatnonzero(fits[at] & free)
        if not free[at] or seeking[at].id in resting or len(others) < FEWEST_OTHERS:
            continue
        closest = others[np.argsort(-near[at, others], kind="stable")][:HANDFUL]
        free[closest] = free[at] = False
        begun.append(seeking[at].id)
    return begun


def _suits(people: Sequence[Person]) -> Flags:
    """Say for every pair whether it shares a language and two hours, and is not to be kept apart."""
    rows = [[one.hours & WORD, one.hours >> 64 & WORD, one.hours >> 128] for one in people]
    weeks = np.array(rows, np.uint64)
    hours = sum(np.bitwise_count(weeks[:, None, part] & weeks[None, :, part]).astype(np.int16) for part in range(3))
    spoken = {code: at for at, code in enumerate(sorted({code for one in people for code in one.languages}))}
    speaks = np.zeros((len(people), len(spoken)), np.float32)
    for row, one in enumerate(people):
        speaks[row, [spoken[code] for code in one.languages]] = 1.0
    suits: Flags = (hours >= FEWEST_HOURS) & (speaks @ speaks.T > 0)
    number = {one.id: at for at, one in enumerate(people)}
    for row, one in enumerate(people):
        for other in one.blocks:
            if other in number:
                suits[row, number[other]] = suits[number[other], row] = False
    return suits
