"""Why does not every test compile the same statements anew?

A database compiles a statement when it is first asked for it. A process of ours opens one and lives for weeks; the
tests open thousands, and compiling was a seventh of all they did. Here all databases of a kind share what was compiled.

Source:
    SQLAlchemy's manual: `registry.register`, `Dialect.engine_created`, the execution option `compiled_cache`, whose
    keys hold the dialect.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

_COMPILED: dict[Any, Any] = {}


class _Alike:
    """A dialect that is like any other of its class."""

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Let an engine keep what it compiled where all do."""
        engine.update_execution_options(compiled_cache=_COMPILED)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


class Sqlite(_Alike, SQLiteDialect_aiosqlite):
    """SQLite through our own thread, as ever."""

    supports_statement_cache = True


class Postgres(_Alike, PGDialect_asyncpg):
    """PostgreSQL through asyncpg, as ever."""

    supports_statement_cache = True


def share_what_is_compiled() -> None:
    """From now on, let each engine that is made be one of these."""
    registry.register("sqlite.aiosqlite", __name__, Sqlite.__name__)
    registry.register("postgresql.asyncpg", __name__, Postgres.__name__)
