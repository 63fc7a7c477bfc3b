"""How does a chat see its topics?"""

from core.app.topics.follow import pace_choice
from core.app.topics.page import crowd_line, open_things
from core.app.topics.telling import ways
from core.app.turn import Turn, Values
from core.messenger.messages import Line, Message, Style, say
from core.wording import text


async def topics(turn: Turn, _values: Values) -> None:
    """Show what this chat follows, a public line of each topic, and what is open in them."""
    follows = await turn.work.follows.of(turn.chat.id)
    if not follows:
        await turn.answer(say(text("topics-none", prefix=turn.can.command_prefix)))
        return
    follower = await turn.work.follows.follower(turn.chat.id)
    lines = [await crowd_line(turn, one.topic, one.keys) for one in follows]
    things = await open_things(turn, frozenset(key for one in follows for key in one.keys), follower)
    head = Line(text("topics-title"), Style.TITLE)
    now = (Line(text("follow-open-now", count=len(things))),) if things else ()
    rhythm = Line(text(f"pace-is-{follower.pace}"), Style.NOTE)
    await turn.answer(Message((head, *lines, rhythm, *now), (*ways(things), pace_choice(follower))))
