"""What can happen in a chat that concerns us?

Every messenger's own events become one of these values, at the edge, by a pure function.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.ids import ChoiceKey, EventKey, MessengerName


class ChatKind(StrEnum):
    """Who reads along: one person alone, or several."""

    PRIVATE = "private"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class ChatRef:
    """A place where the bot is present, by the messenger's own name for it.

    Attributes:
        messenger: Which messenger.
        id: The messenger's id; a forum topic or thread is a chat of its own and has its own id.
        kind: Who reads along.
        title: As shown there; empty where there is none.
        parent: The surrounding chat of a topic or thread, by id; empty when there is none.
    """

    messenger: MessengerName
    id: str
    kind: ChatKind = ChatKind.ROOM
    title: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class AccountRef:
    """One identity of a person on one messenger.

    Attributes:
        messenger: Which messenger.
        id: The messenger's id, never a changeable handle.
        name: As shown there; for display only, never trusted.
        language: Language code the messenger reports, empty when it reports none.
    """

    messenger: MessengerName
    id: str
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message in a chat, by the messenger's own id."""

    chat: ChatRef
    id: str


Typed = str | int | float | bool


class FileKind(StrEnum):
    """How a file is shown."""

    PICTURE = "picture"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or file that came with a message; its bytes stay at the messenger until someone fetches them.

    Attributes:
        name: As the sender's file was called; empty when it had no name.
        media: Media type such as image/png; empty when unknown.
        size: Bytes; 0 when unknown.
        handle: By which `Messenger.fetch` finds the bytes; opaque, at most 2,000 characters.
    """

    kind: FileKind
    name: str
    media: str
    size: int
    handle: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What an answered message says, where the messenger tells it.

    Attributes:
        author: Who wrote it; None when it was a bot, a bridge or somebody unknown.
        reply_to: The message which that one answers in turn, where the messenger tells.
    """

    author: AccountRef | None
    text: str
    files: tuple[Attached, ...] = ()
    reply_to: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Someone wrote something: a command with its prefix, an answer, a number, or just talk.

    Attributes:
        text: As written, with a messenger's own command prefix and bot name already reduced to a
            leading "/": "/propose Repair café | need: tea".
        reply_to: The message this one answers, if any.
        message: This message itself; None where it has no name. Words said twice are the same words: what surrounds
            them is left out when they are compared.
        files: What came with it; `text` is then what stands under it.
        quoted: What the answered message says; None where the messenger does not tell.
    """

    text: str
    reply_to: MessageRef | None = None
    message: MessageRef | None = field(default=None, compare=False)
    files: tuple[Attached, ...] = ()
    quoted: Quoted | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Edited:
    """Someone changed what they had written.

    Attributes:
        text: As it reads now.
    """

    message: MessageRef
    text: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """A message was taken away, by its author or by somebody who may."""

    message: MessageRef


@dataclass(frozen=True, slots=True)
class Called:
    """Someone used a native command with typed options.

    Attributes:
        command: Name in the catalogue.
        arguments: By argument name; what was not given is absent.
    """

    command: str
    arguments: Mapping[str, Typed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tapped:
    """Someone pressed a button."""

    choice: ChoiceKey
    message: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Reacted:
    """Someone put a symbol under a message; the desk knows whether it stands for a choice.

    Attributes:
        given: False when they took it back.
    """

    message: MessageRef
    symbol: str
    given: bool = True


class Change(StrEnum):
    """What became of a chat."""

    BOT_ADDED = "bot_added"
    BOT_REMOVED = "bot_removed"
    MOVED = "moved"
    PERSON_JOINED = "person_joined"
    PERSON_LEFT = "person_left"


@dataclass(frozen=True, slots=True)
class ChatChanged:
    """The chat itself changed.

    Attributes:
        change: What happened.
        moved_to: The chat's new self after `MOVED`: a supergroup, an upgraded room.
    """

    change: Change
    moved_to: ChatRef | None = None


@dataclass(frozen=True, slots=True)
class HomeBound:
    """A chat was made, or chosen by a member, to be a group's home.

    Attributes:
        token: The opaque key that `Home.token` carried out.
    """

    token: str


What = Said | Edited | Deleted | Called | Tapped | Reacted | ChatChanged | HomeBound


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event of one messenger.

    Attributes:
        key: Unique per messenger and event; a repeat carries the same key and acts once.
        chat: Where.
        account: Who did it; for `ChatChanged` the one who joined, left or brought the bot;
            for `Deleted` our own account where the messenger does not say.
        what: What happened.
        at: When the messenger says it happened, aware UTC.
    """

    key: EventKey
    chat: ChatRef
    account: AccountRef
    what: What
    at: datetime
