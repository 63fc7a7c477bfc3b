"""How does SQLite answer in one trip to its thread for each statement?

The usual driver goes there and back for the cursor, the statement, its rows and the end of it: forty trips for one
event. Here a statement and its rows are one trip; the event loop never waits for the disk itself.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self, TypeVar

Answer = TypeVar("Answer")
Row = tuple[Any, ...]

AT_ONCE = 1_000


class Connection:
    """One SQLite connection on a thread of its own, as SQLAlchemy's adapter for aiosqlite expects it.

    Args:
        raw: Opened without transactions of its own; only the thread touches it from now on.
        thread: A single one, so that statements keep their order, those of a cancelled task included.
    """

    def __init__(self, raw: sqlite3.Connection, thread: ThreadPoolExecutor) -> None:
        self._connection: sqlite3.Connection | None = raw
        self._raw, self._thread = raw, thread

    @classmethod
    async def open(cls, file: str, wait: float) -> "Connection":
        """Open a database file.

        Args:
            file: Its path.
            wait: Seconds to wait for a lock that another process holds.
        """
        thread = ThreadPoolExecutor(1, "sqlite")

        def opened() -> sqlite3.Connection:
            return sqlite3.connect(file, timeout=wait, isolation_level=None, check_same_thread=False)

        return cls(await asyncio.get_running_loop().run_in_executor(thread, opened), thread)

    async def go(self, act: Callable[..., Answer], *values: Any) -> Answer:
        """Let the thread act; one trip."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, act, *values)

    def cursor(self) -> "Cursor":
        """Return a cursor; nothing is asked yet."""
        return Cursor(self, self._raw)

    async def create_function(self, *described: Any, **more: Any) -> None:
        """Register a function of ours with SQLite."""
        await self.go(lambda: self._raw.create_function(*described, **more))

    async def commit(self) -> None:
        """Commit."""
        await self.go(self._raw.commit)

    async def rollback(self) -> None:
        """Undo."""
        await self.go(self._raw.rollback)

    async def close(self) -> None:
        """Close it and let its thread go; closed already is no error."""
        if self._connection is not None:
            self._connection = None
            await self.go(self._raw.close)
            self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """Close it without waiting, when there is no loop any more."""
        if self._connection is not None:
            self._connection = None
            self._thread.submit(self._raw.close)
            self._thread.shutdown(wait=False)


class Cursor:
    """One statement and its rows; the first thousand come with it, a longer list follows as it is asked for."""

    def __init__(self, connection: Connection, raw: sqlite3.Connection) -> None:
        self._connection, self._raw = connection, raw
        self._rows: list[Row] = []
        self._more: sqlite3.Cursor | None = None
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Any = ()) -> None:
        """Run a statement and fetch what it returns."""
        await self._connection.go(self._run, self._raw.execute, statement, values)

    async def executemany(self, statement: str, values: Any) -> None:
        """Run a statement once for each set of values."""
        await self._connection.go(self._run, self._raw.executemany, statement, values)

    async def fetchall(self) -> Sequence[Row]:
        """Hand over all rows that are left."""
        rows, self._rows = self._rows, []
        return [*rows, *await self._connection.go(self._rest)] if self._more else rows

    async def fetchmany(self, size: int | None = None) -> Sequence[Row]:
        """Hand over the next rows, at most `size`."""
        most = size or self.arraysize
        if len(self._rows) < most and self._more:
            self._rows += await self._connection.go(self._next, most)
        rows, self._rows = self._rows[:most], self._rows[most:]
        return rows

    async def fetchone(self) -> Row | None:
        """Hand over the next row."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def close(self) -> None:
        """Forget the rows."""
        self._rows = []
        if self._more:
            await self._connection.go(self._end)

    def _run(self, act: Callable[..., sqlite3.Cursor], statement: str, values: Any) -> None:
        self._more = act(statement, values)
        self.description, self.rowcount, self.lastrowid = (
            self._more.description,
            self._more.rowcount,
            self._more.lastrowid,
        )
        self._rows = self._next(AT_ONCE) if self.description else []
        if not self.description:
            self._end()

    def _next(self, most: int) -> list[Row]:
        assert self._more is not None
        rows = self._more.fetchmany(most)
        if len(rows) < most:
            self._end()
        return rows

    def _rest(self) -> list[Row]:
        assert self._more is not None
        rows = self._more.fetchall()
        self._end()
        return rows

    def _end(self) -> None:
        if self._more is not None:
            self._more.close()
            self._more = None
