"""Does Matrix behave when it is refused: rate limits, wrong settings, revoked tokens, a cut wire?"""

import asyncio
from pathlib import Path

import pytest

from bots.matrix.messenger import MatrixMessenger
from core.errors import TryAgain, WrongSetting
from core.messenger.events import AccountRef, ChatRef
from tests.edges.matrix_stage import MatrixStage, OnMatrix, settled
from tests.edges.playing import account_of, can_read, gather, message, post
from tests.edges.recording import RecordingDesk, running, words
from tests.edges.synapse import Synapse


class TestLimitsAndLogins(OnMatrix):
    """Limits are waited for by the outbox, refused logins stop with one line."""

    async def test_too_many_requests_become_a_wait(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """A 429 is handed over at once with the homeserver's own seconds; the same key later arrives once, in order."""
        room = await gather(stage, "Lena")
        await account_of(stage, desk, "Lena", room)
        stage.synapse.slow_down(stage.bot, per_second=1, burst=1)
        posts = [post(stage, room, message(f"Number {number}")) for number in range(3)]
        waits: list[float | None] = []

        for one in posts:
            while True:
                try:
                    await stage.messenger.send(one)
                    break
                except TryAgain as trouble:
                    waits.append(trouble.after)
                    await asyncio.sleep(trouble.after or 0.1)

        stage.synapse.slow_down(stage.bot, per_second=0, burst=0)
        numbers = [one.text for one in await stage.reads("Lena", room.id) if "Number" in one.text]
        assert numbers == ["Number 0", "Number 1", "Number 2"]
        assert waits
        assert all(wait is not None and 0 < wait < 60 for wait in waits)

    async def test_a_token_is_enough(self, stage: MatrixStage, tmp_path: Path) -> None:
        """An operator may give an access token instead of a password."""
        messenger = MatrixMessenger(stage.synapse.url, stage.bot.id, token=stage.bot.token, store=tmp_path / "other")

        line = await messenger.check()

        assert stage.bot.id in line
        assert stage.bot.device in line

    async def test_a_wrong_password_is_one_clear_line(self, stage: MatrixStage, tmp_path: Path) -> None:
        """It names the setting."""
        messenger = MatrixMessenger(stage.synapse.url, stage.bot.id, "wrong", store=tmp_path / "other")

        with pytest.raises(WrongSetting, match="SOCIUM_MATRIX_PASSWORD"):
            await messenger.run(RecordingDesk())

    async def test_nothing_set_is_one_clear_line(self, stage: MatrixStage, tmp_path: Path) -> None:
        """It names what to set."""
        with pytest.raises(WrongSetting, match="SOCIUM_MATRIX_TOKEN"):
            await MatrixMessenger(stage.synapse.url, stage.bot.id, store=tmp_path / "other").check()

    async def test_a_revoked_token_stops(self, stage: MatrixStage) -> None:
        """Logged out elsewhere in the middle, the bot stops with one line instead of asking for ever."""
        desk = RecordingDesk()
        messenger = MatrixMessenger(stage.synapse.url, stage.bot.id, token=stage.bot.token, store=stage.store)
        listening = asyncio.create_task(messenger.run(desk))
        room = await gather(stage, "Lena")
        await account_of(stage, desk, "Lena", room)

        await stage.log_bot_out()

        with pytest.raises(WrongSetting, match="SOCIUM_MATRIX_TOKEN"):
            await asyncio.wait_for(listening, 10)

    async def test_a_revoked_session_is_renewed_with_the_password(self, stage: MatrixStage) -> None:
        """With a password, starting again makes a new device."""
        before = await stage.messenger.check()
        await stage.log_bot_out()

        after = await stage.bot_again().check()

        assert before != after

    async def test_a_homeserver_out_of_reach_is_waited_for(self, tmp_path: Path) -> None:
        """Nothing is there: the messenger goes on trying, and posts wait."""
        messenger = MatrixMessenger("http://127.0.0.1:9", "@socium:localhost", "secret", store=tmp_path)
        chat = ChatRef(messenger.name, "!room:localhost")

        async with running(messenger, RecordingDesk()):
            await asyncio.sleep(0.2)
            with pytest.raises(TryAgain):
                await messenger.open_private(AccountRef(messenger.name, "@lena:localhost"))
            with pytest.raises(TryAgain):
                await messenger.admit(chat, AccountRef(messenger.name, "@lena:localhost"))

    async def test_a_lost_connection_comes_back(self, stage: MatrixStage, synapse: Synapse) -> None:
        """When the way to the homeserver is cut and mended, what was said meanwhile is heard, and posts wait."""
        desk = RecordingDesk()
        async with stage.cut_off() as (wire, messenger), running(messenger, desk):
            room = await gather(stage, "Lena")
            await account_of(stage, desk, "Lena", room)
            await wire.cut()
            with pytest.raises(TryAgain):
                await messenger.send(post(stage, room, message("Lost")))
            await stage.person("Lena").write(room.id, "!decide Meanwhile")
            await wire.mend()

            await desk.waits_for(lambda one: "Meanwhile" in words(one.what))
            await settled(messenger, lambda: messenger.send(post(stage, room, message("Back"))))

        assert await can_read(stage, "Lena", room, "Back")
