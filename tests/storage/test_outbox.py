"""Does the outbox hand out each deed in order, to one at a time, until its fate is known?"""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.app.outbox import Leased
from core.app.queue import Deed, Sending, Urgency
from core.app.rows import Chat
from core.ids import MessengerName, PostId, new_id
from core.messenger.events import ChatKind, ChatRef
from core.storage.work import Database
from tests.storage.samples import HERE, NOW, Place, a_message, sending, shown, some_account, some_place, some_room

LEASE = timedelta(seconds=30)


@pytest.fixture
async def place(database: Database) -> Place:
    """A room with one person in it."""
    return await some_place(database)


async def put(database: Database, *deeds: Sending) -> None:
    """Put deeds in one transaction."""
    async with database.write() as work:
        for deed in deeds:
            await work.queue.put(deed, NOW)


async def lease(database: Database, after: float = 0, owner: str = "me", most: int = 10) -> list[Leased]:
    """Take what may go some seconds from now."""
    now = NOW + timedelta(seconds=after)
    return list(await database.outbox.lease(owner, [HERE], now, now + LEASE, most))


def texts(leased: list[Leased]) -> list[str]:
    """Read what was handed out."""
    return [str(one.sending.message.lines[0].text.values["words"]) for one in leased if one.sending.message]


def edit_of(first: Sending, words: str) -> Sending:
    """Change a message."""
    return replace(first, id=PostId(new_id()), deed=Deed.EDIT, message=a_message(words), edits=first.id)


async def rooms(database: Database, many: int) -> list[Chat]:
    """Make several rooms."""
    async with database.write() as work:
        return [await some_room(work, f"room{number}") for number in range(many)]


async def test_one_deed_of_a_lane_is_out_at_a_time(database: Database, place: Place) -> None:
    """The second message of a chat is handed out when the first has arrived."""
    one, two = sending(place.room, "one"), sending(place.room, "two")
    await put(database, one, two)

    first = await lease(database)
    assert (texts(first), await lease(database)) == (["one"], [])

    await database.outbox.done(one.id, shown(place.room, "m1"), NOW)
    assert texts(await lease(database)) == ["two"]

    await database.outbox.done(two.id, None, NOW)
    assert await lease(database) == []
    assert await database.outbox.next_time([HERE]) is None


async def test_a_dead_process_loses_its_lanes(database: Database, place: Place) -> None:
    """What a process held when it died is taken over when its lease ends, and known to be unsure."""
    await put(database, sending(place.room))
    first = await lease(database, owner="dead")

    assert await lease(database, after=29, owner="heir") == []
    taken = await lease(database, after=30, owner="heir")

    assert [one.sending for one in taken] == [one.sending for one in first]
    assert [(one.attempts, one.unsure) for one in (*first, *taken)] == [(0, False), (1, True)]


async def test_a_restart_takes_its_own_lanes_back_at_once(database: Database, place: Place) -> None:
    """Nobody waits for a lease to end when the same process comes back; others' lanes stay theirs."""
    first, second = await rooms(database, 2)
    await put(database, sending(first, "mine"))
    await lease(database, owner="me")
    await put(database, sending(second, "theirs"))
    await lease(database, owner="them")

    await database.outbox.reclaim("me", NOW)

    assert texts(await lease(database)) == ["mine"]


async def test_a_late_note_of_a_lost_lease_counts_once(database: Database, place: Place) -> None:
    """Who was thought dead and still reports is believed; the second report changes nothing."""
    one, two = sending(place.room, "one"), sending(place.room, "two")
    await put(database, one, two)
    await lease(database, owner="slow")
    await lease(database, after=31, owner="heir")

    await database.outbox.done(one.id, shown(place.room, "m1"), NOW)
    await database.outbox.done(one.id, shown(place.room, "m2"), NOW)
    await database.outbox.later(one.id, NOW + LEASE, "late")

    assert texts(await lease(database, after=32)) == ["two"]


async def test_urgent_answers_go_first(database: Database) -> None:
    """When there is room for few, an answer overtakes the digests of other chats."""
    first, second, third = await rooms(database, 3)
    await put(database, sending(first, "digest", urgency=Urgency.DIGEST), sending(second, "news", urgency=Urgency.NEWS))
    await put(database, sending(third, "answer"))

    assert texts(await lease(database, most=2)) == ["answer", "news"]


async def test_only_the_messengers_asked_for_are_served(database: Database, place: Place) -> None:
    """A process that speaks for one messenger leaves the others' messages alone."""
    await put(database, sending(place.room))

    assert await database.outbox.lease("me", [MessengerName("elsewhere")], NOW, NOW + LEASE, 9) == ()
    assert await database.outbox.lease("me", [], NOW, NOW + LEASE, 9) == ()


async def test_a_lane_waits_with_its_first_deed(database: Database, place: Place) -> None:
    """While the first message must wait, nothing of its chat overtakes it."""
    one, two = sending(place.room, "one"), sending(place.room, "two")
    await put(database, one, two)
    await lease(database)

    await database.outbox.later(one.id, NOW + timedelta(seconds=5), "busy")

    assert await lease(database, after=4) == []
    assert await database.outbox.next_time([HERE]) == NOW + timedelta(seconds=5)
    again = await lease(database, after=5)
    assert [(one.attempts, one.unsure) for one in again] == [(1, False)]


async def test_a_lane_rests_when_asked(database: Database, place: Place) -> None:
    """A chat that was just spoken to is left alone for as long as its messenger wants."""
    one, two = sending(place.room, "one"), sending(place.room, "two")
    await put(database, one, two)
    await lease(database)

    await database.outbox.done(one.id, None, NOW, NOW + timedelta(seconds=1))

    assert await lease(database, after=0.5) == []
    assert texts(await lease(database, after=1)) == ["two"]


async def test_what_is_for_later_holds_nobody_up(database: Database, place: Place) -> None:
    """A message kept for the morning does not keep the evening's answers waiting."""
    morning = replace(sending(place.room, "morning"), not_before=NOW + timedelta(hours=8))
    await put(database, morning, sending(place.room, "answer"))

    assert texts(await lease(database)) == ["answer"]
    assert texts(await lease(database, after=8 * 3600)) == ["morning", "answer"]


async def test_a_flood_of_changes_becomes_one(database: Database, place: Place) -> None:
    """A card that changes ten times while its chat is busy is edited once."""
    card = sending(place.room, "0", about="card:1")
    await put(database, card)
    await lease(database)
    await database.outbox.done(card.id, shown(place.room, "m1"), NOW)

    await put(database, *[edit_of(card, str(number)) for number in range(1, 10)])

    (edit,) = await lease(database)
    assert (edit.edits, texts([edit])) == (shown(place.room, "m1"), ["9"])
    await put(database, edit_of(card, "10"))
    await database.outbox.done(edit.sending.id, None, NOW)
    assert texts(await lease(database)) == ["10"]


async def test_a_card_not_yet_sent_is_changed_before(database: Database, place: Place) -> None:
    """A card that changes before anyone saw it appears as it is now; one in the air is edited afterwards."""
    card = sending(place.room, "1", about="card:1")
    await put(database, card, edit_of(card, "2"))
    assert texts(await lease(database)) == ["2"]

    await put(database, edit_of(card, "3"))
    await database.outbox.done(card.id, shown(place.room, "m1"), NOW)

    assert texts(await lease(database)) == ["3"]


async def test_a_card_that_never_arrived_is_not_edited(database: Database, place: Place) -> None:
    """What was given up stays given up, with all that would have changed it."""
    card = sending(place.room, "1", about="card:1")
    await put(database, card)
    await lease(database)
    await put(database, edit_of(card, "2"))

    await database.outbox.give_up(card.id, "refused", NOW)
    await put(database, edit_of(card, "3"), sending(place.room, "next"))

    assert texts(await lease(database)) == ["next"]
    async with database.write() as work:
        assert await work.queue.posts("card:1") == []


async def test_parked_messages_wait_for_the_tap(database: Database, place: Place) -> None:
    """One tap-to-open per person, whatever waits; after it everything comes, as it is by then."""
    lane = f"account:{place.account.id}"
    card, more = [
        Sending(
            PostId(new_id()), Deed.SEND, lane, HERE, None, place.account.id, a_message(words), fallback=place.room.id
        )
        for words in ("card", "more")
    ]
    await put(database, card, more)
    await lease(database)
    await put(database, edit_of(card, "card, in the air"))

    assert await database.outbox.park(card.id, NOW)
    await lease(database, after=1)
    assert not await database.outbox.park(more.id, NOW)
    await put(database, edit_of(card, "card, changed"))

    assert await lease(database, after=2) == []
    async with database.write() as work:
        private = await work.people.chat(ChatRef(HERE, "p", ChatKind.PRIVATE), "en")
        assert await work.queue.release(place.account.id, private.id, NOW) == 2
        assert await work.queue.release(place.account.id, private.id, NOW) == 0
    first = await lease(database, after=3)
    assert (texts(first), [one.chat for one in first]) == (["card, changed"], [private.ref])
    await database.outbox.done(card.id, None, NOW)
    assert texts(await lease(database, after=4)) == ["more"]


async def test_an_opened_chat_is_used_by_all_that_waits(database: Database, place: Place) -> None:
    """Once the private chat is known, all messages to a person stand in its one lane."""
    lane = f"account:{place.account.id}"
    one, two = [
        Sending(PostId(new_id()), Deed.SEND, lane, HERE, None, place.account.id, a_message(words))
        for words in ("one", "two")
    ]
    await put(database, one, two)
    await lease(database)
    private = ChatRef(HERE, "p", ChatKind.PRIVATE)

    await database.outbox.opened(one.id, private)
    async with database.write() as work:
        known = await work.people.find_chat(private)
        assert known is not None
        await work.queue.put(sending(known, "three"), NOW)

    assert await lease(database) == []
    await database.outbox.done(one.id, None, NOW)
    assert texts(await lease(database)) == ["two"]
    await database.outbox.done(two.id, None, NOW)
    assert texts(await lease(database)) == ["three"]


async def test_a_message_in_the_air_is_not_handed_out_again_when_its_chat_is_found(
    database: Database, place: Place
) -> None:
    """A private chat that already has messages waiting takes in another lane without sending its first twice."""
    private = ChatRef(HERE, "p", ChatKind.PRIVATE)
    async with database.write() as work:
        known = await work.people.chat(private, "en")
    one = Sending(
        PostId(new_id()), Deed.SEND, f"account:{place.account.id}", HERE, None, place.account.id, a_message("one")
    )
    await put(database, one)
    assert texts(await lease(database)) == ["one"]
    await put(database, sending(known, "there before"))

    await database.outbox.opened(one.id, private)

    assert await lease(database) == []
    await database.outbox.done(one.id, None, NOW)
    assert texts(await lease(database)) == ["there before"]


async def test_a_chat_that_is_gone_takes_its_messages_along(database: Database, place: Place) -> None:
    """Nothing is tried in a chat the bot left; other chats do not notice."""
    async with database.write() as work:
        other = await some_room(work, "other")
    await put(database, sending(place.room, "one"), sending(place.room, "two"), sending(other, "elsewhere"))

    await database.outbox.sleep(place.room.ref, NOW)
    await database.outbox.sleep(ChatRef(HERE, "unknown"), NOW)

    assert texts(await lease(database)) == ["elsewhere"]


async def test_a_home_comes_with_its_members(database: Database, place: Place) -> None:
    """Whoever makes a room is told in one go whom to invite and beside which chat."""
    async with database.write() as work:
        olaf = await some_account(work, "olaf")
    data: dict[str, str | list[str]] = {"token": "t", "title": "Café", "members": [place.account.id, olaf.id]}
    home = Sending(PostId(new_id()), Deed.HOME, "home:t", HERE, place.room.id, data=data)
    await put(database, home)

    (leased,) = await lease(database)

    assert (leased.sending, leased.chat, leased.members) == (home, place.room.ref, (place.account.ref, olaf.ref))


async def test_two_deliverers_never_hold_the_same_lane(database: Database) -> None:
    """However many take at once, each deed is handed out once."""
    await put(database, *[sending(room) for room in await rooms(database, 30)])

    taken = await asyncio.gather(*[lease(database, owner=f"p{number}") for number in range(6)])

    ids = [one.sending.id for batch in taken for one in batch]
    assert len(ids) == len(set(ids)) == 30
