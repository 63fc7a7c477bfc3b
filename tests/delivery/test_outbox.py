"""Does what was put into the outbox arrive, in order, within limits, and not twice?"""

import asyncio
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from core.app.queue import Deed, Sending
from core.app.rows import Account, Chat
from core.clock import VirtualClock
from core.delivery.limits import Limit, Limits
from core.delivery.outbox import Delivery, Habits
from core.delivery.patience import Patience
from core.errors import ChatGone, MessageGone, NoPrivateWay, TryAgain, Undeliverable
from core.ids import PostId, new_id
from core.messenger.capabilities import Can
from core.messenger.events import ChatKind
from core.messenger.port import HomeMade, Post
from core.storage.work import Database
from tests.delivery.fakes import Ear, Recorder
from tests.stage import until
from tests.storage.samples import HERE, NOW, Place, a_message, sending, some_place, some_room


class House:
    """Delivery with everything around it."""

    def __init__(self, database: Database, limits: Limits | None = None) -> None:
        self.database, self.messenger, self.ear = database, Recorder(), Ear(database)
        self.clock = VirtualClock(NOW)
        habits = Habits("house", limits={HERE: limits} if limits else {}, chance=Random(1))
        self.delivery = Delivery(
            database.outbox, {HERE: self.messenger}, self.ear, self.clock, database.bell, habits=habits
        )

    async def put(self, *deeds: Sending) -> None:
        async with self.database.write() as work:
            for deed in deeds:
                await work.queue.put(deed, self.clock.now())

    async def after(self, **passing: float) -> None:
        self.clock.advance(timedelta(**passing))
        await self.delivery.drain()


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


@pytest.fixture
async def place(database: Database) -> Place:
    return await some_place(database)


def words(chat: Chat, *said: str) -> list[Sending]:
    return [sending(chat, one) for one in said]


def privately(account: Account, room: Chat | None, words: str = "hello") -> Sending:
    lane = f"account:{account.id}"
    fallback = room.id if room else None
    return Sending(
        PostId(new_id()), Deed.SEND, lane, HERE, None, account.id, message=a_message(words), fallback=fallback
    )


def change(of: Sending, words: str) -> Sending:
    return replace(of, id=PostId(new_id()), deed=Deed.EDIT, message=a_message(words), edits=of.id)


class Trouble:
    """Fails as told, once each, then lets everything pass."""

    def __init__(self, *errors: Exception | None) -> None:
        self.errors = list(errors)

    def __call__(self, post: Post) -> None:
        error = self.errors.pop(0) if self.errors else None
        if error:
            raise error


async def test_a_chat_hears_everything_in_order(house: House, place: Place) -> None:
    """What was said first is read first."""
    await house.put(*words(place.room, "one", "two", "three"))

    await house.delivery.drain()

    assert house.messenger.said("room") == ["one", "two", "three"]


async def test_order_holds_while_the_first_must_wait(house: House, place: Place) -> None:
    """A message that has to be repeated holds back the ones behind it, in its own chat alone."""
    async with house.database.write() as work:
        other = await some_room(work, "other")
    house.messenger.trouble = Trouble(TryAgain("busy", after=5))
    await house.put(*words(place.room, "one", "two"))
    await house.put(sending(other, "elsewhere"))

    await house.delivery.drain()
    assert house.messenger.said("room") == []
    assert house.messenger.said("other") == ["elsewhere"]

    await house.after(seconds=4)
    assert house.messenger.said("room") == []

    await house.after(seconds=1)
    assert house.messenger.said("room") == ["one", "two"]


async def test_it_gives_up_at_last_and_goes_on(house: House, place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """A message nobody can deliver for a day does not hold the others up for ever; the operator reads it once."""
    first, second = words(place.room, "one", "two")
    await house.put(first, second)

    def refuses_first(post: Post) -> None:
        if post.key == first.id:
            raise TryAgain("no")

    house.messenger.trouble = refuses_first
    for _ in range(Patience().tries):
        await house.after(minutes=30)

    assert house.messenger.said("room") == ["two"]
    assert caplog.text.count("gave up") == 1


async def test_a_repeated_message_carries_the_same_key(house: House, place: Place) -> None:
    """Where a messenger knows keys, a repeat appears once."""
    keys: list[str] = []
    trouble = Trouble(TryAgain("busy", may_have_arrived=True))

    def note(post: Post) -> None:
        keys.append(post.key)
        trouble(post)

    house.messenger.trouble = note
    await house.put(sending(place.room))

    await house.delivery.drain()
    await house.after(seconds=2)

    assert len(keys) == 2
    assert len(set(keys)) == 1


async def test_a_reminder_is_rather_lost_than_doubled(house: House, place: Place) -> None:
    """A reminder whose fate is unknown is not sent again."""
    house.messenger.trouble = Trouble(TryAgain("timeout", may_have_arrived=True))
    await house.put(replace(sending(place.room, "remember"), at_most_once=True), sending(place.room, "next"))

    await house.delivery.drain()
    await house.after(hours=1)

    assert house.messenger.said("room") == ["next"]


async def test_a_reminder_cut_short_by_a_crash_is_not_repeated(house: House, place: Place) -> None:
    """After a restart nobody knows whether a reminder arrived, so it stays unsaid."""
    await house.put(replace(sending(place.room, "remember"), at_most_once=True), sending(place.room, "next"))
    await house.database.outbox.lease("house", [HERE], NOW, NOW + timedelta(minutes=3), 9)

    await house.database.outbox.reclaim("house", NOW)
    await house.delivery.drain()

    assert house.messenger.said("room") == ["next"]


async def test_a_slow_chat_holds_nobody_up(house: House, place: Place) -> None:
    """While one chat does not answer, the others are served."""
    async with house.database.write() as work:
        others = [await some_room(work, f"other{number}") for number in range(5)]
    house.messenger.slow = {"room"}
    await house.put(sending(place.room), *[sending(other, "hi") for other in others])

    running = asyncio.create_task(house.delivery.run())
    await until(lambda: len(house.messenger.sent) == 5)
    assert house.messenger.said("room") == []
    house.messenger.let_go.set()
    house.delivery.stop()
    await running

    assert house.messenger.said("room") == ["hello"]


async def test_a_stop_finishes_what_is_in_hand(house: House, place: Place) -> None:
    """Stopping waits for the message in the air and takes no other."""
    house.messenger.slow = {"room"}
    await house.put(*words(place.room, "one", "two"))
    running = asyncio.create_task(house.delivery.run())
    await asyncio.sleep(0.2)

    house.delivery.stop()
    house.messenger.let_go.set()
    await running

    assert house.messenger.said("room") == ["one"]
    await house.after(seconds=0)
    assert house.messenger.said("room") == ["one", "two"]


async def test_what_is_put_goes_out_at_once(house: House, place: Place) -> None:
    """Nobody waits for a poll: the commit rings."""
    running = asyncio.create_task(house.delivery.run())
    await asyncio.sleep(0.05)
    await house.put(sending(place.room))

    await until(lambda: house.messenger.sent, seconds=0.8)

    house.delivery.stop()
    await running


async def test_a_chat_is_spoken_to_no_faster_than_it_bears(database: Database, place: Place) -> None:
    """A messenger's limit for one chat is kept by waiting."""
    house = House(database, Limits(chat=Limit(1, 1)))
    await house.put(*words(place.room, "one", "two", "three"))

    await house.delivery.drain()
    assert house.messenger.said("room") == ["one"]

    await house.after(seconds=1)
    assert house.messenger.said("room") == ["one", "two"]

    await house.put(sending(place.room, "four"))
    await house.after(seconds=0.5)
    assert house.messenger.said("room") == ["one", "two"]


async def test_a_messenger_is_spoken_to_no_faster_than_it_bears(database: Database) -> None:
    """In no second go more messages out than the messenger allows in all."""
    house = House(database, Limits(account=Limit(30, 1)))
    async with database.write() as work:
        rooms = [await some_room(work, f"room{number}") for number in range(80)]
    await house.put(*[sending(room) for room in rooms])

    counts = []
    for _ in range(100):
        await house.after(milliseconds=50)
        counts.append(len(house.messenger.sent))

    assert counts[-1] == 80
    assert max(later - earlier for earlier, later in zip(counts, counts[20:], strict=False)) <= 30


async def test_a_card_is_changed_in_place(house: House, place: Place) -> None:
    """A card that changes while it waits is sent once as it is now; later it is edited."""
    card = sending(place.room, "1 of 3", about="proposal:1")
    await house.put(card, change(card, "2 of 3"))
    await house.delivery.drain()

    await house.put(change(card, "3 of 3"), change(card, "started"))
    await house.delivery.drain()

    assert house.messenger.said("room") == ["2 of 3"]
    assert [(name, post.body[0].text) for name, post in house.messenger.edited] == [("m1", "started")]


async def test_a_deleted_card_stays_deleted(house: House, place: Place) -> None:
    """Who removed a card from their chat does not get it back with the next change."""
    card = sending(place.room, "1 of 3", about="proposal:1")
    await house.put(card)
    await house.delivery.drain()
    house.messenger.trouble = Trouble(MessageGone("deleted"))

    await house.put(change(card, "2 of 3"), sending(place.room, "next"))
    await house.delivery.drain()

    assert house.messenger.said("room") == ["1 of 3", "next"]


async def test_a_card_of_a_moved_chat_is_said_anew(house: House, place: Place) -> None:
    """When a group becomes a supergroup, its card appears in the new place with the next change."""
    card = sending(place.room, "1 of 3", about="proposal:1")
    await house.put(card)
    await house.delivery.drain()
    async with house.database.write() as work:
        await work.people.move_chat(place.room.id, replace(place.room.ref, id="super"))

    await house.put(change(card, "2 of 3"))
    await house.delivery.drain()
    await house.put(change(card, "3 of 3"))
    await house.delivery.drain()

    assert house.messenger.said("super") == ["2 of 3"]
    assert [name for name, _ in house.messenger.edited] == ["m2"]


async def test_a_private_message_opens_the_private_chat(house: House, place: Place) -> None:
    """Someone who can be written to is written to, and from then on in the same chat."""
    await house.put(privately(place.account, place.room, "one"), privately(place.account, place.room, "two"))

    await house.delivery.drain()

    assert house.messenger.said("private-lena") == ["one", "two"]
    async with house.database.write() as work:
        account = await work.people.account_by_id(place.account.id)
        assert account.private is not None
        assert (await work.people.chat_by_id(account.private)).ref.kind is ChatKind.PRIVATE


async def test_who_cannot_be_written_to_finds_one_tap_in_the_room(house: House, place: Place) -> None:
    """The room shows a tap-to-open, once; never the private text. After the tap all of it arrives, in order."""
    house.messenger.closed = {"lena"}
    await house.put(privately(place.account, place.room, "secret one"), privately(place.account, place.room, "two"))

    await house.delivery.drain()

    assert len(house.messenger.sent) == 1
    assert house.messenger.sent[0].chat.id == "room"
    assert "secret" not in house.messenger.sent[0].body[0].text
    async with house.database.write() as work:
        kept = await work.queue.choice(house.messenger.sent[0].choices[0].key)
        assert kept is not None
        assert (kept.action, kept.reader) == ("open-privately", place.person)
        private = await work.people.chat(replace(place.room.ref, id="p", kind=ChatKind.PRIVATE), "en")
        assert await work.queue.release(place.account.id, private.id, NOW) == 2
    await house.delivery.drain()
    assert house.messenger.said("p") == ["secret one", "two"]


async def test_an_answer_for_one_is_shown_to_one(house: House, place: Place) -> None:
    """In a room an answer for one reader is shown to them alone."""
    await house.put(replace(sending(place.room, "yours"), account=place.account.id))

    await house.delivery.drain()

    assert house.messenger.sent[0].reader == place.account.ref
    assert house.messenger.said("room") == ["yours"]


async def test_an_answer_for_one_goes_privately_where_the_room_cannot(house: House, place: Place) -> None:
    """Where a room can no longer show something to one alone, it comes as a private message."""
    house.messenger.trouble = Trouble(NoPrivateWay("too old"))
    await house.put(replace(sending(place.room, "yours"), account=place.account.id))

    await house.delivery.drain()

    assert house.messenger.said("room") == []
    assert house.messenger.said("private-lena") == ["yours"]


async def test_a_room_that_shows_all_to_all_is_never_asked(house: House, place: Place) -> None:
    """A private answer never stands in a room of a messenger without private answers."""
    house.messenger.able = replace(house.messenger.able, private_answers=Can.ABSENT)
    await house.put(replace(sending(place.room, "yours"), account=place.account.id))

    await house.delivery.drain()

    assert house.messenger.said("room") == []
    assert house.messenger.said("private-lena") == ["yours"]


async def test_a_chat_the_bot_left_sleeps(house: House, place: Place) -> None:
    """When the bot is thrown out, nothing more is tried there."""
    house.messenger.trouble = Trouble(ChatGone("kicked"))
    await house.put(*words(place.room, "one", "two"))

    await house.delivery.drain()

    assert house.messenger.sent == []
    async with house.database.write() as work:
        assert (await work.people.chat_by_id(place.room.id)).asleep


async def test_a_home_is_made_once(house: House, place: Place) -> None:
    """A group's room is asked for, and the application hears of it once."""
    house.messenger.made = HomeMade(None, "link")
    data: dict[str, str | list[str]] = {"token": "t", "title": "Café", "members": [place.account.id]}
    home = Sending(PostId(new_id()), Deed.HOME, "home:t", HERE, place.room.id, data=data)
    await house.put(home)

    await house.delivery.drain()
    await house.ear.home_made(home, HomeMade(None))

    assert [(made.title, made.members) for made in house.messenger.homes] == [("Café", (place.account.ref,))]
    assert house.messenger.homes[0].near == place.room.ref
    assert house.ear.homes == [HomeMade(None, "link")]


async def test_keys_are_given_and_taken(house: House, place: Place) -> None:
    """Who joins gets a way in, and who left loses theirs."""
    put = [
        Sending(PostId(new_id()), deed, f"chat:{place.room.id}", HERE, place.room.id, place.account.id)
        for deed in (Deed.ADMIT, Deed.DISMISS)
    ]
    await house.put(*put)

    await house.delivery.drain()

    assert house.messenger.admitted == house.messenger.dismissed == [("room", "lena")]
    assert house.ear.keys == ["key"]


async def test_a_bug_in_one_message_does_not_stop_the_others(house: House, place: Place) -> None:
    """An error nobody foresaw is logged, tried again a few times, and then the chat goes on."""
    first, second = words(place.room, "one", "two")

    def breaks(post: Post) -> None:
        if post.key == first.id:
            raise KeyError("oops")

    house.messenger.trouble = breaks
    await house.put(first, second)
    for _ in range(Patience().bugs):
        await house.after(minutes=30)

    assert house.messenger.said("room") == ["two"]


async def test_what_can_never_arrive_is_not_repeated(house: House, place: Place) -> None:
    """A message refused for good is logged once and the chat goes on."""
    house.messenger.trouble = Trouble(Undeliverable("too long"))
    await house.put(*words(place.room, "one", "two"))

    await house.delivery.drain()

    assert house.messenger.said("room") == ["two"]


async def test_everyone_reads_their_own_language(house: House, place: Place) -> None:
    """A private message is in the person's language, a room's in the room's."""
    async with house.database.write() as work:
        person = await work.people.person(place.person)
        await work.people.put_person(replace(person, language="ru"))
    await house.put(sending(place.room), privately(place.account, place.room))

    await house.delivery.drain()

    assert sorted((post.chat.id, post.language) for post in house.messenger.sent) == [
        ("private-lena", "ru"),
        ("room", "en"),
    ]
