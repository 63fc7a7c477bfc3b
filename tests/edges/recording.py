"""How does a test stand behind the front desk, and see what a messenger hands in?"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from core.ids import MessengerName
from core.messenger.events import AccountRef, Called, Incoming, Said, What
from core.messenger.port import Desk, Messenger
from tests.stage import until

Answer = Callable[[Incoming], Awaitable[None]]


async def silent(_incoming: Incoming) -> None:
    """Answer nothing."""


class RecordingDesk:
    """A desk that keeps the port's promises and remembers everything it was handed.

    Like the real one it lets a repeated event act once: `answer` is called for the first of a key.

    Attributes:
        heard: Every event as handed in, repeats included, oldest first.
        tokens: Where each messenger stopped reading.
        suggestions: What `suggest` returns, whatever is asked.
    """

    def __init__(self, answer: Answer = silent) -> None:
        self.answer = answer
        self.heard: list[Incoming] = []
        self.tokens: dict[MessengerName, str] = {}
        self.suggestions: list[tuple[str, str]] = []

    async def handle(self, incoming: Incoming) -> None:
        """Remember the event; answer it unless its key was seen."""
        seen = any(one.key == incoming.key for one in self.heard)
        self.heard.append(incoming)
        if not seen:
            await self.answer(incoming)

    async def suggest(self, command: str, argument: str, typed: str, account: AccountRef) -> Sequence[tuple[str, str]]:
        """Return the suggestions the test has laid out."""
        return self.suggestions

    async def last_token(self, messenger: MessengerName) -> str:
        """Return the token kept for this messenger."""
        return self.tokens.get(messenger, "")

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep the token."""
        self.tokens[messenger] = token

    async def waits_for(self, suits: Callable[[Incoming], bool], seconds: float = 10.0) -> Incoming:
        """Return the newest event that suits, waiting for it, bounded.

        Raises:
            AssertionError: None came; the message says what did come.
        """
        try:
            await until(lambda: any(suits(one) for one in self.heard), seconds)
        except AssertionError as vain:
            heard = "\n  ".join(f"{one.account.name}: {one.what}" for one in self.heard)
            raise AssertionError(f"waited in vain; the desk heard:\n  {heard or 'nothing'}") from vain
        return next(one for one in reversed(self.heard) if suits(one))


def words(what: What) -> str:
    """Return what a person wrote, whether typed as one line or given as the options of a native command."""
    match what:
        case Said(text=text):
            return text
        case Called(command=command, arguments=arguments):
            return " ".join([f"/{command}", *(str(value) for value in arguments.values())])
        case _:
            return ""


@asynccontextmanager
async def running(messenger: Messenger, desk: Desk) -> AsyncIterator[None]:
    """Let a messenger listen for the length of a block; what made it stop by itself is raised at the end."""
    listening = asyncio.create_task(messenger.run(desk), name=f"run {messenger.name}")
    try:
        yield
    finally:
        ended_early = listening.done()
        listening.cancel()
        await asyncio.wait({listening}, timeout=20)
    assert listening.done(), f"{messenger.name} did not stop when cancelled"
    if ended_early and not listening.cancelled():
        listening.result()
        raise AssertionError(f"{messenger.name} stopped listening by itself")
