"""Which messenger and which application do the delivery tests speak with?"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from core.app.queue import Sending
from core.errors import NoPrivateWay, Undeliverable
from core.ids import MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, Attached, ChatKind, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Post
from core.storage.work import Database
from tests.storage.samples import HERE, NOW

ABLE = Capabilities(
    buttons=Can.NATIVE,
    edits=Can.NATIVE,
    private_answers=Can.NATIVE,
    private_messages=Can.NATIVE,
    rooms=Can.NATIVE,
    send_keys=Can.ABSENT,
    typed_numbers=True,
    text_limit=4000,
    label_limit=80,
    choice_limit=10,
)


def nothing_wrong(_post: Post) -> None:
    """Let every message pass."""


@dataclass
class Recorder:
    """A messenger that remembers what it was asked for, and can be told to fail.

    Attributes:
        trouble: Called before each send; may raise one of the port's errors.
        closed: Accounts that cannot be written to.
        slow: Chats that never answer until `let_go` is set.
    """

    name: MessengerName = HERE
    able: Capabilities = ABLE
    trouble: Callable[[Post], None] = nothing_wrong
    closed: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    sent: list[Post] = field(default_factory=list)
    edited: list[tuple[str, Post]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    homes: list[Home] = field(default_factory=list)
    admitted: list[tuple[str, str]] = field(default_factory=list)
    dismissed: list[tuple[str, str]] = field(default_factory=list)
    made: HomeMade = field(default_factory=lambda: HomeMade(None, "link"))

    def said(self, chat: str) -> list[str]:
        """List what was said in a chat, first paragraphs only."""
        return [post.body[0].text for post in self.sent if post.chat.id == chat]

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Show all chats of ours alike; of others nothing is known."""
        assert chat.messenger == self.name
        return self.able

    async def run(self, desk: Desk) -> None:
        """Hear nothing."""

    async def send(self, post: Post) -> MessageRef:
        """Remember a message, unless there is trouble."""
        if post.chat.id in self.slow:
            await self.let_go.wait()
        self.trouble(post)
        self.sent.append(post)
        return MessageRef(post.chat, f"m{len(self.sent)}")

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Remember a change, unless there is trouble."""
        self.trouble(post)
        self.edited.append((message.id, post))

    async def remove(self, message: MessageRef) -> None:
        """Remember what was taken away."""
        assert message.chat.messenger == self.name
        self.removed.append(message.id)

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Hand out the bytes of a file."""
        content = self.files.get(file.handle)
        if content is None or len(content) > most:
            raise Undeliverable(f"{file.handle} cannot be had")
        return content

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Open a chat named like the account."""
        if account.id in self.closed:
            raise NoPrivateWay("not yet")
        return ChatRef(self.name, f"private-{account.id}", ChatKind.PRIVATE)

    async def make_home(self, home: Home) -> HomeMade:
        """Remember the wish."""
        self.homes.append(home)
        return self.made

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Remember who."""
        self.admitted.append((chat.id, account.id))
        return "key"

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Remember who."""
        self.dismissed.append((chat.id, account.id))

    async def check(self) -> str:
        """Be well."""
        return "recorder"


@dataclass
class Ear:
    """An application that notes what it is told, and finishes the deed as the real one does."""

    database: Database
    homes: list[HomeMade] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Note a home."""
        if await self._finish(sending):
            self.homes.append(made)

    async def home_failed(self, sending: Sending) -> None:
        """Note that there will be none."""
        if await self._finish(sending):
            self.failed.append(sending.id)

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Note a key."""
        if await self._finish(sending):
            self.keys.append(way_in)

    async def ring(self) -> bool:
        """Have no timers."""
        return False

    async def _finish(self, sending: Sending) -> bool:
        async with self.database.write() as work:
            return await work.queue.finish(sending.id, NOW)
