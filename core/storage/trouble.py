"""Is it the database that is in trouble, and who says so, once?

Out of reach, locked by another, without room: nobody's event is at fault, and time or the operator can help. Whoever
meets it hears `OutOfReach` and waits; the log says it in one line when it begins and in one when it is over.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import OutOfReach, TryAgain
from core.storage.commits import Writer

log = logging.getLogger(__name__)

_MET_ANOTHER = {"40001", "40P01"}
"""SQLSTATE of a serialization failure and of a deadlock. Source: PostgreSQL documentation, appendix A."""

_TROUBLE = {"08", "53", "57", "58"}
"""Classes of SQLSTATE: connection, resources, operator intervention, system. Source: likewise."""

_SQLITE_TROUBLE = {5, 6, 10, 13, 14, 15}
"""BUSY, LOCKED, IOERR, FULL, CANTOPEN, PROTOCOL. Source: sqlite.org/rescode.html, primary result codes."""

_NO_ROOM, _SQLITE_FULL = "53100", 13
"""Likewise, for a full disk."""

ROOM_AFTER = 6.0
"""Seconds in which nobody met a full disk any more: longer than any pause before asking again (`core.app.patience`)."""

_REASON = 200


class _NoRoom(OutOfReach):
    """The disk is full: what needs no more room than there is still succeeds now and then."""


class Reader(Protocol):
    """Where transactions that only look come from."""

    def connect(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that leaves no trace."""
        ...


class Alarm:
    """Says that the database is in trouble, and that it no longer is; each once.

    Args:
        seconds: Counts seconds, wherever it began.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._since: float | None = None
        self._over = self._not_before = float("-inf")
        self._until_written = False

    @asynccontextmanager
    async def around(
        self, transaction: AbstractAsyncContextManager[AsyncConnection], *, writes: bool
    ) -> AsyncIterator[AsyncConnection]:
        """Watch over a transaction.

        A full disk can still be read: what stopped a write is over only when one succeeds; and as small ones may do
        so there, only when nobody met it for `ROOM_AFTER`. What began before the trouble was over and fails only
        afterwards is no new trouble; if there is some, its repeat says so.

        Raises:
            OutOfReach: The database is in trouble.
            TryAgain: It met another transaction; nothing of it is kept.
        """
        opened, begun = False, self._seconds()
        try:
            async with transaction as connection:
                opened = True
                yield connection
        except Exception as failed:
            if _was_cancelled(failed):
                raise asyncio.CancelledError from failed
            again = in_time(failed, opening=not opened)
            if again is None:
                raise
            if isinstance(again, OutOfReach):
                self._sound(again, writes, begun)
            raise again from failed
        if writes or not self._until_written:
            self._calm()

    def _sound(self, trouble: OutOfReach, writes: bool, begun: float) -> None:
        if self._since is None and begun < self._over:
            return
        self._until_written |= writes
        if isinstance(trouble, _NoRoom):
            self._not_before = self._seconds() + ROOM_AFTER
        if self._since is None:
            self._since = self._seconds()
            log.error("the database is in trouble (%s); whatever comes waits until it answers", trouble)

    def _calm(self) -> None:
        if self._since is not None and self._seconds() >= self._not_before:
            self._over = self._seconds()
            log.warning("the database answers again after %.0f s; what waited goes on", self._over - self._since)
            self._since, self._until_written = None, False


class Watched:
    """Implements `Writer` and `Reader`, and watches over what comes from others."""

    def __init__(self, writer: Writer, reader: Reader, alarm: Alarm) -> None:
        self._writer, self._reader, self._alarm = writer, reader, alarm

    def begin(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that is durable at the end of the block, or leaves no trace; see `Alarm.around`."""
        return self._alarm.around(self._writer.begin(), writes=True)

    def connect(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that only looks; likewise."""
        return self._alarm.around(self._reader.connect(), writes=False)


def in_time(failed: Exception, *, opening: bool = False) -> TryAgain | None:
    """Return what to raise instead where time can help; None where it cannot, or where that was said already.

    Args:
        failed: What the driver said.
        opening: Whether a connection was being opened; then the system's own errors are the database's, too.
    """
    if isinstance(failed, TryAgain):
        return None
    sqlstate = str(getattr(failed, "sqlstate", None) or getattr(_driver(failed), "sqlstate", None) or "")
    if sqlstate in _MET_ANOTHER:
        return TryAgain("two transactions met")
    if sqlstate == _NO_ROOM or _sqlite_code(failed) == _SQLITE_FULL:
        return _NoRoom(_reason(failed))
    if sqlstate[:2] in _TROUBLE or _is_lost(failed) or (opening and isinstance(failed, OSError)):
        return OutOfReach(_reason(failed))
    return None


def _was_cancelled(failed: BaseException | None) -> bool:
    """Say whether an error came up only while a cancelled task tidied up behind itself."""
    while failed is not None and not isinstance(failed, asyncio.CancelledError):
        failed = failed.__context__
    return failed is not None


def _is_lost(failed: Exception) -> bool:
    lost = isinstance(failed, DBAPIError) and failed.connection_invalidated
    return lost or isinstance(failed, PoolTimeout) or _sqlite_code(failed) in _SQLITE_TROUBLE


def _sqlite_code(failed: Exception) -> int:
    """Return SQLite's primary result code; 0 where it was not SQLite."""
    return int(getattr(_driver(failed), "sqlite_errorcode", 0)) & 0xFF


def _driver(failed: Exception) -> BaseException | None:
    """Return the driver's own error, which never quotes what people wrote."""
    return failed.orig if isinstance(failed, DBAPIError) else failed


def _reason(failed: Exception) -> str:
    words = str(_driver(failed)).strip().splitlines()
    return words[0][:_REASON] if words else type(failed).__name__
