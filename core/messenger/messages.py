"""What do we say, before anyone knows in which chat and what that chat can show?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.ids import ChoiceKey
from core.wording import Text


class Style(StrEnum):
    """How a line stands among the others."""

    PLAIN = "plain"
    TITLE = "title"
    QUOTE = "quote"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a message."""

    text: Text
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be tapped, or typed by its number.

    Attributes:
        action: Name of the use case it leads to, as in `core.app.doors`.
        data: What that use case needs to know; kept in a row, never in the button.
        label: What stands on it.
    """

    action: str
    label: Text
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said, complete in itself.

    Attributes:
        lines: Paragraphs from top to bottom.
        choices: What the reader can do about it, in order; the first is number 1.
        asks: True when a typed sentence is awaited; messengers that can, open their reply field.
    """

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    asks: bool = False


def say(*texts: Text, choices: tuple[Choice, ...] = (), asks: bool = False) -> Message:
    """Make a message of plain lines."""
    return Message(tuple(Line(t) for t in texts), choices, asks)


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice once it has its row: the key a button carries, and what it reads."""

    key: ChoiceKey
    label: str
