"""Does nobody notice that the server, or what lies between, closed connections that nobody used?"""

from datetime import UTC, datetime

import pytest

from core.errors import OutOfReach
from core.storage import engine
from core.storage.work import Database
from tests.postgres import end_connections

NOW = datetime(2026, 5, 1, tzinfo=UTC)


async def looked_and_written(database: Database) -> None:
    """Use a connection of each kind."""
    await database.next_due()
    await database.outbox.reclaim("nobody", NOW)


async def test_what_lay_idle_is_tried_before_it_is_used(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All connections were closed while nobody used them: the next one who asks is answered at once."""
    database = Database.at(postgres_url)
    try:
        await looked_and_written(database)
        end_connections(postgres_url)
        monkeypatch.setattr(engine, "UNUSED_SECONDS", -1)

        await looked_and_written(database)
    finally:
        await database.close()


async def test_what_was_used_just_now_is_not_tried(postgres_url: str) -> None:
    """Closed between two uses, a connection is missed by the next one who asks, and by nobody after them."""
    database = Database.at(postgres_url)
    try:
        await looked_and_written(database)
        end_connections(postgres_url)

        with pytest.raises(OutOfReach):
            await database.next_due()

        await database.next_due()
    finally:
        await database.close()
