"""How does a chat go on under another id: a supergroup, an upgraded room, an account's chat just opened?"""

from sqlalchemy import Column, Table, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import ChatId
from core.messenger.events import ChatRef
from core.storage.rows import THESE
from core.storage.tables import (
    accounts,
    chats,
    drafts,
    followers,
    lanes,
    link_places,
    mutes,
    news,
    notices,
    nudges,
    outbox,
    pledged,
    pledges,
    proposals,
    reaches,
    seekings,
    shares,
)
from core.storage.tables.base import NAME
from core.storage.tables.queue import State
from core.storage.topics import stop_following

POINTERS: tuple[tuple[Table, Column[str]], ...] = (
    (drafts, drafts.c.place),
    (outbox, outbox.c.chat),
    (outbox, outbox.c.fallback),
    (accounts, accounts.c.private),
    (proposals, proposals.c.chat),
    (link_places, link_places.c.chat),
    (shares, shares.c.chat),
    (news, news.c.chat),
    (notices, notices.c.chat),
    (nudges, nudges.c.chat),
    (nudges, nudges.c.near),
    (pledges, pledges.c.chat),
    (pledged, pledged.c.chat),
    (seekings, seekings.c.chat),
)
"""Columns that go on pointing to the same chat."""

ONE_EACH = (followers, mutes, reaches)
"""Tables in which the chat as we knew it keeps its own rows, and what was noted meanwhile under the new id goes."""

_HOLD_LANES = select(lanes).where(lanes.c.lane.in_(THESE)).with_for_update()
_CHANGE_LANES = update(outbox).where(outbox.c.lane == bindparam("which"), outbox.c.state == State.WAITING)
_RENAME_LANE = update(lanes).where(lanes.c.lane == bindparam("which"))


async def move(connection: AsyncConnection, old: ChatId, new: ChatRef) -> None:
    """Give a chat its new id; what came in under the new id before we knew joins it.

    The messages stay behind where they were, so none of them can be changed any more: what changes
    later is said anew.
    """
    there = select(chats.c.id).where(chats.c.messenger == new.messenger, chats.c.messenger_id == new.id)
    newer = (await connection.execute(there)).scalar_one_or_none()
    if newer == old:
        return
    if newer is not None:
        await _join(connection, ChatId(newer), old)
    else:
        await connection.execute(update(outbox).where(outbox.c.chat == old).values(message_id=None))
    moved = {"messenger_id": new.id, "kind": new.kind, "parent": new.parent, "title": new.title[:NAME], "asleep": False}
    await connection.execute(update(chats).where(chats.c.id == old).values(moved))


async def let_lane_become(connection: AsyncConnection, old: str, new: str) -> None:
    """Let what waits in one lane wait in another; a deed in the air keeps its lease and goes before the rest there."""
    both = {row.lane: row for row in (await connection.execute(_HOLD_LANES, {"these": [old, new]})).all()}
    await connection.execute(_CHANGE_LANES, {"which": old, "lane": new})
    if new not in both:
        await connection.execute(_RENAME_LANE, {"which": old, "lane": new})
        return
    moving, there = both.get(old), both[new]
    if moving is not None and moving.owner and not there.owner:
        lease = {"head": moving.head, "free_at": moving.free_at, "owner": moving.owner}
        await connection.execute(update(lanes).where(lanes.c.lane == new).values(lease))
    await connection.execute(delete(lanes).where(lanes.c.lane == old))


async def _join(connection: AsyncConnection, newer: ChatId, older: ChatId) -> None:
    await connection.execute(update(outbox).where(outbox.c.chat == older).values(message_id=None))
    talking = select(drafts.c.account).where(drafts.c.place == newer)
    await connection.execute(delete(drafts).where(drafts.c.place == older, drafts.c.account.in_(talking)))
    await let_lane_become(connection, f"chat:{newer}", f"chat:{older}")
    for table, column in POINTERS:
        await connection.execute(update(table).where(column == newer).values({column.name: older}))
    await stop_following(connection, newer)
    for table in ONE_EACH:
        await connection.execute(delete(table).where(table.c.chat == newer))
    await connection.execute(delete(chats).where(chats.c.id == newer))
