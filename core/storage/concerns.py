"""How are concerns kept, with the neighbours who may be asked about them?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from core.contract.concerns import Advice, Concern
from core.ids import ConcernId, GroupId, PersonId
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import advice, advisers, concerns, members


class ConcernRows(Rows):
    """Implements `core.app.concerns.ports.Concerns`."""

    async def get(self, concern: ConcernId) -> Concern | None:
        """Return a concern."""
        row = await self._first(self._held(select(concerns).where(concerns.c.id == concern), concerns))
        return from_row(Concern, row) if row else None

    async def put(self, concern: Concern) -> None:
        """Keep a concern."""
        await self._put(concerns, to_row(concern, concerns))

    async def advice(self, concern: ConcernId) -> Sequence[Advice]:
        """List who was asked for advice, in the order of the lot."""
        question = self._held(select(advice).where(advice.c.concern == concern), advice).order_by(advice.c.place)
        return [from_row(Advice, row) for row in await self._all(question)]

    async def put_advice(self, given: Advice) -> None:
        """Keep what a neighbour was asked, and said."""
        await self._put(advice, to_row(given, advice))

    async def offer_advice(self, person: PersonId, now: datetime) -> None:
        """Note that someone may be asked for advice."""
        await self._put(advisers, {"person": person, "since": now})

    async def stop_advice(self, person: PersonId) -> None:
        """Note that someone would rather not be asked any more."""
        await self._connection.execute(delete(advisers).where(advisers.c.person == person))

    async def gives_advice(self, person: PersonId) -> bool:
        """Say whether someone may be asked for advice."""
        return await self._first(select(advisers).where(advisers.c.person == person)) is not None

    async def advisers(self, without: Sequence[GroupId]) -> Sequence[PersonId]:
        """List who may be asked and sits in a group, but in none of these."""
        tied = select(members.c.person).where(members.c.group.in_(without))
        seated = select(members.c.person).where(members.c.left.is_(None))
        question = select(advisers.c.person).where(advisers.c.person.in_(seated), advisers.c.person.not_in(tied))
        return [row["person"] for row in await self._all(question.order_by(advisers.c.person))]

    async def groups_sharing_members(self, group: GroupId) -> Sequence[GroupId]:
        """List the groups in which someone sits who sits or sat in this one, itself among them."""
        ours = select(members.c.person).where(members.c.group == group)
        question = select(members.c.group).where(members.c.person.in_(ours), members.c.left.is_(None)).distinct()
        found = [row["group"] for row in await self._all(question)]
        return found if group in found else [*found, group]
