"""How does somebody say when they are to be left in peace, for themselves or for a chat?"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.app.reminding.keep import look_at
from core.app.reminding.look import reach_of
from core.app.reminding.ports import Reached, Whom
from core.app.reminding.stopping import is_stop
from core.app.turn import Data, Scene, Turn, Values
from core.commands.clause_words import read_hours
from core.commands.vocabulary import fold
from core.commands.when import understood
from core.errors import Refused
from core.ids import ChatId
from core.messenger.messages import Choice, Line, Message, say
from core.reminding.hours import opening
from core.texts.translator import languages, render
from core.wording import Moment, Text, text

_RANGE = re.compile(r"\D{0,8}\d{1,2}(?:[:.]\d{2})?\s*[-–—]\s*\d{1,2}(?:[:.]\d{2})?\s*")
_OFFERED = ((text("tap-quiet-day"), timedelta(days=1)), (text("tap-quiet-week"), timedelta(weeks=1)))


async def quiet(turn: Turn, values: Values) -> None:
    """Take hours, a day or a word; with nothing given, show how it stands and what can be chosen."""
    words = str(values.get("when", ""))
    if words:
        await choose(turn, _meant(turn, words))
        return
    whom = Whom(turn.person.id)
    reached = await turn.work.reminders.reach(whom)
    until = tuple(
        Choice("quiet.choose", label, {"until": str(int((turn.now + time).timestamp()))}) for label, time in _OFFERED
    )
    rest = (
        Choice("quiet.choose", text("tap-quiet-stop"), {"stop": "yes"}),
        Choice("quiet.choose", text("tap-quiet-usual"), {"usual": "yes"}),
    )
    lines = (Line(_standing(reached, turn.now)), Line(text("quiet-how")))
    await turn.answer(Message(lines, (*until, *rest)), private=True)


async def choose(turn: Turn, data: Data) -> None:
    """Take it; in a room it may be meant for all who read there."""
    if turn.chat.is_private:
        await for_me(turn, data)
        return
    choices = (
        Choice("quiet.me", text("tap-for-me"), data),
        Choice("quiet.chat", text("tap-for-chat"), {**data, "chat": str(turn.chat.id)}),
    )
    await turn.answer(say(text("quiet-for-whom"), choices=choices), private=True)


async def for_me(turn: Turn, data: Data) -> None:
    """Leave this person in peace then."""
    after = await _keep(turn, Whom(turn.person.id), data)
    await turn.answer(say(_standing(after, turn.now), choices=_way_back(after, "quiet.me", {})), private=True)


async def for_chat(turn: Turn, data: Data) -> None:
    """Leave this chat in peace then; anyone there may choose, and take it back."""
    chat = await turn.work.people.chat_by_id(ChatId(data["chat"]))
    after = await _keep(turn, Whom(chat=chat.id), data)
    choices = _way_back(after, "quiet.chat", {"chat": str(chat.id)})
    await turn.post(chat, say(_standing(after, turn.now), choices=choices))


async def stop(turn: Turn, _values: Values) -> None:
    """Say nothing unprompted to this person any more, at once."""
    await for_me(turn, {"stop": "yes"})


def _meant(turn: Turn, words: str) -> dict[str, str]:
    if fold(words).strip(" .") in _usual_words():
        return {"usual": "yes"}
    if is_stop(words):
        return {"stop": "yes"}
    moment = None if _RANGE.fullmatch(words) else understood(words, turn.person.language, turn.now, turn.zone)
    if moment is not None:
        return {"until": str(int(moment.timestamp()))}
    begin, end = read_hours(words)
    return {"begin": str(begin), "end": str(end)}


async def _keep(scene: Scene, whom: Whom, data: Data) -> Reached:
    before = await scene.work.reminders.reach(whom)
    after = _changed(before, data)
    reach = await reach_of(scene, whom, after)
    if opening(scene.now, reach.quiet) is None:
        raise Refused(text("refused-quiet-always"))
    await scene.work.reminders.put_reach(after)
    await look_at(scene, whom, scene.now)
    return after


def _changed(before: Reached, data: Mapping[str, str]) -> Reached:
    if "begin" in data:
        return replace(before, begin=int(data["begin"]), end=int(data["end"]), stopped=False)
    if "until" in data:
        return replace(before, until=datetime.fromtimestamp(int(data["until"]), UTC), stopped=False)
    if "stop" in data:
        return replace(before, stopped=True)
    return replace(before, begin=None, end=None, until=None, stopped=False)


def _standing(reached: Reached, now: datetime) -> Text:
    if reached.stopped:
        return text("quiet-stopped")
    if reached.until is not None and reached.until > now:
        return text("quiet-until", until=Moment(reached.until))
    if reached.begin is not None and reached.end is not None:
        return text("quiet-hours", begin=_clock(reached.begin), end=_clock(reached.end))
    return text("quiet-usual")


def _way_back(reached: Reached, action: str, data: Mapping[str, str]) -> tuple[Choice, ...]:
    if not (reached.stopped or reached.until or reached.begin is not None):
        return ()
    return (Choice(action, text("tap-quiet-usual"), {**data, "usual": "yes"}),)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _usual_words() -> frozenset[str]:
    return frozenset(
        fold(word) for language in languages() for word in render(text("words-usual"), language).split(",")
    )
