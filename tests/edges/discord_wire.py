"""How does Discord's HTTP side answer, with its limits, permissions and refusals?

A loopback server over simcord's model of Discord. It adds what that model lacks: the wire itself, enforced nonces,
rate limits, people who take no direct messages, archived threads, whom a thread's maker may add and take away, and a
lint over every request the bot makes.
"""

import fnmatch
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from aiohttp import web
from simcord._clock import Clock
from simcord.backend import Backend, serializers
from simcord.backend.cdn import CDN_BASE
from simcord.backend.errors import BackendError, SetupError, missing_permissions, unknown_member
from simcord.backend.models import Channel, Overwrite
from simcord.enums import ChannelType, OverwriteType
from simcord.http import RouteNotImplemented, UnsupportedField
from simcord.http import routes as _routes  # registers every route
from simcord.http.router import dispatch

from bots.discord.files import FILES_BASE
from bots.discord.rights import ASKED
from tests.edges.discord_gateway import Gateway

TOKEN = "MTIz.wire.token"
_ARCHIVED = 50083
_NONCE_LIMIT = 25
assert _routes


class WallClock(Clock):
    """The present moment, which a test may put forward."""

    def now(self) -> datetime:
        """Return the machine's moment plus what the test has skipped."""
        return datetime.now(UTC) + timedelta(seconds=self.elapsed)


@dataclass
class Refusal:
    """What the next matching requests are told instead of an answer."""

    method: str
    path: str
    status: int
    body: dict[str, Any]
    times: int = 1


class DiscordWire:
    """Discord on loopback.

    Attributes:
        backend: The model of Discord: people, servers, channels, messages.
        closed: Accounts that take no direct messages, and the code the bot is told.
        complaints: What the lint found; a test with any has failed.
        requests: Method and path of every request, oldest first.
    """

    def __init__(self) -> None:
        self.backend = Backend(clock=WallClock())
        self.gateway = Gateway(self.backend, TOKEN)
        self.closed: dict[int, int] = {}
        self.complaints: list[str] = []
        self.requests: list[tuple[str, str]] = []
        self._refusals: list[Refusal] = []
        self._sent: dict[tuple[int, str], int] = {}
        self._runner: web.AppRunner | None = None
        self.api_base = self.files_base = ""

    async def start(self) -> None:
        """Listen on a free port of 127.0.0.1."""
        app = web.Application()
        app.router.add_get("/gateway/", self.gateway.connect)
        app.router.add_route("*", "/api/v10/{path:.*}", self._answer)
        app.router.add_get("/attachments/{path:.*}", self._download)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.api_base = f"http://{host}:{port}/api/v10"
        self.files_base = f"http://{host}:{port}/attachments/"
        self.gateway.address = f"ws://{host}:{port}/gateway/"

    async def stop(self) -> None:
        """Stop listening."""
        await self.gateway.close()
        if self._runner:
            await self._runner.cleanup()

    def refuse(self, method: str, path: str, status: int, code: int, times: int = 1) -> None:
        """Let the next requests that match the pattern fail."""
        self._refusals.append(Refusal(method, path, status, {"code": code, "message": "refused by the test"}, times))

    def slow_down(self, path: str, seconds: float, times: int = 1) -> None:
        """Let the next requests that match the pattern hit a rate limit."""
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        self._refusals.append(Refusal("*", path, 429, body, times))

    def server(self, title: str, people: list[int]) -> Channel:
        """Make a server with one text channel, these people, and the bot with exactly the rights it asks for."""
        self.gateway.muted = True
        guild = self.backend.create_guild(title)
        for role in guild.roles.values():
            if role.managed:
                role.permissions = ASKED.value
        for person in people:
            self.backend.add_member(guild.id, person)
        channel = self.backend.create_channel(guild.id, title)
        self.gateway.muted = False
        # A server that is new to the bot, unlike one that comes back, does not say whether it is available.
        joined = dict(serializers.guild_create_payload(self.backend, guild))
        del joined["unavailable"]
        self.backend.emit("GUILD_CREATE", joined)
        return channel

    def forbid(self, channel: int, right: str) -> None:
        """Take a right from the bot in one channel."""
        denied = getattr(discord.Permissions, right).flag
        member = Overwrite(self.backend.bot_user.id, OverwriteType.MEMBER, deny=denied)
        self.backend.set_overwrite(channel, member)

    def expel(self, guild_id: int) -> None:
        """Throw the bot out; the people stay."""
        del self.backend.get_guild(guild_id).members[self.backend.bot_user.id]
        self.backend.emit("GUILD_DELETE", {"id": str(guild_id)})

    async def _answer(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        body, files = await _sent(request)
        self.requests.append((request.method, path))
        refusal = self._refusal(request.method, path)
        if refusal:
            return _json(refusal.body, refusal.status, {"Via": "1.1 wire"})
        if (
            not path.startswith(("/webhooks/", "/interactions/"))
            and request.headers.get("Authorization") != f"Bot {TOKEN}"
        ):
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        self.complaints.extend(f"{request.method} {path}: {found}" for found in lint(request.method, path, body))
        try:
            answer = self._act(request.method, path, body, dict(request.query), files)
        except (RouteNotImplemented, UnsupportedField, SetupError) as error:
            self.complaints.append(f"{request.method} {path}: {error}")
            return _json({"message": str(error), "code": 0}, 501)
        except BackendError as error:
            return _json(error.to_json(), error.status)
        return web.Response(status=204) if answer is None else _json(answer)

    def kept_where_discord_does(self, attachment: dict[str, Any]) -> dict[str, Any]:
        """Let an attachment's address be one of Discord's own, as it is out there."""
        address = attachment["url"].replace(f"{CDN_BASE}/attachments/", FILES_BASE)
        return {**attachment, "url": address, "proxy_url": address}

    def file(self, address: str) -> bytes:
        """Return the bytes of an attachment."""
        content = self.backend.cdn.get(address.replace(FILES_BASE, f"{CDN_BASE}/attachments/"))
        assert content is not None, address
        return content

    async def _download(self, request: web.Request) -> web.Response:
        content = self.backend.cdn.get(f"{CDN_BASE}/attachments/{request.match_info['path']}")
        return web.Response(status=404) if content is None else web.Response(body=content)

    def _act(self, method: str, path: str, body: Any, query: dict[str, str], files: list[discord.File]) -> Any:
        parts = path.strip("/").split("/")
        match (method, *parts):
            case ("POST", "channels", place, "messages"):
                return self._send(int(place), path, body, files)
            case ("PATCH", "channels", place, "messages", _):
                self._refuse_if_archived(int(place))
            case ("PATCH", "channels", place) if set(body) == {"archived"}:
                return self._unarchive(int(place))
            case ("PUT", "channels", place, "thread-members", person) if person != "@me":
                self._refuse_if_archived(int(place))
                self._must_be_here(int(place), int(person))
            case ("DELETE", "channels", place, "thread-members", person) if self._is_ours(int(place)):
                self.backend.remove_thread_member(int(place), int(person))
                return None
            case ("DELETE", "webhooks", _, token, "messages", "@original"):
                return self._take_back(path, token)
        # simcord knows no 403 of a server the bot was thrown out of: it has no permissions there at all.
        return dispatch(self.backend, method, path, json=body, params=query, files=files, message_content_access=False)

    def _send(self, place: int, path: str, body: dict[str, Any], files: list[discord.File]) -> Any:
        """Send once per nonce, never to someone who takes no direct messages, never into an archived thread."""
        channel = self.backend.get_channel(place)
        known = self._sent.get((place, str(body.get("nonce"))))
        if known in self.backend.messages[place]:
            return dict(serializers.message_payload(self.backend, self.backend.messages[place][known]))
        for person in channel.recipient_ids:
            if person in self.closed:
                raise BackendError(403, self.closed[person], "Cannot send messages to this user")
        self._refuse_if_archived(place)
        answer = dispatch(self.backend, "POST", path, json=body, files=files, message_content_access=False)
        self._sent[place, str(body.get("nonce"))] = int(answer["id"])
        return answer

    def _take_back(self, path: str, token: str) -> None:
        """Delete the first response; a placeholder that is gone is no longer completed by the next follow-up."""
        record = self.backend.interaction_by_token(token)
        dispatch(self.backend, "DELETE", path)
        if record.loading:
            record.complete_deferred()

    def _unarchive(self, place: int) -> Any:
        channel = self.backend.get_thread(place)
        me = self.backend.bot_user.id
        self.backend.require_permissions(channel.guild_id, me, place, "send_messages_in_threads")
        if channel.thread_metadata and channel.thread_metadata.locked:
            raise missing_permissions()
        self.backend.edit_channel(place, {}, thread_metadata={"archived": False})
        return dict(serializers.channel_payload(self.backend, channel))

    def _refuse_if_archived(self, place: int) -> None:
        data = self.backend.get_channel(place).thread_metadata
        if data and data.archived:
            raise BackendError(400, _ARCHIVED, "Thread is archived")

    def _must_be_here(self, place: int, person: int) -> None:
        guild = self.backend.get_channel(place).guild_id
        if guild is None or person not in self.backend.get_guild(guild).members:
            raise unknown_member()

    def _is_ours(self, place: int) -> bool:
        channel = self.backend.get_channel(place)
        return channel.type == ChannelType.PRIVATE_THREAD and channel.owner_id == self.backend.bot_user.id

    def _refusal(self, method: str, path: str) -> Refusal | None:
        for refusal in self._refusals:
            if refusal.method in {method, "*"} and fnmatch.fnmatch(path, refusal.path):
                refusal.times -= 1
                if not refusal.times:
                    self._refusals.remove(refusal)
                return refusal
        return None


async def _sent(request: web.Request) -> tuple[Any, list[discord.File]]:
    """Read a body, and the files beside it where it brings any."""
    if not request.can_read_body:
        return None, []
    if request.content_type != "multipart/form-data":
        return await request.json(), []
    form = await request.post()
    files = [
        discord.File(io.BytesIO(one.file.read()), filename=one.filename)
        for one in form.values()
        if isinstance(one, web.FileField)
    ]
    return json.loads(str(form["payload_json"])), files


def lint(method: str, path: str, body: Any) -> list[str]:
    """Say what a request that carries words to people must never lack."""
    if method not in {"POST", "PATCH"} or not isinstance(body, dict):
        return []
    sends = fnmatch.fnmatch(path, "/channels/*/messages") and method == "POST"
    words = sends or "/messages/" in path or path.startswith("/webhooks/")
    found = []
    if words and body.get("allowed_mentions", {}).get("parse") != []:
        found.append("somebody could be pinged")
    if words and set(body.get("allowed_mentions", {})) - {"parse"}:
        found.append("somebody is to be pinged")
    if sends and not (body.get("enforce_nonce") is True and 0 < len(str(body.get("nonce", ""))) <= _NONCE_LIMIT):
        found.append("no enforced nonce")
    return found


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Answer with the exact content type the library asks for."""
    payload = json.dumps(body, default=str).encode()
    return web.Response(body=payload, status=status, content_type="application/json", headers=headers)
