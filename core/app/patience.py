"""How long does an act wait for the database? As long as it takes."""

import asyncio
from collections.abc import Awaitable, Callable
from random import random
from typing import TypeVar

from core.errors import OutOfReach, TryAgain

Result = TypeVar("Result")

ATTEMPTS = 10
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 5.0
"""Seconds between two tries; each is shaken, so that two that met do not meet again."""


async def at_last(act: Callable[[], Awaitable[Result]]) -> Result:
    """Act; while the database cannot be asked, wait until it can: nothing that happened is given up for that.

    Raises:
        TryAgain: As `begun_anew`.
    """
    pause = _FIRST_PAUSE
    while True:
        try:
            return await begun_anew(act)
        except OutOfReach:
            await asyncio.sleep(pause * random())
            pause = min(pause * 2, _LONGEST_PAUSE)


async def begun_anew(act: Callable[[], Awaitable[Result]]) -> Result:
    """Act; where two transactions met, the one that gave way begins anew, each time a little later.

    Raises:
        OutOfReach: The database cannot be asked.
        TryAgain: They met ten times.
    """
    pause = _FIRST_PAUSE
    for _ in range(ATTEMPTS - 1):
        try:
            return await act()
        except OutOfReach:
            raise
        except TryAgain:
            await asyncio.sleep(pause * random())
            pause = min(pause * 2, _LONGEST_PAUSE)
    return await act()
