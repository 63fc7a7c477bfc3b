"""How is kept what members promised?"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from core.contract.promises import Promise, PromiseStage
from core.ids import GroupId, PromiseId
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import promises

_UNFINISHED = (PromiseStage.OPEN, PromiseStage.LOOKING)


class PromiseRows(Rows):
    """Implements `core.app.ports.Promises`."""

    async def get(self, promise: PromiseId) -> Promise | None:
        """Return a promise."""
        return (await self.get_all((promise,))).get(promise)

    async def get_all(self, some: Collection[PromiseId]) -> Mapping[PromiseId, Promise]:
        """Return many promises at once; those that are not there are left out."""
        question = self._held(select(promises).where(promises.c.id.in_(some)), promises)
        return {row["id"]: from_row(Promise, row) for row in await self._all(question)}

    async def put(self, promise: Promise) -> None:
        """Keep a promise."""
        await self._put(promises, to_row(promise, promises))

    async def unfinished(self, group: GroupId) -> Sequence[Promise]:
        """List the open and the looking ones, soonest due first."""
        question = select(promises).where(promises.c.group == group, promises.c.stage.in_(_UNFINISHED))
        rows = await self._all(self._held(question, promises).order_by(promises.c.due, promises.c.id))
        return [from_row(Promise, row) for row in rows]
