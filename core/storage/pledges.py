"""How are pledges kept, with who would do it if?"""

from collections.abc import Sequence

from sqlalchemy import func, select

from core.groups.pledges import Pledge, PledgeStage, Yes
from core.ids import PersonId, PledgeId
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import pledged, pledges


class PledgeRows(Rows):
    """Implements `core.app.pledges.ports.Pledges`."""

    async def get(self, pledge: PledgeId) -> Pledge | None:
        """Return a pledge."""
        row = await self._first(self._held(select(pledges).where(pledges.c.id == pledge), pledges))
        if row is None:
            return None
        said = (await self._children(pledged, "pledge", [row["id"]]))[row["id"]]
        return from_row(Pledge, row, place=row["place_of"], yes=tuple(from_row(Yes, one) for one in said))

    async def put(self, pledge: Pledge) -> None:
        """Keep a pledge; whoever is no longer in it is erased."""
        await self._put(pledges, {**to_row(pledge, pledges), "place_of": pledge.place})
        said = [to_row(one, pledged) for one in pledge.yes]
        await self._put_children(pledged, "pledge", pledge.id, said)

    async def asked_by(self, person: PersonId) -> Sequence[Pledge]:
        """List the open pledges a person asks for, oldest first."""
        question = select(pledges.c.id).where(pledges.c.proposer == person, pledges.c.stage == PledgeStage.OPEN)
        ids = (await self._connection.execute(question.order_by(pledges.c.created, pledges.c.id))).scalars().all()
        return [one for name in ids if (one := await self.get(PledgeId(name))) is not None]

    async def open_of(self, person: PersonId) -> int:
        """Count the pledges a person asks for that are open."""
        question = select(func.count()).where(pledges.c.proposer == person, pledges.c.stage == PledgeStage.OPEN)
        return int((await self._connection.execute(question)).scalar_one())
