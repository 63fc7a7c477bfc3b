"""What can be done about a reminder: open it, hear it later, or no more?"""

from dataclasses import replace

from core.app.reminding.draw import LATER
from core.app.reminding.keep import look_at
from core.app.reminding.ports import Nudge, Whom
from core.app.turn import Data, Turn
from core.errors import Refused
from core.ids import NudgeId, new_id
from core.messenger.messages import say
from core.reminding.plan import Fate
from core.wording import Moment, text

_OVER = (Fate.ANSWERED, Fate.HUSHED)


async def open_(turn: Turn, data: Data) -> None:
    """Show one thing of a message that merged several, with everything that can be done about it."""
    nudge = await _nudge(turn, data)
    before = await turn.work.reminders.history(nudge.whom, (nudge.thing,))
    if any(fate in _OVER for fate in before.get(nudge.thing, ())):
        raise Refused(text("refused-answered"))
    await turn.answer(nudge.message, private=nudge.person is not None, about=nudge.about)


async def later(turn: Turn, data: Data) -> None:
    """Say it once more a day later."""
    nudge = await _nudge(turn, data)
    at = turn.now + LATER
    fresh = NudgeId(new_id())
    again = replace(nudge, id=fresh, due=at, noticed=at, not_before=at, fate=Fate.WAITING, at=None, post=None)
    waits = any(one.thing == nudge.thing for one in await turn.work.reminders.waiting(nudge.whom))
    if not waits:
        await turn.work.reminders.add(again)
        await look_at(turn, nudge.whom, turn.now)
    await turn.answer(say(text("said-later", at=Moment(at))), private=True)


async def hush(turn: Turn, data: Data) -> None:
    """Say nothing more about this thing."""
    nudge = await _nudge(turn, data)
    await turn.work.reminders.settle(nudge.thing, turn.person.id, Fate.HUSHED, turn.now)
    await turn.answer(say(text("hushed")), private=True)


async def _nudge(turn: Turn, data: Data) -> Nudge:
    nudge = await turn.work.reminders.get(NudgeId(data["nudge"]))
    if nudge is None:
        raise Refused(text("refused-gone"))
    if nudge.whom not in {Whom(turn.person.id), Whom(chat=turn.chat.id)}:
        raise Refused(text("refused-not-asked"))
    return nudge
