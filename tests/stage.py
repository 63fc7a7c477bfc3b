"""How does a test play people on any messenger, without knowing which?

A stage is one messenger with people on it who are not ours: on Matrix they speak plain HTTP to a real
Synapse, on Telegram and Discord they act on the local wire, on the local page they act as its browser does.
The dialogues of tests/flows and the promises of tests/edges are written against this protocol alone.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.messenger.port import Messenger

PRIVATE = ""
"""Stands for "the private chat of this person with the bot" wherever a chat is asked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as one person's client shows it now.

    Attributes:
        id: The messenger's own id.
        text: What is read, choices included where they are written out.
        choices: Labels that can be tapped or reacted to, in order.
        from_bot: Whether Socium wrote it.
        edited: Whether it was changed in place.
        answers: Id of the message it answers; empty when it answers none.
        files: Bytes of the pictures and files it shows.
    """

    id: str
    text: str
    choices: tuple[str, ...] = ()
    from_bot: bool = True
    edited: bool = False
    answers: str = ""
    files: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class SentFile:
    """A picture or file a person sends."""

    name: str
    media: str
    content: bytes


class Stage(Protocol):
    """One messenger with people on it."""

    @property
    def messenger(self) -> Messenger:
        """The real edge under test, connected to this stage's wire; its `run` is started by the test."""
        ...

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a room with these people and the bot in it; returns the messenger's id of the chat."""
        ...

    async def says(self, person: str, chat: str, text: str) -> None:
        """Let a person write; a leading "/" is turned into the messenger's own way of calling a command."""
        ...

    async def replies(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person answer a message, with a command too where the messenger takes one there."""
        ...

    async def edits(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person change a message of their own."""
        ...

    async def removes(self, person: str, chat: str, message: str) -> None:
        """Let a person take a message of their own away."""
        ...

    async def sends_file(self, person: str, chat: str, text: str, file: SentFile) -> None:
        """Let a person send a picture or file, with words under it."""
        ...

    async def reacts(self, person: str, chat: str, message: str, symbol: str) -> None:
        """Let a person put a symbol under a message."""
        ...

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let a person choose, on the newest message there that offers the label, the way this messenger does.

        Raises:
            LookupError: Nothing there offers it.
        """
        ...

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Show what that person's client shows there now, oldest first; raises LookupError if they are not in."""
        ...

    async def chats(self, person: str) -> dict[str, str]:
        """List the rooms the person is in, or has a way into and enters: title → id."""
        ...

    async def pinged(self) -> list[str]:
        """List the people whom a message of the bot has called by name, or called everybody."""
        ...

    async def remove_bot(self, chat: str) -> None:
        """Throw the bot out of a chat."""
        ...


async def until(look: Callable[[], "asyncio.Future[object] | object"], seconds: float = 30.0) -> object:
    """Wait, bounded, until `look` (plain or async) returns something true; returns it.

    It looks less and less often: looking itself keeps a homeserver busy.

    Raises:
        AssertionError: It never did.
    """
    deadline = asyncio.get_running_loop().time() + seconds
    pause = 0.01
    while True:
        found = look()
        if asyncio.iscoroutine(found):
            found = await found
        if found:
            return found
        assert asyncio.get_running_loop().time() < deadline, "waited in vain"
        await asyncio.sleep(pause)
        pause = min(0.12, pause * 1.5)
