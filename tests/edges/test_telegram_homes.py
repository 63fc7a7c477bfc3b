"""Does a group get a chat with as many keys as seats, where bots cannot make one?"""

from collections.abc import AsyncIterator

import pytest

from bots.telegram.messenger import TelegramMessenger
from bots.telegram.names import TELEGRAM
from core.errors import TryAgain, Undeliverable
from core.ids import new_id
from core.messenger.events import Change, ChatChanged, ChatRef, HomeBound
from core.messenger.port import Home
from tests.edges.botapi import doors
from tests.edges.botapi.server import TOKEN
from tests.edges.botapi.state import Chat
from tests.edges.recording import RecordingDesk, running
from tests.edges.telegram_playing import account, at, privately
from tests.edges.telegram_stage import TelegramStage, playing
from tests.stage import until

GROUP = "Repair café"
MADE = "One of you makes the room for “Repair café” in two taps: "


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    async with playing() as stage:
        yield stage


@pytest.fixture
async def desk(stage: TelegramStage) -> AsyncIterator[RecordingDesk]:
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        yield desk


def wish(stage: TelegramStage, *people: str, near: Chat | None = None) -> Home:
    beside = ChatRef(TELEGRAM, str(near.id)) if near else None
    return Home(new_id(), GROUP, tuple(account(stage, name) for name in people), beside)


async def made_by_link(stage: TelegramStage, desk: RecordingDesk, *people: str) -> Chat:
    """Let the first one make the group's chat through the link."""
    home = wish(stage, *people)
    made = await stage.messenger.make_home(home)
    assert made.chat is None
    await stage.messenger.send(privately(stage, people[0], MADE + made.link))
    chats = await stage.chats(people[0])
    await desk.waits_for(lambda one: one.what == HomeBound(home.token) and one.chat.id == chats[GROUP])
    return stage.world.chats[int(chats[GROUP])]


async def test_two_taps_and_a_key_for_each(stage: TelegramStage, desk: RecordingDesk) -> None:
    """One member makes the chat through the link, the others come in with a key each."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")

    key = await stage.messenger.admit(at(chat), account(stage, "Omar"))
    await stage.messenger.send(privately(stage, "Omar", f"Your key to “{GROUP}”, for you alone: {key}"))

    assert (await stage.chats("Omar"))[GROUP] == str(chat.id)
    joined = await desk.waits_for(lambda one: one.what == ChatChanged(Change.PERSON_JOINED))
    assert joined.account.name == "Omar"


async def test_the_bot_is_there_before_the_home_is_bound(stage: TelegramStage, desk: RecordingDesk) -> None:
    """The house hears first that it was added, then whose home it is: the order in which it happened."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")

    told = [one.what for one in desk.heard if one.chat.id == str(chat.id)]
    assert told[0] == ChatChanged(Change.BOT_ADDED)
    assert isinstance(told[-1], HomeBound)


async def test_a_key_lets_one_person_in(stage: TelegramStage, desk: RecordingDesk) -> None:
    """A key that was used opens nothing for anybody else."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")
    key = await stage.messenger.admit(at(chat), account(stage, "Omar"))

    assert doors.follow_invite(stage.world, stage.person("Omar"), key) is chat
    assert doors.follow_invite(stage.world, stage.person("Mei"), key) is None


async def test_who_is_in_needs_no_key_and_who_asks_again_gets_the_same(
    stage: TelegramStage, desk: RecordingDesk
) -> None:
    """Nobody gets two keys, and a member gets none."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")

    first = await stage.messenger.admit(at(chat), account(stage, "Omar"))

    assert await stage.messenger.admit(at(chat), account(stage, "Omar")) == first
    assert await stage.messenger.admit(at(chat), account(stage, "Lena")) == ""


async def test_the_dialogue_of_telegram_makes_the_home_too(stage: TelegramStage, desk: RecordingDesk) -> None:
    """The button beside the link opens Telegram's own dialogue, and the chat made there is the home."""
    home = wish(stage, "Lena", "Omar")
    made = await stage.messenger.make_home(home)
    await stage.messenger.send(privately(stage, "Lena", MADE + made.link))
    lena = stage.person("Lena")

    chat = doors.make_by_button(stage.world, lena, stage.world.chats[lena.id].messages[-1], GROUP)
    bound = await desk.waits_for(lambda one: one.what == HomeBound(home.token))

    assert (bound.chat.id, bound.chat.title) == (str(chat.id), GROUP)
    assert await stage.messenger.admit(at(chat), account(stage, "Omar"))


async def test_the_button_works_after_a_restart(stage: TelegramStage) -> None:
    """A home that was wished for before the bot restarted is still bound by the button."""
    home, desk, lena = wish(stage, "Lena", "Omar"), RecordingDesk(), stage.person("Lena")
    async with running(stage.messenger, desk):
        await until(lambda: stage.api.sent("getUpdates"))
        made = await stage.messenger.make_home(home)
        await stage.messenger.send(privately(stage, "Lena", MADE + made.link))

    again = TelegramMessenger(TOKEN, base_url=stage.api.url, poll_seconds=2)
    async with running(again, desk):
        chat = doors.make_by_button(stage.world, lena, stage.world.chats[lena.id].messages[-1], GROUP)
        bound = await desk.waits_for(lambda one: one.what == HomeBound(home.token))

    assert bound.chat.id == str(chat.id)


async def test_who_leaves_the_group_loses_the_key(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Dismissed twice is dismissed once; by consent the person may come back."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")
    omar = account(stage, "Omar")
    doors.follow_invite(stage.world, stage.person("Omar"), await stage.messenger.admit(at(chat), omar))

    await stage.messenger.dismiss(at(chat), omar)
    await stage.messenger.dismiss(at(chat), omar)

    assert GROUP not in await stage.chats("Omar")
    again = await stage.messenger.admit(at(chat), omar)
    assert doors.follow_invite(stage.world, stage.person("Omar"), again) is chat


async def test_a_key_that_was_not_used_is_taken_back(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Who left before entering finds the key useless."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")
    key = await stage.messenger.admit(at(chat), account(stage, "Omar"))

    await stage.messenger.dismiss(at(chat), account(stage, "Omar"))

    assert doors.follow_invite(stage.world, stage.person("Omar"), key) is None


async def test_nobody_can_show_out_the_one_who_owns_the_chat(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Telegram's owner of the chat stays in it; the operator's log says so instead of hiding it."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")

    with pytest.raises(Undeliverable, match="owner"):
        await stage.messenger.dismiss(at(chat), account(stage, "Lena"))


async def test_a_missing_right_is_named(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Without the rights it asked for the bot says which one it needs."""
    chat = stage.world.make_group(stage.person("Lena"), GROUP)
    stage.world.add_bot(stage.person("Lena"), chat)

    with pytest.raises(Undeliverable, match="invite users via link"):
        await stage.messenger.admit(at(chat), account(stage, "Omar"))
    with pytest.raises(Undeliverable, match="ban users"):
        await stage.messenger.dismiss(at(chat), account(stage, "Omar"))


async def test_a_new_home_that_becomes_a_supergroup_stays_the_home(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Telegram may turn the fresh group into a supergroup at once: the house follows, and keys are made there."""
    lena = stage.person("Lena")
    link = (await stage.messenger.make_home(wish(stage, "Lena", "Omar"))).link
    old = doors.make_by_link(stage.world, lena, link, GROUP, kind="group")
    assert old is not None
    new = stage.world.upgrade(lena, old)

    moved = await desk.waits_for(lambda one: isinstance(one.what, ChatChanged) and one.what.moved_to is not None)
    key = await stage.messenger.admit(at(new), account(stage, "Omar"))

    assert moved.chat.id == str(old.id)
    assert doors.follow_invite(stage.world, stage.person("Omar"), key) is new


async def test_a_home_that_moved_unheard_is_told(stage: TelegramStage) -> None:
    """When only the refused request says that the chat moved, the house learns it from that, and tries again."""
    lena = stage.person("Lena")
    old = stage.world.make_group(lena, GROUP, kind="group")
    stage.world.add_bot(lena, old, ("can_invite_users",))
    new = stage.world.upgrade(lena, old)
    stage.world.updates.forget()

    with pytest.raises(TryAgain):
        await stage.messenger.admit(at(old), account(stage, "Omar"))
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        moved = await desk.waits_for(lambda one: isinstance(one.what, ChatChanged))

    assert moved.what == ChatChanged(Change.MOVED, at(new))


async def test_a_join_request_is_granted_to_members_only(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Who was let in and asks instead of using the key comes in; a stranger waits for the members."""
    chat = await made_by_link(stage, desk, "Lena", "Omar")
    await stage.messenger.admit(at(chat), account(stage, "Omar"))
    mei = stage.person("Mei")

    stage.world.ask_to_join(mei, chat)
    stage.world.ask_to_join(stage.person("Omar"), chat)
    await until(lambda: chat.standing(stage.person("Omar").id).inside)

    assert not chat.standing(mei.id).inside
    assert mei.id in chat.requests
    assert await stage.messenger.admit(at(chat), account(stage, "Mei")) == ""
    assert chat.standing(mei.id).inside
