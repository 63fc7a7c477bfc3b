"""Is nothing kept longer than it is needed, and nothing let go that still is?"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from core.app.rows import Draft
from core.ids import EventKey
from core.messenger.messages import Choice, Message
from core.storage.tables import drafts, inbox, outbox
from core.storage.work import Database
from core.wording import text
from tests.storage.samples import HERE, NOW, sending, shown, some_place

LATER = NOW + timedelta(days=31)


async def count(database: Database, table: object) -> int:
    """Count the rows of a table."""
    async with database.read() as work:
        found: int = (await work.connection.execute(select(func.count()).select_from(table))).scalar_one()  # type: ignore[arg-type]  # a select without columns
        return found


async def test_what_was_seen_and_said_is_let_go(database: Database) -> None:
    """After a month nobody can read here which events came or what was answered; what is newer stays."""
    place = await some_place(database)
    said = sending(place.room)
    async with database.write() as work:
        await work.queue.put(said, NOW)
        for number in range(1_200):
            await work.queue.first_time(HERE, EventKey(f"old-{number}"), NOW)
        await work.queue.first_time(HERE, EventKey("new"), LATER)
    await database.outbox.done(said.id, shown(place.room, "m1"), NOW)

    gone = await database.tidy(LATER)

    assert gone == 1_201
    assert (await count(database, inbox), await count(database, outbox)) == (1, 0)


async def test_what_waits_and_what_may_be_changed_stays(database: Database) -> None:
    """A message that still waits, a card, and a question that can still be answered outlive the month."""
    place = await some_place(database)
    card = sending(place.room, about="proposal:1")
    async with database.write() as work:
        key = await work.queue.offer("card", "proposal.take", {}, None)
        asked = sending(place.room)
        question = Message(asked.message.lines, (Choice("proposal.take", text("tap-done")),)) if asked.message else None
        for one in (card, replace(asked, message=question, keys=(key,)), sending(place.room)):
            await work.queue.put(one, NOW)
    for one in (card, asked):
        await database.outbox.done(one.id, shown(place.room, one.id), NOW)

    assert await database.tidy(LATER) == 0
    assert await database.tidy(NOW + timedelta(days=400)) == 1
    assert await count(database, outbox) == 2


async def test_a_question_left_open_for_a_day_is_forgotten(database: Database) -> None:
    """What someone began to type and never finished is not kept."""
    place = await some_place(database)
    async with database.write() as work:
        await work.people.put_draft(Draft(place.account.id, place.room.id, "command", {}, NOW))

    await database.tidy(NOW + timedelta(days=2))

    assert await count(database, drafts) == 0
