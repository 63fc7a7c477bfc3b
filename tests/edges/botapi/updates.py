"""How do updates wait until the bot has confirmed them?"""

import asyncio
import time
from collections.abc import Sequence

from tests.edges.botapi.lint import value_faults
from tests.edges.botapi.state import ApiError, Json

_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_SECOND_READER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """The queue behind getUpdates.

    Attributes:
        given: Every update ever made, oldest first.
        faults: Where an update of ours does not keep to the schema.
    """

    def __init__(self) -> None:
        self.given: list[Json] = []
        self.faults: list[str] = []
        self._waiting: list[Json] = []
        self._allowed: Sequence[str] = ()
        self._next = 100_000_001
        self._news = asyncio.Event()
        self._reader = 0

    def put(self, kind: str, what: Json) -> int:
        """Add an update, if the bot asked for its kind; returns the number it has, or would have had."""
        number = self._next
        if (kind in self._allowed) if self._allowed else (kind not in _ON_REQUEST):
            self._add({"update_id": number, kind: what})
            self._next += 1
        return number

    def repeat(self) -> None:
        """Deliver the newest update once more, as happens when a confirmation got lost."""
        self._add(self.given[-1])

    def put_raw(self, update: Json) -> None:
        """Deliver something no schema knows, under the next number."""
        self._waiting.append({"update_id": self._next, **update})
        self._next += 1
        self._news.set()

    def forget(self) -> None:
        """Lose what waits, as Telegram does after a day."""
        self._waiting.clear()

    def allow(self, kinds: Sequence[str]) -> None:
        """Note which kinds of updates the bot wants."""
        self._allowed = kinds

    @property
    def pending(self) -> int:
        """Count what the bot has not confirmed."""
        return len(self._waiting)

    @property
    def newest(self) -> int:
        """Return the number of the newest update."""
        return self._next - 1

    def is_confirmed(self, number: int) -> bool:
        """Say whether the bot has confirmed an update."""
        return all(one["update_id"] != number for one in self._waiting)

    async def take(self, offset: int | None, limit: int, seconds: float) -> list[Json]:
        """Answer one getUpdates: forget what is confirmed, wait for news; a newer reader ends an older one."""
        self._reader += 1
        ours = self._reader
        self._news.set()
        if offset is not None:
            self._waiting = [one for one in self._waiting if one["update_id"] >= offset]
        until = time.monotonic() + seconds
        while not self._waiting and time.monotonic() < until:
            self._news.clear()
            await self._wait(until - time.monotonic())
            if self._reader != ours:
                raise ApiError(409, _SECOND_READER)
        return self._waiting[:limit]

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return

    def _add(self, update: Json) -> None:
        self.faults += value_faults("Update", update, f"update {update['update_id']}")
        self.given.append(update)
        self._waiting.append(update)
        self._news.set()
