"""How is a database opened so that nothing is lost and nobody waits in vain?"""

from dataclasses import dataclass
from time import monotonic
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry, NullPool, PoolProxiedConnection

from core.errors import WrongSetting
from core.storage.commits import AtOnce, SharedCommits, Writer
from core.storage.trips import Connection as SqliteConnection

BUSY_SECONDS = 30
READERS = 4
PATIENCE_SECONDS = 60
UNUSED_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Engines:
    """One database, opened twice.

    Attributes:
        write: On SQLite a single connection whose transactions take the write lock when they begin.
        read: Can only read; on SQLite it never waits for the writer.
        writer: Opens transactions on `write`; on SQLite those that wait for one another share a commit.
        answers: Likewise, for what a messenger answered: on SQLite before all others.
    """

    write: AsyncEngine
    read: AsyncEngine
    writer: Writer
    answers: Writer

    async def close(self) -> None:
        """Close all connections."""
        await self.read.dispose()
        await self.write.dispose()


def database_url(setting: str) -> URL:
    """Read a database address and name its driver.

    Args:
        setting: Such as `sqlite:///socium.db` or `postgresql://user:secret@host/socium`.

    Raises:
        WrongSetting: It names no database we can use.
    """
    try:
        url = make_url(setting)
    except ArgumentError as wrong:
        raise WrongSetting("SOCIUM_DATABASE_URL is no database address, such as sqlite:///socium.db") from wrong
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+asyncpg")
    raise WrongSetting("SOCIUM_DATABASE_URL must begin with sqlite:/// or postgresql://")


def open_database(setting: str) -> Engines:
    """Open a database; nothing is connected before the first use.

    Raises:
        WrongSetting: As `database_url`.
    """
    url = database_url(setting)
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)


def open_alone(setting: str) -> AsyncEngine:
    """Open a database for migrations: connections of their own, foreign keys off on SQLite."""
    url = database_url(setting)
    if url.get_backend_name() == "postgresql":
        return create_async_engine(url, poolclass=NullPool)
    engine = _on_a_thread(url, poolclass=NullPool)
    _prepare(engine, "PRAGMA foreign_keys=OFF")
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def _sqlite(url: URL) -> Engines:
    """Open SQLite.

    Source:
        The table of traps in ARCHITECTURE.md: with the driver's own BEGIN, 50 of 60 concurrent
        read-modify-writes were lost silently; with a deferred one, 49 of 60 failed as locked.
    """
    write = _on_a_thread(
        url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0, pool_timeout=PATIENCE_SECONDS
    )
    _prepare(write, "PRAGMA foreign_keys=ON")
    _begin_with(write, "BEGIN IMMEDIATE")
    read = _on_a_thread(url, poolclass=AsyncAdaptedQueuePool, pool_size=READERS, max_overflow=0)
    _prepare(read, "PRAGMA query_only=ON")
    _begin_with(read, "BEGIN")
    commits = SharedCommits(write)
    return Engines(write, read, commits, AtOnce(commits))


def _postgres(url: URL) -> Engines:
    write = create_async_engine(url, pool_size=10, max_overflow=10, pool_timeout=PATIENCE_SECONDS, hide_parameters=True)
    read = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=READERS,
        connect_args={"server_settings": {"default_transaction_read_only": "on"}},
    )
    _try_before_use(write)
    _try_before_use(read)
    return Engines(write, read, write, write)


def _try_before_use(engine: AsyncEngine) -> None:
    """Try a connection that nobody used for a while before it is used: the server, or what lies between, may have gone.

    The pool's own `pool_pre_ping` tries each before each use. That is three trips to the server, as many as a short
    transaction has; whoever meets a server that went just now begins anew anyway.
    """

    @event.listens_for(engine.sync_engine, "checkin")
    def given_back(_connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        entry.info["used"] = monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def taken(connection: DBAPIConnection, entry: ConnectionPoolEntry, _fairy: PoolProxiedConnection) -> None:
        if monotonic() - entry.info.get("used", monotonic()) > UNUSED_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except Exception as gone:
                raise InvalidatePoolError from gone


def _on_a_thread(url: URL, **pool: Any) -> AsyncEngine:
    file = url.database or ":memory:"
    return create_async_engine(
        url, async_creator=lambda: SqliteConnection.open(file, BUSY_SECONDS), hide_parameters=True, **pool
    )


def _prepare(engine: AsyncEngine, *more: str) -> None:
    pragmas = (
        f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        *more,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()


def _begin_with(engine: AsyncEngine, statement: str) -> None:
    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
