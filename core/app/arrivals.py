"""What does delivery tell the application when a deed bore fruit?"""

from typing import Protocol

from core.app.queue import Sending
from core.messenger.port import HomeMade


class Arrivals(Protocol):
    """Called once a deed has happened at the messenger; each call notes the deed as done in its own transaction."""

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Take in a new home, or the link with which a member makes it."""
        ...

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Hand a newcomer their way in, if they need one."""
        ...

    async def home_failed(self, sending: Sending) -> None:
        """Let a group live in private messages, because no room can be made for it."""
        ...

    async def ring(self) -> bool:
        """Let the timer that is due longest act, in a transaction of its own; False when none is due."""
        ...
