"""Does Telegram keep the promises of the port?"""

from collections.abc import AsyncIterator

import pytest

from tests.edges.botapi.server import BotApi
from tests.edges.promises import Promises
from tests.edges.telegram_stage import TelegramStage


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    """Play on our own Bot API server; whatever breaks its rules fails the test."""
    api = BotApi()
    await api.start()
    played = TelegramStage(api)
    yield played
    await api.stop()
    assert played.verdict() == []


class TestTelegram(Promises):
    """All promises, on the wire."""
