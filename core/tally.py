"""What does the house count of its own work, for whoever keeps it running?

Counts and durations only: never a name, an id or a text.
"""

from typing import Protocol

from core.ids import MessengerName


class Tally(Protocol):
    """Where counts go."""

    def handled(self, messenger: MessengerName, seconds: float, outcome: str) -> None:
        """Count one event; `outcome` is "done", "again" (seen before), "paused" (too many), "unsound" or "failed"."""
        ...

    def delivered(self, messenger: MessengerName, deed: str, outcome: str) -> None:
        """Count one deed of the outbox; `outcome` is "done", "later", "parked" or "given-up"."""
        ...

    def rang(self, kind: str, outcome: str) -> None:
        """Count one timer; `outcome` is "done", "nothing" or "failed"."""
        ...


class Uncounted:
    """Counts nothing."""

    def handled(self, messenger: MessengerName, seconds: float, outcome: str) -> None:
        """Let an event go uncounted."""

    def delivered(self, messenger: MessengerName, deed: str, outcome: str) -> None:
        """Let a deed go uncounted."""

    def rang(self, kind: str, outcome: str) -> None:
        """Let a timer go uncounted."""
