"""How are contracts kept, version by version?"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, select, tuple_

from core.contract.clauses import Clause
from core.contract.versions import Version
from core.ids import GroupId, VersionId
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import clauses, versions


class ContractRows(Rows):
    """Implements `core.app.ports.Contracts`."""

    async def get(self, version: VersionId) -> Version | None:
        """Return a version or a draft."""
        found = await self._find(select(versions).where(versions.c.id == version))
        return found[0] if found else None

    async def put(self, version: Version) -> None:
        """Keep a version with its lines."""
        await self._put(versions, to_row(version, versions))
        lines = [{**to_row(clause, clauses), "numbers": dict(clause.numbers)} for clause in version.clauses]
        await self._put_children(clauses, "version", version.id, lines)

    async def current(self, group: GroupId) -> Version | None:
        """Return the version that binds: the highest agreed number."""
        found = await self._find(_agreed(group).order_by(versions.c.number.desc()).limit(1))
        return found[0] if found else None

    async def current_of(self, some: Collection[GroupId]) -> Mapping[GroupId, Version]:
        """Return the version that binds each of many groups; those that have agreed on none are left out."""
        agreed = versions.c.group.in_(some), versions.c.agreed_at.is_not(None)
        newest = select(versions.c.group, func.max(versions.c.number)).where(*agreed).group_by(versions.c.group)
        binding = tuple_(versions.c.group, versions.c.number).in_(newest)
        return {one.group: one for one in await self._find(select(versions).where(*agreed, binding))}

    async def versions(self, group: GroupId) -> Sequence[Version]:
        """List all agreed versions, oldest first."""
        return await self._find(_agreed(group).order_by(versions.c.number))

    async def drop(self, version: VersionId) -> None:
        """Forget a draft that nobody needs any more; an agreed version stays."""
        draft = select(versions.c.id).where(versions.c.id == version, versions.c.agreed_at.is_(None))
        if (await self._connection.execute(draft)).first() is not None:
            await self._connection.execute(delete(clauses).where(clauses.c.version == version))
            await self._connection.execute(delete(versions).where(versions.c.id == version))

    async def _find(self, question: Select[Any]) -> Sequence[Version]:
        rows: Sequence[Columns] = await self._all(self._held(question, versions))
        lines = await self._children(clauses, "version", [row["id"] for row in rows])
        return [
            from_row(Version, row, clauses=tuple(from_row(Clause, line) for line in lines[row["id"]])) for row in rows
        ]


def _agreed(group: GroupId) -> Select[Any]:
    return select(versions).where(versions.c.group == group, versions.c.agreed_at.is_not(None))
