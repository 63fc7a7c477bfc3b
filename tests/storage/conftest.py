"""On which databases do the storage tests run? On both."""

import pytest


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a fresh database of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
