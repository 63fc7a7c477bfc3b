"""Is a forum topic a chat of its own, and what is said in a room heard only when it is for us?"""

from collections.abc import AsyncIterator

import pytest

from bots.telegram.names import TELEGRAM, private_ref
from core.ids import ChoiceKey, new_id
from core.messenger.events import ChatRef, Said, Tapped
from core.messenger.messages import Offered
from core.messenger.port import Home, Paragraph, Post
from tests.edges.botapi import doors
from tests.edges.botapi.state import Chat
from tests.edges.recording import RecordingDesk, running
from tests.edges.telegram_playing import account
from tests.edges.telegram_stage import TelegramStage, playing

GROUP = "Repair café"


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


async def forum(stage: TelegramStage, *rights: str) -> Chat:
    lena, omar = stage.person("Lena"), stage.person("Omar")
    chat = stage.world.make_group(lena, "Town square", (omar,), kind="forum")
    stage.world.add_bot(lena, chat, rights)
    return chat


async def test_a_forum_gives_the_group_a_topic(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Where the chat is a forum and the bot may, the home is a topic: made once, a chat of its own."""
    near = await forum(stage, "can_manage_topics")
    home = wish(stage, "Lena", "Omar", near=near)

    made, again = await stage.messenger.make_home(home), await stage.messenger.make_home(home)

    topic = made.chat
    assert topic is not None
    assert again.chat == topic
    assert topic.parent == str(near.id)
    assert list(near.topics.values()) == [GROUP]
    assert (await stage.chats("Omar"))[GROUP] == topic.id


async def test_a_topic_is_a_chat_both_ways(stage: TelegramStage, desk: RecordingDesk) -> None:
    """What is said, tapped and answered in the topic happens there and nowhere else."""
    made = await stage.messenger.make_home(wish(stage, "Lena", "Omar", near=await forum(stage, "can_manage_topics")))
    topic = made.chat
    assert topic is not None
    choice = Offered(ChoiceKey(new_id()), "All fine")

    await stage.says("Lena", topic.id, "/contract")
    await desk.waits_for(lambda one: one.what == Said("/contract") and one.chat.id == topic.id)
    asked = await stage.messenger.send(Post(topic, new_id(), (Paragraph("Five lines"),), (choice,)))
    await stage.taps("Omar", topic.id, "All fine")
    tapped = await desk.waits_for(lambda one: isinstance(one.what, Tapped))

    assert tapped.chat.id == topic.id
    assert tapped.what == Tapped(choice.key, asked)
    assert "Five lines" not in [seen.text for seen in await stage.reads("Lena", topic.parent)]


@pytest.mark.parametrize(("rights", "people"), [((), ("Lena", "Omar")), (("can_manage_topics",), ("Lena", "Mei"))])
async def test_a_forum_that_does_not_fit_is_left_alone(
    stage: TelegramStage, desk: RecordingDesk, rights: tuple[str, ...], people: tuple[str, ...]
) -> None:
    """Without the right, or when a member is not in that forum, one of the members makes a chat instead."""
    near = await forum(stage, *rights)

    made = await stage.messenger.make_home(wish(stage, *people, near=near))

    assert made.chat is None
    assert "startgroup=" in made.link
    assert near.topics == {}


async def test_leaving_the_group_is_not_leaving_the_forum(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Who leaves a group that lives in a topic stays in the chat around it, which is not the group's."""
    near = await forum(stage, "can_manage_topics", "can_restrict_members")
    made = await stage.messenger.make_home(wish(stage, "Lena", "Omar", near=near))
    assert made.chat is not None

    await stage.messenger.dismiss(made.chat, account(stage, "Omar"))

    assert near.standing(stage.person("Omar").id).inside


async def test_a_question_in_a_room_is_answered_in_its_reply_field(stage: TelegramStage, desk: RecordingDesk) -> None:
    """With privacy mode on the asked person just types, because the bot opened the reply field for them alone."""
    room = await stage.room("Town square", ["Lena", "Omar"])
    await stage.says("Lena", room, "/propose")
    asking = await desk.waits_for(lambda one: one.what == Said("/propose"))
    square = ChatRef(TELEGRAM, room, title="Town square")
    question = Post(square, new_id(), (Paragraph("What is it about?"),), answering=asking.key, asks=True)
    reply = await stage.messenger.send(question)

    await stage.says("Omar", room, "just talking")
    await stage.says("Lena", room, "Repair café")
    heard = await desk.waits_for(lambda one: isinstance(one.what, Said) and one.what.reply_to is not None)

    assert heard.what == Said("Repair café", reply)
    assert heard.account.id == asking.account.id
    assert not [one for one in desk.heard if one.what == Said("just talking")]


async def test_after_a_tap_the_question_names_whom_it_asks(stage: TelegramStage, desk: RecordingDesk) -> None:
    """A tap is no message to answer, so the question mentions the one who tapped, and opens their field alone."""
    room = await stage.room("Town square", ["Lena", "Omar"])
    square = ChatRef(TELEGRAM, room, title="Town square")
    choice = Offered(ChoiceKey(new_id()), "I bring something else")
    await stage.messenger.send(Post(square, new_id(), (Paragraph("Repair café"),), (choice,)))
    await stage.taps("Omar", room, choice.label)
    tapped = await desk.waits_for(lambda one: isinstance(one.what, Tapped))

    question = Post(square, new_id(), (Paragraph("What do you bring?"),), answering=tapped.key, asks=True)
    reply = await stage.messenger.send(question)
    await stage.says("Lena", room, "just talking")
    await stage.says("Omar", room, "a van")
    heard = await desk.waits_for(lambda one: isinstance(one.what, Said))

    assert heard.what == Said("a van", reply)
    assert heard.account.name == "Omar"
    assert stage.world.chats[int(room)].messages[-3].text == "Omar\nWhat do you bring?"


async def test_privacy_is_kept_where_the_bot_could_read_all(stage: TelegramStage, desk: RecordingDesk) -> None:
    """As an administrator of the home Telegram hands the bot every word; the house still hears only its own."""
    chat = stage.world.make_group(stage.person("Lena"), GROUP)
    stage.world.add_bot(stage.person("Lena"), chat, ("can_invite_users",))

    await stage.says("Lena", str(chat.id), "between us")
    await stage.says("Lena", str(chat.id), "/group")
    await desk.waits_for(lambda one: one.what == Said("/group"))

    assert any("between us" in str(update) for update in stage.world.updates.given)
    assert not [one for one in desk.heard if isinstance(one.what, Said) and "between us" in one.what.text]


async def test_a_start_link_carries_its_payload_into_the_private_chat(
    stage: TelegramStage, desk: RecordingDesk
) -> None:
    """A deep link from a group card opens the private conversation with what it carries."""
    doors.follow_start(stage.world, stage.person("Mei", started=False), "https://t.me/socium_test_bot?start=card_1")

    heard = await desk.waits_for(lambda one: one.what == Said("/start card_1"))

    assert heard.chat == private_ref(stage.person("Mei").id)
