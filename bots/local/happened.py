"""What can happen in the local world, and how is it written down as one line?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter

from core.messenger.messages import Style
from core.messenger.port import Shown


class Flavour(StrEnum):
    """Which messenger a part of the world imitates; the first part of every id there, before the colon."""

    TELEGRAM = "telegram"
    MATRIX = "matrix"


def flavour_of(name: str) -> Flavour:
    """Return the flavour a person's or chat's id belongs to; TELEGRAM for what has none."""
    return Flavour.MATRIX if name.startswith(f"{Flavour.MATRIX}:") else Flavour.TELEGRAM


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the bot's, in words."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: the key that goes back, and what it reads."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class File:
    """A picture or file in a message.

    Attributes:
        media: Media type such as image/png.
        data: Its bytes in base64.
    """

    name: str
    media: str
    data: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a message of the bot's shows.

    Attributes:
        body: From top to bottom.
        options: In order; the first is number 1.
        shown: How the options are shown.
        asks: True when a typed sentence is awaited.
        language: Language code of the words.
        files: What came along.
    """

    body: tuple[Line, ...]
    options: tuple[Option, ...] = ()
    shown: Shown = Shown.BUTTONS
    asks: bool = False
    language: str = "en"
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonCame:
    """Someone new lives in the world."""

    person: str
    name: str
    language: str = "en"
    kind: Literal["person-came"] = "person-came"


@dataclass(frozen=True, slots=True)
class ChatMade:
    """A chat began.

    Attributes:
        chat: Its id.
        title: Empty for a private chat.
        members: Who is in from the start, the one who made it first.
        private: Whether it is one person's chat with the bot.
        home: Token of the wish when the bot made it as a group's home, else empty.
    """

    chat: str
    title: str
    members: tuple[str, ...]
    private: bool = False
    home: str = ""
    kind: Literal["chat-made"] = "chat-made"


@dataclass(frozen=True, slots=True)
class Joined:
    """Someone came into a room."""

    chat: str
    person: str
    kind: Literal["joined"] = "joined"


@dataclass(frozen=True, slots=True)
class Left:
    """Someone left a room, or their key was taken back."""

    chat: str
    person: str
    kind: Literal["left"] = "left"


@dataclass(frozen=True, slots=True)
class BotRemoved:
    """Someone threw the bot out of a room."""

    chat: str
    person: str
    kind: Literal["bot-removed"] = "bot-removed"


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """Someone wrote; the entry's number is the message's id."""

    chat: str
    person: str
    text: str
    reply_to: str = ""
    files: tuple[File, ...] = ()
    kind: Literal["person-said"] = "person-said"


@dataclass(frozen=True, slots=True)
class PersonEdited:
    """Someone changed what they had written."""

    chat: str
    person: str
    message: str
    text: str
    kind: Literal["person-edited"] = "person-edited"


@dataclass(frozen=True, slots=True)
class Removed:
    """A message was taken away by whoever wrote it; `person` is empty when that was the bot."""

    chat: str
    person: str
    message: str
    kind: Literal["removed"] = "removed"


@dataclass(frozen=True, slots=True)
class PersonTapped:
    """Someone pressed a button under a message."""

    chat: str
    person: str
    message: str
    option: str
    kind: Literal["person-tapped"] = "person-tapped"


@dataclass(frozen=True, slots=True)
class PersonReacted:
    """Someone put a symbol under a message."""

    chat: str
    person: str
    message: str
    symbol: str
    kind: Literal["person-reacted"] = "person-reacted"


@dataclass(frozen=True, slots=True)
class ReactionTaken:
    """Someone took their symbol back."""

    chat: str
    person: str
    message: str
    symbol: str
    kind: Literal["reaction-taken"] = "reaction-taken"


@dataclass(frozen=True, slots=True)
class BotSaid:
    """The bot wrote; the entry's number is the message's id, its name is the send key."""

    chat: str
    words: Words
    reply_to: str = ""
    kind: Literal["bot-said"] = "bot-said"


@dataclass(frozen=True, slots=True)
class BotEdited:
    """The bot changed a message of its own in place."""

    chat: str
    message: str
    words: Words
    kind: Literal["bot-edited"] = "bot-edited"


Happened = (
    PersonCame
    | ChatMade
    | Joined
    | Left
    | BotRemoved
    | PersonSaid
    | PersonEdited
    | Removed
    | PersonTapped
    | PersonReacted
    | ReactionTaken
    | BotSaid
    | BotEdited
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    Attributes:
        number: Counted from 1 without gaps.
        name: Unique in the world; made by the browser or the sender, so that a repeat is known as one.
        at: When, aware UTC.
        what: What.
    """

    number: int
    name: str
    at: datetime
    what: Annotated[Happened, Discriminator("kind")]


_ENTRY = TypeAdapter(Entry)


def to_line(entry: Entry) -> bytes:
    """Write an entry as one line of JSON, without the line end."""
    return _ENTRY.dump_json(entry)


def from_line(line: bytes) -> Entry:
    """Read an entry back.

    Raises:
        ValueError: The line is torn or not ours.
    """
    return _ENTRY.validate_json(line)
