"""How does each test get a database of its own, migrated, in a few milliseconds?

A template is migrated once per session; a test has a copy of its file, or a clean database of a real PostgreSQL.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from core.storage.schema import migrate
from core.storage.work import Database
from tests.postgres import LIKE, Databases, DurableServer, start, tell

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
    """Takes a clean database of a server, and gives it back.

    Args:
        databases: Of the server.
    """

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._taken: list[str] = []

    def copy(self, folder: Path, kept: str = "") -> str:
        """Take one, or one like that which was kept; returns its address."""
        address = self._databases.take(kept)
        self._taken.append(address)
        return address

    def keep(self, address: str, folder: Path) -> str:
        """Keep what is in it; that goes with the server."""
        return self._databases.keep(address)

    def drop(self) -> None:
        """Give them back."""
        while self._taken:
            self._databases.give_back(self._taken.pop())


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file that nobody writes to."""
    template = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrate(f"sqlite:///{template}"))
    return template


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Databases]:
    """Start PostgreSQL, hasty where a test needs no durability, and return its databases.

    Its folder is its own: pytest closes the folder of all runs to other users whenever a new run begins.
    """
    folder = Path(tempfile.mkdtemp(prefix="socium-pg-"))
    server = start(folder)
    address = server.get_uri().replace("/postgres?", "/{}?")
    for unneeded in ("fsync", "synchronous_commit", "full_page_writes"):
        tell(address, f"ALTER SYSTEM SET {unneeded} = off")
    tell(address, "SELECT pg_reload_conf()")
    tell(address, f"CREATE DATABASE {LIKE}")
    asyncio.run(migrate(address.format(LIKE)))
    yield Databases(address)
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
def postgres_url(postgres_server: Databases, tmp_path: Path) -> Iterator[str]:
    """Return the address of a fresh PostgreSQL database."""
    one = PostgresTemplate(postgres_server)
    yield one.copy(tmp_path)
    one.drop()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a fresh database of each kind."""
    url: str = request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param])
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Open a fresh database."""
    opened = Database.at(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def durable_server() -> Iterator[DurableServer]:
    """Start a PostgreSQL that keeps its promises, with one migrated database."""
    folder = Path(tempfile.mkdtemp(prefix="socium-pg-"))
    server = DurableServer(folder)
    yield server
    server.end()
    shutil.rmtree(folder, ignore_errors=True)
