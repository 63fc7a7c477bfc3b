"""How does a command begin, ask for what is missing, and act once everything is known?"""

from collections.abc import Sequence

from core.app.questions import ask, forget
from core.app.turn import Data, Turn, Values
from core.app.values import kept, unkept
from core.commands.names import command_named
from core.commands.parse import answer
from core.commands.spec import Argument, Command, Kind, Where
from core.errors import Refused
from core.groups.group import Group
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message
from core.wording import Text, text

OPEN_QUESTION = "command"


async def begin_command(
    turn: Turn, name: str, values: Values, group: GroupId | None = None, everything: bool = False
) -> None:
    """Find the group it is about, ask for what is missing, then act.

    Whoever gave nothing at all is asked for everything, what may be left out included.
    """
    command = command_named(name)
    everything = everything or not values
    if command.where is Where.GROUP and not await _find_group(turn, command, values, group):
        return
    unknown = _next_unknown(command, values, everything)
    if unknown is None:
        await turn.doors.commands[command.name](turn, values)
        return
    data = {
        "command": name,
        "argument": unknown.name,
        "values": kept(values),
        "group": turn.group.id if turn.group else "",
        "everything": "yes" if everything else "",
    }
    await ask(turn, OPEN_QUESTION, data, _question(command, unknown))


async def answered(turn: Turn, data: Data, words: str) -> None:
    """Take the answer to one question and ask the next, or act."""
    command = command_named(data["command"])
    argument = next(one for one in command.arguments if one.name == data["argument"])
    value = answer(argument, words, turn.person.language, turn.now, turn.zone)
    values = {**unkept(data["values"]), argument.name: value}
    await forget(turn)
    group = GroupId(data["group"]) if data["group"] else None
    await begin_command(turn, command.name, values, group, bool(data["everything"]))


async def say_for(turn: Turn, data: Data) -> None:
    """Let a tap on a suggested answer say it."""
    draft = await turn.work.people.draft(turn.account.id, None if turn.chat.is_private else turn.chat.id)
    if draft is None or draft.data.get("argument") != data["argument"] or draft.data.get("command") != data["command"]:
        raise Refused(text("refused-gone"))
    await answered(turn, draft.data, data["words"])


async def cancel(turn: Turn, _values: Values) -> None:
    """Forget the open question."""
    key = "cancelled" if await forget(turn) else "nothing-to-cancel"
    await turn.answer(Message((Line(Text(key)),)), private=True)


async def in_group(turn: Turn, data: Data) -> None:
    """Go on with a command once the person said for which of their groups."""
    await begin_command(turn, data["command"], unkept(data["values"]), GroupId(data["group"]))


def _next_unknown(command: Command, values: Values, everything: bool) -> Argument | None:
    """Return what to ask next; a command that needs nothing is never held up by what may be left out."""
    needs = any(one.required for one in command.arguments)
    return next(
        (one for one in command.arguments if one.name not in values and (one.required or (everything and needs))), None
    )


async def _find_group(turn: Turn, command: Command, values: Values, wanted: GroupId | None) -> bool:
    mine = await turn.work.groups.of_person(turn.person.id)
    if wanted or turn.chat.group:
        turn.group = next((group for group in mine if group.id == (wanted or turn.chat.group)), None)
        if turn.group is None:
            raise Refused(text("refused-not-member"))
    elif len(mine) == 1:
        turn.group = mine[0]
    elif mine:
        await turn.answer(_which_group(command, values, mine), private=True)
    else:
        raise Refused(text("refused-no-group"))
    return turn.group is not None


def _which_group(command: Command, values: Values, mine: Sequence[Group]) -> Message:
    choices = tuple(
        Choice(
            "command.in-group",
            text("own-words", words=group.name),
            {"command": command.name, "values": kept(values), "group": group.id},
        )
        for group in mine
    )
    return Message((Line(text("which-group")),), choices)


def _question(command: Command, argument: Argument) -> Message:
    asked = Line(Text(f"ask-{command.name}-{argument.name}"))
    named = tuple((Text(f"choice-{value}"), value) for value in argument.choices)
    offered = named or _SUGGESTED.get(argument.kind, ())
    choices = tuple(
        Choice("command.say", label, {"command": command.name, "argument": argument.name, "words": words})
        for label, words in offered
    )
    return Message((asked,), choices, asks=True)


_SUGGESTED: dict[Kind, tuple[tuple[Text, str], ...]] = {
    Kind.SEATS: ((text("tap-no-seats"), "-"),),
    Kind.TOPICS: ((text("tap-no-topics"), "-"),),
    Kind.SIZE: tuple(
        (text("tap-size", fewest=low, most=high), f"{low}-{high}") for low, high in ((3, 5), (3, 7), (5, 7))
    ),
    Kind.WHEN: (
        (text("tap-one-week"), "in 1 week"),
        (text("tap-two-weeks"), "in 2 weeks"),
        (text("tap-one-month"), "in 1 month"),
    ),
}
