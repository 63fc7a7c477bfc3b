"""Is everyone on Discord answered in time, and only those who should read it?"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from simcord.backend.models import Message

from bots.discord.messenger import DiscordMessenger
from bots.discord.outgoing import ANSWER
from core.clock import VirtualClock
from core.errors import MessageGone, NoPrivateWay, TryAgain, Undeliverable
from core.ids import ChoiceKey, new_id
from core.messenger.events import Called, ChatRef, Incoming, MessageRef, Said, Tapped
from core.messenger.messages import Offered
from core.messenger.port import Paragraph, Post
from tests.edges.discord_people import Person, buttons
from tests.edges.discord_stage import DiscordStage, discord_on_loopback
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


def post(chat: ChatRef, words: str, *labels: str) -> Post:
    """Make a post with a button for each label."""
    offered = tuple(Offered(ChoiceKey(new_id()), label) for label in labels)
    return Post(chat, new_id(), (Paragraph(words),), offered)


def whisper(event: Incoming, words: str, *labels: str) -> Post:
    """Make an answer to an event that only the one who acted may read."""
    return replace(post(event.chat, words, *labels), answering=event.key, reader=event.account)


async def texts(stage: DiscordStage, person: str, chat: str) -> list[str]:
    """Return what a person reads in a chat."""
    return [one.text for one in await stage.reads(person, chat)]


def placeholders(stage: DiscordStage, room: str) -> list[Message]:
    """Return the "thinking…" that stand in a room."""
    return [one for one in stage.wire.backend.messages[int(room)].values() if one.flags & (1 << 7)]


async def test_a_public_answer_replaces_the_placeholder(stage: DiscordStage, desk: RecordingDesk) -> None:
    """The answer to a command all may read stands where "thinking…" stood, once, and can be changed for ever."""
    room = await stage.room("Square", ["Lena", "Omar"])
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))
    assert placeholders(stage, room)

    card = replace(post(asked.chat, "Do we agree?", "Fine"), answering=asked.key)
    first = await stage.messenger.send(card)
    again = await stage.messenger.send(card)
    stage.wire.backend.clock.advance(16 * 60)
    await stage.messenger.edit(first, post(asked.chat, "We agree"))

    assert first == again
    assert placeholders(stage, room) == []
    assert await texts(stage, "Omar", room) == ["We agree"]


async def test_an_ordinary_message_takes_the_placeholder_away(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A card that was not marked as the answer leaves no "thinking…" beside it."""
    room = await stage.room("Square", ["Lena"])
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    await stage.messenger.send(post(asked.chat, "Do we agree?"))

    assert placeholders(stage, room) == []
    assert await texts(stage, "Lena", room) == ["Do we agree?"]


async def test_a_placeholder_nobody_replaces_vanishes(stage: DiscordStage) -> None:
    """Where the house has nothing to say, "thinking…" does not stand for a quarter of an hour."""
    desk, bot = RecordingDesk(), stage.another(patience=0.05)
    async with running(bot, desk):
        room = await stage.room("Square", ["Lena"])
        await stage.says("Lena", room, "/group")
        await desk.waits_for(lambda one: isinstance(one.what, Called))

        assert await until(lambda: not placeholders(stage, room))


async def test_a_private_command_is_answered_to_one_alone(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Its answer, a second one, and a change of the first are read by the one who asked and nobody else."""
    room = await stage.room("Square", ["Lena", "Omar"])
    await stage.says("Lena", room, "/group")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    first = await stage.messenger.send(whisper(asked, "Your group"))
    await stage.messenger.send(whisper(asked, "Its dates"))
    await stage.messenger.edit(first, whisper(asked, "Your group, changed"))

    assert await texts(stage, "Lena", room) == ["Your group, changed", "Its dates"]
    assert await texts(stage, "Omar", room) == []


async def test_a_mistake_in_a_public_command_is_told_privately(stage: DiscordStage, desk: RecordingDesk) -> None:
    """What only the one who called should read never stands in the room, not even as a placeholder."""
    room = await stage.room("Square", ["Lena", "Omar"])
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    await stage.messenger.send(whisper(asked, "You have no group here"))

    assert placeholders(stage, room) == []
    assert await texts(stage, "Lena", room) == ["You have no group here"]
    assert await texts(stage, "Omar", room) == []


async def test_a_dead_token_never_makes_a_private_answer_public(stage: DiscordStage, desk: RecordingDesk) -> None:
    """After a quarter of an hour, or a restart, a whisper is refused; what all may read is sent as a message."""
    room = await stage.room("Square", ["Lena", "Omar"])
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))
    stage.wire.backend.clock.advance(16 * 60)

    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(whisper(asked, "Only for Lena"))
    await stage.messenger.send(replace(post(asked.chat, "For all"), answering=asked.key))

    assert "For all" in await texts(stage, "Omar", room)
    assert not any("Only for Lena" in one for one in await texts(stage, "Lena", room))


async def test_a_whisper_fades(stage: DiscordStage, desk: RecordingDesk) -> None:
    """What was shown to one alone cannot be changed once its token is dead; the house is told so."""
    room = await stage.room("Square", ["Lena"])
    await stage.says("Lena", room, "/group")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))
    shown = await stage.messenger.send(whisper(asked, "Your group"))
    stage.wire.backend.clock.advance(16 * 60)

    with pytest.raises(MessageGone):
        await stage.messenger.edit(shown, whisper(asked, "Changed"))


async def test_a_closed_connection_takes_its_tokens_along(stage: DiscordStage, desk: RecordingDesk) -> None:
    """After Discord broke off for good the bot comes back, and answers what is still open in another way."""
    room = await stage.room("Square", ["Lena"])
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    await stage.wire.gateway.close(4012)
    await until(lambda: stage.wire.gateway.identified == 2, 20)
    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(whisper(asked, "Only for Lena"))
    await stage.messenger.send(replace(post(asked.chat, "For all"), answering=asked.key))

    assert await texts(stage, "Lena", room) == ["For all"]


async def test_an_old_interaction_is_not_even_tried(stage: DiscordStage) -> None:
    """By our own clock, too, a token dies: no request is wasted on it."""
    clock = VirtualClock(datetime.now(UTC))
    desk, bot = RecordingDesk(), stage.another(clock)
    async with running(bot, desk):
        room = await stage.room("Square", ["Lena"])
        await stage.says("Lena", room, "/group")
        asked = await desk.waits_for(lambda one: isinstance(one.what, Called))
        clock.advance(timedelta(minutes=15))
        before = len(stage.wire.requests)

        with pytest.raises(NoPrivateWay):
            await bot.send(whisper(asked, "Too late"))

        assert len(stage.wire.requests) == before


async def test_a_tap_is_answered_privately(stage: DiscordStage, desk: RecordingDesk) -> None:
    """The card stays as it was; the one who tapped reads a word nobody else sees, and can be asked again there."""
    room = await stage.room("Square", ["Lena", "Omar"])
    chat = ChatRef(stage.messenger.name, room)
    await stage.messenger.send(post(chat, "The last seat", "I bring tea"))
    await stage.taps("Omar", room, "I bring tea")
    tap = await desk.waits_for(lambda one: isinstance(one.what, Tapped))

    question = await stage.messenger.send(whisper(tap, "Really?", "Yes"))
    await stage.taps("Omar", room, "Yes")
    second = await desk.waits_for(lambda one: isinstance(one.what, Tapped) and one.key != tap.key)
    await stage.messenger.edit(question, post(chat, "You are in"))

    assert second.what == Tapped(second.what.choice, question)  # type: ignore[union-attr]  # a tap, see above
    assert await texts(stage, "Omar", room) == ["The last seat", "You are in"]
    assert await texts(stage, "Lena", room) == ["The last seat"]


async def test_old_buttons_work_after_a_restart(stage: DiscordStage) -> None:
    """A button says by itself which choice it is: nothing was kept in memory."""
    before, after = RecordingDesk(), RecordingDesk()
    async with running(stage.messenger, before):
        room = await stage.room("Square", ["Lena"])
        card = post(ChatRef(stage.messenger.name, room), "The last seat", "I bring tea")
        reference = await stage.messenger.send(card)

    async with running(stage.another(), after):
        await until(lambda: stage.wire.gateway.identified == 2)
        await stage.taps("Lena", room, "I bring tea")
        tap = await after.waits_for(lambda one: isinstance(one.what, Tapped))

    assert isinstance(tap.what, Tapped)
    assert tap.what.choice == card.choices[0].key
    assert tap.what.message is not None
    assert tap.what.message.id == reference.id


async def test_several_missing_answers_are_asked_in_one_form(stage: DiscordStage, desk: RecordingDesk) -> None:
    """`/propose` opens a form; what was given stands in it, and all of it arrives as one command."""
    room = await stage.room("Square", ["Lena"])
    lena = stage.person("Lena")

    opened = await lena.calls(int(room), "propose", what="Repair café")
    await lena.submits(opened, need="electronics, tea", by="in two weeks")
    called = await desk.waits_for(lambda one: isinstance(one.what, Called))

    assert called.what == Called("propose", {"what": "Repair café", "need": "electronics, tea", "by": "in two weeks"})
    assert placeholders(stage, room), "the form was answered at once, for all to see"


async def test_a_question_is_answered_in_its_own_field(stage: DiscordStage, desk: RecordingDesk) -> None:
    """In a room whose messages the bot cannot read, "Answer" opens a field; the words arrive as an answer to it."""
    room = await stage.room("Square", ["Lena"])
    chat = ChatRef(stage.messenger.name, room)
    asked = await stage.messenger.send(replace(post(chat, "What would help?"), asks=True))

    await stage.says("Lena", room, "More tea, *please*")
    said = await desk.waits_for(lambda one: isinstance(one.what, Said))
    await stage.messenger.send(whisper(said, "Thank you"))

    assert said.what == Said("More tea, *please*", MessageRef(said.chat, asked.id))
    assert (await texts(stage, "Lena", room))[-1] == "Thank you"


async def test_options_complete_themselves(stage: DiscordStage, desk: RecordingDesk) -> None:
    """What the house suggests is offered while one types, shortened to what Discord takes."""
    room = await stage.room("Square", ["Lena"])
    desk.suggestions = [("Electronics", "electronics"), ("x" * 200, "long")]

    offered = await stage.person("Lena").types_into(int(room), "propose", "need", "ele")

    assert [one["value"] for one in offered] == ["electronics", "long"]
    assert len(offered[1]["name"]) == 100


async def test_an_event_that_cannot_be_acknowledged_still_acts(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Too late for Discord is not too late for the house: the tap counts, and its answer finds another way."""
    room = await stage.room("Square", ["Lena"])
    chat = ChatRef(stage.messenger.name, room)
    await stage.messenger.send(post(chat, "The last seat", "I bring tea"))
    stage.wire.refuse("POST", "/interactions/*/callback", 404, 10062)

    with pytest.raises(AssertionError):
        await stage.taps("Lena", room, "I bring tea")
    tap = await desk.waits_for(lambda one: isinstance(one.what, Tapped))

    with pytest.raises(NoPrivateWay):
        await stage.messenger.send(whisper(tap, "You are in"))


async def test_a_refused_answer_can_be_tried_again(stage: DiscordStage, desk: RecordingDesk) -> None:
    """The placeholder still waits for the next try."""
    room = await stage.room("Square", ["Lena"])
    await stage.says("Lena", room, "/group")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))
    stage.wire.refuse("PATCH", "/webhooks/*", 400, 0)
    answer = whisper(asked, "Your group")

    with pytest.raises(Undeliverable):
        await stage.messenger.send(answer)
    await stage.messenger.send(answer)

    assert await texts(stage, "Lena", room) == ["Your group"]


async def test_in_a_conversation_of_two_nothing_vanishes(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Alone with the bot, answers are ordinary messages that stay, also those of private commands."""
    await until(lambda: stage.wire.gateway.listening)
    await stage.says("Lena", PRIVATE, "/group")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    await stage.messenger.send(whisper(asked, "Your group", "More"))
    await stage.taps("Lena", PRIVATE, "More")
    tap = await desk.waits_for(lambda one: isinstance(one.what, Tapped))
    await stage.messenger.send(whisper(tap, "Its dates"))

    shown = stage.person("Lena").sees(stage.person("Lena").private_chat())
    assert [one.content for one in shown] == ["Your group", "Its dates"]
    assert not any(one.is_ephemeral for one in shown)


async def test_brought_along_to_a_server_without_the_bot(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A person who installed the bot for themselves is answered anywhere, for all to see, while the token lives."""
    room = await stage.room("Square", ["Lena", "Omar"])
    await stage.remove_bot(room)
    await stage.says("Lena", room, "/decide Meet at the library")
    asked = await desk.waits_for(lambda one: isinstance(one.what, Called))

    card = await stage.messenger.send(replace(post(asked.chat, "Do we agree?", "Fine"), answering=asked.key))
    await stage.messenger.send(post(asked.chat, "By Friday"))
    await stage.messenger.edit(card, post(asked.chat, "We agree"))

    assert await texts(stage, "Omar", room) == ["We agree", "By Friday"]


async def test_words_typed_to_the_bot_are_heard(stage: DiscordStage, desk: RecordingDesk) -> None:
    """In private everything typed arrives; in a room what mentions or answers the bot, with the mention taken off."""
    room = await stage.room("Square", ["Lena"])
    lena, me = stage.person("Lena"), stage.wire.backend.bot_user.id

    lena.writes(lena.private_chat(), "/propose Repair café | need: tea")
    await desk.waits_for(lambda one: words(one.what) == "/propose Repair café | need: tea")
    lena.writes(lena.private_chat(), "2")
    await desk.waits_for(lambda one: words(one.what) == "2")
    lena.writes(int(room), f"<@{me}> /decide Meet at the library")
    heard = await desk.waits_for(lambda one: words(one.what) == "/decide Meet at the library")
    question = await stage.messenger.send(post(heard.chat, "Where?"))
    lena.writes(int(room), "At home", reply_to=int(question.id))
    reply = await desk.waits_for(lambda one: words(one.what) == "At home")

    assert reply.what == Said("At home", question)


async def test_other_bots_and_plain_talk_are_not_heard(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Another bot that mentions us, and people talking with each other, reach nobody."""
    room = await stage.room("Square", ["Lena"])
    me = stage.wire.backend.bot_user.id
    robot = Person(stage.wire, "Robot")
    robot.user.bot = True
    stage.wire.backend.add_member(stage.wire.backend.get_channel(int(room)).guild_id or 0, robot.id)

    robot.writes(int(room), f"<@{me}> /decide Echo")
    stage.person("Lena").writes(int(room), "hello all")
    stage.person("Lena").writes(int(room), f"<@{me}>")
    await stage.says("Lena", room, "/decide Fence")
    await desk.waits_for(lambda one: "Fence" in words(one.what))

    assert len([one for one in desk.heard if words(one.what)]) == 1


async def test_a_button_of_nobody_is_handed_on(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A key that stands for nothing any more is the house's to answer, not an error of the edge."""
    room = await stage.room("Square", ["Lena"])
    chat = ChatRef(stage.messenger.name, room)
    await stage.messenger.send(replace(post(chat, "Old", "Gone"), asks=True))

    (message,) = stage.person("Lena").sees(int(room))
    assert dict(buttons(message))["Answer"] == ANSWER
    await stage.taps("Lena", room, "Gone")

    assert await desk.waits_for(lambda one: isinstance(one.what, Tapped))


async def test_nothing_is_sent_before_we_are_connected(stage: DiscordStage) -> None:
    """A post that comes too early waits in the outbox."""
    bot: DiscordMessenger = stage.another()

    with pytest.raises(TryAgain):
        await bot.send(post(ChatRef(bot.name, "1"), "Hello"))
