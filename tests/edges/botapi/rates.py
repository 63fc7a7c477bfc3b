"""How many messages may a bot send?

Source:
    Bots FAQ, "My bot is hitting limits": about one a second to a chat, 20 a minute to a group, 30 a second in all.
"""

import time
from collections import deque

from tests.edges.botapi.state import ApiError


class Rates:
    """Counts messages and refuses too many.

    Attributes:
        per_group: Messages to one group within `window`; 0 switches the limit off.
        window: Seconds.
    """

    def __init__(self, per_group: int = 0, window: float = 60.0) -> None:
        self.per_group = per_group
        self.window = window
        self.refused = 0
        self._sent: dict[int, deque[float]] = {}

    def note(self, chat: int) -> None:
        """Count one message.

        Raises:
            ApiError: 429 with `retry_after`, whole seconds.
        """
        if not self.per_group or chat > 0:
            return
        now = time.monotonic()
        sent = self._sent.setdefault(chat, deque())
        while sent and sent[0] <= now - self.window:
            sent.popleft()
        if len(sent) >= self.per_group:
            self.refused += 1
            wait = max(1, round(sent[0] + self.window - now))
            raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        sent.append(now)
