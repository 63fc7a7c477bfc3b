"""How do all groups on a line of three or more agree: what does each of them give?

Whoever proposes it says so for one group after the other. From then on it is an agreement like any other, only with
more parties: it stands when all in every group consent, and whoever ends it ends it for all.
"""

from collections.abc import Sequence

from core.app.agreeing.over_link import with_whom
from core.app.agreeing.proposing import our_group, propose_to
from core.app.questions import ask, forget
from core.app.turn import Data, Turn
from core.app.values import kept, unkept
from core.commands.free_text import read_words
from core.errors import Refused
from core.exchange.links import Link
from core.groups.group import Group
from core.groups.limits import CLAUSE
from core.messenger.messages import Choice, say
from core.wording import text

ASKED = "agree.gives"
NOTHING = "-"


async def with_all(turn: Turn, data: Data) -> None:
    """Ask what the first of the others gives."""
    _group, _link, others = await _line(turn, data)
    await _go_on(turn, {**data, "others": " ".join(one.id for one in others)}, ())


async def gives_told(turn: Turn, data: Data, words: str) -> None:
    """Take down what one of them gives, or that nothing is asked of it."""
    said = read_words(words, CLAUSE, turn.now)
    await _go_on(turn, data, (*_told(data), "" if said == NOTHING else said))


async def gives_as_written(turn: Turn, data: Data) -> None:
    """Take what was written with the command for what this one gives."""
    await forget(turn)
    await _go_on(turn, data, (*_told(data), str(unkept(data["values"])["get"])))


async def _go_on(turn: Turn, data: Data, told: Sequence[str]) -> None:
    """Ask about the next of them; after the last put the text before everyone."""
    group, link, others = await _line(turn, data)
    if " ".join(one.id for one in others) != data["others"]:
        raise Refused(text("refused-gone"))
    values = unkept(data["values"])
    if len(told) < len(others):
        known = {**data, "told": kept({"told": tuple(told)})}
        as_written = Choice("agree.gives-as-written", text("tap-agree-as-written", words=str(values["get"])), known)
        question = say(text("agree-ask-gives", name=others[len(told)].name), choices=(as_written,), asks=True)
        await ask(turn, ASKED, known, question, private=True)
        return
    await propose_to(turn, group, link, dict(zip(others, told, strict=True)), values)


def _told(data: Data) -> tuple[str, ...]:
    told = unkept(data["told"])["told"]
    assert isinstance(told, tuple)
    return told


async def _line(turn: Turn, data: Data) -> tuple[Group, Link, tuple[Group, ...]]:
    """Return our group, the line, and all others on it; raises `Refused` when they are fewer than two by now."""
    group = await our_group(turn, data)
    for link, others in await with_whom(turn, group):
        if link.id == data["link"] and len(others) > 1:
            return group, link, others
    raise Refused(text("refused-gone"))
