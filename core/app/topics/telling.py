"""How does a chat hear what is new in its topics: as one card, or as one digest a day?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.app.queue import Timer, Urgency
from core.app.reminding.keep import About, Unsaid, put_all
from core.app.reminding.look import left_in_peace
from core.app.reminding.ports import Whom
from core.app.rows import Chat
from core.app.topics.announcing import wake_telling
from core.app.topics.ports import Follow, Follower, News, Pace
from core.app.topics.things import Thing, thing_of, unmuted
from core.app.turn import Scene
from core.ids import NewsId
from core.matching.rotation import rotated
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import text

CHATS_AT_ONCE = 50
DAY = timedelta(days=1)
SHOWN = 6
CARDS_AT_ONCE = 3
PAST_USE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Told:
    """What one chat is told.

    Attributes:
        things: In the order in which they are shown.
        topics: Of the chat's, those they fit.
        as_it_comes: Whether each is a card of its own, which no budget holds back: this chat asked for it.
    """

    chat: Chat
    follower: Follower
    things: tuple[Thing, ...]
    topics: tuple[str, ...]
    as_it_comes: bool


async def tell(scene: Scene, timer: Timer) -> None:
    """Tell the next chats what waits for them, in few statements for all, and ring again for the others."""
    due = await scene.work.news.due(scene.now, CHATS_AT_ONCE)
    early = {one.chat: day for one in due if (day := _next_day(one)) is not None and scene.now < day}
    for chat, day in early.items():
        await scene.work.news.later(chat, day)
    told = await _told(scene, [one for one in due if one.chat not in early])
    now = [replace(one.follower, told_at=scene.now, looks=one.follower.looks + 1) for one in told]
    await scene.work.follows.put(*now)
    async with scene.work.queue.gathered():
        for one in told:
            if one.as_it_comes:
                await _post(scene, one)
    await put_all(scene, [_unsaid(scene, one, timer) for one in told if not one.as_it_comes])
    await wake_telling(scene)


def _next_day(follower: Follower) -> datetime | None:
    """Say when a chat that hears once a day may hear again; None when it may at any time."""
    return follower.told_at + DAY if follower.pace is Pace.DAILY and follower.told_at is not None else None


async def _told(scene: Scene, some: Sequence[Follower]) -> Sequence[Told]:
    """Say what each chat is told; what is over by now, no longer followed or taken away there, is not."""
    here = [one.chat for one in some]
    if not here:
        return ()
    waiting = await scene.work.news.take_waiting(here)
    chats = await scene.work.people.chats_by_id(here)
    follows = await scene.work.follows.of_all(here)
    muted = await scene.work.guards.muted_in(here)
    peace = await left_in_peace(scene, [one.chat for one in some if one.pace is Pace.ALL])
    drawn = await _drawn(scene, waiting.values())
    told = []
    for follower in some:
        followed = _followed(waiting[follower.chat], follows[follower.chat])
        things = unmuted(muted[follower.chat], [thing for new in followed if (thing := drawn[new.id]) is not None])
        chat = chats[follower.chat]
        if things and not chat.asleep:
            topics = tuple(one.topic for one in follows[chat.id] if any(one.keys & new.keys for new in followed))
            as_it_comes = follower.pace is Pace.ALL and chat.id not in peace
            told.append(Told(chat, follower, rotated(things, follower.looks), topics, as_it_comes))
    return told


def _followed(waiting: Sequence[News], follows: Sequence[Follow]) -> Sequence[News]:
    keys = frozenset(key for follow in follows for key in follow.keys)
    return [new for new in waiting if new.keys & keys]


async def _drawn(scene: Scene, waiting: Iterable[Sequence[News]]) -> Mapping[NewsId, Thing | None]:
    """Draw each thing once for all chats that are told in one transaction; None for what is over."""
    each = {new.id: new for some in waiting for new in some}
    return {key: await thing_of(scene, new) for key, new in each.items()}


async def _post(scene: Scene, told: Told) -> None:
    """Say it at once, as cards or, where they are many, as one digest.

    This chat asked for each thing as it comes: no budget, though a timer tells it, until it says stop.
    """
    if len(told.things) <= CARDS_AT_ONCE:
        for thing in told.things:
            await Scene.post(scene, told.chat, thing.card, about=thing.about, urgency=Urgency.NEWS)
    else:
        await Scene.post(scene, told.chat, digest(told.things, told.topics), urgency=Urgency.NEWS)


def _unsaid(scene: Scene, told: Told, timer: Timer) -> Unsaid:
    """Make the one message of a day, whatever is in it; it waits for its turn within the budget."""
    first, alone = told.things[0], len(told.things) == 1
    about = About(f"news:{first.news}", card=first.about if alone else "", past_use=scene.now + PAST_USE)
    message = first.card if alone else digest(told.things, told.topics)
    return Unsaid(Whom(chat=told.chat.id), message, about, timer.due)


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
