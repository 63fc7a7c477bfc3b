"""Which tables are there: the real application, a real database, and one messenger each?"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.storage.schema import migrate
from core.storage.work import Database
from tests.edges.local_stage import LocalStage
from tests.flows.table import Table
from tests.flows._drain import deliver

START = datetime(2026, 5, 1, 10, tzinfo=UTC)


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    """People on the local page, as on Matrix: reactions, typed numbers, rooms."""
    clock = VirtualClock(START)
    messenger = LocalMessenger(port=None, clock=clock, empty=True)
    url = f"sqlite+aiosqlite:///{tmp_path}/socium.db"
    await migrate(url)
    store = Database.at(url)
    application = Application(store, clock, Node("en", "UTC", messenger.capabilities))
    async with asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(messenger.run(application)), tasks.create_task(deliver(store, messenger, application, clock))]
        yield Table(LocalStage(messenger, Flavour.MATRIX), application, clock)
        for task in running:
            task.cancel()
    await store.close()
