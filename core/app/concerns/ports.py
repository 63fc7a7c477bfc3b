"""What do concerns need from outside?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.contract.concerns import Advice, Concern
from core.ids import ConcernId, GroupId, PersonId


class Concerns(Protocol):
    """Concerns, and the neighbours who may be asked."""

    async def get(self, concern: ConcernId) -> Concern | None: ...

    async def put(self, concern: Concern) -> None: ...

    async def advice(self, concern: ConcernId) -> Sequence[Advice]:
        """List who was asked for advice, in the order of the lot."""
        ...

    async def put_advice(self, advice: Advice) -> None: ...

    async def offer_advice(self, person: PersonId, now: datetime) -> None:
        """Note that someone may be asked for advice by groups they have no ties with."""
        ...

    async def stop_advice(self, person: PersonId) -> None: ...

    async def gives_advice(self, person: PersonId) -> bool: ...

    async def advisers(self, without: Sequence[GroupId]) -> Sequence[PersonId]:
        """List who may be asked and sits in a group, but in none of these."""
        ...

    async def groups_sharing_members(self, group: GroupId) -> Sequence[GroupId]:
        """List the groups in which someone sits who sits or sat in this one, itself among them."""
        ...
