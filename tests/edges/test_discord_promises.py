"""Does Discord keep what every messenger owes the house?"""

from collections.abc import AsyncIterator

import pytest

from tests.edges.discord_stage import DiscordStage, discord_on_loopback
from tests.edges.promises import Promises


@pytest.fixture
async def stage() -> AsyncIterator[DiscordStage]:
    """Give each test a Discord of its own."""
    async with discord_on_loopback() as stage:
        yield stage


class TestDiscord(Promises):
    """Every promise, on Discord."""
