"""Does the queue remember what was offered, said and set?"""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy import text as sql

from core.app.queue import Deed, KeptChoice, Sending
from core.app.rows import Draft
from core.ids import ChoiceKey, EventKey, PostId, new_id
from core.messenger.events import ChatRef
from core.messenger.messages import Choice, say
from core.storage.moving import ONE_EACH, POINTERS
from core.storage.tables import METADATA, timers
from core.storage.topics import TABLES as TOPIC_TABLES
from core.storage.work import Database
from core.wording import text
from tests.storage.samples import (
    HERE,
    NOW,
    Place,
    a_timer,
    sending,
    shown,
    some_account,
    some_place,
    some_room,
)

YES = Choice("yes", text("tap-yes"), {"proposal": "1"})


def asking(place: Place, *keys: ChoiceKey, about: str = "") -> Sending:
    """Make a SEND with choices."""
    message = say(text("own-words", words="well?"), choices=(YES,) * len(keys))
    return replace(sending(place.room, about=about), message=message, keys=keys)


async def say_now(database: Database, deed: Sending, name: str) -> None:
    """Put a deed and let it arrive at once."""
    async with database.write() as work:
        await work.queue.put(deed, NOW)
        room = await work.people.chat_by_id(deed.chat) if deed.chat else None
    await database.outbox.lease("me", [HERE], NOW, NOW + timedelta(seconds=30), 10)
    await database.outbox.done(deed.id, shown(room, name) if room else None, NOW)


async def test_only_a_timer_wakes_the_timers(database: Database) -> None:
    """What is put wakes delivery alone; a timer that is set, alone or among others, wakes both."""
    place = await some_place(database)
    delivery, timers_too = database.bell.listen(), database.timers_bell.listen()
    async with database.write() as work:
        await work.queue.put(sending(place.room), NOW)
    assert delivery.is_set()
    assert not timers_too.is_set()

    async with database.write() as work:
        await work.queue.wake(a_timer("look", "thing"))
    assert timers_too.is_set()

    timers_too.clear()
    async with database.write() as work, work.queue.gathered():
        await work.queue.wake(a_timer("look", "thing"))
    assert timers_too.is_set()


async def test_an_event_acts_once(database: Database) -> None:
    """An update that is delivered twice, even at the same moment, acts once."""

    async def handle() -> bool:
        async with database.write() as work:
            return await work.queue.first_time(HERE, EventKey("update-1"), NOW)

    acted = await asyncio.gather(*[handle() for _ in range(10)])

    assert sorted(acted) == [False] * 9 + [True]


async def test_the_same_choice_has_the_same_key(database: Database) -> None:
    """A button on a card that was shown anew is still the same button."""
    place = await some_place(database)
    async with database.write() as work:
        key = await work.queue.offer("card", "yes", {"a": "1", "b": "2"}, place.person)
        assert key == await work.queue.offer("card", "yes", {"b": "2", "a": "1"}, place.person)
        assert key != await work.queue.offer("card", "yes", {"a": "1", "b": "2"}, None)
        assert key != await work.queue.offer("other", "yes", {"a": "1", "b": "2"}, place.person)

    async with database.write() as work:
        assert await work.queue.choice(key) == KeptChoice(key, "yes", {"a": "1", "b": "2"}, place.person)
        assert await work.queue.choice(ChoiceKey("unknown")) is None
        assert len(key) <= 48


async def test_a_reaction_means_the_choice_under_that_message(database: Database) -> None:
    """A symbol under a message of ours means one of its choices; under others it means nothing."""
    place = await some_place(database)
    async with database.write() as work:
        keys = [await work.queue.offer("card", action, {}, None) for action in ("yes", "no")]
    await say_now(database, asking(place, *keys), "m1")

    async with database.write() as work:
        found = await work.queue.choices_under(shown(place.room, "m1"))
        assert [choice.action for choice in found] == ["yes", "no"]
        assert await work.queue.choices_under(shown(place.room, "m2")) == ()
        other = replace(place.room, ref=ChatRef(HERE, "other"))
        assert await work.queue.choices_under(shown(other, "m1")) == ()


async def test_a_typed_number_means_the_newest_question_for_me(database: Database) -> None:
    """A number answers what was asked last in this chat of the one who types."""
    place = await some_place(database)
    async with database.write() as work:
        olaf = await some_account(work, "olaf")
        mine = await work.queue.offer("card", "mine", {}, place.person)
        his = await work.queue.offer("card", "his", {}, olaf.person)
        all_ours = await work.queue.offer("card", "ours", {}, None)
    await say_now(database, asking(place, all_ours), "m1")
    await say_now(database, asking(place, mine), "m2")
    await say_now(database, asking(place, his), "m3")
    await say_now(database, sending(place.room), "m4")

    async with database.write() as work:
        assert [one.action for one in await work.queue.newest_choices(place.room.id, place.person)] == ["mine"]
        assert [one.action for one in await work.queue.newest_choices(place.room.id, olaf.person)] == ["his"]
        mira = await some_account(work, "mira")
        assert [one.action for one in await work.queue.newest_choices(place.room.id, mira.person)] == ["ours"]


async def test_a_changed_card_offers_what_it_shows_now(database: Database) -> None:
    """After an edit the reactions under a message mean the new choices."""
    place = await some_place(database)
    async with database.write() as work:
        old, new = [await work.queue.offer("card", action, {}, None) for action in ("old", "new")]
    card = asking(place, old, about="card:1")
    await say_now(database, card, "m1")
    edit = replace(card, id=PostId(new_id()), deed=Deed.EDIT, keys=(new,), edits=card.id)
    await say_now(database, edit, "ignored")

    async with database.write() as work:
        assert [one.action for one in await work.queue.newest_choices(place.room.id, place.person)] == ["new"]


async def test_posts_of_a_card_are_found_wherever_they_stand(database: Database) -> None:
    """A card that was shown in two rooms is changed in both."""
    place = await some_place(database)
    async with database.write() as work:
        other = await some_room(work, "other")
        first, second = sending(place.room, about="card:1"), sending(other, about="card:1")
        for deed in (first, second, sending(other), sending(other, about="card:2")):
            await work.queue.put(deed, NOW)
        assert await work.queue.posts("card:1") == [first, second]
        assert await work.queue.posts("") == []


async def test_a_timer_replaces_its_like(database: Database) -> None:
    """One reminder per matter and person: setting it anew moves it."""
    place = await some_place(database)
    async with database.write() as work:
        await work.queue.wake(a_timer("ask", "p1", 10))
        await work.queue.wake(a_timer("ask", "p1", 20, place.person))
        later = a_timer("ask", "p1", 30, why="later")
        await work.queue.wake(later)

    async with database.write() as work:
        assert await work.queue.timer("ask", "p1") == later
        assert await work.queue.next_due() == NOW + timedelta(seconds=20)
        await work.queue.let_sleep("ask", "p1", place.person)
        assert await work.queue.next_due() == later.due
        await work.queue.let_sleep("ask", "p1")
        assert await work.queue.next_due() is None


async def test_timers_ring_in_the_order_they_are_due(database: Database) -> None:
    """After a long pause what is late rings first things first, each once."""
    async with database.write() as work:
        for after in (5, 1, 3, 99):
            await work.queue.wake(a_timer("ask", f"p{after}", after))

    rang = []
    for _ in range(4):
        async with database.write() as work:
            timer = await work.queue.take_due(NOW + timedelta(seconds=10))
            rang.append(timer.subject if timer else None)

    assert rang == ["p1", "p3", "p5", None]


async def test_no_more_timers_are_taken_than_asked_for(database: Database) -> None:
    """However the server plans the deletion, and statistics change its plan at any time, one is one."""
    async with database.write() as work:
        for after in range(9):
            await work.queue.wake(a_timer("ask", f"p{after}", after))

    async with database.write() as work:
        if work.connection.dialect.name == "postgresql":
            for way in ("hashagg", "hashjoin", "mergejoin", "material", "sort"):
                await work.connection.execute(sql(f"SET LOCAL enable_{way} = off"))
        taken = await work.queue.take_all_due(NOW + timedelta(seconds=10), 1)
        left = await work.connection.scalar(select(func.count()).select_from(timers))

    assert [timer.subject for timer in taken] == ["p0"]
    assert left == 8


async def test_a_draft_is_one_per_person_and_chat(database: Database) -> None:
    """A new question takes the place of a half-answered one."""
    place = await some_place(database)
    draft = Draft(place.account.id, place.room.id, "propose", {"what": "café"}, NOW)
    async with database.write() as work:
        await work.people.put_draft(replace(draft, kind="first"))
        await work.people.put_draft(draft)
        await work.people.put_draft(replace(draft, chat=None))

    async with database.write() as work:
        assert await work.people.draft(place.account.id, place.room.id) == draft
        await work.people.drop_draft(place.account.id, place.room.id)
        assert await work.people.draft(place.account.id, place.room.id) is None
        assert await work.people.draft(place.account.id, None) == replace(draft, chat=None)


async def test_a_person_is_found_where_they_were_seen_last(database: Database) -> None:
    """The account used most recently comes first, and a renamed account stays the same person."""
    async with database.write() as work:
        lena = await some_account(work, "lena")
        again = await work.people.account(replace(lena.ref, name="Helena"), "ru", NOW + timedelta(days=1))
        assert (again.person, again.ref.name) == (lena.person, "Helena")
        assert await work.people.find_account(replace(lena.ref, id="nobody")) is None
        assert [one.id for one in await work.people.accounts(lena.person)] == [lena.id]


async def test_a_moved_chat_keeps_what_it_had(database: Database) -> None:
    """A group that became a supergroup goes on: language, waiting messages and half-finished talk."""
    place = await some_place(database)
    async with database.write() as work:
        await work.people.put_chat(replace(place.room, language="ru"))
        newer = await some_room(work, "super")
        await work.queue.put(sending(newer, "early"), NOW)
        await work.queue.put(sending(place.room, "waiting"), NOW)
        await work.people.move_chat(place.room.id, newer.ref)

    async with database.write() as work:
        moved = await work.people.find_chat(newer.ref)
        assert moved is not None
        assert (moved.id, moved.language) == (place.room.id, "ru")
        assert await work.people.find_chat(place.room.ref) is None
    leased = await database.outbox.lease("me", [HERE], NOW, NOW + timedelta(seconds=9), 9)
    assert [one.chat.id for one in leased if one.chat] == ["super"]


async def test_a_chat_wakes_when_it_is_heard_again(database: Database) -> None:
    """A bot that was thrown out and is let in again takes part again."""
    place = await some_place(database)
    await database.outbox.sleep(place.room.ref, NOW)
    async with database.write() as work:
        assert (await work.people.chat_by_id(place.room.id)).asleep
        assert not (await work.people.chat(place.room.ref, "en")).asleep


async def test_where_a_messenger_stopped_is_kept(database: Database) -> None:
    """After a restart a messenger reads on where it stopped."""
    assert await database.token(HERE) == ""
    await database.keep_token(HERE, "s1")
    await database.keep_token(HERE, "s2")

    assert await database.token(HERE) == "s2"


async def test_a_message_lies_in_the_database_only_until_it_is_said(database: Database) -> None:
    """What was delivered lives in the chat, not here."""
    place = await some_place(database)
    card = sending(place.room, "secret", about="card:1")
    await say_now(database, card, "m1")

    async with database.write() as work:
        assert [post.message for post in await work.queue.posts("card:1")] == [None]


def test_every_table_that_knows_a_chat_follows_it() -> None:
    """When a group becomes a supergroup, whatever was noted under its new id meanwhile is given to it, or let go."""
    handled = {(table.name, column.name) for table, column in POINTERS}
    handled |= {(table.name, "chat") for table in ONE_EACH}
    handled |= {(table.name, "chat") for table in TOPIC_TABLES}
    pointing = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        for column in table.columns
        if any(link.column.table.name == "chats" for link in column.foreign_keys)
    }

    assert pointing <= handled
