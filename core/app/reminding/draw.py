"""How does a reminder read, alone and among others?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.app.reminding.ports import Nudge
from core.messenger.messages import Choice, Line, Message, Style
from core.reminding.plan import Waiting
from core.wording import text

LATER = timedelta(days=1)


def alone(nudge: Nudge, waiting: Waiting, now: datetime) -> Message:
    """Draw one thing with what can be done about it; what comes late says so."""
    late = (Line(text("comes-late"), Style.NOTE),) if waiting.is_late else ()
    return Message((*nudge.message.lines, *late), (*nudge.message.choices, *_more(nudge, waiting, now)))


def merged(chosen: Sequence[tuple[Nudge, Waiting]]) -> Message:
    """Draw several things in one message: a short line each, and a way to open each."""
    key = "digest-late" if any(one.is_late for _nudge, one in chosen) else "digest"
    lines = [Line(text(key, count=len(chosen)), Style.TITLE)]
    choices = []
    for place, (nudge, _one) in enumerate(chosen, 1):
        lines.append(Line(text("numbered", number=place, line=nudge.message.lines[0].text), Style.ITEM))
        choices.append(Choice("reminding.open", text("tap-open-number", number=place), {"nudge": nudge.id}))
    return Message(tuple(lines), tuple(choices))


def _more(nudge: Nudge, waiting: Waiting, now: datetime) -> tuple[Choice, ...]:
    """List what can be done about any reminder, unless it offers that in words of its own."""
    which = {"nudge": str(nudge.id)}
    own = {choice.action.rpartition(".")[2] for choice in nudge.message.choices}
    more: list[Choice] = []
    if nudge.person is None or not own:
        return ()
    useful = nudge.past_use is None or nudge.past_use > now + LATER
    if waiting.before + 1 < waiting.most and useful and "later" not in own:
        more.append(Choice("reminding.later", text("tap-remind-later"), which))
    if nudge.group and nudge.clause:
        more.append(Choice("amend.begin", text("tap-change-clause"), {"group": str(nudge.group)}))
    if "hush" not in own:
        more.append(Choice("reminding.hush", text("tap-stop-reminding"), which))
    return tuple(more)
