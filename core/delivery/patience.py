"""How long does delivery wait before it tries again, and when does it give up?"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random


@dataclass(frozen=True, slots=True)
class Patience:
    """How a deed is repeated.

    Attributes:
        first: Before the second try.
        longest: Between any two tries.
        tries: In all; with the waits between them about a day.
        bugs: Tries for an error nobody foresaw.
        deed: How long one try may take.
        lease: How long a lane is held; longer than a try and the note of it take.
    """

    first: timedelta = timedelta(seconds=1)
    longest: timedelta = timedelta(minutes=30)
    tries: int = 60
    bugs: int = 5
    deed: timedelta = timedelta(seconds=60)
    lease: timedelta = timedelta(seconds=180)

    def wait(self, tried: int, asked: float | None, chance: Random) -> timedelta:
        """Say how long to wait after a try that failed.

        Args:
            tried: How many tries there were before it.
            asked: Seconds the messenger asked for, None when it did not say; never undercut.
            chance: Spreads the waits over half their length, so that many chats do not come back together.
        """
        doubled = min(self.longest, self.first * (1 << min(tried, 20)))
        return max(doubled * (0.5 + chance.random() / 2), timedelta(seconds=asked or 0))
