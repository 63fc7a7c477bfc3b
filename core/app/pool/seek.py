"""How does someone ask to be told when something fits, and stop it again?"""

from dataclasses import replace
from datetime import timedelta

from core.app.pool.asks import withdraw_ask
from core.app.pool.planning import plan_soon
from core.app.pool.stopping import SUBJECT, end_seeking
from core.app.questions import ask, forget
from core.app.turn import Data, Scene, Turn, Values
from core.commands.check import check
from core.commands.spec import Argument, Kind
from core.errors import Refused
from core.groups.limits import TITLE
from core.matching import worker
from core.matching.profile import Profile, Seeking
from core.matching.signature import LETTERS, pack, vector
from core.messenger.messages import Choice, Message, say
from core.wording import Moment, text

SEEKS_FOR = timedelta(days=30)
ASK_BEFORE_END = timedelta(days=2)
TELL_AFTER = timedelta(days=7)


async def seek(turn: Turn, values: Values) -> None:
    """Take someone into the pool; with nothing said, show how it stands, or ask about what."""
    if not worker.is_installed():
        raise Refused(text("seek-not-here"))
    topic = str(values.get("topic", ""))
    running = await turn.work.pool.seeking(turn.person.id)
    if topic:
        await _begin(turn, topic)
    elif running is not None:
        await turn.answer(_standing(running), private=True)
    else:
        await _which(turn, await turn.work.profiles.get(turn.person.id))


async def begin(turn: Turn, data: Data) -> None:
    """Begin with a topic that was tapped; an empty one stands for whatever needs them."""
    await forget(turn)
    await _begin(turn, data["topic"])


async def topic_told(turn: Turn, _data: Data, words: str) -> None:
    """Begin with a topic that was typed."""
    await _begin(turn, str(check(Argument("topic", Kind.TEXT, most=TITLE), words, "en", turn.now, "UTC")))


async def stop(turn: Turn, _data: Data) -> None:
    """Seek no more; a question that is open counts as not now."""
    if await turn.work.pool.seeking(turn.person.id) is None:
        raise Refused(text("seek-none"))
    await withdraw_ask(turn, turn.person.id)
    await end_seeking(turn, turn.person.id)
    await turn.answer(say(text("seek-stopped")), private=True)


async def longer(turn: Turn, _data: Data) -> None:
    """Seek on for another 30 days."""
    running = await turn.work.pool.seeking(turn.person.id)
    if running is None:
        raise Refused(text("seek-none"))
    kept = replace(running, until=turn.now + SEEKS_FOR)
    await turn.work.pool.put_seeking(kept)
    await _set_timers(turn, kept)
    await turn.answer(_standing(kept), private=True)


async def _begin(turn: Turn, topic: str) -> None:
    until = turn.now + SEEKS_FOR
    signed = vector(topic)
    begun = Seeking(
        turn.person.id, topic, turn.chat.id, turn.now, until, pack(signed) if signed else "", LETTERS if signed else ""
    )
    await turn.work.pool.put_seeking(begun)
    await _set_timers(turn, begun)
    await turn.wake_in("seek.week", SUBJECT, TELL_AFTER, turn.person.id)
    await plan_soon(turn)
    profile = await turn.work.profiles.get(turn.person.id)
    more = (text("seek-more", prefix=turn.can.command_prefix),) if profile.is_empty else ()
    told = text("seek-begun", topic=topic) if topic else text("seek-begun-any")
    until_told = text("seek-until", until=Moment(until, date_only=True))
    await turn.answer(say(told, until_told, *more, choices=(_stop(),)), private=True)


async def _set_timers(scene: Scene, running: Seeking) -> None:
    await scene.wake("seek.ending", SUBJECT, running.until - ASK_BEFORE_END, running.person)
    await scene.wake("seek.over", SUBJECT, running.until, running.person)


async def _which(turn: Turn, profile: Profile) -> None:
    topics = (Choice("seek.begin", text("own-words", words=topic), {"topic": topic}) for topic in profile.topics)
    anything = (Choice("seek.begin", text("tap-seek-any"), {"topic": ""}),) if profile.brings else ()
    question = say(text("seek-what"), choices=(*topics, *anything), asks=True)
    await ask(turn, "seek.topic", {}, question, private=True)


def _standing(running: Seeking) -> Message:
    told = text("seek-runs", topic=running.topic) if running.topic else text("seek-runs-any")
    return say(told, text("seek-until", until=Moment(running.until, date_only=True)), choices=(_stop(),))


def _stop() -> Choice:
    return Choice("seek.stop", text("tap-seek-stop"))
