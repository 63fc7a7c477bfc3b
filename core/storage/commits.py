"""How do transactions that wait for one another share one trip to the disk?

SQLite has one writer, and every commit waits for the disk. While one transaction runs, others queue up; those that are
there when it ends join it, each in a savepoint of its own, and one commit makes all of them durable. Nobody returns
before that commit, so nothing that anyone was told can be lost; alone, a transaction is what it always was.

What a messenger answered goes before all others and is made durable at once: whoever kills the process before that
lets a message appear twice.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.errors import TryAgain

MOST = 64
"""Transactions in one commit: the first of them waits for the last."""


class Writer(Protocol):
    """Where transactions that write come from."""

    def begin(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that is durable at the end of the block, or leaves no trace."""
        ...


@dataclass(slots=True)
class _Shared:
    """One transaction of the database and those of ours in it.

    Attributes:
        joined: How many of ours have ended well.
        hurries: Whether one of them cannot wait for the others.
        durable: Done once the commit is.
    """

    connection: AsyncConnection
    joined: int = 0
    hurries: bool = False
    durable: "asyncio.Future[None]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class SharedCommits:
    """Implements `Writer` for a database with one writer.

    Args:
        engine: Of a single connection.
        most: Transactions in one commit.
    """

    def __init__(self, engine: AsyncEngine, most: int = MOST) -> None:
        self._engine, self._most = engine, most
        self._row, self._turn = asyncio.Lock(), asyncio.Lock()
        self._waiting = self._hurrying = 0
        self._alone = 0
        self._shared: _Shared | None = None
        self._ending: set[asyncio.Task[None]] = set()

    def begin(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that is durable at the end of the block, or leaves no trace.

        Raises:
            TryAgain: The shared commit failed, perhaps for another's sake; nothing of it is kept.
        """
        return self._join(hurries=False)

    def begin_at_once(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open one likewise, before all who wait; nobody joins it who can wait."""
        return self._join(hurries=True)

    @asynccontextmanager
    async def _join(self, *, hurries: bool) -> AsyncIterator[AsyncConnection]:
        async with self._my_turn(hurries=hurries):
            shared = self._shared = self._shared or await self._open()
            shared.hurries |= hurries
            try:
                async with shared.connection.begin_nested() if shared.joined else nullcontext():
                    yield shared.connection
                shared.joined += 1
            finally:
                if not self._may_wait(shared):
                    await self._end(shared)
        await asyncio.shield(shared.durable)

    def _may_wait(self, shared: _Shared) -> bool:
        """Say whether others may join before the commit."""
        if not shared.joined or shared.joined >= (1 if self._alone else self._most):
            return False
        return bool(self._hurrying if shared.hurries else self._waiting)

    @asynccontextmanager
    async def _my_turn(self, *, hurries: bool) -> AsyncIterator[None]:
        """Wait for the one turn there is: only the first of the row waits for it beside those who hurry."""
        self._waiting += 1
        self._hurrying += hurries
        async with AsyncExitStack() as held:
            try:
                if not hurries:
                    await held.enter_async_context(self._row)
                await held.enter_async_context(self._turn)
            except asyncio.CancelledError:
                # The transaction before was left open for whoever is waiting, and that may have been this task alone.
                self._later(self._end_what_is_left())
                raise
            finally:
                self._waiting -= 1
                self._hurrying -= hurries
            yield

    async def _end_what_is_left(self) -> None:
        async with self._my_turn(hurries=True):
            if self._shared and not self._may_wait(self._shared):
                await self._end(self._shared)

    async def _open(self) -> _Shared:
        connection = await self._engine.connect()
        try:
            await connection.begin()
        except BaseException:
            await connection.close()
            raise
        return _Shared(connection)

    async def _end(self, shared: _Shared) -> None:
        """Commit, whatever becomes of the task that happens to be the last one in."""
        self._shared = None
        await asyncio.shield(self._later(self._commit(shared)))

    def _later(self, act: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        """Do it in a task of its own, which is kept until it is done."""
        task = asyncio.create_task(act)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        return task

    async def _commit(self, shared: _Shared) -> None:
        if not shared.joined:
            await shared.connection.close()
            return
        try:
            async with aclosing(shared.connection):
                await _commit_or_forget(shared.connection)
        except DBAPIError as failed:
            self._alone = shared.joined
            shared.durable.set_exception(failed if shared.joined == 1 else _for_all(failed))
        except BaseException as failed:
            shared.durable.set_exception(failed)
        else:
            self._alone = max(0, self._alone - 1)
            shared.durable.set_result(None)


class AtOnce:
    """Implements `Writer` for those who cannot wait for others."""

    def __init__(self, commits: SharedCommits) -> None:
        self._commits = commits

    def begin(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """As `SharedCommits.begin_at_once`."""
        return self._commits.begin_at_once()


async def _commit_or_forget(connection: AsyncConnection) -> None:
    """Commit; where that fails SQLite leaves the transaction open, so the connection is not used again."""
    try:
        await connection.commit()
    except DBAPIError:
        await connection.invalidate()
        raise


def _for_all(failed: DBAPIError) -> TryAgain:
    """Tell the others to try again; the database's own trouble is told to each of them."""
    again = TryAgain("a commit of several failed; each is tried alone")
    again.__cause__ = failed
    return again
