"""Does Discord keep what every messenger owes the house?"""

from collections.abc import AsyncIterator

import pytest

from tests.edges.discord_stage import DiscordStage
from tests.edges.discord_wire import DiscordWire
from tests.edges.promises import Promises


@pytest.fixture
async def stage() -> AsyncIterator[DiscordStage]:
    """Give a Discord of its own to each test; whatever the lint found fails it."""
    wire = DiscordWire()
    await wire.start()
    yield DiscordStage(wire)
    await wire.stop()
    assert wire.complaints == []


class TestDiscord(Promises):
    """Every promise, on Discord."""
