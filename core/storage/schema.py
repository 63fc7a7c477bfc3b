"""Is the database's schema the one this program needs, and how does it become so?"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

import migrations
from core.errors import WrongSetting
from core.storage.engine import open_alone

Result = TypeVar("Result")


async def migrate(setting: str) -> str:
    """Bring a database, empty or old, to the newest version.

    Returns:
        The version it has now.

    Raises:
        WrongSetting: The setting names no database, or rows were found that point to nothing.
    """
    await alone(setting, _upgrade)
    return newest()


async def current(setting: str) -> str:
    """Return the version a database has; empty when it was never migrated."""
    return await alone(setting, lambda connection: MigrationContext.configure(connection).get_current_revision() or "")


async def is_current(setting: str) -> bool:
    """Say whether a database has the newest version."""
    return await current(setting) == newest()


async def check_current(setting: str) -> None:
    """Refuse a database of another version.

    Raises:
        WrongSetting: With the one line that tells the operator what to do.
    """
    if not await is_current(setting):
        raise WrongSetting("the database's schema is not this version's: run `socium migrate`")


def newest() -> str:
    """Return the newest version there is."""
    return ScriptDirectory.from_config(config()).get_current_head() or ""


async def alone(setting: str, act: Callable[[Connection], Result]) -> Result:
    """Run something in one transaction on a connection of its own, foreign keys off.

    With foreign keys on, SQLite deletes children silently while a table is rebuilt; so they are
    off, and checked before the commit.

    Raises:
        WrongSetting: Rows were found that point to nothing; nothing was changed.
    """
    engine = open_alone(setting)
    try:
        async with engine.begin() as connection:
            result = await connection.run_sync(act)
            await connection.run_sync(_check_links)
            return result
    finally:
        await engine.dispose()


def config() -> Config:
    """Describe where the versions lie, wherever the package is installed."""
    described = Config()
    described.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return described


def _upgrade(connection: Connection) -> None:
    described = config()
    described.attributes["connection"] = connection
    command.upgrade(described, "head")


def _check_links(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise WrongSetting(f"the database has rows in {broken[0]} that point to nothing; restore a backup")
