"""Do updates arrive when Telegram calls us, and only when it is Telegram?"""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bots.telegram.messenger import TelegramMessenger
from bots.telegram.webhook import SECRET_HEADER, Webhook
from core.errors import WrongSetting
from core.messenger.events import Incoming, Said
from tests.edges.botapi.server import TOKEN
from tests.edges.botapi.state import Json
from tests.edges.recording import RecordingDesk, running
from tests.edges.telegram_stage import TelegramStage, playing
from tests.stage import PRIVATE, until

SECRET = "only-telegram-knows-this"
URL = "https://socium.example/hook/telegram"


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    async with playing(Webhook(URL, SECRET, port=0)) as stage:
        yield stage


async def call(stage: TelegramStage, body: bytes, secret: str | None = SECRET, path: str = "/hook/telegram") -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    address = f"http://127.0.0.1:{stage.messenger.webhook_port}{path}"
    async with aiohttp.ClientSession() as session, session.post(address, data=body, headers=headers) as response:
        return response.status


async def told(stage: TelegramStage, words: str) -> Json:
    """Let Lena write in private; returns the update as Telegram would send it."""
    await stage.says("Lena", PRIVATE, words)
    update: dict[str, Any] = stage.world.updates.given[-1]
    return update


async def test_telegram_calls_and_is_heard(stage: TelegramStage) -> None:
    """The address and the secret are handed to Telegram, and what it then sends reaches the desk."""
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await until(lambda: stage.messenger.webhook_port)
        update = await told(stage, "/help")
        status = await call(stage, json.dumps(update).encode())

    (wish,) = stage.api.sent("setWebhook")
    assert (wish["url"], wish["secret_token"]) == (URL, SECRET)
    assert "my_chat_member" in wish["allowed_updates"]
    assert status == 200
    assert [one.what for one in desk.heard] == [Said("/help")]
    assert stage.api.sent("getUpdates") == []


@pytest.mark.parametrize("secret", [None, "", "only-telegram-knows-thi", "ONLY-TELEGRAM-KNOWS-THIS", "нет"])
async def test_nobody_else_is_heard(stage: TelegramStage, secret: str | None) -> None:
    """Without the right secret nothing acts, whatever else is right."""
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await until(lambda: stage.messenger.webhook_port)
        status = await call(stage, json.dumps(await told(stage, "/leave")).encode(), secret)

    assert status == 403
    assert desk.heard == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id":"1"}', b"x" * 1_100_000])
async def test_nonsense_is_refused(stage: TelegramStage, body: bytes) -> None:
    """What is no update is refused shortly, and the listener lives on."""
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await until(lambda: stage.messenger.webhook_port)
        status = await call(stage, body)
        after = await call(stage, json.dumps(await told(stage, "/help")).encode())

    assert status == 400
    assert after == 200
    assert len(desk.heard) == 1


async def test_done_is_said_after_it_is_done(stage: TelegramStage) -> None:
    """Telegram hears "done" only when the event has acted, so that it calls again after a crash."""
    gate = asyncio.Event()

    async def answer(_: Incoming) -> None:
        await gate.wait()

    async with running(stage.messenger, RecordingDesk(answer)):
        await until(lambda: stage.messenger.webhook_port)
        update = json.dumps(await told(stage, "/help")).encode()
        calling = asyncio.create_task(call(stage, update))
        await asyncio.sleep(0.1)
        early = calling.done()
        gate.set()
        status = await calling

    assert not early
    assert status == 200


async def test_a_taken_port_is_named(stage: TelegramStage) -> None:
    """When something else listens there, the operator is told where, in one line."""
    async with running(stage.messenger, RecordingDesk()):
        await until(lambda: stage.messenger.webhook_port)
        taken = Webhook(URL, SECRET, port=stage.messenger.webhook_port)
        second = TelegramMessenger(TOKEN, base_url=stage.api.url, hook=taken)
        with pytest.raises(WrongSetting, match=str(taken.port)):
            await second.run(RecordingDesk())


@pytest.mark.parametrize(("url", "secret"), [("http://socium.example/", SECRET), (URL, ""), (URL, "with blanks in it")])
def test_settings_that_telegram_would_refuse(url: str, secret: str) -> None:
    """An address without https, or a secret Telegram would not take, is named at once."""
    with pytest.raises(WrongSetting, match="SOCIUM_TELEGRAM_WEBHOOK_"):
        Webhook(url, secret)


async def test_polling_takes_the_webhook_away(stage: TelegramStage) -> None:
    """Without a webhook setting an old webhook is removed, for Telegram allows only one way."""
    async with running(stage.messenger, RecordingDesk()):
        await until(lambda: stage.messenger.webhook_port)
    desk = RecordingDesk()
    polling = TelegramMessenger(TOKEN, base_url=stage.api.url, poll_seconds=2)
    async with running(polling, desk):
        await stage.says("Lena", PRIVATE, "/help")
        await desk.waits_for(lambda one: one.what == Said("/help"))
