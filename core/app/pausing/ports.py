"""What does a pause need from outside?"""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.groups.pauses import Pause
from core.ids import GroupId, PersonId


class Pauses(Protocol):
    """Who is away from which group."""

    async def put(self, pause: Pause) -> None: ...

    async def end(self, group: GroupId, person: PersonId) -> None:
        """Forget a pause: its person is back."""
        ...

    async def of_group(self, group: GroupId) -> Sequence[Pause]:
        """List the pauses of a group, those that are over but whose person has not been told among them."""
        ...

    async def of_groups(self, groups: Collection[GroupId]) -> Sequence[Pause]:
        """List the pauses of many groups, as `of_group`."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Pause]:
        """List the pauses of a person."""
        ...
