"""How does someone propose an agreement to a group theirs has met, or a new text of the one they have?"""

from datetime import datetime

from core.app.agreeing.over_link import with_whom
from core.app.agreeing.proposing import our_group, propose_to
from core.app.turn import Data, Turn, Values
from core.app.values import kept, unkept
from core.errors import Refused
from core.exchange.links import Link
from core.groups.group import Group
from core.messenger.messages import Choice, say
from core.wording import text


async def agree(turn: Turn, values: Values) -> None:
    """Find the other group, or all on a line, then put the text before everyone."""
    by, ends = values["by"], values["ends"]
    assert isinstance(by, datetime)
    assert isinstance(ends, datetime)
    if by > ends:
        raise Refused(text("refused-agree-order"))
    ways = await with_whom(turn, turn.here)
    if not ways:
        raise Refused(text("refused-not-linked", prefix=turn.can.command_prefix))
    if len(ways) == 1:
        link, others = ways[0]
        await propose_to(turn, turn.here, link, {others[0]: str(values["get"])}, values)
        return
    choices = tuple(_way(turn.here, link, others, values) for link, others in ways)
    await turn.answer(say(text("agree-with-whom"), choices=choices), private=True)


async def agree_with(turn: Turn, data: Data) -> None:
    """Put the text before ours and the group they meant."""
    group, values = await our_group(turn, data), unkept(data["values"])
    for link, others in await with_whom(turn, group):
        if (link.id, *(one.id for one in others)) == (data["link"], data["other"]):
            await propose_to(turn, group, link, {others[0]: str(values["get"])}, values)
            return
    raise Refused(text("refused-link-closed"))


def _way(ours: Group, link: Link, others: tuple[Group, ...], values: Values) -> Choice:
    which = {"group": ours.id, "link": link.id, "values": kept(values)}
    names = tuple(one.name for one in others)
    if len(others) == 1:
        return Choice("agree.with", text("own-words", words=names[0]), {**which, "other": others[0].id})
    return Choice("agree.with-all", text("tap-agree-all", names=names), which)
