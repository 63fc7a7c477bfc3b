"""How are families of groups kept?"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select

from core.contract.promises import Promise
from core.groups.kin import Kin, KinHow
from core.ids import GroupId, PersonId, ProposalId, new_id
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import handed, kin, promises, sisters


class FamilyRows(Rows):
    """Implements `core.app.kin.ports.Family`."""

    async def put(self, one: Kin) -> None:
        """Keep that two groups are kin."""
        await self._put(kin, to_row(one, kin))

    async def of(self, group: GroupId) -> Sequence[Kin]:
        """List the kin of a group, eldest first."""
        question = select(kin).where(or_(kin.c.one == group, kin.c.other == group))
        rows = await self._all(question.order_by(kin.c.since, kin.c.one, kin.c.other))
        return [from_row(Kin, row) for row in rows]

    async def elder(self, group: GroupId) -> GroupId | None:
        """Return the group whose contract this one begins with, if any."""
        question = select(kin.c.one).where(kin.c.other == group, kin.c.how != KinHow.MERGE).order_by(kin.c.since)
        row = await self._first(question.limit(1))
        return GroupId(row["one"]) if row else None

    async def put_sister(self, proposal: ProposalId, elder: GroupId, until: datetime) -> None:
        """Note that a proposal gathers a sister of a group."""
        await self._put(sisters, {"proposal": proposal, "elder": elder, "until": until})

    async def first_asked(self, now: datetime) -> Collection[ProposalId]:
        """List the proposals that are shown only to those who waited, for now."""
        rows = await self._all(select(sisters.c.proposal).where(sisters.c.until > now))
        return frozenset(ProposalId(row["proposal"]) for row in rows)

    async def elder_of(self, proposal: ProposalId) -> GroupId | None:
        """Return whose sister a proposal gathers, if any."""
        row = await self._first(select(sisters.c.elder).where(sisters.c.proposal == proposal))
        return GroupId(row["elder"]) if row else None

    async def sisters_of(self, elder: GroupId) -> Sequence[ProposalId]:
        """List the proposals that were to become sisters of a group, oldest first."""
        question = select(sisters.c.proposal).where(sisters.c.elder == elder)
        rows = await self._all(question.order_by(sisters.c.until, sisters.c.proposal))
        return [ProposalId(row["proposal"]) for row in rows]

    async def hand(self, group: GroupId, giver: PersonId, taker: PersonId, at: datetime) -> None:
        """Note that someone took something over."""
        await self._put(handed, {"id": new_id(), "group": group, "giver": giver, "taker": taker, "at": at})

    async def handed(self, group: GroupId) -> Sequence[tuple[PersonId, PersonId]]:
        """List who handed something to whom."""
        rows = await self._all(select(handed).where(handed.c.group == group).order_by(handed.c.at, handed.c.id))
        return [(PersonId(row["giver"]), PersonId(row["taker"])) for row in rows]

    async def promised(self, group: GroupId) -> Sequence[Promise]:
        """List everything that was ever promised in a group, soonest due first."""
        question = select(promises).where(promises.c.group == group).order_by(promises.c.due, promises.c.id)
        return [from_row(Promise, row) for row in await self._all(question)]
