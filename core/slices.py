"""How is a long list gone through without others waiting for its end?"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

A_SLICE = 100


def slices(items: Sequence[Item], size: int = A_SLICE) -> Iterator[Sequence[Item]]:
    """Cut a list into parts of so many, in order; whoever awaits between them lets others have their turn."""
    return (items[begin : begin + size] for begin in range(0, len(items), size))
