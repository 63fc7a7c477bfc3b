"""How does a chat hear what is new in its topics: as one card, or as one digest a day?"""

from dataclasses import replace
from datetime import timedelta

from core.app.nudge import nudge_room
from core.app.queue import Timer, Urgency
from core.app.reminding.look import is_left_in_peace
from core.app.rows import Chat
from core.app.topics.announcing import wake_telling
from core.app.topics.ports import Follower, News, Pace
from core.app.topics.things import Thing, not_muted, thing_of
from core.app.turn import Scene
from core.ids import NewsId
from core.matching.rotation import rotated
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import text

CHATS_AT_ONCE = 5
DAY = timedelta(days=1)
SHOWN = 6
CARDS_AT_ONCE = 3
PAST_USE = timedelta(days=3)
Drawn = dict[NewsId, Thing | None]


async def tell(scene: Scene, _timer: Timer) -> None:
    """Tell the next chats what waits for them, and ring again for the others."""
    drawn: Drawn = {}
    for follower in await scene.work.news.due(scene.now, CHATS_AT_ONCE):
        await _tell_one(scene, follower, drawn)
    await wake_telling(scene)


async def _tell_one(scene: Scene, follower: Follower, drawn: Drawn) -> None:
    """Tell one chat; what is over by now, or no longer followed, is not told, and nothing before its day."""
    if follower.pace is Pace.DAILY and follower.told_at is not None and scene.now < follower.told_at + DAY:
        await scene.work.news.later(follower.chat, follower.told_at + DAY)
        return
    waiting = await scene.work.news.take_waiting(follower.chat)
    chat = await scene.work.people.chat_by_id(follower.chat)
    follows = await scene.work.follows.of(chat.id)
    keys = frozenset(key for follow in follows for key in follow.keys)
    followed = [new for new in waiting if new.keys & keys]
    things = [thing for new in followed if (thing := await _drawn(scene, new, drawn)) is not None]
    things = await not_muted(scene, chat.id, things)
    if not things or chat.asleep:
        return
    await scene.work.follows.put(replace(follower, told_at=scene.now, looks=follower.looks + 1))
    topics = tuple(follow.topic for follow in follows if any(follow.keys & new.keys for new in waiting))
    await _say(scene, chat, follower, rotated(things, follower.looks), topics)


async def _drawn(scene: Scene, new: News, drawn: Drawn) -> Thing | None:
    """Draw a thing once for all chats that are told in one transaction."""
    if new.id not in drawn:
        drawn[new.id] = await thing_of(scene, new)
    return drawn[new.id]


async def _say(
    scene: Scene, chat: Chat, follower: Follower, things: tuple[Thing, ...], topics: tuple[str, ...]
) -> None:
    """Say it: a chat that asked for all gets cards, another one message, whatever is in it."""
    as_it_comes = follower.pace is Pace.ALL and not await is_left_in_peace(scene, chat)
    if as_it_comes and len(things) <= CARDS_AT_ONCE:
        for thing in things:
            # This chat asked for each thing as it comes: no budget, though a timer tells it, until it says stop.
            await Scene.post(scene, chat, thing.card, about=thing.about, urgency=Urgency.NEWS)
    elif as_it_comes:
        await Scene.post(scene, chat, digest(things, topics), urgency=Urgency.NEWS)
    elif len(things) == 1:
        thing = things[0]
        until = scene.now + PAST_USE
        await nudge_room(scene, chat, thing.card, thing=f"news:{thing.news}", past_use=until, about=thing.about)
    else:
        until = scene.now + PAST_USE
        await nudge_room(scene, chat, digest(things, topics), thing=f"news:{things[0].news}", past_use=until)


def digest(things: tuple[Thing, ...], topics: tuple[str, ...]) -> Message:
    """List what is new, each with the way to its card; what has no room is counted."""
    head = Line(text("news-digest", topics=topics, count=len(things)), Style.TITLE)
    shown = things[:SHOWN]
    more = len(things) - len(shown)
    rest = (Line(text("news-more", count=more), Style.NOTE),) if more else ()
    return Message((head, *(Line(thing.line, Style.ITEM) for thing in shown), *rest), ways(shown))


def ways(things: tuple[Thing, ...]) -> tuple[Choice, ...]:
    """Offer the card of each thing."""
    return tuple(
        Choice("topics.show", text("tap-show", what=thing.what), {"news": thing.news, "subject": thing.about})
        for thing in things
    )
