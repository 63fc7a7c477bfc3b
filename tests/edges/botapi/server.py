"""How does the bot's library reach our Telegram: over HTTP, as it reaches the real one?"""

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from tests.edges.botapi.lint import request_faults, schema, value_faults
from tests.edges.botapi.methods import Methods
from tests.edges.botapi.rates import Rates
from tests.edges.botapi.state import ApiError, Json
from tests.edges.botapi.world import BOT_ID, World

TOKEN = f"{BOT_ID}:test-token-of-our-own-server"


@dataclass(slots=True)
class Trouble:
    """What is to go wrong at the next request of a method.

    Attributes:
        error: Answered instead of acting.
        acts: Whether the request acts all the same, as when only the answer is lost.
        hangs: Seconds before the answer.
        drops: Whether the connection is cut instead of answering.
        status: An HTTP status without a body of Telegram's, as gateways send.
    """

    error: ApiError | None = None
    acts: bool = False
    hangs: float = 0.0
    drops: bool = False
    status: int = 0


@dataclass(slots=True)
class Request:
    """A request as it came in."""

    method: str
    given: Json = field(default_factory=dict)


class BotApi:
    """The server: lints, may fail on order, acts, and keeps what it saw.

    Attributes:
        requests: All of them, in order, getUpdates included.
        faults: Requests that do not keep to the schema; a test that leaves any has failed.
        rates: The documented limits; off unless switched on.
    """

    def __init__(self) -> None:
        self.world = World()
        self.methods = Methods(self.world)
        self.rates = Rates()
        self.requests: list[Request] = []
        self.faults: list[str] = []
        self._troubles: dict[str, deque[Trouble]] = {}
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """Listen on any free port of the loopback; after `stop`, on the same one again."""
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/files/{file}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening; what exists stays."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def trouble(self, method: str, trouble: Trouble) -> None:
        """Let the next request of a method that has no trouble yet go wrong."""
        self._troubles.setdefault(method, deque()).append(trouble)

    def sent(self, method: str) -> list[Json]:
        """List what the bot asked of a method."""
        return [request.given for request in self.requests if request.method == method]

    def all_faults(self) -> list[str]:
        """List every breach of the schema, the bot's and our own."""
        return [*self.faults, *self.world.updates.faults]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _refusal(ApiError(401, "Unauthorized"))
        form, files = _form(await request.post())
        faults = request_faults(method, form)
        if faults:
            self.faults += faults
            return _refusal(ApiError(400 if method in schema()["methods"] else 404, "Bad Request: " + faults[0]))
        given = {**decoded(method, form), **files}
        self.requests.append(Request(method, given))
        return await self._troubled(method, given, request)

    async def _download(self, request: web.Request) -> web.Response:
        """Hand out a file."""
        content = self.world.files.get(request.match_info["file"])
        if request.match_info["token"] != TOKEN or content is None:
            return web.Response(status=404)
        return web.Response(body=content)

    async def _troubled(self, method: str, given: Json, request: web.Request) -> web.StreamResponse:
        waiting = self._troubles.get(method)
        trouble = waiting.popleft() if waiting else Trouble(acts=True)
        try:
            if trouble.error is not None:
                raise trouble.error
            result = await self._act(method, given) if trouble.acts else True
        except ApiError as error:
            return _refusal(error)
        await asyncio.sleep(trouble.hangs)
        if trouble.drops and request.transport is not None:
            request.transport.close()
        if trouble.status:
            return web.Response(status=trouble.status, text="<html>gateway</html>")
        return web.json_response({"ok": True, "result": result})

    async def _act(self, method: str, given: Json) -> object:
        if method == "getUpdates":
            return await self._updates(given)
        act = self.methods.find(method)
        if act is None:
            self.faults.append(f"{method}: our server does not play this method")
            raise ApiError(404, "Not Found")
        if method == "sendMessage":
            self.rates.note(int(given["chat_id"]))
        result = act(given)
        if method in {"sendMessage", "editMessageText"}:
            self.world.updates.faults += value_faults("Message", result, f"answer to {method}")
        return result

    async def _updates(self, given: Json) -> list[Json]:
        if self.methods.webhook:
            words = (
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"
            )
            raise ApiError(409, words)
        if "allowed_updates" in given:
            self.world.updates.allow(given["allowed_updates"])
        return await self.world.updates.take(given.get("offset"), given.get("limit", 100), given.get("timeout", 0))


def _form(posted: Mapping[str, str | bytearray | bytes | web.FileField]) -> tuple[dict[str, str], Json]:
    """Part plain fields from files, which the library attaches under a name of their own."""
    files = {name: (one.filename, one.file.read()) for name, one in posted.items() if isinstance(one, web.FileField)}
    form = {name: str(value) for name, value in posted.items() if name not in files}
    given: Json = {}
    for name, value in form.items():
        if value.startswith("attach://"):
            given[name] = files[value.removeprefix("attach://")]
    direct = {name: file for name, file in files.items() if name in {"photo", "document"}}
    return {**form, **dict.fromkeys(direct, "")}, {**given, **direct}


def decoded(method: str, form: Mapping[str, str]) -> Json:
    """Turn linted form fields into values."""
    kinds = schema()["methods"][method]
    given: Json = {}
    for name, written in form.items():
        options = kinds[name][0].split(" or ")
        is_text = "String" in options and not ("Integer" in options and written.lstrip("-").isdigit())
        given[name] = written if is_text else json.loads(written)
    return given


def _refusal(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters is not None:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)
