"""Do the migrations make the tables this program needs?"""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from core.errors import WrongSetting
from core.storage.engine import open_alone
from core.storage.schema import alone, check_current, current, is_current, migrate, newest
from core.storage.tables import METADATA


async def test_migrations_make_the_tables_of_the_program(database_url: str) -> None:
    """What `socium migrate` makes is what the program reads, on both databases."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))

    assert await alone(database_url, differences) == []


async def test_migrations_make_the_same_length_checks(database_url: str) -> None:
    """The database refuses overlong words in every column that says so."""

    def checks(connection: Connection) -> set[str]:
        seen = inspect(connection)
        return {str(one["name"]) for name in METADATA.tables for one in seen.get_check_constraints(name)}

    promised = {
        f"ck_{table.name}_{column.name}_length"
        for table in METADATA.tables.values()
        for column in table.columns
        if "most" in column.info
    }
    assert await alone(database_url, checks) == promised


async def test_an_empty_database_asks_for_migration(tmp_path: Path) -> None:
    """An operator who forgot to migrate is told so in one line."""
    url = f"sqlite:///{tmp_path}/new.db"

    assert await current(url) == ""
    with pytest.raises(WrongSetting, match="socium migrate"):
        await check_current(url)


async def test_migrating_twice_changes_nothing(database_url: str) -> None:
    """`socium migrate` can be typed again at any time."""
    assert await migrate(database_url) == newest()
    assert await is_current(database_url)


async def test_broken_links_are_found_before_a_migration_is_kept(sqlite_url: str) -> None:
    """A migration that would leave rows pointing to nothing changes nothing and says where."""
    orphan = "INSERT INTO tokens VALUES ('m', 't')"
    lost = "INSERT INTO drafts (account, place, kind, data, asked_at) VALUES ('a', 'c', 'k', '{}', 0)"

    def break_links(connection: Connection) -> None:
        connection.execute(text(orphan))
        connection.execute(text(lost))

    with pytest.raises(WrongSetting, match="drafts"):
        await alone(sqlite_url, break_links)

    engine = open_alone(sqlite_url)
    async with engine.begin() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM tokens"))).scalar_one() == 0
    await engine.dispose()


@pytest.mark.parametrize("wrong", ["nonsense", "mysql://host/socium", ""])
async def test_a_wrong_database_address_is_one_clear_line(wrong: str) -> None:
    """A mistyped address names the setting, and shows nothing of a password in it."""
    with pytest.raises(WrongSetting, match="SOCIUM_DATABASE_URL"):
        await current(wrong)
