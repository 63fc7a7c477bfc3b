"""Does Telegram's edge hear everything once and in order, when the wire misbehaves?"""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from bots.telegram.messenger import TelegramMessenger
from bots.telegram.names import TELEGRAM
from core.errors import TryAgain, WrongSetting
from core.ids import MessengerName
from core.messenger.events import (
    ChatRef,
    Incoming,
    Said,
)
from core.texts.translator import languages
from tests.edges.botapi.server import TOKEN, Trouble
from tests.edges.botapi.state import ApiError, bad
from tests.edges.recording import RecordingDesk, running
from tests.edges.telegram_playing import edge, post, said, square
from tests.edges.telegram_stage import TelegramStage, playing
from tests.stage import until


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    async with playing() as stage:
        yield stage


@pytest.fixture
async def desk(stage: TelegramStage) -> AsyncIterator[RecordingDesk]:
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        yield desk


async def test_the_menu_is_published_for_rooms_and_private_chats(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Whoever types "/" finds our commands, in their own language where we speak it."""
    codes = ("", *languages())
    wanted = {(scope, code) for scope in ("all_private_chats", "all_group_chats") for code in codes}

    await until(lambda: set(stage.world.menus) == wanted)

    assert any(one["command"] == "propose" for one in stage.world.menus["all_group_chats", ""])


async def test_an_update_is_confirmed_only_after_it_acted(stage: TelegramStage) -> None:
    """A process that dies while an event acts finds the event again when it is back."""
    _, room = await square(stage)
    never = asyncio.Event()

    async def hangs(one: Incoming) -> None:
        if said(one, "/propose Repair café"):
            await never.wait()

    dying = RecordingDesk(hangs)
    async with running(stage.messenger, dying):
        await stage.says("Lena", room.id, "/propose Repair café")
        await dying.waits_for(lambda one: said(one, "/propose Repair café"))
    reborn = RecordingDesk()
    async with running(edge(stage.api), reborn):
        await reborn.waits_for(lambda one: said(one, "/propose Repair café"))
        await until(lambda: stage.world.updates.pending == 0)

    assert TELEGRAM not in dying.tokens
    assert str(stage.world.updates.given[-1]["update_id"] + 1) in reborn.tokens[TELEGRAM]


async def test_a_restart_reads_on_where_it_stopped(stage: TelegramStage) -> None:
    """What acted before a restart does not come again, what came meanwhile does."""
    _, room = await square(stage)
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await stage.says("Lena", room.id, "/group")
        await desk.waits_for(lambda one: said(one, "/group"))
        await until(lambda: TELEGRAM in desk.tokens)
    desk.heard.clear()
    await stage.says("Lena", room.id, "/help")

    async with running(edge(stage.api), desk):
        await desk.waits_for(lambda one: said(one, "/help"))

    assert len(desk.heard) == 1


async def test_one_chat_keeps_order_and_holds_up_no_other(stage: TelegramStage) -> None:
    """A slow chat is answered in order, while another chat is answered at once."""
    _, slow = await square(stage)
    _, quick = await square(stage)
    gate, done = asyncio.Event(), []

    async def answer(one: Incoming) -> None:
        if said(one, "/one"):
            await gate.wait()
        done.append(one.what)

    for chat, words in ((slow, "/one"), (slow, "/two"), (quick, "/three")):
        await stage.says("Lena", chat.id, words)
    async with running(stage.messenger, RecordingDesk(answer)):
        await until(lambda: Said("/three") in done)
        assert Said("/two") not in done
        gate.set()
        await until(lambda: Said("/two") in done)

    order = [what for what in done if isinstance(what, Said)]
    assert order.index(Said("/one")) < order.index(Said("/two"))


async def test_a_bug_in_one_event_stops_no_other(stage: TelegramStage, caplog: pytest.LogCaptureFixture) -> None:
    """An event that fails is logged by its key, and the next one acts."""
    _, room = await square(stage)
    done = []

    async def answer(one: Incoming) -> None:
        if said(one, "/one"):
            raise RuntimeError("a bug of ours")
        done.append(one.what)

    async with running(stage.messenger, RecordingDesk(answer)):
        await stage.says("Lena", room.id, "/one")
        await stage.says("Lena", room.id, "/two")
        await until(lambda: Said("/two") in done)

    failed = stage.world.updates.given[-2]["update_id"]
    assert f"event {failed} was not handled" in caplog.text


async def test_a_house_that_cannot_remember_hears_it_again(stage: TelegramStage) -> None:
    """When the database cannot take the bookmark just now, the updates stay at Telegram until it can."""
    _, room = await square(stage)

    class Forgetful(RecordingDesk):
        """Fails to keep the first token."""

        async def keep_token(self, messenger: MessengerName, token: str) -> None:
            if len(self.heard) < 3:
                raise OSError("the disk is full")
            await super().keep_token(messenger, token)

    desk = Forgetful()
    async with running(stage.messenger, desk):
        await stage.says("Lena", room.id, "/help")
        await until(lambda: desk.tokens and stage.world.updates.pending == 0)

    assert len({one.key for one in desk.heard if said(one, "/help")}) == 1


async def test_an_unreadable_update_is_skipped(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Something the library cannot read does not come back for ever and hold up everyone."""
    _, room = await square(stage)

    stage.world.updates.put_raw({"message": {"message_id": 1}})
    await stage.says("Lena", room.id, "/help")

    await desk.waits_for(lambda one: said(one, "/help"))
    await until(lambda: stage.world.updates.pending == 0)


async def test_a_lost_connection_comes_back_by_itself(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Telegram away for a while, in any of the ways it goes away: nothing is lost."""
    _, room = await square(stage)
    await stage.says("Lena", room.id, "/one")
    await desk.waits_for(lambda one: said(one, "/one"))

    stage.api.trouble("getUpdates", Trouble(status=502))
    stage.api.trouble("getUpdates", Trouble(drops=True))
    stage.api.trouble(
        "getUpdates", Trouble(error=ApiError(429, "Too Many Requests: retry after 1", {"retry_after": 1}))
    )
    await stage.says("Lena", room.id, "/two")
    await desk.waits_for(lambda one: said(one, "/two"))
    await stage.api.stop()
    await asyncio.sleep(0.1)
    await stage.says("Lena", room.id, "/three")
    await stage.api.start()

    await desk.waits_for(lambda one: said(one, "/three"))
    assert [one.what for one in desk.heard if isinstance(one.what, Said)] == [
        Said("/one"),
        Said("/two"),
        Said("/three"),
    ]


async def test_a_number_that_telegram_forgot_is_no_dead_end(stage: TelegramStage) -> None:
    """After a week of silence Telegram counts anew; the bot then starts with what is there."""
    _, room = await square(stage)
    desk = RecordingDesk()
    desk.tokens[TELEGRAM] = '{"offset":999999999,"wanted":[],"awaited":[]}'
    stage.api.trouble("getUpdates", Trouble(error=bad("Specified from_id is in the future")))
    await stage.says("Lena", room.id, "/help")

    async with running(stage.messenger, desk):
        await desk.waits_for(lambda one: said(one, "/help"))


async def test_a_second_reader_is_told_and_stops(stage: TelegramStage) -> None:
    """Two processes on one token: one clear line that names the setting, and a stop."""
    first = asyncio.create_task(stage.messenger.run(RecordingDesk()))
    await until(lambda: stage.api.sent("getUpdates"))
    second = asyncio.create_task(edge(stage.api).run(RecordingDesk()))

    with pytest.raises(WrongSetting) as told:
        await asyncio.wait_for(first, 10)
    second.cancel()
    await asyncio.wait({second})

    assert str(told.value).startswith("SOCIUM_TELEGRAM_TOKEN:")
    assert "\n" not in str(told.value)


async def test_a_wrong_token_is_told_without_showing_it(stage: TelegramStage, caplog: pytest.LogCaptureFixture) -> None:
    """A refused token is one line for the operator, and no secret reaches line, cause or log."""
    caplog.set_level(logging.INFO)
    wrong = TelegramMessenger("123:not-the-token", base_url=stage.api.url, patience=0.02)

    with pytest.raises(WrongSetting) as told:
        await wrong.run(RecordingDesk())
    with pytest.raises(WrongSetting):
        await wrong.check()
    with pytest.raises(TryAgain) as waits:
        await wrong.send(post(ChatRef(TELEGRAM, "-1"), "hello"))

    assert str(told.value).startswith("SOCIUM_TELEGRAM_TOKEN:")
    assert told.value.__cause__ is None
    assert waits.value.after
    assert "not-the-token" not in caplog.text + str(told.value)


@pytest.mark.parametrize(("token", "base_url"), [("", "http://127.0.0.1:1"), (TOKEN, "api.telegram.org")])
def test_settings_that_cannot_be_are_refused_at_once(token: str, base_url: str) -> None:
    """An empty token or an address without a scheme is named before anything is tried."""
    with pytest.raises(WrongSetting, match="SOCIUM_TELEGRAM_"):
        TelegramMessenger(token, base_url=base_url)


async def test_no_token_in_the_log_when_all_is_well(stage: TelegramStage, caplog: pytest.LogCaptureFixture) -> None:
    """The HTTP library would write every address, and with it the token, into the log; it does not."""
    caplog.set_level(logging.INFO)
    _, room = await square(stage)

    await stage.messenger.send(post(room, "hello"))

    assert TOKEN not in caplog.text
