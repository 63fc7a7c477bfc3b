"""What can be done here? One short page at a time, the first things first."""

from core.app.turn import Data, Turn, Values
from core.commands.parts import PARTS
from core.errors import Refused
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text

FIRST = next(iter(PARTS))


async def help_(turn: Turn, values: Values) -> None:
    """Show what people need on the first day, or the page they ask for."""
    await turn.answer(page(str(values.get("part", FIRST)), turn.can.command_prefix), private=True)


async def show_part(turn: Turn, data: Data) -> None:
    """Show another page.

    Raises:
        Refused: There is no such page any more.
    """
    if data["part"] not in PARTS:
        raise Refused(text("refused-gone"))
    await turn.answer(page(data["part"], turn.can.command_prefix), private=True)


def page(part: str, prefix: str) -> Message:
    """Write one page, with the way to the others."""
    commands = (
        Line(text("help-line", command=prefix + name, what=Text(f"command-{name}")), Style.ITEM) for name in PARTS[part]
    )
    others = tuple(Choice("help.part", Text(f"choice-{one}"), {"part": one}) for one in PARTS if one != part)
    title = Line(Text(f"help-title-{part}"), Style.TITLE)
    return Message((title, *commands, Line(text("help-more", prefix=prefix), Style.NOTE)), others)
