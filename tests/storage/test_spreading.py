"""Does every one of many chats hear what it wants, and does its card change there, however many are told at once?"""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from core.app.cards import announce, redraw
from core.app.doors import DOORS
from core.app.guarding.ports import Mute
from core.app.queue import Deed, Sending
from core.app.reminding.ports import Whom
from core.app.rows import Chat
from core.app.topics.keys import keys_of_topic
from core.app.topics.ports import Follow, Follower, Pace
from core.app.turn import Scene
from core.groups.proposal import ProposalStage
from core.ids import PersonId, PostId, new_id
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import HERE, NOW, a_message, sending, some_place, some_room
from tests.storage.test_topics import NODE, START, meet, proposal

SOME, FEW = 17, 3
"""How many of each kind hear of it, more than one batch together, and how many of each do not."""
HEAR = ("daily", "all", "two topics")
NOT = ("asleep", "muted", "no author", "other topic", "stopped", "told today")
DAY = timedelta(days=1)


async def test_each_of_many_chats_hears_what_it_wants(database: Database) -> None:
    """Among many chats told together each hears once, and none that sleeps, took it away, said stop or had its day."""
    async with database.write() as work:
        author, square = await meet(work, "Square")
        card = proposal(author, square, START)
        many = [(kind, n) for some, count in ((HEAR, SOME), (NOT, FEW)) for kind in some for n in range(count)]
        kinds = {(await _chat(work, kind, n, card.id, author)).id: kind for kind, n in many}
        await announce(Scene(work, START, NODE), card, square)
    await _ring(database, START)
    async with database.write() as work:
        posts = await work.queue.posts(f"away:proposal:{card.id}")
        heard = Counter(kinds[post.chat] for post in posts if post.chat)
        assert heard == dict.fromkeys(HEAR, SOME)
        assert len({post.chat for post in posts}) == len(posts)

        changed = replace(card, what="clock evening", stage=ProposalStage.OPEN)
        await work.proposals.put(changed)
        await redraw(Scene(work, START, NODE), changed)
    await _ring(database, START)
    async with database.write() as work:
        posts = await work.queue.posts(f"away:proposal:{card.id}")
        assert len(posts) == SOME * len(HEAR)
        assert all("clock evening" in repr(post.message) for post in posts)

    await _ring(database, START + DAY)
    async with database.write() as work:
        posts = await work.queue.posts(f"away:proposal:{card.id}")
        heard = Counter(kinds[post.chat] for post in posts if post.chat)
        assert heard == {**dict.fromkeys(HEAR, SOME), "told today": FEW}


async def _chat(work: DatabaseWork, kind: str, number: int, card: str, author: PersonId) -> Chat:
    """Let a chat follow the topic of a proposal, in one way or another."""
    _person, chat = await meet(work, f"{kind} {number}")
    topics = {"other topic": ("sewing",), "two topics": ("repair", "making")}.get(kind, ("repair",))
    for topic in topics:
        await work.follows.add(Follow(chat.id, topic, topic, START, keys_of_topic(topic)))
    match kind:
        case "all":
            await work.follows.put(Follower(chat.id, Pace.ALL))
        case "asleep":
            await work.people.put_chat(replace(chat, asleep=True))
        case "muted":
            await work.guards.mute(Mute(chat.id, f"proposal:{card}", "repair", None, None, START))
        case "no author":
            await work.guards.mute(Mute(chat.id, f"author:{author}", "", author, None, START))
        case "stopped":
            reached = await work.reminders.reach(Whom(chat=chat.id))
            await work.reminders.put_reach(replace(reached, stopped=True))
            await work.follows.put(Follower(chat.id, Pace.ALL))
        case "told today":
            await work.follows.put(Follower(chat.id, told_at=START - timedelta(hours=1)))
        case _:
            pass
    return chat


async def _ring(database: Database, now: datetime) -> None:
    """Ring the timers of news and of what waits to be said, until none is due."""
    while True:
        async with database.write() as work:
            timer = await work.queue.take_due(now)
            if timer is None:
                return
            if timer.kind.startswith(("topics.", "reminding.look", "proposal.redraw")):
                await DOORS.timers[timer.kind](Scene(work, now, NODE), timer)


async def test_many_cards_change_as_each_alone_would(database: Database) -> None:
    """A change of many messages goes into those never sent, follows those that were, and leaves alone what is gone."""
    place = await some_place(database)
    async with database.write() as work:
        rooms = {name: await some_room(work, name) for name in ("unsent", "sent", "changing", "gone")}
        cards = {name: sending(room, about="card:1") for name, room in rooms.items()}
        for one in cards.values():
            await work.queue.put(one, NOW)
        for name in ("sent", "changing"):
            assert await work.queue.finish(cards[name].id, NOW)
        assert await work.queue.take_out(cards["gone"].id, "gone", NOW)
        earlier = _changed(cards["changing"])
        await work.queue.put(earlier, NOW)

        edits = {name: _changed(card) for name, card in cards.items()}
        await work.queue.put_edits([*edits.values(), _changed(sending(place.room))], NOW)

    leased = await database.outbox.lease("me", [HERE], NOW, NOW + DAY, 10)
    assert {one.sending.id for one in leased} == {cards["unsent"].id, edits["sent"].id, earlier.id}
    assert all(one.sending.message == a_message("changed") for one in leased)


def _changed(card: Sending) -> Sending:
    return replace(card, id=PostId(new_id()), deed=Deed.EDIT, message=a_message("changed"), edits=card.id)
