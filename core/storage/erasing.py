"""How is someone forgotten, in every table there is?

Rows that say something to nobody else go; in the others, who it was goes, and with it what only they had said.
"""

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.queue import Deed
from core.ids import ChatId, PersonId
from core.storage.forgetting import blank_words
from core.storage.pool import forget_bars
from core.storage.rows import holds
from core.storage.tables import (
    METADATA,
    accounts,
    blocks,
    chats,
    drafts,
    joinings,
    lanes,
    link_codes,
    link_tries,
    mutes,
    outbox,
    people,
    rounds,
    timers,
)
from core.storage.tables.queue import State

WHOLLY_THEIRS = {
    "acts": "person",
    "advisers": "person",
    "bars": "person",
    "blocks": "person",
    "nevers": "person",
    "nudges": "person",
    "pauses": "person",
    "pledged": "person",
    "profiles": "person",
    "reaches": "person",
    "seekings": "person",
    "share_reactions": "person",
}
"""Tables whose rows say nothing to anybody else: they go with the person, by the column that names them."""


async def erase(connection: AsyncConnection, person: PersonId) -> None:
    """Erase who a person is, on all their accounts; what groups agreed on stays, by nobody."""
    mine = select(accounts.c.id).where(accounts.c.person == person)
    private = select(accounts.c.private).where(accounts.c.person == person, accounts.c.private.is_not(None))
    there = (await connection.execute(private)).scalars().all()
    await _erase_messages(connection, or_(outbox.c.account.in_(mine), outbox.c.chat.in_(there)))
    for table, column in ((drafts, drafts.c.account), (link_codes, link_codes.c.account)):
        await connection.execute(delete(table).where(column.in_(mine)))
    await connection.execute(delete(link_codes).where(link_codes.c.typed_by.in_(mine)))
    await connection.execute(delete(link_tries).where(link_tries.c.account.in_(mine)))
    await connection.execute(delete(timers).where(timers.c.person == person))
    for name, whose in WHOLLY_THEIRS.items():
        table = METADATA.tables[name]
        await connection.execute(delete(table).where(table.c[whose] == person))
    await forget_bars(connection, person)
    await connection.execute(update(blocks).where(blocks.c.blocked == person).values(name=""))
    await connection.execute(delete(mutes).where(mutes.c.author == person))
    await connection.execute(update(mutes).where(mutes.c.by == person).values(by=None))
    await blank_words(connection, person)
    gone = (joinings.c.stays == person) | (joinings.c.goes == person)
    await connection.execute(delete(joinings).where(gone))
    spoken = select(rounds.c.id, rounds.c.data).where(holds(rounds.c.data, person))
    for row in (await connection.execute(spoken)).mappings().all():
        nameless = {name: "" if name == "name" else one for name, one in row["data"].items()}
        await connection.execute(update(rounds).where(rounds.c.id == row["id"]).values(data=nameless))
    for chat in there:
        nobody = {"messenger_id": f"gone:{chat}", "title": "", "parent": "", "zone": "", "asleep": True}
        await connection.execute(update(chats).where(chats.c.id == ChatId(chat)).values(nobody))
    blank = {"messenger_id": "gone:" + accounts.c.id, "name": "", "language": "", "private": None}
    await connection.execute(update(accounts).where(accounts.c.person == person).values(blank))
    await connection.execute(update(people).where(people.c.id == person).values(language="en", zone=""))


async def _erase_messages(connection: AsyncConnection, theirs: ColumnElement[bool]) -> None:
    """Empty the messages to someone; what still waited is given up, and its lane goes with it."""
    waiting = select(outbox.c.lane).where(theirs, outbox.c.state.in_((State.WAITING, State.PARKED)))
    busy = set((await connection.execute(waiting.where(outbox.c.deed == Deed.SEND))).scalars().all())
    over = {"state": State.GIVEN_UP, "reason": "forgotten", "message": None}
    still = theirs & outbox.c.state.in_((State.WAITING, State.PARKED)) & outbox.c.deed.in_((Deed.SEND, Deed.EDIT))
    await connection.execute(update(outbox).where(still).values(over))
    await connection.execute(update(outbox).where(theirs).values(message=None, data=None))
    await connection.execute(delete(lanes).where(lanes.c.lane.in_(busy)))
