"""How is one piece of work cut off at its k-th wait, for every k, whichever of its tasks waits there?"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from typing import Any

Act = Callable[[], BaseException | None]
"""What happens at the k-th wait: it may return an error, which that wait ends with after its effect."""


class Waits:
    """Counts every wait of every task begun inside, and lets something happen at one of them.

    Attributes:
        seen: How many there were.
    """

    def __init__(self, place: int, act: Act) -> None:
        self.seen = 0
        self._place, self._act = place, act

    def next(self) -> BaseException | None:
        """Count one, and act if it is the one."""
        self.seen += 1
        return self._act() if self.seen == self._place else None


async def count_waits(work: Callable[[], Awaitable[object]]) -> int:
    """Say how often a piece of work waits when nothing goes wrong."""
    waits = Waits(0, lambda: None)
    with _counting(waits):
        await asyncio.create_task(_run(work))
    return waits.seen


async def killed_at(place: int, work: Callable[[], Awaitable[object]]) -> None:
    """Run a piece of work and cancel it at one of its waits, as a process that ends does."""
    victim: list[asyncio.Task[None]] = []

    def kill() -> None:
        victim[0].cancel()

    with _counting(Waits(place, kill)):
        victim.append(asyncio.create_task(_run(work)))
        await asyncio.wait(victim)
    if not victim[0].cancelled():
        victim[0].result()


async def struck_at(place: int, strike: Act, work: Callable[[], Awaitable[object]]) -> None:
    """Run a piece of work to its end while something goes wrong at one of its waits."""
    with _counting(Waits(place, strike)):
        running = asyncio.create_task(_run(work))
        await running


async def _run(work: Callable[[], Awaitable[object]]) -> None:
    await work()


@contextmanager
def _counting(waits: Waits) -> Iterator[None]:
    """Let every task that begins meanwhile be counted."""
    loop = asyncio.get_running_loop()

    def counted(of: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], **named: Any) -> "asyncio.Task[Any]":
        return asyncio.Task(_through(_Steps(work, waits)), loop=of, **named)

    loop.set_task_factory(counted)  # type: ignore[arg-type]  # typed too narrowly
    try:
        yield
    finally:
        loop.set_task_factory(None)


async def _through(steps: "_Steps") -> object:
    return await steps


class _Steps:
    """A coroutine, one wait at a time."""

    def __init__(self, work: Coroutine[Any, Any, Any], waits: Waits) -> None:
        self._work, self._waits = work, waits

    def __await__(self) -> Generator[Any, Any, Any]:
        error: BaseException | None = None
        while True:
            try:
                waited = self._work.throw(error) if error else self._work.send(None)
            except StopIteration as end:
                return end.value
            error = self._waits.next()
            try:
                yield waited
            except BaseException as raised:
                error = raised
