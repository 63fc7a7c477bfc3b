"""Is a change ever lost that comes in the very moment its predecessor is handed out?"""

import asyncio
from dataclasses import replace

from core.messenger.events import ChatKind, ChatRef
from core.storage.handing import Times, hand_out
from core.storage.work import Database
from tests.storage.samples import HERE, NOW, Place, sending, shown, some_place
from tests.storage.test_outbox import LEASE, edit_of, lease, put, texts


async def test_a_change_waits_for_the_one_that_is_being_handed_out(postgres_url: str) -> None:
    """While delivery takes one change, the next one does not go into it unseen: it is sent after it."""
    database = Database.at(postgres_url)
    place: Place = await some_place(database)
    card = sending(place.room, "1")
    await put(database, card)
    await lease(database)
    await database.outbox.done(card.id, shown(place.room, "m"), NOW)
    second = edit_of(card, "2")
    await put(database, second)

    async with database._engines.write.begin() as connection:
        leased = list(await hand_out(connection, "me", [HERE], Times(NOW, NOW + LEASE), 10))
        putting = asyncio.create_task(put(database, edit_of(card, "3")))
        await asyncio.sleep(0.3)
    await putting
    assert texts(leased) == ["2"]

    await database.outbox.done(second.id, None, NOW)
    assert texts(await lease(database)) == ["3"]
    await database.close()


async def test_a_change_waits_for_the_reader_who_lets_it_go(postgres_url: str) -> None:
    """What was kept for somebody sets out in the moment it changes: the change follows it, and is not lost in it."""
    database = Database.at(postgres_url)
    place: Place = await some_place(database)
    lane = f"account:{place.account.id}"
    card = replace(sending(place.room, "1"), lane=lane, chat=None, account=place.account.id)
    await put(database, card)
    await lease(database)
    await database.outbox.park(card.id, NOW)

    async with database.write() as work:
        private = await work.people.chat(ChatRef(HERE, "p", ChatKind.PRIVATE, "Lena"), "en")
    async with database.write() as work:
        await work.queue.release(place.account.id, private.id, NOW)
        leased = list(await hand_out(work.connection, "me", [HERE], Times(NOW, NOW + LEASE), 10))
        putting = asyncio.create_task(put(database, edit_of(card, "2")))
        await asyncio.sleep(0.3)
    await putting
    assert texts(leased) == ["1"]

    await database.outbox.done(card.id, shown(private, "m"), NOW)
    assert texts(await lease(database)) == ["2"]
    await database.close()
