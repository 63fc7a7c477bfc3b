"""How are the heads of free lanes handed out, with all that is needed to do them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, Select, Table, and_, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.outbox import Leased
from core.ids import MessengerName
from core.messenger.events import AccountRef, ChatRef, MessageRef
from core.storage.deeds import sending_from
from core.storage.refs import account_ref, chat_ref
from core.storage.rows import THESE, Columns
from core.storage.tables import accounts, chats, lanes, outbox, people
from core.storage.tables.queue import State

_first = outbox.alias("first")
_first_chat = chats.alias("first_chat")
_fallback = chats.alias("fallback_chat")
_owner = accounts.alias("owner")

Parts = Mapping[str, Columns]

_FREE = (
    select(lanes.c.lane, lanes.c.head)
    .where(lanes.c.messenger.in_(THESE), lanes.c.free_at <= bindparam("by"))
    .order_by(lanes.c.urgency, lanes.c.free_at, lanes.c.head)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_TAKE = update(lanes).where(lanes.c.lane.in_(THESE))
_ATTEMPTED = update(outbox).where(outbox.c.seq.in_(THESE)).values(attempts=outbox.c.attempts + 1, reason="")


@dataclass(frozen=True, slots=True)
class Times:
    """When lanes are handed out, and until when; both aware UTC."""

    now: datetime
    until: datetime


async def hand_out(
    connection: AsyncConnection, owner: str, messengers: Sequence[MessengerName], times: Times, most: int
) -> Sequence[Leased]:
    """Lease lanes until a moment and return the deeds at their heads, most urgent first.

    A process that dies holds its lanes no longer than that.
    """
    taken = await _take_lanes(connection, owner, messengers, times, most)
    if not taken:
        return ()
    rows = [_parts(row) for row in (await connection.execute(_DEEDS, {"these": taken})).all()]
    await connection.execute(_ATTEMPTED, {"these": taken})
    members = await _members(connection, [row["outbox"] for row in rows])
    answered = await _answered(connection, [row["outbox"] for row in rows])
    return [_leased(row, members, answered) for row in rows]


async def _take_lanes(
    connection: AsyncConnection, owner: str, messengers: Sequence[MessengerName], times: Times, most: int
) -> Sequence[int]:
    free = {"these": list(messengers), "by": times.now, "most": most}
    rows = (await connection.execute(_FREE, free)).all()
    if rows:
        taken = {"these": [row.lane for row in rows], "free_at": times.until, "owner": owner}
        await connection.execute(_TAKE, taken)
    return [row.head for row in rows]


def _question() -> Select[Any]:
    chat = func.coalesce(outbox.c.chat, accounts.c.private)
    joined = (
        outbox.outerjoin(accounts, accounts.c.id == outbox.c.account)
        .outerjoin(_owner, and_(_owner.c.private == outbox.c.chat, outbox.c.account.is_(None)))
        .outerjoin(people, people.c.id == func.coalesce(accounts.c.person, _owner.c.person))
        .outerjoin(chats, chats.c.id == chat)
        .outerjoin(_first, _first.c.id == outbox.c.edits)
        .outerjoin(_first_chat, _first_chat.c.id == _first.c.chat)
        .outerjoin(_fallback, _fallback.c.id == outbox.c.fallback)
    )
    columns = [column.label(_label(table, column.name)) for table in _tables() for column in table.c]
    return select(*columns).select_from(joined).order_by(outbox.c.urgency, outbox.c.seq)


def _tables() -> Sequence[Any]:
    return (outbox, accounts, people, chats, _first, _first_chat, _fallback)


def _label(table: Table, column: str) -> str:
    return f"{table.name}__{column}"


_DEEDS = _question().where(outbox.c.seq.in_(THESE), outbox.c.state == State.WAITING)


def _parts(row: Row[Any]) -> Parts:
    """Cut a joined row into the rows it was joined from."""
    parts: dict[str, dict[str, Any]] = {table.name: {} for table in _tables()}
    for label, value in row._mapping.items():
        table, column = label.split("__")
        parts[table][column] = value
    return parts


def _leased(parts: Parts, members: Mapping[str, AccountRef], answered: Mapping[str, str]) -> Leased:
    sending = sending_from(parts["outbox"])
    chat = _chat(parts["chats"])
    named = sending.data.get("answers-message") or answered.get(str(sending.data.get("answers", "")))
    language, zone = _reader(parts)
    return Leased(
        sending,
        chat,
        account_ref(parts["accounts"]) if parts["accounts"]["id"] else None,
        _message(parts),
        _chat(parts["fallback_chat"]),
        tuple(members[one] for one in sending.data.get("members", ()) if one in members),
        language,
        zone,
        parts["outbox"]["attempts"],
        parts["outbox"]["attempts"] > 0 and not parts["outbox"]["reason"],
        MessageRef(chat, str(named)) if chat and named else None,
    )


def _reader(parts: Parts) -> tuple[str, str]:
    """Return whose language and zone the words are in: the person's where they alone read it, else the chat's."""
    chat, person = parts["chats"], parts["people"]
    alone = person["id"] is not None and (parts["outbox"]["message"] is not None or chat["id"] is None)
    source = person if alone else chat
    return source["language"] or "", source["zone"] or chat["zone"] or ""


def _message(parts: Parts) -> MessageRef | None:
    chat, named = _chat(parts["first_chat"]), parts["first"]["message_id"]
    return MessageRef(chat, named) if chat and named else None


def _chat(row: Columns) -> ChatRef | None:
    return chat_ref(row) if row["id"] else None


async def _members(connection: AsyncConnection, rows: Sequence[Columns]) -> Mapping[str, AccountRef]:
    wanted = {one for row in rows for one in (row["data"] or {}).get("members", ())}
    if not wanted:
        return {}
    found = await connection.execute(select(accounts).where(accounts.c.id.in_(wanted)))
    return {row["id"]: account_ref(row) for row in found.mappings().all()}


async def _answered(connection: AsyncConnection, rows: Sequence[Columns]) -> Mapping[str, str]:
    """Return the names of the messages that earlier deeds became, by deed."""
    wanted = {one["data"]["answers"] for one in rows if "answers" in (one["data"] or {})}
    if not wanted:
        return {}
    found = await connection.execute(select(outbox.c.id, outbox.c.message_id).where(outbox.c.id.in_(wanted)))
    return {row.id: row.message_id for row in found.all() if row.message_id}
