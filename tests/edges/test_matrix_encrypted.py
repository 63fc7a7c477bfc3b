"""Does Socium live in encrypted rooms, and do strict clients answer it?"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from bots.matrix.messenger import MatrixMessenger
from bots.matrix.outgoing import CAPABILITIES
from core.errors import TryAgain, WrongSetting
from core.ids import new_id
from core.messenger.events import AccountRef, Change, ChatKind, ChatRef, MessageRef
from core.messenger.port import Home, Paragraph, Post
from tests.edges.matrix_stage import MatrixStage, OnMatrix, settled
from tests.edges.matrix_strict import StrictPerson
from tests.edges.playing import changed, message, post
from tests.edges.recording import RecordingDesk, running, words
from tests.edges.synapse import Synapse
from tests.stage import until

MakePerson = Callable[[str], Awaitable[StrictPerson]]


class Encrypted(OnMatrix):
    """What a class of encrypted tests begins with."""

    @pytest.fixture
    async def person(self, synapse: Synapse, tmp_path: Path) -> AsyncIterator[MakePerson]:
        """Make people with strict clients, who have been online once."""
        everybody: list[StrictPerson] = []

        async def make(name: str) -> StrictPerson:
            one = StrictPerson(synapse.register(name, name), synapse.url, tmp_path / name)
            everybody.append(one)
            await one.sync()
            return one

        yield make
        for one in everybody:
            await one.close()


def account(stage: MatrixStage, person: StrictPerson) -> AccountRef:
    """Name a strict person's account."""
    return AccountRef(stage.messenger.name, person.user.id)


async def vouched_for(stage: MatrixStage, person: StrictPerson) -> None:
    """Wait until the bot's device is vouched for."""
    await until(lambda: person.vouched(stage.bot.id))


async def enter(stage: MatrixStage, person: StrictPerson, title: str = "Hidden", **more: object) -> ChatRef:
    """Let a person bring the bot into an encrypted room of theirs."""
    room = await person.make_room(title, [stage.bot.id], **more)

    async def inside() -> bool:
        return stage.bot.id in await person.plain.members(room)

    await until(inside)
    return ChatRef(stage.messenger.name, room, title=title)


async def reads(person: StrictPerson, room: str, text: str) -> None:
    """Wait until a person can read these words in a room."""

    async def found() -> bool:
        return any(text in one for one in await person.reads(room))

    await until(found)


async def hears(desk: RecordingDesk, text: str) -> ChatRef:
    """Wait until the desk was told these words; returns where."""
    return (await desk.waits_for(lambda one: text in words(one.what))).chat


class TestBothWays(Encrypted):
    """Encrypted rooms work as others do."""

    async def test_a_strict_client_is_heard_and_answered(
        self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson
    ) -> None:
        """What is typed encrypted reaches the desk; cards and edits are read by a client that trusts no stranger."""
        lena = await person("Lena")
        await vouched_for(stage, lena)
        room = await enter(stage, lena)
        await desk.waits_for(lambda one: changed(one, Change.BOT_ADDED))

        await lena.write(room.id, "!decide Behind the curtain")
        await hears(desk, "/decide Behind the curtain")
        ref = await stage.messenger.send(post(stage, room, message("Repair café", labels=("Yes", "No"))))
        await stage.messenger.edit(ref, post(stage, room, message("Repair café today", labels=("Yes",))))

        await reads(lena, room.id, "Repair café")
        await reads(lena, room.id, "* Repair café today")
        kinds = {event["type"] for event in await lena.plain.events(room.id)}
        assert "m.room.message" not in kinds
        assert lena.sealed(room.id) == 0

    async def test_a_home_near_an_encrypted_room_is_encrypted(
        self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson
    ) -> None:
        """Members who come in later can read what was said to them before they came."""
        lena, omar = await person("Lena"), await person("Omar")
        room = await enter(stage, lena)
        await desk.waits_for(lambda one: changed(one, Change.BOT_ADDED))
        members = (account(stage, lena), account(stage, omar))

        home = Home(new_id(), "Tea", members, near=room)
        made = await settled(stage.messenger, lambda: stage.messenger.make_home(home))
        assert made.chat is not None
        chat = made.chat
        await settled(stage.messenger, lambda: stage.messenger.send(post(stage, chat, message("Welcome, all"))))
        for member in (lena, omar):
            await until(member.plain.invites)
            await member.plain.join(chat.id)

        for member in (lena, omar):
            await reads(member, chat.id, "Welcome, all")

    async def test_we_write_privately_as_we_met(
        self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson
    ) -> None:
        """Who is met in an encrypted room is written to encrypted, too."""
        lena = await person("Lena")
        await enter(stage, lena)
        await desk.waits_for(lambda one: one.account.id == lena.user.id)

        chat = await settled(stage.messenger, lambda: stage.messenger.open_private(account(stage, lena)))
        await settled(stage.messenger, lambda: stage.messenger.send(post(stage, chat, message("For Lena"))))
        await until(lena.plain.invites)
        await lena.plain.join(chat.id)

        await reads(lena, chat.id, "For Lena")
        assert chat.kind is ChatKind.PRIVATE

    async def test_who_comes_later_can_read_on(
        self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson
    ) -> None:
        """A new person, and a new device of a person, read everything said after they came."""
        lena, mei = await person("Lena"), await person("Mei")
        room = await enter(stage, lena)
        await settled(stage.messenger, lambda: stage.messenger.send(post(stage, room, message("Before"))))

        await lena.plain.ask("POST", "rooms", room.id, "invite", body={"user_id": mei.user.id})
        await mei.plain.join(room.id)
        await desk.waits_for(lambda one: one.account.id == mei.user.id)
        await settled(stage.messenger, lambda: stage.messenger.send(post(stage, room, message("Hello Mei"))))

        await reads(mei, room.id, "Hello Mei")
        await reads(lena, room.id, "Hello Mei")

    async def test_a_key_that_comes_late_opens_what_waited(
        self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson
    ) -> None:
        """A message that overtakes its key is not lost: it is heard once the key is there."""
        lena = await person("Lena")
        await vouched_for(stage, lena)
        room = await enter(stage, lena)
        await desk.waits_for(lambda one: changed(one, Change.BOT_ADDED))

        hand_over = await lena.write_before_the_key(room.id, "!decide Early")
        await lena.plain.write(room.id, "!decide Fence")
        await hears(desk, "Fence")
        assert not any("Early" in words(one.what) for one in desk.heard)
        await hand_over()

        await hears(desk, "/decide Early")

    async def test_a_cut_wire_leaves_nobody_without_keys(self, stage: MatrixStage, person: MakePerson) -> None:
        """Cut off while keys are handed out, the post waits; mended, it is sent and everybody reads it."""
        desk, lena = RecordingDesk(), await person("Lena")
        async with stage.cut_off() as (wire, messenger), running(messenger, desk):
            room = await enter(stage, lena)
            await desk.waits_for(lambda one: changed(one, Change.BOT_ADDED))
            await wire.cut()
            card = post(stage, room, message("Through the storm"))
            for _ in range(2):
                with pytest.raises(TryAgain):
                    await messenger.send(card)
            await wire.mend()
            await settled(messenger, lambda: messenger.send(card))

            await reads(lena, room.id, "Through the storm")

    async def test_the_longest_edit_fits(self, stage: MatrixStage, desk: RecordingDesk, person: MakePerson) -> None:
        """The longest text of the widest signs is sent and edited in an encrypted room."""
        lena = await person("Lena")
        room = await enter(stage, lena)
        for sign in ("🫖", "ж", "&", '"'):
            long = Post(room, new_id(), (Paragraph(sign * CAPABILITIES.text_limit),))
            longer = Post(room, new_id(), (Paragraph("x" + sign * (CAPABILITIES.text_limit - 1)),))

            ref = await settled(stage.messenger, partial(stage.messenger.send, long))
            await stage.messenger.edit(ref, longer)

        await reads(lena, room.id, "🫖" * CAPABILITIES.text_limit)
        assert lena.sealed(room.id) == 0


class TestKeysLast(Encrypted):
    """Keys outlive a restart; a lost store is a new device, and says so to nobody but the operator."""

    async def test_a_restart_reads_on(self, stage: MatrixStage, person: MakePerson) -> None:
        """What was typed while we were away is read afterwards, with the same device, and a repeat appears once."""
        lena = await person("Lena")
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            await vouched_for(stage, lena)
            room = await enter(stage, lena)
            await lena.write(room.id, "!decide First")
            await hears(desk, "First")
            card = post(stage, room, message("Only once"))
            first = await settled(stage.messenger, lambda: stage.messenger.send(card))
        await lena.write(room.id, "!decide Meanwhile")

        again = stage.bot_again()
        async with running(again, desk):
            await hears(desk, "Meanwhile")
            second: MessageRef = await settled(again, lambda: again.send(card))
            await settled(again, lambda: again.send(post(stage, room, message("Fence"))))
            await reads(lena, room.id, "Fence")

        assert first.id == second.id
        assert sum("Only once" in one for one in await lena.reads(room.id)) == 1

    async def test_a_lost_store_is_a_new_device(self, stage: MatrixStage, person: MakePerson) -> None:
        """With the store gone and the password set, a new device is made and vouched for, and all goes on."""
        lena = await person("Lena")
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            await vouched_for(stage, lena)
            room = await enter(stage, lena)
            await lena.write(room.id, "!decide Before")
            await hears(desk, "Before")
        before = await lena.vouched(stage.bot.id)
        shutil.rmtree(stage.store)

        again = stage.bot_again()
        async with running(again, desk):

            async def renewed() -> bool:
                return bool(await lena.vouched(stage.bot.id)) and await lena.vouched(stage.bot.id) != before

            await until(renewed)
            await lena.write(room.id, "!decide After the loss")
            await hears(desk, "After the loss")
            await settled(again, lambda: again.send(post(stage, room, message("Here again"))))
            await reads(lena, room.id, "Here again")

    async def test_a_key_is_made_and_kept(self, stage: MatrixStage) -> None:
        """Without a key of the operator's one is made, readable by us alone, never nio's well-known default."""
        await stage.messenger.check()
        key = stage.store / "store.key"
        first = key.read_text(encoding="ascii")

        await stage.bot_again().check()

        assert key.read_text(encoding="ascii") == first
        assert len(first) >= 32
        assert {file.stat().st_mode & 0o077 for file in (key, stage.store / "session.json")} == {0}

    async def test_a_wrong_key_is_one_clear_line(self, stage: MatrixStage) -> None:
        """It names the setting, and nothing in the store is harmed."""

        def locked(key: str) -> MatrixMessenger:
            return MatrixMessenger(
                stage.synapse.url, stage.bot.id, stage.bot.password, store=stage.store, store_key=key
            )

        who = await locked("a good key").check()
        with pytest.raises(WrongSetting, match="SOCIUM_MATRIX_STORE_KEY"):
            await locked("another key").run(RecordingDesk())

        assert await locked("a good key").check() == who
