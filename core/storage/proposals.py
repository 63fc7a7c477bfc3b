"""How are open projects kept, with their seats and who waits?"""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from core.constitution import Size
from core.groups.proposal import Proposal, ProposalStage, Seat, Waiting
from core.ids import PersonId, ProposalId
from core.storage.rows import Columns, Question, Rows, from_row, to_row
from core.storage.tables import proposal_waiting, proposals, seats

GATHERING = (ProposalStage.OPEN, ProposalStage.STARTING)

_PROPOSAL = Question(select(proposals).where(proposals.c.id == bindparam("is")), proposals)
_SEATS_OF = (
    select(func.count())
    .select_from(seats.join(proposals, proposals.c.id == seats.c.proposal))
    .where(seats.c.person == bindparam("is"), proposals.c.stage.in_(GATHERING))
)


class ProposalRows(Rows):
    """Implements `core.app.ports.Proposals`."""

    async def get(self, proposal: ProposalId) -> Proposal | None:
        """Return a proposal."""
        found = await self._read(await self._all(_PROPOSAL, {"is": proposal}))
        return found[0] if found else None

    async def put(self, proposal: Proposal) -> None:
        """Keep a proposal with all that belongs to it."""
        size = {"fewest": proposal.size.fewest, "most": proposal.size.most}
        await self._put(proposals, {**to_row(proposal, proposals), **size})
        sitting = [to_row(seat, seats) for seat in proposal.seats]
        await self._put_children(seats, "proposal", proposal.id, sitting)
        standing = [to_row(one, proposal_waiting) for one in proposal.waiting]
        await self._put_children(proposal_waiting, "proposal", proposal.id, standing)

    async def gathering(self) -> Sequence[Proposal]:
        """List those that still gather people, newest first."""
        question = select(proposals).where(proposals.c.stage.in_(GATHERING))
        return await self._read(await self._all(question.order_by(proposals.c.created.desc(), proposals.c.id)))

    async def open_of(self, person: PersonId) -> int:
        """Count the gathering ones a person proposed."""
        question = select(func.count()).where(proposals.c.proposer == person, proposals.c.stage.in_(GATHERING))
        return int((await self._connection.execute(question)).scalar_one())

    async def seats_of(self, person: PersonId) -> int:
        """Count the seats a person holds in gathering proposals."""
        return int((await self._connection.execute(_SEATS_OF, {"is": person})).scalar_one())

    async def _read(self, rows: Sequence[Columns]) -> Sequence[Proposal]:
        ids = [row["id"] for row in rows]
        sitting = await self._children(seats, "proposal", ids)
        standing = await self._children(proposal_waiting, "proposal", ids)
        return [
            from_row(
                Proposal,
                row,
                size=Size(row["fewest"], row["most"]),
                seats=tuple(from_row(Seat, seat) for seat in sitting[row["id"]]),
                waiting=tuple(from_row(Waiting, one) for one in standing[row["id"]]),
            )
            for row in rows
        ]
