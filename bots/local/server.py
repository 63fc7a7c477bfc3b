"""How does a browser on this machine see the local world, and act in it?"""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from bots.local.guard import Guard, on_loopback
from bots.local.happened import File, to_line
from bots.local.hints import hints
from bots.local.wishes import (
    MOST_BYTES,
    Act,
    Change,
    Come,
    Look,
    MakeRoom,
    OpenPrivate,
    Press,
    React,
    Say,
    TakeAway,
    key_of,
    read_wish,
)
from bots.local.world import NotThere, World
from core.errors import WrongSetting

FILES = Path(__file__).parent / "page"
AT_ONCE = 500
"""Entries in one frame to the browser."""


class Page:
    """The web page of one world, on loopback only.

    Attributes:
        address: Where to point a browser; final once `open` was called.
    """

    def __init__(self, world: World, host: str, port: int) -> None:
        """Decide the address.

        Raises:
            WrongSetting: Others than this machine could reach it.
        """
        self._world = world
        self._host = on_loopback(host)
        self._port = port
        self._socket: socket.socket | None = None

    @property
    def address(self) -> str:
        """Return the page's address."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    def open(self) -> None:
        """Take the port.

        Raises:
            WrongSetting: Somebody else has it.
        """
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((self._host, self._port))
        except (OSError, OverflowError) as taken:
            self._socket.close()
            raise WrongSetting(f"Port {self._port} is not free; set SOCIUM_LOCAL_PORT to another one.") from taken
        self._port = self._socket.getsockname()[1]

    async def serve(self) -> None:
        """Serve until cancelled; open connections are closed, the browser comes back by itself."""
        assert self._socket is not None, "open comes first"
        config = uvicorn.Config(
            Guard(application(self._world), self._port),
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            ws="websockets-sansio",
            ws_max_size=MOST_BYTES,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        serving = asyncio.ensure_future(server.serve(sockets=[self._socket]))
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            server.should_exit = True
            await asyncio.wait({serving})
            raise
        finally:
            self._socket.close()


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signals to the one who started everything."""
        yield


def application(world: World) -> Starlette:
    """Make the web application that shows a world."""

    async def look(websocket: WebSocket) -> None:
        await websocket.accept()
        with contextlib.suppress(WebSocketDisconnect):
            await _Visit(world, websocket).stay()

    files = StaticFiles(directory=FILES, html=True)
    return Starlette(routes=[WebSocketRoute("/world", look), Mount("/", files)])


class _Visit:
    """One browser's connection: it is shown what happens, and its wishes are granted one after another."""

    def __init__(self, world: World, websocket: WebSocket) -> None:
        self._world = world
        self._socket = websocket
        self._news = asyncio.Event()

    async def stay(self) -> None:
        """Show and listen until the browser goes; raises `WebSocketDisconnect` then."""
        first = read_first(await self._hear())
        if first is None:
            await self._socket.close(1008)
            return
        number = first.since if first.world == self._world.name else 0
        hello = {"world": self._world.name, "since": number, "number": len(self._world.state.entries), "hints": hints()}
        await self._socket.send_text(json.dumps(hello))
        unwatch = self._world.watch(lambda _entry: self._news.set())
        showing = asyncio.ensure_future(self._show(number))
        try:
            async for raw in self._wishes():
                await self._socket.send_text(json.dumps(answer(self._world, raw)))
        finally:
            unwatch()
            showing.cancel()
            await asyncio.wait({showing})

    async def _wishes(self) -> AsyncIterator[str]:
        while True:
            yield await self._hear()

    async def _hear(self) -> str:
        """Receive one frame; a binary one is no wish and reads as nothing."""
        frame = await self._socket.receive()
        if frame["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(frame.get("code", 1000))
        return str(frame.get("text") or "")

    async def _show(self, number: int) -> None:
        while True:
            self._news.clear()
            fresh = self._world.since(number)[:AT_ONCE]
            if fresh:
                await self._socket.send_text("[" + ",".join(to_line(one).decode() for one in fresh) + "]")
                number = fresh[-1].number
            else:
                await self._news.wait()


def read_first(raw: str) -> Look | None:
    """Read a browser's first words, which say what it knows already; None when they say something else."""
    try:
        wish = read_wish(raw)
    except ValueError:
        return None
    return wish if isinstance(wish, Look) else None


def answer(world: World, raw: str) -> dict[str, Any]:
    """Grant one wish; returns what the browser is told: done, or refused and why, by the wish's own key."""
    try:
        wish = read_wish(raw)
    except ValueError:
        return {"refused": key_of(raw), "why": "not-understood"}
    if isinstance(wish, Look):
        return {"refused": "", "why": "not-understood"}
    try:
        grant(world, wish)
    except NotThere:
        return {"refused": wish.key, "why": "not-there"}
    return {"done": wish.key}


def grant(world: World, wish: Act) -> None:
    """Let happen in the world what a browser wishes.

    Raises:
        NotThere: What it is about is not there, or not for that person.
    """
    match wish:
        case Say():
            files = [File(one.name, one.media, one.data) for one in wish.files]
            world.says(wish.person, wish.chat, wish.text, wish.key, wish.reply_to, files=files)
        case Change():
            world.edits(wish.person, wish.chat, wish.message, wish.text, wish.key)
        case TakeAway():
            world.removes(wish.person, wish.chat, wish.message, wish.key)
        case Press():
            world.presses(wish.person, wish.chat, wish.message, wish.option, wish.key)
        case React():
            world.reacts(wish.person, wish.chat, wish.message, wish.symbol, wish.key)
        case Come():
            world.moves_in(wish.name.strip(), wish.flavour, wish.language, wish.key)
        case MakeRoom():
            world.makes_room(wish.title.strip(), wish.members, wish.key)
        case OpenPrivate():
            world.private_chat(wish.person)
