"""Which fixtures does every test have?"""

from collections.abc import Iterator

import pytest

from tests.databases import database, database_url, postgres_server, postgres_url, sqlite_template, sqlite_url
from tests.edges.synapse import synapse
from tests.logged import overheard

__all__ = ["database", "database_url", "postgres_server", "postgres_url", "sqlite_template", "sqlite_url", "synapse"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let everything be played everywhere: `make test-everywhere`."""
    parser.addoption("--every-messenger", action="store_true", help="play every dialogue on every messenger")
    parser.addoption("--long", action="store_true", help="play fault tests at full length: `make faults`")


@pytest.fixture(autouse=True)
def nothing_is_overheard() -> Iterator[None]:
    """Fail a test while which a secret, or what a person said, was logged by any part of the house."""
    heard = overheard()
    before = len(heard.leaks)
    yield
    assert heard.leaks[before:] == []
