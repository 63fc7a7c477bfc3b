"""What do links need from outside?"""

from collections.abc import Sequence
from typing import Protocol

from core.exchange.links import Link
from core.exchange.parties import Party
from core.ids import LinkId


class Links(Protocol):
    """Open lines between groups."""

    async def get(self, link: LinkId) -> Link | None: ...

    async def put(self, link: Link) -> None: ...

    async def of(self, side: Party) -> Sequence[Link]:
        """List the links on which a side has an end that it has not left, oldest first."""
        ...
