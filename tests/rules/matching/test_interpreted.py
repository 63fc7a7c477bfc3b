"""Is what is compiled what is written?"""

import asyncio
import os
import sys
from dataclasses import replace

from core.matching.formation.plan import by_moves, form
from core.matching.formation.proving import Effort
from core.matching.people import Project
from tests.rules.matching.markets import small_market

PROVEN = Effort(rounds=8, columns=200, branches=60, moves=200, repacks=3)
HURRIED = Effort(rounds=8, columns=200, branches=1, moves=200, repacks=3)
TRIED = (
    (small_market(3, people=9, projects=2), PROVEN),
    (small_market(7, people=9, projects=2), HURRIED),
    (replace(small_market(2, people=5), projects=(Project("circle", "p0"),)), PROVEN),
)
"""Small enough for Python to be done in two seconds each."""


def formed(at: int) -> str:
    """Form groups in one of the markets and write them down."""
    market, effort = TRIED[at]
    found = form(market, at, by_moves(200), effort=effort)
    return f"{found.value:.9f} {found.proven} {found.groups}"


async def test_python_forms_the_same_groups_as_machine_code() -> None:
    """Numbers that wrap around, ties and rounding are the same in both."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.rules.matching.interpreted", *map(str, range(len(TRIED)))),
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await process.communicate()

    assert printed.decode().splitlines() == [formed(at) for at in range(len(TRIED))]
