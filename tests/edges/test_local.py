"""Does the local messenger keep its promises, in both flavours, over restarts, and against hostile pages?"""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import websockets

from bots.local.happened import Entry, Flavour, PersonSaid, from_line
from bots.local.messenger import LocalMessenger
from bots.local.server import answer
from bots.local.world import NotThere, World
from core.clock import VirtualClock
from core.errors import Undeliverable, WrongSetting
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, ChatKind, ChatRef, Tapped
from core.messenger.port import Home, Paragraph, Post
from tests.edges.local_stage import LocalStage
from tests.edges.playing import message, post
from tests.edges.promises import Promises
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import PRIVATE, until


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
        """A symbol taken back and put again is a new event; the taking back is none."""
        stage, desk = LocalStage(LocalMessenger(None), Flavour.MATRIX), RecordingDesk()
        room = ChatRef(stage.messenger.name, "matrix:garden")
        await stage.messenger.send(post(stage, room, message("Start?", labels=("Start",))))

        async with running(stage.messenger, desk):
            for _ in range(3):
                await stage.taps("Ana", room.id, "Start")
            await stage.says("Ana", room.id, "done")
            await desk.waits_for(lambda one: words(one.what) == "done")

        chosen = [one for one in desk.heard if type(one.what).__name__ == "Reacted"]
        assert len({one.key for one in chosen}) == len(chosen) == 2


class TestHostilePages:
    """What a browser sends is checked before it is believed."""

    @pytest.mark.parametrize(
        "raw",
        [
            "",
            "[]",
            "null",
            '"say"',
            "{}",
            '{"wish":"say"}',
            '{"wish":"say","key":"12345678","person":7,"chat":[],"text":{}}',
            '{"wish":"say","key":"short","person":"telegram:lena","chat":"telegram:square","text":"x"}',
            '{"wish":"say","key":"post 12345678","person":"telegram:lena","chat":"telegram:square","text":"x"}',
            '{"wish":"say","key":"12345678","person":"telegram:lena","chat":"telegram:square","text":"","more":1}',
            '{"wish":"come","key":"12345678","name":"   ","flavour":"telegram"}',
            '{"wish":"come","key":"12345678","name":"X","flavour":"irc"}',
            '{"wish":"look","world":"","since":-1}',
            "[" * 5000,
            "x" * 200_000,
        ],
        ids=lambda raw: raw[:24] or "nothing",
    )
    async def test_what_is_no_wish_changes_nothing(self, raw: str) -> None:
        """Wrong types, sizes and shapes are refused without a trace in the world."""
        world = World()
        before = len(world.state.entries)

        told = answer(world, raw)

        assert told["why"] == "not-understood"
        assert len(world.state.entries) == before

    @pytest.mark.parametrize(
        "wish",
        [
            {"wish": "say", "person": "telegram:lena", "chat": "matrix:garden", "text": "let me in"},
            {"wish": "say", "person": "telegram:nobody", "chat": "telegram:square", "text": "boo"},
            {"wish": "press", "person": "telegram:lena", "chat": "telegram:square", "message": "1", "option": "x"},
            {"wish": "react", "person": "telegram:lena", "chat": "telegram:square", "message": "99", "symbol": "1"},
            {"wish": "make-room", "title": "Both", "members": ["telegram:lena", "matrix:ana"]},
            {"wish": "open-private", "person": "telegram:nobody"},
        ],
        ids=lambda wish: f"{wish['wish']} {wish.get('person', '')}",
    )
    async def test_nobody_acts_where_they_are_not(self, wish: dict[str, object]) -> None:
        """Writing into a room one is not in, or choosing what is not there, is refused."""
        world = World()
        before = len(world.state.entries)

        told = answer(world, json.dumps({**wish, "key": "a-key-of-mine"}))

        assert told == {"refused": "a-key-of-mine", "why": "not-there"}
        assert len(world.state.entries) == before

    async def test_ten_thousand_characters_pass_as_written(self) -> None:
        """A long text with markup and hidden signs is kept as written; what to make of it is the house's decision."""
        stage, desk = LocalStage(LocalMessenger(None), Flavour.TELEGRAM), RecordingDesk()
        long = ("<b>@everyone</b> \u202e " * 600)[:10_000]

        async with running(stage.messenger, desk):
            await stage.says("Lena", PRIVATE, long)
            heard = await desk.waits_for(lambda one: words(one.what) == long)

        assert heard.chat.kind is ChatKind.PRIVATE

    async def test_one_tap_acts_once_however_often_the_browser_sends_it(self) -> None:
        """A wish repeated with its key, as after a broken connection, is one event."""
        stage, desk = LocalStage(LocalMessenger(None), Flavour.TELEGRAM), RecordingDesk()
        room = ChatRef(stage.messenger.name, "telegram:square")
        await stage.messenger.send(post(stage, room, message("Seat", labels=("Take it",))))

        async with running(stage.messenger, desk):
            await stage.taps("Lena", room.id, "Take it")
            for _ in range(3):
                await stage.repeats()
            await stage.says("Lena", room.id, "done")
            await desk.waits_for(lambda one: words(one.what) == "done")

        assert sum(isinstance(one.what, Tapped) for one in desk.heard) == 1


class TestTheDoor:
    """Only this machine, and only our own page."""

    @pytest.fixture
    async def local(self) -> AsyncIterator[LocalMessenger]:
        """Serve a world on a free port."""
        local = LocalMessenger(port=0)
        async with running(local, RecordingDesk()):
            await until(lambda: not _address(local).endswith(":0"))
            yield local

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "localhost.evil", ""])
    def test_only_loopback_is_listened_on(self, host: str) -> None:
        """Any address that others could reach is refused in one line."""
        with pytest.raises(WrongSetting):
            LocalMessenger(host=host)

    async def test_a_taken_port_says_what_to_do(self, local: LocalMessenger) -> None:
        """The second one on a port is told which setting to change."""
        port = int(_address(local).rsplit(":", 1)[1])

        with pytest.raises(WrongSetting, match="SOCIUM_LOCAL_PORT"):
            await LocalMessenger(port=port).run(RecordingDesk())

    async def test_the_page_allows_nothing_from_outside(self, local: LocalMessenger) -> None:
        """The page is served with a policy that lets it load only its own files and run no markup as code."""
        async with httpx.AsyncClient(trust_env=False) as browser:
            page = await browser.get(_address(local))

        policy = page.headers["content-security-policy"]
        assert page.status_code == 200
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy

    @pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.nip.io:{port}"])
    async def test_a_rebound_name_is_refused(self, local: LocalMessenger, host: str) -> None:
        """A name of someone else's that points to this machine gets no page."""
        port = _address(local).rsplit(":", 1)[1]

        async with httpx.AsyncClient(trust_env=False) as browser:
            page = await browser.get(_address(local), headers={"Host": host.format(port=port)})

        assert page.status_code == 403

    @pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "https://127.0.0.1:{port}"])
    async def test_a_cross_site_websocket_is_refused(self, local: LocalMessenger, origin: str | None) -> None:
        """A page on the internet cannot reach into the world through the visitor's browser."""
        port = _address(local).rsplit(":", 1)[1]
        asked = websockets.Origin(origin.format(port=port)) if origin else None

        with pytest.raises(websockets.InvalidStatus):
            await websockets.connect(f"ws://127.0.0.1:{port}/world", origin=asked, proxy=None)

    async def test_a_browser_that_was_away_gets_what_it_missed(self, local: LocalMessenger) -> None:
        """After a broken connection only what is new is shown; another world is shown from its beginning."""
        square = "telegram:square"
        local.world.says("telegram:lena", square, "first")
        known = len(local.world.state.entries)
        local.world.says("telegram:lena", square, "second")

        fresh = await _look(local, local.world.name, known)
        everything = await _look(local, "another", known)

        assert [one.what.text for one in fresh if isinstance(one.what, PersonSaid)] == ["second"]
        assert [one.number for one in everything] == list(range(1, known + 2))


def _address(local: LocalMessenger) -> str:
    assert local.page is not None
    return local.page.address


async def _look(local: LocalMessenger, world: str, since: int) -> list[Entry]:
    address = _address(local)
    where = address.replace("http", "ws") + "/world"
    async with websockets.connect(where, origin=websockets.Origin(address), proxy=None) as socket:
        await socket.send(json.dumps({"wish": "look", "world": world, "since": since}))
        assert json.loads(await socket.recv())["world"] == local.world.name
        return [from_line(json.dumps(line).encode()) for line in json.loads(await socket.recv())]


async def test_people_are_found_by_name_and_flavour() -> None:
    """Two people of one name in two flavours are two people."""
    world = World(empty=True)
    here, there = world.comes("Lena", Flavour.TELEGRAM), world.comes("Lena", Flavour.MATRIX)

    assert world.person("Lena", Flavour.MATRIX).id == there.id != here.id
    with pytest.raises(NotThere):
        world.person("Nobody", Flavour.MATRIX)
