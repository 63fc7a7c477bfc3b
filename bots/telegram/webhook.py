"""How do updates arrive when Telegram calls us instead of being asked?"""

import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.errors import WrongSetting

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_MOST_BYTES = 1_000_000

Take = Callable[[dict[str, object]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram calls.

    Attributes:
        url: Public https address, as Telegram sees it.
        secret: What Telegram sends along in a header, 1 to 256 of `A-Za-z0-9_-`.
        host: Where this process listens, behind whatever ends TLS.
        port: Likewise; 0 takes any free one.

    Raises:
        WrongSetting: The address is not https, or the secret is missing or malformed.
    """

    url: str
    secret: str
    host: str = "127.0.0.1"
    port: int = 8443

    def __post_init__(self) -> None:
        if not self.url.startswith("https://"):
            raise WrongSetting("SOCIUM_TELEGRAM_WEBHOOK_URL: Telegram calls https addresses only.")
        if not _SECRET.fullmatch(self.secret):
            raise WrongSetting("SOCIUM_TELEGRAM_WEBHOOK_SECRET: give 1 to 256 letters, digits, _ or -.")

    @property
    def path(self) -> str:
        """The part of the address behind the host."""
        return urlsplit(self.url).path or "/"


def application(webhook: Webhook, take: Take) -> Starlette:
    """Make the small web application that takes updates in.

    Args:
        webhook: Where and with which secret.
        take: Handles one update; Telegram is told "done" only after it returned, else it calls again.
    """

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), webhook.secret.encode()):
            return Response(status_code=403)
        update = _parsed(await _bounded(request))
        if update is None:
            return Response(status_code=400)
        await take(update)
        return Response(status_code=200)

    return Starlette(routes=[Route(webhook.path, receive, methods=["POST"])])


async def serve(webhook: Webhook, take: Take, listening: Callable[[int], None]) -> None:
    """Listen until cancelled.

    Args:
        webhook: Where and with which secret.
        take: Handles one update.
        listening: Told the port once it is open.

    Raises:
        WrongSetting: The port is taken.
    """
    config = uvicorn.Config(
        application(webhook, take), webhook.host, webhook.port, log_config=None, access_log=False, lifespan="off"
    )
    server = _Server(config, listening)
    try:
        await server.serve()
    except SystemExit:
        raise WrongSetting(f"telegram: {webhook.host}:{webhook.port} cannot be listened on; is it taken?") from None


class _Server(uvicorn.Server):
    """A server that leaves the process's signals to the process and says when its door is open."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[int], None]) -> None:
        super().__init__(config)
        self._listening = listening

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: object = None) -> None:
        await super().startup(None)
        for server in self.servers:
            for socket in server.sockets:
                self._listening(socket.getsockname()[1])


async def _bounded(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            return b""
    return bytes(body)


def _parsed(body: bytes) -> dict[str, object] | None:
    try:
        update = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and type(update.get("update_id")) is int else None
