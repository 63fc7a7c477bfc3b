"""In which order are events handled, and when is a sync token safe to keep?

Order is kept within a room; one slow room stalls no other. A token is kept once everything before it
was handled, also when later answers were done sooner.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping

Work = Callable[[], Awaitable[None]]


class Lanes:
    """One lane for each room, owned by a task group.

    Works answer for their own failures; what a work raises ends the group, and no token after it is kept.
    """

    def __init__(self, group: asyncio.TaskGroup, keep: Callable[[str], Awaitable[None]], most: int = 500) -> None:
        """Start with empty lanes.

        Args:
            group: Owns every task made here.
            keep: Keeps a token; must not raise.
            most: Sync answers that may be in work at once; `add` waits for the oldest beyond that.
        """
        self._group = group
        self._keep = keep
        self._most = most
        self._last: dict[str, asyncio.Task[None]] = {}
        self._batches: deque[asyncio.Task[None]] = deque()

    async def add(self, token: str, works: Mapping[str, Work]) -> None:
        """Take on one sync answer: its works by room id, and the token that is safe after them."""
        while len(self._batches) >= self._most:
            await asyncio.wait([self._batches[0]])
            self._forget()
        tasks = [self._append(room_id, work) for room_id, work in works.items()]
        before = self._batches[-1] if self._batches else None
        self._batches.append(self._group.create_task(self._finish(before, tasks, token)))
        self._forget()

    def _append(self, room_id: str, work: Work) -> asyncio.Task[None]:
        task = self._group.create_task(_after(self._last.get(room_id), work))
        self._last[room_id] = task
        return task

    async def _finish(self, before: asyncio.Task[None] | None, tasks: list[asyncio.Task[None]], token: str) -> None:
        waited = tasks if before is None else [before, *tasks]
        if waited:
            await asyncio.wait(waited)
        for task in waited:
            task.result()
        await self._keep(token)

    def _forget(self) -> None:
        while self._batches and self._batches[0].done():
            self._batches.popleft()
        for room_id in [room_id for room_id, task in self._last.items() if task.done()]:
            del self._last[room_id]


async def _after(before: asyncio.Task[None] | None, work: Work) -> None:
    if before is not None:
        await asyncio.wait([before])
    await work()
