"""Does the house serve each messenger that is set, whatever becomes of the others?"""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.assemble import configured, run
from core.config import Settings
from tests.edges.botapi.server import TOKEN as TELEGRAM_TOKEN
from tests.edges.botapi.server import BotApi
from tests.edges.discord_stage import DiscordStage, discord_on_loopback
from tests.edges.discord_wire import TOKEN as DISCORD_TOKEN
from tests.stage import PRIVATE, until

NOBODY = "http://127.0.0.1:9"
"""Where nothing listens."""


SET: Mapping[str, Mapping[str, object]] = {
    "telegram": {"telegram_token": SecretStr(TELEGRAM_TOKEN)},
    "discord": {"discord_token": SecretStr(DISCORD_TOKEN)},
    "matrix": {
        "matrix_homeserver": NOBODY,
        "matrix_user": "@socium:example.org",
        "matrix_password": SecretStr("secret"),
    },
}


@pytest.fixture
async def discord() -> AsyncIterator[DiscordStage]:
    """Give a Discord of its own."""
    async with discord_on_loopback() as stage:
        yield stage


@pytest.mark.parametrize(
    "names", [(), ("telegram",), ("discord", "matrix"), ("telegram", "discord", "matrix")], ids="-".join
)
def test_whatever_is_set_is_served(names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of one, two or three messengers serve just these; none of them, the page on one's own machine."""
    monkeypatch.chdir(tmp_path)
    given = {key: value for name in names for key, value in SET[name].items()}

    served = configured(Settings.model_validate(given))

    assert set(served) == (set(names) or {"local"})


async def test_one_that_fails_stops_no_other(
    discord: DiscordStage,
    database_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A token Telegram refuses is one line, Matrix out of reach is tried again, and Discord answers all the while."""
    monkeypatch.chdir(tmp_path)
    api = BotApi()
    await api.start()
    settings = Settings.model_validate(
        {
            **SET["discord"],
            **SET["matrix"],
            "database_url": database_url,
            "telegram_token": SecretStr("1:refused"),
            "telegram_base_url": api.url,
            "discord_api_base": discord.wire.api_base,
            "discord_gateway": discord.wire.gateway.address,
        }
    )

    with caplog.at_level(logging.ERROR, "bots.assemble"):
        serving = asyncio.create_task(run(settings))
        await until(lambda: "does not know this token" in caplog.text)
        room = await discord.room("Yard", ["Lena"])
        await _answered(discord, room, 1)
        await discord.wire.gateway.drop()
        await _answered(discord, room, 2)
        assert not serving.done()
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
        await api.stop()

    assert [record.getMessage().count("does not know this token") for record in caplog.records] == [1]


async def _answered(discord: DiscordStage, room: str, times: int) -> None:
    """Ask for help, and wait until it was given so many times."""
    await discord.says("Lena", room, "/help")

    async def given() -> bool:
        return sum("What I can do" in seen.text for seen in await discord.reads("Lena", PRIVATE)) >= times

    await until(given)
