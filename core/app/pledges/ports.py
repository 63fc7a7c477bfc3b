"""What do pledges need from outside?"""

from collections.abc import Sequence
from typing import Protocol

from core.groups.pledges import Pledge
from core.ids import PersonId, PledgeId


class Pledges(Protocol):
    """One-time actions, and who would do them if."""

    async def get(self, pledge: PledgeId) -> Pledge | None: ...

    async def put(self, pledge: Pledge) -> None:
        """Keep a pledge; whoever is no longer in it is erased."""
        ...

    async def asked_by(self, person: PersonId) -> Sequence[Pledge]:
        """List the open pledges a person asks for, oldest first."""
        ...

    async def open_of(self, person: PersonId) -> int:
        """Count the pledges a person asks for that are open."""
        ...
