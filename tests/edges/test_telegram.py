"""Does Telegram keep the promises of the port?"""

from collections.abc import AsyncIterator

import pytest

from tests.edges.promises import Promises
from tests.edges.telegram_stage import TelegramStage, playing


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    async with playing() as stage:
        yield stage


class TestTelegram(Promises):
    """All promises, on the wire."""
