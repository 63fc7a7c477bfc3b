"""How does everything get from one database into another, and how is it known that nothing is missing?"""

import asyncio
import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.errors import WrongSetting
from core.storage.engine import database_url, open_alone, open_database
from core.storage.schema import check_current, is_current, migrate
from core.storage.tables import METADATA
from core.storage.types import canonical

AT_ONCE = 1_000
_WHOLE = 1 << 256

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sum:
    """What a table holds, in two numbers that do not depend on the order of its rows.

    Attributes:
        rows: How many.
        digest: The sum of their SHA-256, modulo 2^256.
    """

    rows: int = 0
    digest: int = 0

    def plus(self, row: Mapping[Any, Any]) -> "Sum":
        """Count one row more."""
        plain = canonical({name: _plain(value) for name, value in row.items()})
        digest = int.from_bytes(hashlib.sha256(plain.encode()).digest())
        return Sum(self.rows + 1, (self.digest + digest) % _WHOLE)


async def move(source: str, target: str, told: Told) -> int:
    """Copy everything into an empty database, in one transaction, and compare both.

    Args:
        source: A database address with this program's schema; it is only read.
        target: Another one; it is made and migrated if needed.
        told: Hears of each table.

    Returns:
        How many rows there are.

    Raises:
        WrongSetting: The target holds something, the schema is another, or the two differ in the end; then the target
            stays empty.
    """
    if database_url(source) == database_url(target):
        raise WrongSetting("both addresses name the same database")
    await check_current(source)
    if not await is_current(target):
        await migrate(target)
    from_here, writer = open_database(source), open_alone(target)
    try:
        async with _as_of_now(from_here.read) as old, writer.begin() as new:
            await _check_empty(new)
            rows = 0
            for table in METADATA.sorted_tables:
                copied = await _copy(old, new, table)
                if await _sum(new, table) != copied:
                    raise WrongSetting(f"{table.name} differs after copying; nothing was kept")
                told(f"{table.name}: {copied.rows}")
                rows += copied.rows
            await _count_on(new)
            return rows
    finally:
        await from_here.close()
        await writer.dispose()


async def backup(source: str, file: Path, told: Told) -> int:
    """Write everything into a new SQLite file while the house goes on, and prove it by reading it back.

    Returns:
        How many rows it holds.

    Raises:
        WrongSetting: The file is there already, or cannot be read back whole.
    """
    if await asyncio.to_thread(file.exists):
        raise WrongSetting(f"{file} is there already; name a new file")
    rows = await move(source, f"sqlite:///{file}", told)
    with sqlite3.connect(file) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise WrongSetting(f"{file} cannot be read back: {found}")
    return rows


async def sums(setting: str) -> Mapping[str, Sum]:
    """Sum up every table of a database, by name."""
    engines = open_database(setting)
    try:
        async with _as_of_now(engines.read) as connection:
            return {table.name: await _sum(connection, table) for table in METADATA.sorted_tables}
    finally:
        await engines.close()


@asynccontextmanager
async def _as_of_now(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Look at a database as it is at one moment, while others go on writing."""
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


async def _copy(old: AsyncConnection, new: AsyncConnection, table: Table) -> Sum:
    copied = Sum()
    async with old.stream(select(table).execution_options(yield_per=AT_ONCE)) as rows:
        async for part in rows.mappings().partitions(AT_ONCE):
            for row in part:
                copied = copied.plus(row)
            await new.execute(table.insert(), [dict(row) for row in part])
    return copied


async def _sum(connection: AsyncConnection, table: Table) -> Sum:
    whole = Sum()
    async with connection.stream(select(table).execution_options(yield_per=AT_ONCE)) as rows:
        async for row in rows.mappings():
            whole = whole.plus(row)
    return whole


async def _check_empty(new: AsyncConnection) -> None:
    for table in METADATA.sorted_tables:
        if (await new.execute(select(func.count()).select_from(table))).scalar_one():
            raise WrongSetting(f"the other database is not empty ({table.name} has rows); name an empty one")


async def _count_on(new: AsyncConnection) -> None:
    """Let PostgreSQL go on counting where the copied rows end; SQLite does by itself."""
    if new.dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            last = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            await new.execute(select(func.setval(func.pg_get_serial_sequence(table.name, column.name), last, False)))


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | None) else str(value)
