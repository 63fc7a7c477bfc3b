"""What do families of groups need from outside?"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from core.contract.promises import Promise
from core.groups.kin import Kin
from core.ids import GroupId, PersonId, ProposalId


class Family(Protocol):
    """Who is kin to whom, and what people handed to one another."""

    async def put(self, kin: Kin) -> None: ...

    async def of(self, group: GroupId) -> Sequence[Kin]:
        """List the kin of a group, eldest first."""
        ...

    async def elder(self, group: GroupId) -> GroupId | None:
        """Return the group whose contract this one begins with, if any."""
        ...

    async def put_sister(self, proposal: ProposalId, elder: GroupId, until: datetime) -> None:
        """Note that a proposal gathers a sister of a group.

        Args:
            proposal: Which.
            elder: Whose sister.
            until: Until when it is shown only to those who waited, aware UTC.
        """
        ...

    async def first_asked(self, now: datetime) -> Collection[ProposalId]:
        """List the proposals that are shown only to those who waited, for now."""
        ...

    async def elder_of(self, proposal: ProposalId) -> GroupId | None:
        """Return whose sister a proposal gathers, if any."""
        ...

    async def sisters_of(self, elder: GroupId) -> Sequence[ProposalId]:
        """List the proposals that were to become sisters of a group, oldest first."""
        ...

    async def hand(self, group: GroupId, giver: PersonId, taker: PersonId, at: datetime) -> None:
        """Note that someone took something over."""
        ...

    async def handed(self, group: GroupId) -> Sequence[tuple[PersonId, PersonId]]:
        """List who handed something to whom."""
        ...

    async def promised(self, group: GroupId) -> Sequence[Promise]:
        """List everything that was ever promised in a group, soonest due first."""
        ...
