"""What does a messenger promise the house, and what does the house promise a messenger?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from core.ids import EventKey, MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, Attached, ChatRef, Incoming, MessageRef
from core.messenger.messages import Offered, Style


class Shown(StrEnum):
    """How the choices of a post are shown."""

    BUTTONS = "buttons"
    REACTIONS = "reactions"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Finished words in the reader's language, harmless everywhere: no pings, no markup, no hidden signs."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class File:
    """A picture or file with its bytes, on its way out.

    Attributes:
        described: What it is; its `size` is that of `content`.
    """

    described: Attached
    content: bytes


@dataclass(frozen=True, slots=True)
class Post:
    """A message made to fit one chat.

    Attributes:
        chat: Where it goes.
        key: Send key, at most 25 ASCII characters; the same key means the same message.
        body: Paragraphs; with REACTIONS and NUMBERS the numbered choices already stand among them.
        choices: In order; empty when there is nothing to choose.
        shown: How the choices are shown; with REACTIONS the bot puts the symbols of
            `core.messenger.fit.SYMBOLS` under its own message.
        reply_to: The message this one answers, if any.
        answering: The event whose native private answer this is, where the messenger still can;
            else it is sent as any other post to `chat`.
        reader: The only one who may read it, in a room that can show something to one alone; a messenger
            that no longer can (the token is too old) raises `NoPrivateWay` and shows nothing.
        asks: True when a typed sentence is awaited.
        language: Language code of the words.
        file: What comes along, within the chat's `file_limit`; the body stands under it.
    """

    chat: ChatRef
    key: str
    body: tuple[Paragraph, ...]
    choices: tuple[Offered, ...] = ()
    shown: Shown = Shown.BUTTONS
    reply_to: MessageRef | None = None
    answering: EventKey | None = None
    reader: AccountRef | None = None
    asks: bool = False
    language: str = "en"
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """A wish for a chat with as many keys as members.

    Attributes:
        token: Opaque; making the same token twice makes one chat.
        title: What the room is called.
        members: Exactly those to invite, accounts of this messenger.
        near: The chat where the group formed, for a thread or topic beside it.
        language: Language code for what the messenger itself has to say.
    """

    token: str
    title: str
    members: tuple[AccountRef, ...]
    near: ChatRef | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class HomeMade:
    """What became of the wish.

    Attributes:
        chat: The room, or None while a member still has to make it (then `HomeBound` comes later).
        link: Where a person taps to make or enter it; empty when everyone was invited.
        keys: One-use way in for each member that could not be invited, by account id.
    """

    chat: ChatRef | None
    link: str = ""
    keys: tuple[tuple[str, str], ...] = ()


class Desk(Protocol):
    """The house's front desk: all a bot ever sees of it."""

    async def handle(self, incoming: Incoming) -> None:
        """Let one event act, once. Returns after everything it changed and says is stored.

        Raises nothing that concerns the event: a person's mistake is answered, a bug is logged with
        the event's key. `CancelledError` passes.
        """
        ...

    async def suggest(self, command: str, argument: str, typed: str, account: AccountRef) -> Sequence[tuple[str, str]]:
        """Return up to 25 (label, value) pairs that complete `typed` for that argument."""
        ...

    async def last_token(self, messenger: MessengerName) -> str:
        """Return where this messenger stopped reading (sync token, update offset), empty at first."""
        ...

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where this messenger stopped; called after everything before it was handled."""
        ...


class Messenger(Protocol):
    """One messenger, or one account on it.

    Every method may raise `TryAgain`, `ChatGone`, `MessageGone`, `NoPrivateWay` or `Undeliverable`;
    nothing foreign ever passes.
    """

    @property
    def name(self) -> MessengerName:
        """Short name, unique in the process: "telegram", "discord", "matrix", "local"."""
        ...

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Say what that chat can show, without asking anyone."""
        ...

    async def run(self, desk: Desk) -> None:
        """Connect, listen and hand events to the desk until cancelled; reconnect by itself.

        Raises:
            WrongSetting: The operator has to do something (token, address); the others go on.
        """
        ...

    async def send(self, post: Post) -> MessageRef:
        """Send a new message; the same key again returns the same message where `send_keys` allows."""
        ...

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Change a message of ours in place; unchanged is no error."""
        ...

    async def remove(self, message: MessageRef) -> None:
        """Take away a message of ours; already gone is no error."""
        ...

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Fetch the bytes of a file that came with a message.

        Raises:
            Undeliverable: It is gone, or larger than `most` bytes.
        """
        ...

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Find or open the private chat with that account."""
        ...

    async def make_home(self, home: Home) -> HomeMade:
        """Make the room and invite exactly the members, once per token."""
        ...

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Let one more person into a home; returns a way in to hand them, empty when they were invited."""
        ...

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take away the key of someone who left the group; already gone is no error."""
        ...

    async def check(self) -> str:
        """Say in one line who we are there, for `socium doctor`."""
        ...
