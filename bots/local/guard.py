"""May this request speak to us at all?

A page on the internet may make a browser on this machine ask loopback addresses, by a cross-site websocket
or by letting its own name point to 127.0.0.1 (DNS rebinding). So the names in `Host` and `Origin` are compared.
"""

from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from core.errors import WrongSetting

LOOPBACK = "127.0.0.1"

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
}


def on_loopback(host: str) -> str:
    """Return the address if only this machine can reach it.

    Raises:
        WrongSetting: It is a name, or an address others could reach.
    """
    try:
        reachable = not ip_address(host).is_loopback
    except ValueError:
        reachable = True
    if reachable:
        raise WrongSetting(f"The local page listens on this machine only: use {LOOPBACK} instead of {host}.")
    return host


class Guard:
    """Lets through what is addressed to this machine by its own names, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to strangers, pass on the rest."""
        if scope["type"] == "websocket" and not self._same_site(scope):
            await WebSocketClose(code=1008)(scope, receive, send)
            return
        if scope["type"] == "http" and not self._addressed_to_us(scope):
            await PlainTextResponse("not for you", status_code=403)(scope, receive, send)
            return
        await self._app(scope, receive, _with_headers(send))

    def _addressed_to_us(self, scope: Scope) -> bool:
        return Headers(scope=scope).getlist("host") in [[host] for host in self._hosts]

    def _same_site(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return self._addressed_to_us(scope) and headers.getlist("origin") == [f"http://{headers['host']}"]


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = [(name.encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items()]
            message["headers"] = [*message.get("headers", []), *ours]
        await send(message)

    return sending
