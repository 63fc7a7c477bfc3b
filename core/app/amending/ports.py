"""What does the history of a contract need from outside?"""

from collections.abc import Sequence
from typing import Protocol

from core.contract.history import Event
from core.ids import GroupId


class Histories(Protocol):
    """What happened to contracts, in order."""

    async def add(self, events: Sequence[Event]) -> None:
        """Write down what happened, after all that happened to that contract before; nothing is ever changed."""
        ...

    async def of(self, group: GroupId) -> Sequence[Event]:
        """List what happened, oldest first."""
        ...

    async def origin(self, group: GroupId) -> GroupId | None:
        """Return the group from which this one was formed anew, whose history it keeps too."""
        ...

    async def set_origin(self, group: GroupId, origin: GroupId) -> None: ...
