"""How does alembic reach our tables and a database?

`socium migrate` hands a connection in (`core.storage.schema`); the `alembic` command, used to write a new
version, opens the database that SOCIUM_DATABASE_URL names.
"""

import asyncio
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.engine import Connection

from core.config import read_settings
from core.storage.schema import alone
from core.storage.tables import METADATA

PLAIN = {"UtcMillis": "sa.BigInteger()", "Json": "sa.Text()", "Strings": "sa.Text()", "Word": "sa.String(length=20)"}


def plain(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what lies beneath: a version must run when the code has moved on."""
    return PLAIN.get(type(item).__name__, False) if kind == "type" else False


def run(connection: Connection) -> None:
    """Run what was asked for on a connection that is inside a transaction."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=plain,
    )
    context.run_migrations()


handed: Connection | None = context.config.attributes.get("connection")
if handed is None:
    asyncio.run(alone(read_settings().database_url, run))
else:
    run(handed)
