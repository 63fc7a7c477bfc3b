"""What is kept about someone, in words they can read?"""

from collections.abc import Sequence
from datetime import datetime

from core.app.turn import Turn, Values
from core.messenger.messages import Line, Message, Style, say
from core.wording import Moment, Text, Value, text

LINES = 20
"""Lines in one message; a longer list goes on in the next."""


async def mydata(turn: Turn, _values: Values) -> None:
    """Tell everything that is kept about a person, on all their accounts."""
    kept = await turn.work.accounts.kept_about(turn.person.id)
    lines = [Line(text("mydata-settings", language=Text(f"choice-{turn.person.language}"), zone=turn.zone))]
    for kind in sorted(kept):
        lines.append(Line(Text(f"mydata-{kind.replace('_', '-')}", {"count": len(kept[kind])}), Style.TITLE))
        lines += [Line(_line(told), Style.ITEM) for told in kept[kind]]
    await turn.tell(turn.person.id, say(text("mydata-title")), near=turn.chat)
    for start in range(0, len(lines), LINES):
        await turn.tell(turn.person.id, Message(tuple(lines[start : start + LINES])), near=turn.chat)
    await turn.tell(turn.person.id, say(text("mydata-end")), near=turn.chat)


def _line(told: Sequence[str | datetime]) -> Text:
    values = tuple(Moment(one) if isinstance(one, datetime) else one for one in told)
    return text("mydata-line", told=_joined(values))


def _joined(values: tuple[Value, ...]) -> Text:
    """Set values beside one another, two at a time."""
    first, *others = values
    if not others:
        return text("mydata-one", one=first)
    return text("mydata-two", one=first, other=_joined(tuple(others)))
