"""How are contracts kept, version by version?"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import bindparam, delete, func, select, tuple_

from core.contract.clauses import Clause
from core.contract.versions import Version
from core.ids import GroupId, VersionId
from core.storage.rows import THESE, Columns, Question, Rows, from_row, to_row
from core.storage.tables import clauses, versions

_VERSION = Question(select(versions).where(versions.c.id == bindparam("is")), versions)
_AGREED = select(versions).where(versions.c.group == bindparam("of"), versions.c.agreed_at.is_not(None))
_BINDING = Question(_AGREED.order_by(versions.c.number.desc()).limit(1), versions)
_ALL_AGREED = Question(_AGREED.order_by(versions.c.number), versions)
_OF_THESE = versions.c.group.in_(THESE), versions.c.agreed_at.is_not(None)
_BINDING_OF_THESE = Question(
    select(versions).where(
        *_OF_THESE,
        tuple_(versions.c.group, versions.c.number).in_(
            select(versions.c.group, func.max(versions.c.number)).where(*_OF_THESE).group_by(versions.c.group)
        ),
    ),
    versions,
)


class ContractRows(Rows):
    """Implements `core.app.ports.Contracts`."""

    async def get(self, version: VersionId) -> Version | None:
        """Return a version or a draft."""
        found = await self._find(_VERSION, {"is": version})
        return found[0] if found else None

    async def put(self, version: Version) -> None:
        """Keep a version with its lines."""
        await self._put(versions, to_row(version, versions))
        lines = [{**to_row(clause, clauses), "numbers": dict(clause.numbers)} for clause in version.clauses]
        await self._put_children(clauses, "version", version.id, lines)

    async def current(self, group: GroupId) -> Version | None:
        """Return the version that binds: the highest agreed number."""
        found = await self._find(_BINDING, {"of": group})
        return found[0] if found else None

    async def current_of(self, some: Collection[GroupId]) -> Mapping[GroupId, Version]:
        """Return the version that binds each of many groups; those that have agreed on none are left out."""
        return {one.group: one for one in await self._find(_BINDING_OF_THESE, {"these": list(some)})}

    async def versions(self, group: GroupId) -> Sequence[Version]:
        """List all agreed versions, oldest first."""
        return await self._find(_ALL_AGREED, {"of": group})

    async def drop(self, version: VersionId) -> None:
        """Forget a draft that nobody needs any more; an agreed version stays."""
        draft = select(versions.c.id).where(versions.c.id == version, versions.c.agreed_at.is_(None))
        if (await self._connection.execute(draft)).first() is not None:
            await self._connection.execute(delete(clauses).where(clauses.c.version == version))
            await self._connection.execute(delete(versions).where(versions.c.id == version))

    async def _find(self, question: Question, values: Columns) -> Sequence[Version]:
        rows = await self._all(question, values)
        lines = await self._children(clauses, "version", [row["id"] for row in rows])
        return [
            from_row(Version, row, clauses=tuple(from_row(Clause, line) for line in lines[row["id"]])) for row in rows
        ]
