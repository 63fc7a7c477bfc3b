"""What time is it, and who says so?"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The present moment, asked only at the edge of the rules."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the machine's moment in UTC."""
        return datetime.now(UTC)


class VirtualClock:
    """A clock that stands still until told to go on: for the demo and the tests."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the moment it was last set to."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Let `by` pass at once."""
        self._now += by
