"""In which order do equals stand in a list, so that nobody is always first?"""

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def rotated(equals: Sequence[Thing], turn: int) -> tuple[Thing, ...]:
    """Let everybody stand first in turn: two turns in a row never show the same order of two or more.

    Args:
        equals: Things that are worth the same, in any order that stays.
        turn: How often such a list was shown before.
    """
    start = turn % len(equals) if equals else 0
    return (*equals[start:], *equals[:start])
