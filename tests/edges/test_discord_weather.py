"""What happens on Discord in bad weather: limits, lost connections, closed doors?"""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from bots.discord.listening import INTENTS
from bots.discord.messenger import DiscordMessenger
from core.errors import ChatGone, NoPrivateWay, TryAgain, Undeliverable, WrongSetting
from core.ids import new_id
from core.messenger.events import AccountRef, Change, ChatChanged, ChatRef, Incoming
from core.messenger.port import Paragraph, Post
from tests.edges.discord_stage import DiscordStage, discord_on_loopback
from tests.edges.discord_wire import TOKEN
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import PRIVATE, until


@pytest.fixture
async def stage() -> AsyncIterator[DiscordStage]:
    """Give each test a Discord of its own."""
    async with discord_on_loopback() as stage:
        yield stage


@pytest.fixture
async def desk(stage: DiscordStage) -> AsyncIterator[RecordingDesk]:
    """Let the bot listen."""
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        yield desk


def post(chat: ChatRef, words: str) -> Post:
    """Make a post of one line."""
    return Post(chat, new_id(), (Paragraph(words),))


def became(one: Incoming, change: Change) -> bool:
    """Say whether an event tells of this change."""
    return isinstance(one.what, ChatChanged) and one.what.change is change


async def square(stage: DiscordStage, *people: str) -> ChatRef:
    """Make a room."""
    return ChatRef(stage.messenger.name, await stage.room("Square", people))


async def test_a_short_limit_waits_and_keeps_order(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Asked to slow down for a moment, the bot waits; what was said first is read first."""
    room = await square(stage, "Lena")
    stage.wire.slow_down(f"/channels/{room.id}/messages", 0.05, times=2)

    for said in ("one", "two", "three"):
        await stage.messenger.send(post(room, said))

    assert [one.text for one in await stage.reads("Lena", room.id)] == ["one", "two", "three"]


async def test_a_long_limit_is_handed_to_the_outbox(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Asked to wait for minutes, the bot says how long, so that the outbox can wait without holding anything."""
    room = await square(stage, "Lena")
    stage.wire.slow_down(f"/channels/{room.id}/messages", 120.0)

    with pytest.raises(TryAgain) as later:
        await stage.messenger.send(post(room, "Later"))

    assert later.value.after == pytest.approx(120.0)
    await stage.messenger.send(post(room, "Now"))
    assert [one.text for one in await stage.reads("Lena", room.id)] == ["Now"]


@pytest.mark.parametrize("code", [50007, 50278, 40003])
async def test_closed_direct_messages_are_told(stage: DiscordStage, desk: RecordingDesk, code: int) -> None:
    """A person who takes no messages from bots is known as such: the house offers a tap-to-open instead."""
    await until(lambda: stage.wire.gateway.listening)
    lena = stage.person("Lena")
    stage.wire.closed[lena.id] = code

    private = await stage.messenger.open_private(AccountRef(stage.messenger.name, str(lena.id)))
    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(post(private, "Only for Lena"))

    assert await stage.reads("Lena", PRIVATE) == []


async def test_a_missing_right_is_named(stage: DiscordStage, desk: RecordingDesk) -> None:
    """The operator reads which right is missing, by the name it has in Discord's settings."""
    room = await square(stage, "Lena")
    stage.wire.forbid(int(room.id), "send_messages")

    with pytest.raises(Undeliverable, match="Send Messages"):
        await stage.messenger.send(post(room, "Hello"))


async def test_a_channel_we_may_not_see_is_not_gone(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A right that somebody can give back is named; only a bot that was thrown out has lost the chat."""
    room = await square(stage, "Lena")
    stage.wire.forbid(int(room.id), "view_channel")

    with pytest.raises(Undeliverable, match="View Channels") as refused:
        await stage.messenger.send(post(room, "Hello"))

    assert not isinstance(refused.value, ChatGone)


async def test_a_server_tells_once_that_we_came(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Joining a server is one event in one chat, however many channels it has."""
    room = await square(stage, "Lena")

    came = await desk.waits_for(lambda one: became(one, Change.BOT_ADDED))
    await stage.says("Lena", room.id, "/decide Fence")
    await desk.waits_for(lambda one: "Fence" in words(one.what))

    assert came.account.id == str(stage.wire.backend.bot_user.id)
    assert sum(became(one, Change.BOT_ADDED) for one in desk.heard) == 1


async def test_every_chat_of_a_lost_server_sleeps(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Thrown out of a server, each of its channels and threads is told of; coming back and losing it again is new."""
    room = await square(stage, "Lena")
    guild = stage.wire.backend.get_channel(int(room.id)).guild_id
    assert guild is not None
    second = stage.wire.backend.create_channel(guild, "Garden")
    await desk.waits_for(lambda one: became(one, Change.BOT_ADDED))
    await stage.wire.gateway.fence()

    await stage.remove_bot(room.id)
    await until(lambda: sum(became(one, Change.BOT_REMOVED) for one in desk.heard) == 2)

    gone = [one for one in desk.heard if became(one, Change.BOT_REMOVED)]
    assert {one.chat.id for one in gone} == {room.id, str(second.id)}
    assert len({one.key for one in gone}) == 2


async def test_an_outage_of_discord_is_no_farewell(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A server that is unavailable for a while has not thrown the bot out."""
    room = await square(stage, "Lena")
    guild = stage.wire.backend.get_channel(int(room.id)).guild_id

    stage.wire.backend.emit("GUILD_DELETE", {"id": str(guild), "unavailable": True})
    lena = stage.person("Lena")
    lena.writes(lena.private_chat(), "Fence")
    await desk.waits_for(lambda one: words(one.what) == "Fence")

    assert not any(became(one, Change.BOT_REMOVED) for one in desk.heard)


async def test_a_deleted_channel_sleeps(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A channel that was deleted is told of, and later posts to it fail as a chat that is gone."""
    room = await square(stage, "Lena")
    await desk.waits_for(lambda one: became(one, Change.BOT_ADDED))

    stage.wire.backend.delete_channel(int(room.id))
    gone = await desk.waits_for(lambda one: became(one, Change.BOT_REMOVED))

    assert gone.chat.id == room.id
    with pytest.raises(ChatGone):
        await stage.messenger.send(post(room, "Anyone?"))


@pytest.mark.parametrize("forget", [False, True])
async def test_a_broken_connection_loses_nothing(stage: DiscordStage, desk: RecordingDesk, forget: bool) -> None:
    """The bot connects again by itself; where the session lives on, what was said meanwhile is heard."""
    room = await square(stage, "Lena")
    await stage.says("Lena", room.id, "/decide Before")
    await desk.waits_for(lambda one: "Before" in words(one.what))

    await stage.wire.gateway.drop(forget)
    if not forget:
        lena = stage.person("Lena")
        lena.writes(lena.private_chat(), "Meanwhile")
        await desk.waits_for(lambda one: words(one.what) == "Meanwhile")
    await stage.wire.gateway.fence()
    await stage.says("Lena", room.id, "/decide After")
    await desk.waits_for(lambda one: "After" in words(one.what))

    gateway = stage.wire.gateway
    assert (gateway.identified, gateway.resumed) == ((2, 0) if forget else (1, 1))
    assert len({one.key for one in desk.heard}) == len(desk.heard), "nothing was heard twice"


async def test_an_unknown_token_stops_with_one_clear_line(stage: DiscordStage) -> None:
    """The operator reads which setting is wrong; nothing is tried again, and the token is not shown."""
    bot = DiscordMessenger("wrong.token", stage.wire.api_base, stage.wire.gateway.address)

    with pytest.raises(WrongSetting, match="SOCIUM_DISCORD_TOKEN") as stopped:
        await asyncio.wait_for(bot.run(RecordingDesk()), 10)
    with pytest.raises(WrongSetting):
        await bot.check()

    assert "wrong.token" not in str(stopped.value)
    assert "\n" not in str(stopped.value)


async def test_discord_out_of_reach_is_tried_again(stage: DiscordStage, caplog: pytest.LogCaptureFixture) -> None:
    """Discord down at the start is waited out; the log says so in one line without the token."""
    stage.wire.refuse("GET", "/users/@me", 503, 0)
    desk = RecordingDesk()

    with caplog.at_level(logging.WARNING, logger="bots.discord"):
        async with running(stage.messenger, desk):
            await until(lambda: stage.wire.gateway.listening)

    assert "out of reach" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_refused_menu_stops_nothing_else(stage: DiscordStage, caplog: pytest.LogCaptureFixture) -> None:
    """Buttons and typed words work although Discord refused the commands; the operator reads why."""
    stage.wire.refuse("PUT", "/applications/*/commands", 400, 50035)
    desk = RecordingDesk()

    async with running(stage.messenger, desk):
        await until(lambda: stage.wire.gateway.listening)
        lena = stage.person("Lena")
        lena.writes(lena.private_chat(), "/help")
        await desk.waits_for(lambda one: words(one.what) == "/help")

    assert "refused the command menu" in caplog.text


def test_no_privileged_intent_is_asked_for() -> None:
    """The bot needs none of the switches that Discord makes operators apply for."""
    asked = {name for name, wanted in INTENTS if wanted}

    assert asked.isdisjoint({"message_content", "members", "presences"})
