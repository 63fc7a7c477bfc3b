"""Does the local messenger keep its promises, in both flavours, and over restarts?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from bots.local.world import NotThere, World
from core.clock import VirtualClock
from core.errors import Undeliverable, WrongSetting
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, ChatRef, Reacted
from core.messenger.port import Home, Paragraph, Post
from tests.edges.local_stage import LocalStage
from tests.edges.playing import message, post
from tests.edges.promises import Promises
from tests.edges.recording import RecordingDesk, running, words


class TestAsOnTelegram(Promises):
    """The flavour with buttons and without rooms."""

    @pytest.fixture
    async def stage(self) -> LocalStage:
        """Begin a world in memory, without a page."""
        return LocalStage(LocalMessenger(port=None), Flavour.TELEGRAM)


class TestAsOnMatrix(Promises):
    """The flavour with reactions, typed numbers and rooms."""

    @pytest.fixture
    async def stage(self) -> LocalStage:
        """Begin a world in memory, without a page."""
        return LocalStage(LocalMessenger(port=None), Flavour.MATRIX)


class TestTheWorldIsKept:
    """What was said survives a restart, and acts once."""

    async def test_a_restart_shows_what_was_said_and_what_became_of_it(self, tmp_path: Path) -> None:
        """After a restart people read the same words, reactions and edits, and are in the same rooms."""
        first = LocalStage(LocalMessenger(None, tmp_path / "world"), Flavour.MATRIX)
        room = ChatRef(first.messenger.name, await first.room("Tea", ["Lena", "Omar"]))
        ref = await first.messenger.send(post(first, room, message("Repair café", labels=("I bring tea",))))
        await first.says("Lena", room.id, "hello")
        await first.taps("Omar", room.id, "I bring tea")
        await first.messenger.edit(ref, post(first, room, message("Repair café", "1 of 3", labels=("I bring tea",))))
        before = await first.reads("Omar", room.id)
        first.messenger.world.close()

        second = LocalStage(LocalMessenger(None, tmp_path / "world"), Flavour.MATRIX)

        assert await second.reads("Omar", room.id) == before
        assert second.messenger.world.state.chats == first.messenger.world.state.chats
        assert await second.chats("Lena") == await first.chats("Lena")

    async def test_a_send_repeated_after_a_restart_appears_once(self, tmp_path: Path) -> None:
        """A process killed between showing a post and noting it repeats the post, and it is the same message."""
        first = LocalMessenger(None, tmp_path / "world")
        card = Post(ChatRef(first.name, "matrix:garden"), "the-key", (Paragraph("Only once"),))
        shown = await first.send(card)
        first.world.close()

        again = await LocalMessenger(None, tmp_path / "world").send(card)

        assert again.id == shown.id

    async def test_what_was_said_to_a_sleeping_desk_is_handed_in_later(self, tmp_path: Path) -> None:
        """What people did while nothing listened reaches the desk after the start; what it knew does not come again."""
        desk = RecordingDesk()
        first = LocalStage(LocalMessenger(None, tmp_path / "world"), Flavour.TELEGRAM)
        async with running(first.messenger, desk):
            await first.says("Lena", "telegram:square", "/decide Before")
            await desk.waits_for(lambda one: words(one.what) == "/decide Before")
        await first.says("Lena", "telegram:square", "/decide Asleep")
        first.messenger.world.close()

        second = LocalMessenger(None, tmp_path / "world")
        async with running(second, desk):
            await desk.waits_for(lambda one: words(one.what) == "/decide Asleep")

        said = [words(one.what) for one in desk.heard if words(one.what)]
        assert said == ["/decide Before", "/decide Asleep"]

    async def test_a_new_database_does_not_hear_old_stories(self, tmp_path: Path) -> None:
        """Where the database is new but the world is old, what was said long ago is not acted on again."""
        old = LocalStage(LocalMessenger(None, tmp_path / "world"), Flavour.TELEGRAM)
        await old.says("Lena", "telegram:square", "/decide Long ago")
        old.messenger.world.close()
        young = LocalStage(LocalMessenger(None, tmp_path / "world"), Flavour.TELEGRAM)
        desk = RecordingDesk()

        async with running(young.messenger, desk):
            await young.says("Lena", "telegram:square", "/decide Now")
            await desk.waits_for(lambda one: words(one.what) == "/decide Now")

        assert [words(one.what) for one in desk.heard] == ["/decide Now"]

    async def test_a_torn_last_line_is_forgotten(self, tmp_path: Path) -> None:
        """A power cut in the middle of a line costs that line and nothing else."""
        world = World(tmp_path / "world")
        world.says("telegram:lena", "telegram:square", "whole")
        world.close()
        with (tmp_path / "world").open("ab") as file:
            file.write(b'{"number": 99, "na')

        again = World(tmp_path / "world")
        again.says("telegram:lena", "telegram:square", "after")
        again.close()

        said = World(tmp_path / "world").reads("telegram:lena", "telegram:square")
        assert [one.words.body[0].text for one in said] == ["whole", "after"]

    async def test_a_file_of_somebody_else_is_refused(self, tmp_path: Path) -> None:
        """A path that is not a local world stops the start with one line, and the file is left as it was."""
        (tmp_path / "notes").write_text("my notes\n")

        with pytest.raises(WrongSetting):
            LocalMessenger(None, tmp_path / "notes")

        assert (tmp_path / "notes").read_text() == "my notes\n"

    async def test_a_virtual_clock_stamps_what_happens(self) -> None:
        """The demo's world tells the demo's time."""
        clock = VirtualClock(datetime(2026, 5, 1, 12, tzinfo=UTC))
        world = World(clock=clock)
        clock.advance(timedelta(days=2))

        entry = world.says("telegram:lena", "telegram:square", "hello")

        assert entry.at == datetime(2026, 5, 3, 12, tzinfo=UTC)


class TestTheTwoFlavours:
    """What differs, and what happens between them."""

    async def test_capabilities_differ_from_chat_to_chat(self) -> None:
        """One messenger, two kinds of chat: buttons without rooms, rooms without buttons."""
        local = LocalMessenger(None)

        square = local.capabilities(ChatRef(local.name, "telegram:square"))
        garden = local.capabilities(ChatRef(local.name, "matrix:garden"))

        assert (square.buttons, square.rooms, square.command_prefix) == (Can.NATIVE, Can.ABSENT, "/")
        assert (garden.buttons, garden.rooms, garden.command_prefix) == (Can.IMITATED, Can.NATIVE, "!")

    async def test_no_room_holds_people_of_both(self) -> None:
        """A group of both flavours is told that no room can hold it, and lives in private messages."""
        local = LocalMessenger(None)
        both = tuple(AccountRef(local.name, one) for one in ("telegram:lena", "matrix:ana", "matrix:ivo"))

        with pytest.raises(Undeliverable):
            await local.make_home(Home("token", "Both", both, near=ChatRef(local.name, "matrix:garden")))

    async def test_a_mind_can_be_changed(self) -> None:
        """A symbol taken back and put again is a new event; the taking back says that it is one."""
        stage, desk = LocalStage(LocalMessenger(None), Flavour.MATRIX), RecordingDesk()
        room = ChatRef(stage.messenger.name, "matrix:garden")
        await stage.messenger.send(post(stage, room, message("Start?", labels=("Start",))))

        async with running(stage.messenger, desk):
            for _ in range(3):
                await stage.taps("Ana", room.id, "Start")
            await stage.says("Ana", room.id, "done")
            await desk.waits_for(lambda one: words(one.what) == "done")

        chosen = [one for one in desk.heard if isinstance(one.what, Reacted) and one.what.given]
        assert len({one.key for one in chosen}) == len(chosen) == 2


async def test_people_are_found_by_name_and_flavour() -> None:
    """Two people of one name in two flavours are two people."""
    world = World(empty=True)
    here, there = world.comes("Lena", Flavour.TELEGRAM), world.comes("Lena", Flavour.MATRIX)

    assert world.person("Lena", Flavour.MATRIX).id == there.id != here.id
    with pytest.raises(NotThere):
        world.person("Nobody", Flavour.MATRIX)
