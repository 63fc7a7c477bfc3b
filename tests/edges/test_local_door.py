"""Does the local page let in only this machine, only itself, and only what is well formed?"""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
import websockets

from bots.local.happened import Entry, Flavour, PersonSaid, from_line
from bots.local.messenger import LocalMessenger
from bots.local.server import answer
from bots.local.world import World
from core.errors import WrongSetting
from core.messenger.events import ChatKind, ChatRef, Tapped
from tests.edges.local_stage import LocalStage
from tests.edges.playing import message, post
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import PRIVATE, until


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

    async def test_a_rebound_name_gets_no_websocket_either(self, local: LocalMessenger) -> None:
        """A page whose own name points to this machine is of one origin with itself, and still a stranger."""
        name = f"evil.example:{_address(local).rsplit(':', 1)[1]}"
        origin = websockets.Origin(f"http://{name}")

        with pytest.raises(websockets.InvalidStatus):
            await websockets.connect(f"ws://{name}/world", host="127.0.0.1", origin=origin, proxy=None)

    @pytest.mark.parametrize("frame", [b"\x00\xff", "{}", '{"wish":"say"}'])
    async def test_who_does_not_look_first_is_shown_the_door(self, local: LocalMessenger, frame: bytes | str) -> None:
        """A connection that begins with anything but a look is closed, and the page serves on."""
        where = _address(local).replace("http", "ws") + "/world"

        async with websockets.connect(where, origin=websockets.Origin(_address(local)), proxy=None) as socket:
            await socket.send(frame)
            await socket.wait_closed()

        assert socket.close_code == 1008
        assert await _look(local, "", 0)

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
