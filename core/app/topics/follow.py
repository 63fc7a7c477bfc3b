"""How does a chat follow a topic, or no longer?"""

from dataclasses import replace

from core.app.topics.announcing import wake_telling
from core.app.topics.keys import keys_of_topic
from core.app.topics.page import open_things
from core.app.topics.ports import Follow, Follower, Pace
from core.app.topics.telling import ways
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.matching.topics import fold
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text

MOST = 20


async def follow(turn: Turn, values: Values) -> None:
    """Follow a topic in this chat, and show what is open in it now."""
    topic = str(values["topic"]).lstrip("#").strip()
    keys = keys_of_topic(topic)
    if not keys:
        raise Refused(text("refused-topic-empty"))
    before = await turn.work.follows.of(turn.chat.id)
    if len(before) >= MOST:
        raise Refused(text("refused-follows-many", most=MOST))
    if not await turn.work.follows.add(Follow(turn.chat.id, fold(topic), topic, turn.now, keys)):
        raise Refused(text("refused-follows-already", topic=topic))
    follower = await turn.work.follows.follower(turn.chat.id)
    things = await open_things(turn, keys, follower)
    now = (Line(text("follow-open-now", count=len(things))),) if things else (Line(text("follow-nothing-yet")),)
    head = Line(text("followed", topic=topic), Style.TITLE)
    rhythm = Line(text(f"pace-is-{follower.pace}"), Style.NOTE)
    await turn.answer(Message((head, rhythm, *now), (*ways(things), pace_choice(follower))))


async def unfollow(turn: Turn, values: Values) -> None:
    """Follow a topic no more, at once; without a name, ask which."""
    if "topic" in values:
        await _drop(turn, str(values["topic"]).lstrip("#").strip())
        return
    follows = await turn.work.follows.of(turn.chat.id)
    if not follows:
        raise Refused(text("refused-follows-nothing"))
    choices = tuple(
        Choice("topics.unfollow", text("own-words", words=one.topic), {"topic": one.topic}) for one in follows
    )
    await turn.answer(say(text("unfollow-which"), choices=choices))


async def unfollow_this(turn: Turn, data: Data) -> None:
    """Follow the tapped topic no more."""
    await _drop(turn, data["topic"])


async def set_pace(turn: Turn, data: Data) -> None:
    """Hear of each thing as it comes, or once a day again."""
    follower = await turn.work.follows.follower(turn.chat.id)
    await turn.work.follows.put(replace(follower, pace=Pace(data["pace"])))
    await turn.work.news.later(turn.chat.id, turn.now)
    await wake_telling(turn)
    await turn.answer(say(text(f"pace-is-{Pace(data['pace'])}")))


def pace_choice(follower: Follower) -> Choice:
    """Offer the other rhythm."""
    other = Pace.DAILY if follower.pace is Pace.ALL else Pace.ALL
    return Choice("topics.pace", text(f"tap-pace-{other}"), {"pace": other})


async def _drop(turn: Turn, topic: str) -> None:
    if not await turn.work.follows.drop(turn.chat.id, fold(topic)):
        raise Refused(text("refused-follows-not", topic=topic))
    await turn.answer(say(text("unfollowed", topic=topic)))
