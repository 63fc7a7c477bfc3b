"""How is kept who is away from which group?"""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, delete, select

from core.groups.pauses import Pause
from core.ids import GroupId, PersonId
from core.storage.rows import THESE, Rows, from_row, to_row
from core.storage.tables import pauses

_OF_PERSON = select(pauses).where(pauses.c.person == bindparam("is")).order_by(pauses.c.since)

_OF_GROUPS = select(pauses).where(pauses.c.group.in_(THESE)).order_by(pauses.c.since)


class PauseRows(Rows):
    """Implements `core.app.pausing.ports.Pauses`."""

    async def put(self, pause: Pause) -> None:
        """Keep a pause."""
        await self._put(pauses, to_row(pause, pauses))

    async def end(self, group: GroupId, person: PersonId) -> None:
        """Forget a pause: its person is back."""
        gone = delete(pauses).where(pauses.c.group == group, pauses.c.person == person)
        await self._connection.execute(gone)

    async def of_group(self, group: GroupId) -> Sequence[Pause]:
        """List the pauses of a group."""
        return await self.of_groups((group,))

    async def of_groups(self, groups: Collection[GroupId]) -> Sequence[Pause]:
        """List the pauses of many groups."""
        rows = await self._all(_OF_GROUPS, {"these": list(groups)})
        return [from_row(Pause, row) for row in rows]

    async def of_person(self, person: PersonId) -> Sequence[Pause]:
        """List the pauses of a person."""
        rows = await self._all(_OF_PERSON, {"is": person})
        return [from_row(Pause, row) for row in rows]
