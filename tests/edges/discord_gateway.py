"""How does Discord's gateway deliver events: hello, identify, resume, and only what was asked for?

A small loopback gateway over simcord's model of Discord, so that the library's real connection is under test:
sessions outlive their sockets and are resumed, privileged intents are refused, and words nobody mentioned us in
arrive empty.
"""

import asyncio
import copy
import json
from collections.abc import Mapping
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord import intents as gate
from simcord.backend import Backend, serializers

from tests.stage import until

_HELLO, _ACK, _RECONNECT, _INVALID = 10, 11, 7, 9
_HEARTBEAT, _IDENTIFY, _RESUME = 1, 2, 6
_REFUSED, _PRIVILEGED = 4004, 4014


class Session:
    """What one identified bot was told, in order; outlives its socket."""

    def __init__(self, intents: discord.Intents) -> None:
        self.intents = intents
        self.told: list[str] = []
        self.heard = 0
        self.news = asyncio.Event()

    def tell(self, event: str, payload: Mapping[str, Any]) -> None:
        """Add an event."""
        self.told.append(json.dumps({"op": 0, "s": len(self.told) + 1, "t": event, "d": payload}))
        self.news.set()


class Gateway:
    """The websocket side of the wire."""

    def __init__(self, backend: Backend, token: str) -> None:
        self._backend = backend
        self._token = token
        self._session: Session | None = None
        self._socket: web.WebSocketResponse | None = None
        self.address = ""
        self.muted = False
        self.beats = 0
        self.identified = 0
        self.resumed = 0
        backend.subscribers.append(self._deliver)

    @property
    def listening(self) -> bool:
        """Say whether a bot is connected and identified."""
        return self._session is not None and self._socket is not None and not self._socket.closed

    @property
    def caught_up(self) -> bool:
        """Say whether everything so far was handed to the bot."""
        return self._session is not None and self._session.heard == len(self._session.told)

    async def fence(self) -> None:
        """Wait until the bot has taken in everything so far: asked for a heartbeat, it answers after all else."""
        await until(lambda: self.listening and self.caught_up)
        assert self._socket is not None
        before = self.beats
        await self._socket.send_json({"op": _HEARTBEAT, "d": None})
        await until(lambda: self.beats > before)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one socket until it closes."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": 41250}})
        telling: asyncio.Task[None] | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            said = frame.json()
            if said["op"] == _HEARTBEAT:
                self.beats += 1
                await socket.send_json({"op": _ACK})
            elif said["op"] in {_IDENTIFY, _RESUME}:
                telling = await self._accept(socket, said)
        if telling:
            telling.cancel()
        return socket

    async def drop(self, forget: bool = False) -> None:
        """Break the connection as Discord does for maintenance; `forget` makes the session impossible to resume."""
        socket = self._socket
        assert socket is not None, "nobody is connected"
        if forget:
            self._session = None
        await socket.send_json({"op": _RECONNECT, "d": None})
        await socket.close()

    async def close(self, code: int = 1000) -> None:
        """Close the socket; with some codes Discord means it."""
        if self._socket is not None:
            await self._socket.close(code=code)

    async def _accept(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> asyncio.Task[None] | None:
        data = said["d"]
        if data["token"] != self._token:
            await socket.close(code=_REFUSED, message=b"Authentication failed.")
            return None
        self._socket = socket
        if said["op"] == _RESUME:
            return await self._resume(socket, data)
        intents = discord.Intents._from_value(data["intents"])
        if gate.missing_privileged_intents(intents, discord.Intents.default()):
            await socket.close(code=_PRIVILEGED, message=b"Disallowed intent(s).")
            return None
        self._session = Session(intents)
        self.identified += 1
        self._greet(self._session)
        return asyncio.create_task(_write(socket, self._session, 0))

    async def _resume(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> asyncio.Task[None] | None:
        if self._session is None:
            await socket.send_json({"op": _INVALID, "d": False})
            return None
        self.resumed += 1
        heard = int(data["seq"])
        self._session.tell("RESUMED", {})
        return asyncio.create_task(_write(socket, self._session, heard))

    def _greet(self, session: Session) -> None:
        ours = [guild for guild in self._backend.guilds.values() if self._backend.bot_user.id in guild.members]
        session.tell(
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(self._backend.bot_user)),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in ours],
                "session_id": f"session-{self.identified}",
                "resume_gateway_url": self.address,
                "application": {"id": str(self._backend.application_id), "flags": 0},
            },
        )
        for guild in ours:
            self._deliver("GUILD_CREATE", serializers.guild_create_payload(self._backend, guild))

    def _deliver(self, event: str, payload: Mapping[str, Any]) -> None:
        session = self._session
        if session is None or self.muted or not self._is_for_us(event, payload):
            return
        asked = gate.required_intent(event, payload)
        if asked is not None and not getattr(session.intents, asked):
            return
        told: dict[str, Any] = copy.deepcopy(dict(payload))
        me = self._backend.bot_user.id
        if event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"}:
            gate.censor_message(told, me, backend=self._backend)
        if event == "GUILD_CREATE":
            gate.prune_guild_create(told, session.intents, me)
            told["joined_at"] = self._backend.guilds[int(told["id"])].members[me].joined_at
        session.tell(event, told)

    def _is_for_us(self, event: str, payload: Mapping[str, Any]) -> bool:
        """Drop what happens on servers the bot is not on; a person may still bring it along there."""
        guild = payload.get("guild_id")
        if guild is None or event in {"INTERACTION_CREATE", "GUILD_DELETE"}:
            return True
        known = self._backend.guilds.get(int(guild))
        return known is not None and self._backend.bot_user.id in known.members


async def _write(socket: web.WebSocketResponse, session: Session, heard: int) -> None:
    while not socket.closed:
        while heard < len(session.told):
            await socket.send_str(session.told[heard])
            heard += 1
            session.heard = heard
        session.news.clear()
        await session.news.wait()
