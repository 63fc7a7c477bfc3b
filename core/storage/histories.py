"""How is kept what happened to contracts?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, select

from core.contract.clauses import Clause
from core.contract.history import Event
from core.ids import GroupId
from core.storage.rows import Columns, Rows, from_row, into, to_row
from core.storage.tables import contract_events, origins

_LAST_PLACE = select(func.max(contract_events.c.place)).where(contract_events.c.group == bindparam("of"))


class HistoryRows(Rows):
    """Implements `core.app.amending.ports.Histories`."""

    async def add(self, events: Sequence[Event]) -> None:
        """Write down what happened, after all that happened before; nothing is ever changed."""
        for event in events:
            place = (await self._connection.execute(_LAST_PLACE, {"of": event.group})).scalar_one()
            row = {**to_row(event, contract_events), **_line(event.clause), "place": 0 if place is None else place + 1}
            await self._connection.execute(into(contract_events), row)

    async def of(self, group: GroupId) -> Sequence[Event]:
        """List what happened, oldest first."""
        question = select(contract_events).where(contract_events.c.group == group).order_by(contract_events.c.place)
        return [from_row(Event, row, clause=_clause(row)) for row in await self._all(question)]

    async def origin(self, group: GroupId) -> GroupId | None:
        """Return the group from which this one was formed anew."""
        row = await self._first(select(origins).where(origins.c.group == group))
        return row["origin"] if row else None

    async def set_origin(self, group: GroupId, origin: GroupId) -> None:
        """Note from which group this one was formed anew."""
        await self._put(origins, {"group": group, "origin": origin})


def _line(clause: Clause | None) -> dict[str, Any]:
    if clause is None:
        return {"clause": None, "kind": None, "words": "", "numbers": {}, "zone": ""}
    return {
        "clause": clause.id,
        "kind": clause.kind,
        "words": clause.words,
        "numbers": dict(clause.numbers),
        "zone": clause.zone,
    }


def _clause(row: Columns) -> Clause | None:
    if row["clause"] is None:
        return None
    return Clause(row["clause"], row["kind"], row["words"], row["numbers"], row["zone"])
