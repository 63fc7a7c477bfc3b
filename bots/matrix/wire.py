"""How is one request made, and what does a foreign error mean for us?"""

import json
from typing import Any
from urllib.parse import quote

import aiohttp
import nio

from core.errors import SociumError, TryAgain, Undeliverable

Content = dict[str, Any]
"""A Matrix JSON object; `Any` ends where an event or a post is read."""

_TOKEN_ERRORS = {"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"}


class OutOfReach(TryAgain):
    """The homeserver gave no answer at all: nothing else works either, so waiting is all there is."""


class TokenRefused(TryAgain):
    """The homeserver no longer knows our access token: only the operator can help, the messages wait."""


class Declined(Undeliverable):
    """The homeserver said no, and will say so again.

    Attributes:
        errcode: Matrix error code, as "M_FORBIDDEN"; empty when it gave none.
        status: HTTP status.
        session: Of the user-interactive authentication the homeserver asks for; else empty.
    """

    def __init__(self, status: int, errcode: str, reason: str, session: str = "") -> None:
        super().__init__(f"{status} {errcode} {reason}".strip())
        self.errcode = errcode
        self.status = status
        self.session = session


def path(*parts: str, version: str = "v3") -> str:
    """Write a client-server path, each part quoted: `path("rooms", "!a:b", "invite")`."""
    return f"/_matrix/client/{version}/" + "/".join(quote(part, safe="") for part in parts)


def via(sender: str) -> str:
    """Write the query that says through which server a room can be found: its inviter's."""
    server = sender.partition(":")[2]
    return f"?server_name={quote(server, safe='')}" if server else ""


async def ask(client: nio.AsyncClient, method: str, where: str, body: Content | None = None) -> Content:
    """Make one request that nio has no better way for.

    Returns:
        The answer's JSON object; empty when the answer had none.

    Raises:
        OutOfReach: No answer.
        TryAgain: A failing server, or too many requests (with the seconds to wait).
        TokenRefused: The access token is not valid any more.
        Declined: Anything else the homeserver refuses.
    """
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {client.access_token}"}
    data = None if body is None else json.dumps(body)
    try:
        answer = await client.send(method, where, data, headers)
        found = await _json(answer)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    if answer.status < 400:
        return found
    if "flows" in found:
        raise Declined(answer.status, "", "the password is asked for", str(found.get("session", "")))
    errcode, reason = str(found.get("errcode", "")), str(found.get("error", ""))
    raise meaning(answer.status, errcode, reason, found.get("retry_after_ms"))


async def _json(answer: aiohttp.ClientResponse) -> Content:
    try:
        found = await answer.json(content_type=None)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def meaning(status: int, errcode: str, reason: str, wait_ms: object = None) -> SociumError:
    """Say who can help with an answer that is no success.

    Args:
        status: HTTP status, 0 when unknown.
        errcode: Matrix error code, or empty.
        reason: The homeserver's own words, for the log.
        wait_ms: Milliseconds the homeserver asks us to wait, if it did.

    Source:
        Matrix client-server API, "Standard error response" and "Rate limiting".
    """
    if status == 429 or errcode == "M_LIMIT_EXCEEDED":
        return TryAgain(reason or errcode, after=wait_ms / 1000 if isinstance(wait_ms, int) else None)
    if errcode in _TOKEN_ERRORS:
        return TokenRefused(f"{errcode} {reason}".strip())
    if status >= 500 or status in {0, 408}:
        return TryAgain(f"{status} {errcode} {reason}".strip())
    return Declined(status, errcode, reason)


def refusal(response: nio.ErrorResponse) -> SociumError:
    """Say who can help with an error that came through nio."""
    transport = getattr(response, "transport_response", None)
    status = transport.status if transport is not None else 0
    if 200 <= status < 400:
        return TryAgain(f"unreadable answer: {response.message}")
    return meaning(status, response.status_code or "", response.message, response.retry_after_ms)
