"""How are consent rounds kept, with who is asked and what they said?"""

from collections.abc import Sequence

from sqlalchemy import Integer, bindparam, select

from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage
from core.ids import GroupId, RoundId
from core.storage.rows import Columns, Question, Rows, from_row, to_row
from core.storage.tables import electorate, rounds, voices

_ROUND = Question(select(rounds).where(rounds.c.id == bindparam("is")), rounds)
_IN = select(rounds).where(rounds.c.group == bindparam("of"))
_OPEN = Question(_IN.where(rounds.c.stage == RoundStage.OPEN).order_by(rounds.c.opened, rounds.c.id), rounds)
_AGREED = (
    _IN.where(rounds.c.stage == RoundStage.AGREED, rounds.c.kind == RoundKind.DECISION)
    .order_by(rounds.c.opened.desc(), rounds.c.id)
    .limit(bindparam("most", type_=Integer))
)


class RoundRows(Rows):
    """Implements `core.app.ports.Rounds`."""

    async def get(self, asked: RoundId) -> ConsentRound | None:
        """Return a round."""
        found = await self._read(await self._all(_ROUND, {"is": asked}))
        return found[0] if found else None

    async def put(self, asked: ConsentRound) -> None:
        """Keep a round with its circle and its voices."""
        await self._put(rounds, {**to_row(asked, rounds), "data": dict(asked.data)})
        await self._put_children(electorate, "round", asked.id, [{"person": person} for person in asked.electorate])
        await self._put_children(voices, "round", asked.id, [to_row(answer, voices) for answer in asked.answers])

    async def open_in(self, group: GroupId) -> Sequence[ConsentRound]:
        """List the open rounds of a group, oldest first."""
        return await self._read(await self._all(_OPEN, {"of": group}))

    async def agreed_in(self, group: GroupId, most: int) -> Sequence[ConsentRound]:
        """List the newest agreed decisions of a group, newest first."""
        return await self._read(await self._all(_AGREED, {"of": group, "most": most}))

    async def _read(self, rows: Sequence[Columns]) -> Sequence[ConsentRound]:
        ids = [row["id"] for row in rows]
        circle = await self._children(electorate, "round", ids)
        heard = await self._children(voices, "round", ids)
        return [
            from_row(
                ConsentRound,
                row,
                electorate=tuple(one["person"] for one in circle[row["id"]]),
                answers=tuple(from_row(Answer, one) for one in heard[row["id"]]),
            )
            for row in rows
        ]
