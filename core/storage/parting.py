"""What goes back to whom when two who were one are two again?"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, select, update

from core.ids import JoiningId, PersonId
from core.storage.rows import Columns, Rows
from core.storage.tables import METADATA, electorate, joinings, members

PLACES = ("members", "electorate")
"""Tables that say who sits where; what else hangs on a group or a round goes back only to someone who sits there."""


class PartingRows(Rows):
    """Gives back what a joining moved."""

    async def part(self, joining: JoiningId) -> None:
        """Give back what a joining moved and what is still there; a second time changes nothing.

        Where two seats became one, or two voices, what was done there stays with the one: nobody speaks twice.
        """
        row = await self._first(select(joinings).where(joinings.c.id == joining))
        if row is None:
            return
        for moved in sorted(row["moved"], key=lambda one: one["table"] not in PLACES):
            table, key = METADATA.tables[moved["table"]], moved["key"]
            column = table.c[moved["column"]]
            still = and_(column == row["stays"], *(table.c[name] == value for name, value in key.items()))
            if await self._may_have_back(table, column, still, row["goes"], key):
                await self._connection.execute(update(table).where(still).values({column.name: row["goes"]}))
        await self._connection.execute(delete(joinings).where(joinings.c.id == joining))

    async def _may_have_back(
        self, table: Table, column: Column[Any], still: ColumnElement[bool], goes: PersonId, key: Mapping[str, str]
    ) -> bool:
        found = await self._first(select(table).where(still))
        return (
            found is not None and not await self._has(table, column, goes, key) and await self._sits(table, found, goes)
        )

    async def _sits(self, table: Table, row: Columns, goes: PersonId) -> bool:
        """Say whether the one who left sits where a row belongs; a row that belongs to no group is theirs anyway."""
        if table.name in PLACES:
            return True
        if table.name == "voices":
            where = (electorate.c.round == row["round"], electorate.c.person == goes)
            return await self._first(select(electorate.c.person).where(*where)) is not None
        if row.get("group") is None:
            return True
        where = (members.c.group == row["group"], members.c.person == goes)
        return await self._first(select(members.c.person).where(*where)) is not None

    async def _has(self, table: Table, column: Column[Any], goes: PersonId, key: Mapping[str, str]) -> bool:
        """Say whether the one who left has, by now, a row of their own where one would go back to."""
        if column.name not in key:
            return False
        theirs = {**key, column.name: goes}
        same = (table.c[name] == one for name, one in theirs.items())
        return (await self._first(select(table).where(*same))) is not None
