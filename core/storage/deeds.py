"""How do deeds stand in their lanes, one behind the other?

A lane has a row as long as something waits in it. Who changes a lane locks that row first, so that on
PostgreSQL a deed put while the lane empties is never left behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.queue import Deed, Sending, Urgency
from core.ids import PostId
from core.storage.payload import pack, unpack
from core.storage.rows import THESE, Columns, Rows, from_row, insert_into, to_row
from core.storage.tables import lanes, outbox
from core.storage.tables.queue import State
from core.storage.types import millis

REASON = 500
_FIRSTS = select(outbox.c.id, outbox.c.seq, outbox.c.state, outbox.c.attempts).where(outbox.c.id.in_(THESE))
_UNTRIED = select(outbox.c.edits, outbox.c.seq).where(
    outbox.c.edits.in_(THESE),
    outbox.c.deed == Deed.EDIT,
    outbox.c.state == State.WAITING,
    outbox.c.attempts == 0,
)
_HOLD_LANES = (
    select(lanes.c.lane)
    .where(lanes.c.lane.in_(select(outbox.c.lane).where(outbox.c.seq.in_(bindparam("which", expanding=True)))))
    .order_by(lanes.c.lane)
    .with_for_update()
)
_HOLD_DEEDS = (
    select(outbox.c.seq)
    .where(outbox.c.seq.in_(bindparam("which", expanding=True)))
    .order_by(outbox.c.seq)
    .with_for_update()
)
_SAY_INSTEAD = (
    update(outbox)
    .where(outbox.c.seq == bindparam("which"))
    .values(message=bindparam("what"), keys=bindparam("offered"))
)
_WAITING = select(outbox).where(outbox.c.id == bindparam("is"), outbox.c.state == State.WAITING)
_HOLD_LANE = select(lanes.c.lane).where(lanes.c.lane == bindparam("is")).with_for_update()
_SETTLE = update(outbox).where(outbox.c.seq == bindparam("which"))
_HEAD = (
    select(outbox.c.seq, outbox.c.urgency)
    .where(outbox.c.lane == bindparam("of"), outbox.c.state == State.WAITING)
    .order_by(outbox.c.seq)
    .limit(1)
)
_LANE_GOES = delete(lanes).where(lanes.c.lane == bindparam("which"))
_LANE_GOES_ON = update(lanes).where(lanes.c.lane == bindparam("which"))
_ADD = insert(outbox).returning(outbox.c.id, outbox.c.seq)


@dataclass(slots=True)
class Gathered:
    """What goes in together."""

    sendings: list[tuple[Sending, datetime]] = field(default_factory=list)
    choices: list[Columns] = field(default_factory=list)
    timers: list[Columns] = field(default_factory=list)


class Deeds(Rows):
    """Deeds and lanes, for the queue that puts in and the outbox that takes out."""

    def __init__(self, connection: AsyncConnection, locks: bool) -> None:
        super().__init__(connection, locks)
        self._gathered: Gathered | None = None

    async def put(self, sending: Sending, now: datetime) -> None:
        """Add a deed at the end of its lane; an edit first looks for what it can change before it is sent."""
        if sending.deed is Deed.EDIT:
            await self.put_edits((sending,), now)
            return
        if sending.deed is Deed.ERASE and await self._taken_before_sent(sending, now):
            return
        await self._add(((sending, now),))

    async def put_edits(self, edits: Sequence[Sending], now: datetime) -> None:
        """Add edits, each of another message; three statements tell which can still go into what was never tried."""
        if not edits:
            return
        these = [one.edits for one in edits]
        untried, firsts = await self._untried(these)
        if untried and self._connection.dialect.name != "sqlite":
            # Delivery may be taking one of them this very moment, or its reader letting it go: with lanes and deeds
            # locked they have, or they must wait.
            which = {"which": sorted(untried.values())}
            await self._connection.execute(_HOLD_LANES, which)
            await self._connection.execute(_HOLD_DEEDS, which)
            untried, firsts = await self._untried(these)
        seen = {row["id"] for row in firsts if row["state"] != State.GIVEN_UP}
        there = [one for one in edits if one.edits in seen]
        said = [
            {"which": untried[one.edits], "what": _packed(one), "offered": one.keys or None}
            for one in there
            if one.edits in untried
        ]
        if said:
            await self._connection.execute(_SAY_INSTEAD, said)
        await self._add([(one, now) for one in there if one.edits not in untried])

    async def _untried(self, these: Sequence[PostId | None]) -> tuple[dict[PostId, int], Sequence[Columns]]:
        """Tell for each message the row that was never tried, itself or a change of it; and the messages' own rows."""
        firsts = await self._all(_FIRSTS, {"these": these})
        untried = {row["edits"]: row["seq"] for row in await self._all(_UNTRIED, {"these": these})}
        untried |= {row["id"]: row["seq"] for row in firsts if _is_unseen(row)}
        return untried, firsts

    async def _add(self, sendings: Sequence[tuple[Sending, datetime]]) -> None:
        if self._gathered is not None:
            self._gathered.sendings += sendings
        else:
            await self.put_new(sendings)

    async def put_new(self, sendings: Sequence[tuple[Sending, datetime]]) -> None:
        """Add deeds, each at the end of its lane; two statements for all."""
        if not sendings:
            return
        rows = [deed_row(sending, now) for sending, now in sendings]
        made = await self._connection.execute(_ADD, rows if len(rows) > 1 else rows[0])
        places = {row.id: row.seq for row in made}
        joining = [
            lane_row(row["lane"], sending, places[sending.id], max(now, sending.not_before or now))
            for row, (sending, now) in zip(rows, sendings, strict=True)
        ]
        await self._join(sorted(joining, key=lambda lane: (lane["lane"], lane["head"])))

    async def take(self, sending: PostId) -> Columns | None:
        """Return a deed that still waits, with its lane locked; None when its fate is already known."""
        row = await self._first(_WAITING, {"is": sending})
        if row is None or self._connection.dialect.name == "sqlite":
            return row  # SQLite has one writer: nobody else can change the lane.
        await self._connection.execute(_HOLD_LANE, {"is": row["lane"]})
        return await self._first(_WAITING, {"is": sending})

    async def settle(
        self, row: Columns, state: State, now: datetime, rest_until: datetime | None = None, **more: Any
    ) -> bool:
        """Note what became of a deed and let the lane go on, after its rest; says whether it does."""
        await self._connection.execute(_SETTLE, {"which": row["seq"], "state": state, "done_at": now, **more})
        return await self.advance(row["lane"], max(now, rest_until or now))

    async def give_up(self, row: Columns, reason: str, now: datetime) -> None:
        """Note that a deed will never happen, nor what was to change in it."""
        await self._connection.execute(
            update(outbox)
            .where(outbox.c.edits == row["id"], outbox.c.state == State.WAITING)
            .values(state=State.GIVEN_UP, reason="never sent", message=None, done_at=now)
        )
        kept = {} if row["deed"] is Deed.HOME else {"data": None}
        await self.settle(row, State.GIVEN_UP, now, reason=reason[:REASON], message=None, **kept)

    async def advance(self, lane: str, free_at: datetime) -> bool:
        """Put the next waiting deed at the head of its lane and free it from a moment on; an empty lane goes.

        Says whether one waits.
        """
        row = await self._first(_HEAD, {"of": lane})
        if row is None:
            await self._connection.execute(_LANE_GOES, {"which": lane})
            return False
        goes_on = {"head": row["seq"], "urgency": row["urgency"], "free_at": free_at, "owner": ""}
        await self._connection.execute(_LANE_GOES_ON, {"which": lane, **goes_on})
        return True

    async def _join(self, joining: Sequence[Columns]) -> None:
        await self._connection.execute(_joined(self._connection.dialect.name), list(joining))

    async def take_out(self, sending: PostId, reason: str, now: datetime) -> bool:
        """Take out what was never tried, or waits for its reader, with what was to change in it."""
        row = await self.take(sending)
        if row is not None and row["attempts"] == 0:
            await self.give_up(row, reason, now)
            return True
        parked = update(outbox).where(outbox.c.id == sending, outbox.c.state == State.PARKED)
        gone = {"state": State.GIVEN_UP, "message": None, "data": None, "reason": reason, "done_at": now}
        return (await self._connection.execute(parked.values(gone).returning(outbox.c.seq))).first() is not None

    async def _taken_before_sent(self, sending: Sending, now: datetime) -> bool:
        """Take out a message that was never sent; then there is nothing to take away at the messenger."""
        first = await self._first(select(outbox.c.state).where(outbox.c.id == sending.edits))
        if first is None or first["state"] == State.GIVEN_UP or sending.edits is None:
            return True
        return await self.take_out(sending.edits, "taken back before it was sent", now)


def _is_unseen(row: Columns) -> bool:
    """Say whether a message was never tried, or waits for its reader."""
    return bool(row["state"] == State.PARKED or (row["state"] == State.WAITING and row["attempts"] == 0))


def lane_row(lane: str, sending: Sending, seq: int, free_at: datetime) -> dict[str, Any]:
    """Make the row of a lane in which only this waits."""
    return {
        "lane": lane,
        "messenger": sending.messenger,
        "head": seq,
        "urgency": sending.urgency,
        "free_at": free_at,
        "owner": "",
    }


@cache
def _joined(dialect: str) -> "postgresql.Insert":
    """Make a lane, or lock it: setting a column to itself changes nothing."""
    return insert_into(lanes, dialect).on_conflict_do_update(index_elements=["lane"], set_={"head": lanes.c.head})


def deed_row(sending: Sending, now: datetime) -> dict[str, Any]:
    """Make the row of a deed that waits.

    What must wait until a later moment stands in a lane of that moment: it holds nobody up until then.
    """
    later = sending.not_before is not None and sending.not_before > now
    lane = f"{sending.lane}@{millis(sending.not_before)}" if later and sending.not_before else sending.lane
    changed = {
        "lane": lane,
        "message": _packed(sending),
        "keys": sending.keys or None,
        "data": dict(sending.data) or None,
        "urgency": int(sending.urgency),
        "state": State.WAITING,
        "attempts": 0,
        "reason": "",
        "put_at": now,
    }
    return {**to_row(sending, outbox), **changed}


def sending_from(row: Columns) -> Sending:
    """Make the deed of a row."""
    return from_row(
        Sending,
        row,
        lane=row["lane"].split("@")[0],
        message=unpack(row["message"]) if row["message"] else None,
        keys=row["keys"] or (),
        urgency=Urgency(row["urgency"]),
        data=row["data"] or {},
    )


def _packed(sending: Sending) -> dict[str, Any] | None:
    return pack(sending.message) if sending.message else None
