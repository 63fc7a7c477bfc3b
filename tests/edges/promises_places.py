"""Who reads along, and who has a key to which room?"""

from dataclasses import replace

import pytest

from core.errors import ChatGone, NoPrivateWay
from core.ids import new_id
from core.messenger.capabilities import Can
from core.messenger.events import (
    Change,
    ChatKind,
    ChatRef,
)
from core.messenger.port import Home
from tests.edges.playing import (
    EdgeStage,
    account_of,
    can_read,
    changed,
    gather,
    is_in,
    is_out,
    lives_without_rooms,
    message,
    post,
    whisper,
)
from tests.edges.recording import RecordingDesk, words
from tests.stage import PRIVATE, until


class Places:
    """Private stays private, and rooms have exactly their members."""

    async def test_a_private_message_is_private_or_refused(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Only the one it is for reads it; where the bot may not write first it says so and tells nobody."""
        room = await gather(stage, "Lena", "Omar")
        lena = await account_of(stage, desk, "Lena", room)
        declared = stage.messenger.capabilities(ChatRef(stage.messenger.name, "", ChatKind.PRIVATE)).private_messages

        try:
            await whisper(stage, lena, "Only for Lena")
        except NoPrivateWay:
            assert declared is not Can.NATIVE
            await stage.says("Lena", PRIVATE, "/help")
            await desk.waits_for(lambda one: one.chat.kind is ChatKind.PRIVATE and one.account.id == lena.id)
            await whisper(stage, lena, "Only for Lena")
        await until(lambda: can_read(stage, "Lena", PRIVATE, "Only for Lena"))

        assert not await can_read(stage, "Lena", room, "Only for Lena")
        assert not await can_read(stage, "Omar", room, "Only for Lena")
        assert not await can_read(stage, "Omar", PRIVATE, "Only for Lena")

    async def test_a_private_chat_is_known_as_private(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What someone types to the bot alone arrives in a chat of the private kind, and can be answered there."""
        await gather(stage, "Lena")

        await stage.says("Lena", PRIVATE, "/decide Alone")
        heard = await desk.waits_for(lambda one: "Alone" in words(one.what))
        await stage.messenger.send(post(stage, heard.chat, message("Heard you")))

        assert heard.chat.kind is ChatKind.PRIVATE
        assert await until(lambda: can_read(stage, "Lena", PRIVATE, "Heard you"))

    async def test_private_answers_are_as_declared(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Where one reader can be answered inside a room, nobody else sees the answer."""
        room = await gather(stage, "Lena", "Omar")
        if stage.messenger.capabilities(room).private_answers is not Can.NATIVE:
            pytest.skip("declared: private answers go to the private chat")
        await stage.says("Lena", room.id, "/contract")
        asked = await desk.waits_for(lambda one: words(one.what) == "/contract")

        answer = replace(post(stage, asked.chat, message("For your eyes")), answering=asked.key)
        await stage.messenger.send(answer)
        await until(lambda: can_read(stage, "Lena", room, "For your eyes"))

        assert not await can_read(stage, "Omar", room, "For your eyes")

    async def test_a_chat_without_the_bot_is_gone(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Thrown out, the bot tells the house, and later posts fail as a chat that is gone."""
        room = await gather(stage, "Lena", "Omar")
        await account_of(stage, desk, "Lena", room)

        await stage.remove_bot(room.id)
        heard = await desk.waits_for(lambda one: changed(one, Change.BOT_REMOVED))

        assert heard.chat.id == room.id
        with pytest.raises(ChatGone):
            await stage.messenger.send(post(stage, room, message("Anyone?")))

    async def test_a_home_has_exactly_its_members(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """One wish makes one room, with a key for each member and none for anybody else."""
        room = await gather(stage, "Lena", "Omar", "Mei")
        lena, omar = await account_of(stage, desk, "Lena", room), await account_of(stage, desk, "Omar", room)
        home = Home(new_id(), "Repair café", (lena, omar), near=room)
        if await lives_without_rooms(stage, home):
            return

        made = await stage.messenger.make_home(home)
        again = await stage.messenger.make_home(home)

        assert (again.chat and again.chat.id) == (made.chat and made.chat.id)
        if made.chat is None:
            assert made.link, "a member who has to make the room needs a link to tap"
            return
        await until(lambda: is_in(stage, "Lena", "Repair café"))
        await until(lambda: is_in(stage, "Omar", "Repair café"))
        assert not await is_in(stage, "Mei", "Repair café")
        with pytest.raises(LookupError):
            await stage.reads("Mei", made.chat.id)

    async def test_a_home_admits_and_dismisses(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Who comes later gets a key, who leaves loses it, and taking a key twice is no error."""
        room = await gather(stage, "Lena", "Omar", "Mei")
        lena, omar, mei = [await account_of(stage, desk, one, room) for one in ("Lena", "Omar", "Mei")]
        home = Home(new_id(), "Tea garden", (lena, omar), near=room)
        if await lives_without_rooms(stage, home):
            return
        made = await stage.messenger.make_home(home)
        if made.chat is None:
            return
        await until(lambda: is_in(stage, "Lena", "Tea garden"))

        await stage.messenger.admit(made.chat, mei)
        await until(lambda: is_in(stage, "Mei", "Tea garden"))
        await stage.messenger.dismiss(made.chat, lena)
        await stage.messenger.dismiss(made.chat, lena)

        assert await until(lambda: is_out(stage, "Lena", "Tea garden"))
        assert await is_in(stage, "Mei", "Tea garden")

    async def test_says_who_we_are(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """`socium doctor` gets one line about the account the bot speaks through."""
        line = await stage.messenger.check()

        assert line.strip()
        assert "\n" not in line
