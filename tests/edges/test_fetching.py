"""Does a file come from the messenger's own server and from nowhere else, however it is described?"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import nio
import pytest
from aiohttp import web

from bots.discord import files as discord_files
from bots.matrix import files as matrix_files
from bots.telegram.messenger import TelegramMessenger
from core.errors import TryAgain, Undeliverable
from core.messenger.events import Attached, FileKind

MOST = 1_000_000
ME = {"id": 1, "is_bot": True, "first_name": "Socium", "username": "socium_bot"}


@dataclass
class Servers:
    """A messenger's server that sends whoever asks for a file elsewhere, and the elsewhere that must never be asked.

    Attributes:
        url: Of the messenger's server.
        elsewhere: Of the other one.
        asked: Paths for which the messenger's own server was asked.
        reached: Paths for which the other one was.
        file_path: What Telegram's getFile answers.
    """

    url: str = ""
    elsewhere: str = ""
    asked: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)
    file_path: str = ""


@pytest.fixture
async def servers() -> AsyncIterator[Servers]:
    """Two servers on loopback."""
    both = Servers()

    async def own(request: web.Request) -> web.StreamResponse:
        both.asked.append(unquote(request.raw_path) if "bot1" in request.raw_path else request.raw_path)
        if request.path.endswith("/getMe"):
            return web.json_response({"ok": True, "result": ME})
        if request.path.endswith("/getFile"):
            found = {"file_id": "f", "file_unique_id": "u", "file_path": both.file_path}
            return web.json_response({"ok": True, "result": found})
        if request.path.endswith("/endless"):
            answer = web.StreamResponse()
            await answer.prepare(request)
            for _ in range(100):
                await answer.write(b"x" * MOST)
            return answer
        raise web.HTTPFound(both.elsewhere + "/inside")

    async def other(request: web.Request) -> web.Response:
        both.reached.append(request.path)
        return web.Response(body=b"the secrets of the inner network")

    runners = []
    for handler in (own, other):
        app = web.Application()
        app.router.add_route("*", "/{all:.*}", handler)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        runners.append(runner)
    both.url, both.elsewhere = (f"http://127.0.0.1:{one.addresses[0][1]}" for one in runners)
    yield both
    for runner in runners:
        await runner.cleanup()


def file(handle: str) -> Attached:
    """Describe a file that claims to be small."""
    return Attached(FileKind.FILE, "plan.pdf", "application/pdf", 10, handle)


@pytest.mark.parametrize(
    "handle",
    [
        "mxc://example.org/redirected",
        "mxc://127.0.0.1:1/x",
        "mxc://example.org/../../../../secret",
        "mxc://example.org/a?x=http://127.0.0.1",
        "mxc://@127.0.0.1/x",
        "http://127.0.0.1/x",
        "mxc://",
    ],
)
async def test_matrix_asks_the_homeserver_only(servers: Servers, handle: str) -> None:
    """Whatever server a file's address names, ours alone is asked, for a file alone, and a redirect is not followed."""
    client = nio.AsyncClient(servers.url, "@socium:example.org")
    client.access_token = "syt_secret"

    with pytest.raises((Undeliverable, TryAgain)):
        await matrix_files.fetch(client, file(handle), MOST)

    assert servers.reached == []
    assert all(path.startswith("/_matrix/client/v1/media/download/") for path in servers.asked)
    assert not any("/../" in path for path in servers.asked)
    await client.close()  # type: ignore[no-untyped-call]  # of nio


@pytest.mark.parametrize("handle", ["1/2/plan.pdf", "../../api/x", "1/..\\x", "@127.0.0.1/x", "//127.0.0.1/x"])
async def test_discord_asks_the_place_of_attachments_only(servers: Servers, handle: str) -> None:
    """The handle is the end of an address whose beginning is ours; a redirect is not followed."""
    with pytest.raises((Undeliverable, TryAgain)):
        await discord_files.fetch(f"{servers.url}/attachments/", file(handle), MOST)

    assert servers.reached == []
    assert all(path.startswith("/attachments/") for path in servers.asked)


@pytest.mark.parametrize("path", ["documents/file_1", "https://example.org/x", "LOCAL", ""])
async def test_telegram_asks_its_own_server_only(servers: Servers, path: str, tmp_path: Path) -> None:
    """A path that exists on our own disk is never read, nor another server asked, whatever the server answers."""
    local = tmp_path / "secret.txt"
    local.write_text("SOCIUM_TELEGRAM_TOKEN")
    servers.file_path = str(local) if path == "LOCAL" else path
    messenger = TelegramMessenger("1:token", base_url=servers.url)

    with pytest.raises((Undeliverable, TryAgain)):
        await messenger.fetch(file("f"), MOST)

    assert servers.reached == []
    assert all(asked.startswith(("/bot1:token/", "/file/bot1:token/")) for asked in servers.asked)


async def test_what_never_ends_is_cut_off(servers: Servers) -> None:
    """A file that claims ten bytes and goes on for ever is given up at the limit."""
    with pytest.raises(Undeliverable, match="larger"):
        await discord_files.fetch(f"{servers.url}/attachments/", file("endless"), MOST)
    client = nio.AsyncClient(servers.url, "@socium:example.org")
    client.access_token = "syt_secret"
    with pytest.raises(Undeliverable, match="larger"):
        await matrix_files.fetch(client, file("mxc://example.org/endless"), MOST)
    await client.close()  # type: ignore[no-untyped-call]  # of nio
