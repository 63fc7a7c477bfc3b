"""What do agreements need from outside: each group's own copy, and the texts it was asked about?"""

from collections.abc import Sequence
from typing import Protocol

from core.contract.versions import Version
from core.exchange.agreements import Agreement
from core.ids import AgreementId, GroupId, LinkId


class Agreements(Protocol):
    """Each group's own copies of its agreements with other groups."""

    async def get(self, agreement: AgreementId, group: GroupId) -> Agreement | None:
        """Return a group's copy."""
        ...

    async def put(self, group: GroupId, agreement: Agreement) -> None: ...

    async def of(self, group: GroupId) -> Sequence[Agreement]:
        """List a group's copies of all that have not ended."""
        ...

    async def on(self, link: LinkId) -> Sequence[tuple[GroupId, Agreement]]:
        """List all copies kept here of what has not ended on a link."""
        ...

    async def text(self, agreement: AgreementId, group: GroupId, number: int) -> Version | None:
        """Return a group's own copy of a text, agreed by its own members or still before them."""
        ...

    async def put_text(self, agreement: AgreementId, version: Version) -> None: ...
