"""Does the house learn whose fault it is, when Telegram does not take what we say?"""

from collections.abc import AsyncIterator

import pytest

from bots.telegram.names import TELEGRAM, private_ref
from core.errors import ChatGone, MessageGone, NoPrivateWay, TryAgain, Undeliverable
from core.ids import new_id
from core.messenger.events import AccountRef, ChatChanged, ChatRef
from core.messenger.port import Paragraph, Post
from tests.edges.botapi import doors
from tests.edges.botapi.server import Trouble
from tests.edges.botapi.state import bad
from tests.edges.recording import RecordingDesk, running
from tests.edges.telegram_playing import edge, post, said, square
from tests.edges.telegram_stage import TelegramStage, playing
from tests.stage import PRIVATE, until


@pytest.fixture
async def stage() -> AsyncIterator[TelegramStage]:
    async with playing(read_timeout=0.5) as stage:
        yield stage


@pytest.fixture
async def desk(stage: TelegramStage) -> AsyncIterator[RecordingDesk]:
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        yield desk


async def test_too_many_messages_wait(stage: TelegramStage) -> None:
    """The twenty-first message to a group within a minute waits as long as Telegram says."""
    _, room = await square(stage)
    stage.api.rates.per_group = 20

    for number in range(20):
        await stage.messenger.send(post(room, f"message {number}"))
    with pytest.raises(TryAgain) as wait:
        await stage.messenger.send(post(room, "one too many"))

    assert wait.value.after is not None
    assert 50 <= wait.value.after <= 60
    assert not wait.value.may_have_arrived


@pytest.mark.parametrize(
    "trouble", [Trouble(acts=True, hangs=1.0), Trouble(acts=True, drops=True), Trouble(status=502)]
)
async def test_a_lost_answer_may_have_arrived(stage: TelegramStage, trouble: Trouble) -> None:
    """When only the answer is lost, the house learns that the message may be there already."""
    _, room = await square(stage)
    stage.api.trouble("sendMessage", trouble)

    with pytest.raises(TryAgain) as lost:
        await stage.messenger.send(post(room, "Are you there?"))

    assert lost.value.may_have_arrived


async def test_a_refused_connection_has_not_arrived(stage: TelegramStage) -> None:
    """When nobody answered the door, the message can be sent again without a second thought."""
    _, room = await square(stage)
    await stage.messenger.send(post(room, "first"))
    await stage.api.stop()

    with pytest.raises(TryAgain) as lost:
        await stage.messenger.send(post(room, "Are you there?"))

    assert not lost.value.may_have_arrived


async def test_who_never_pressed_start_is_led_there_by_a_tap(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Nothing private appears in the room; the person's tap opens the private chat, and then it arrives."""
    mei = stage.person("Mei", started=False)
    chat, room = await square(stage)
    stage.world.enter(mei, chat)
    account = AccountRef(TELEGRAM, str(mei.id), "Mei")

    with pytest.raises(NoPrivateWay):
        await stage.messenger.open_private(account)
    await stage.messenger.send(post(room, "Mei, I have something for you", "Open"))
    await stage.taps("Mei", room.id, "Open")
    await until(lambda: mei.redirected)
    doors.follow_start(stage.world, mei, mei.redirected[0])
    await desk.waits_for(lambda one: said(one, "/start open") and one.chat.id == str(mei.id))

    assert await stage.messenger.open_private(account) == private_ref(mei.id)
    await stage.taps("Mei", room.id, "Open")
    await until(lambda: not stage.world.taps)
    assert len(mei.redirected) == 1


async def test_the_way_to_the_private_chat_survives_a_restart(stage: TelegramStage) -> None:
    """Who is awaited in private is still led there after the bot was restarted."""
    mei = stage.person("Mei", started=False)
    chat, room = await square(stage)
    stage.world.enter(mei, chat)
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await desk.waits_for(lambda one: isinstance(one.what, ChatChanged))
        with pytest.raises(NoPrivateWay):
            await stage.messenger.send(post(private_ref(mei.id), "Only for you"))
        await stage.messenger.send(post(room, "Mei, I have something for you", "Open"))

    async with running(edge(stage.api), desk):
        await stage.taps("Mei", room.id, "Open")
        await until(lambda: mei.redirected)


async def test_who_blocked_the_bot_cannot_be_written_to(stage: TelegramStage, desk: RecordingDesk) -> None:
    """A person who stopped the bot is left alone, and the house knows it."""
    await stage.says("Lena", PRIVATE, "/help")
    heard = await desk.waits_for(lambda one: said(one, "/help"))

    stage.world.block_bot(stage.person("Lena"))
    await desk.waits_for(lambda one: isinstance(one.what, ChatChanged))

    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(post(heard.chat, "hello"))


async def test_what_is_for_one_never_stands_in_a_room(stage: TelegramStage) -> None:
    """A post with a single reader is refused in a room rather than shown to all."""
    chat, room = await square(stage)
    lena = AccountRef(TELEGRAM, str(stage.person("Lena").id))

    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(Post(room, new_id(), (Paragraph("Only for Lena"),), reader=lena))

    assert not [one for one in chat.messages if "Only for Lena" in one.text]


async def test_a_supergroup_is_followed_by_the_message_itself(stage: TelegramStage) -> None:
    """A group became a supergroup unheard: the message still arrives there, and the house learns of it once."""
    lena = stage.person("Lena")
    old = stage.world.make_group(lena, "Town square", kind="group")
    stage.world.add_bot(lena, old)
    card = await stage.messenger.send(post(ChatRef(TELEGRAM, str(old.id)), "A card"))
    new = stage.world.upgrade(lena, old)

    sent = await stage.messenger.send(post(ChatRef(TELEGRAM, str(old.id)), "Still there?"))
    with pytest.raises(MessageGone):
        await stage.messenger.edit(card, post(card.chat, "The card, changed"))
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        await stage.says("Lena", str(new.id), "/help")
        await desk.waits_for(lambda one: said(one, "/help"))
        await until(lambda: len([one for one in desk.heard if one.key == f"moved:{old.id}"]) >= 3)

    assert sent.chat.id == str(new.id)
    assert "Still there?" in [one.text for one in new.messages]
    assert len({one.key for one in desk.heard if isinstance(one.what, ChatChanged) and one.what.moved_to}) == 1


async def test_a_silenced_bot_lets_the_chat_sleep(stage: TelegramStage, desk: RecordingDesk) -> None:
    """Forbidden to write, the bot behaves as if it were gone."""
    chat, room = await square(stage)

    stage.world.silence_bot(stage.person("Lena"), chat)

    with pytest.raises(ChatGone):
        await stage.messenger.send(post(room, "hello"))


async def test_a_closed_topic_is_gone(stage: TelegramStage) -> None:
    """A forum topic that was closed or never existed is a chat that is no more."""
    lena = stage.person("Lena")
    forum = stage.world.make_group(lena, "Forum", kind="forum")
    stage.world.add_bot(lena, forum)
    closed = stage.world.make_topic(lena, forum, "Repairs")
    forum.closed_topics.add(closed)

    for topic in (closed, 999):
        with pytest.raises(ChatGone):
            await stage.messenger.send(post(ChatRef(TELEGRAM, f"{forum.id}/{topic}"), "hello"))


async def test_a_question_that_opened_the_reply_field_cannot_be_edited(stage: TelegramStage) -> None:
    """Telegram never changes such a message; the house is told, and says it anew."""
    _, room = await square(stage)
    asked = await stage.messenger.send(Post(room, new_id(), (Paragraph("What?"),), asks=True))

    with pytest.raises(MessageGone):
        await stage.messenger.edit(asked, post(room, "Thank you"))


async def test_what_telegram_refuses_is_not_tried_for_ever(stage: TelegramStage) -> None:
    """A message that can never be sent is the operator's to look at, once."""
    _, room = await square(stage)
    stage.api.trouble("sendMessage", Trouble(error=bad("SOMETHING_NEW")))

    with pytest.raises(Undeliverable, match=r"(?i)something_new"):
        await stage.messenger.send(post(room, "hello"))
