"""Who wakes the loops as soon as there is something to do?"""

import asyncio


class Bell:
    """Rung after a commit that left work behind; whoever waits looks again at once.

    In one process only, and nothing depends on it: the loops also look by themselves each second.
    """

    def __init__(self) -> None:
        self._listeners: list[asyncio.Event] = []

    def ring(self) -> None:
        """Wake everyone who listens."""
        for listener in self._listeners:
            listener.set()

    def listen(self) -> asyncio.Event:
        """Return an event that each ring sets; the listener clears it."""
        listener = asyncio.Event()
        self._listeners.append(listener)
        return listener
