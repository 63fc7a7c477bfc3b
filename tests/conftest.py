"""Which fixtures does every test have?"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from tests.databases import (
    database,
    database_url,
    durable_server,
    postgres_server,
    postgres_url,
    sqlite_template,
    sqlite_url,
    template,
)
from tests.edges.synapse import synapse
from tests.logged import overheard
from tests.statements import share_what_is_compiled

__all__ = [
    "database",
    "database_url",
    "durable_server",
    "postgres_server",
    "postgres_url",
    "sqlite_template",
    "sqlite_url",
    "synapse",
    "template",
]


# Machines are shared: how long an example takes says nothing about us.
settings.register_profile("unhurried", deadline=None)
settings.register_profile("long", deadline=None, max_examples=1_000)
# Whoever counts mutants asks only whether a test fails, the same way each time, and not for the smallest example.
settings.register_profile("counting", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))


def pytest_configure(config: pytest.Config) -> None:
    """Compile a statement once for all tests of a worker; try ten times as many examples when there is time."""
    share_what_is_compiled()
    if config.getoption("--long"):
        settings.load_profile("long")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let everything be played everywhere: `make test-everywhere`."""
    parser.addoption("--every-messenger", action="store_true", help="play every dialogue on every messenger")
    parser.addoption("--long", action="store_true", help="hurt the house as often and as long as `make faults` does")
    kinds = ("sqlite", "postgresql", "both")
    parser.addoption("--database", choices=kinds, default="both", help="on which databases dialogues are played")


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Say whether there is time: `make faults`."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def nothing_is_overheard() -> Iterator[None]:
    """Fail a test while which a secret, or what a person said, was logged by any part of the house."""
    heard = overheard()
    before = len(heard.leaks)
    yield
    assert heard.leaks[before:] == []
