"""How does a test get a real Matrix homeserver?

A Synapse from the package index as a subprocess, on loopback, with its database in memory. When it does not
start, the test fails with the end of its log; nothing is skipped.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

_STARTS_WITHIN = 60.0
_SECRET = "only-for-tests"
_HIGH = {"per_second": 10_000, "burst_count": 10_000}


@dataclass(frozen=True, slots=True)
class User:
    """A registered account with a login."""

    id: str
    password: str
    token: str
    device: str


@dataclass(frozen=True, slots=True)
class Synapse:
    """A running homeserver.

    Attributes:
        url: Its base address.
        admin_token: Of a server admin, for what only an operator can do (rate limits).
    """

    url: str
    admin_token: str = ""

    def register(self, name: str, shown: str = "", admin: bool = False) -> User:
        """Make an account `@name-xxxxxx:localhost` that nobody else has, and log it in."""
        local = f"{name.lower()}-{secrets.token_hex(3)}"
        where = f"{self.url}/_synapse/admin/v1/register"
        nonce, password = _ask("GET", where).json()["nonce"], secrets.token_urlsafe(8)
        role = "admin" if admin else "notadmin"
        mac = hmac.new(_SECRET.encode(), "\0".join([nonce, local, password, role]).encode(), hashlib.sha1)
        wish = {"nonce": nonce, "username": local, "displayname": shown or name, "password": password}
        found = _ask("POST", where, json={**wish, "admin": admin, "mac": mac.hexdigest()}).json()
        return User(found["user_id"], password, found["access_token"], found["device_id"])

    def slow_down(self, user: User, per_second: int, burst: int) -> None:
        """Let an account send only so much; the rest is answered with 429."""
        where = f"{self.url}/_synapse/admin/v1/users/{user.id}/override_ratelimit"
        limits = {"messages_per_second": per_second, "burst_count": burst}
        _ask("POST", where, json=limits, headers={"Authorization": f"Bearer {self.admin_token}"})


def _ask(method: str, where: str, **more: Any) -> httpx.Response:
    """Ask a homeserver on loopback, without reading all of the machine's certificates, which takes 40 ms each time."""
    answer = httpx.request(method, where, verify=False, **more)
    answer.raise_for_status()
    return answer


@pytest.fixture(scope="session")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    """Give one homeserver to all tests of the session."""
    with running(tmp_path_factory.mktemp("synapse")) as server:
        yield server


@contextmanager
def running(folder: Path) -> Iterator[Synapse]:
    """Run a homeserver with its files in a folder until the block ends.

    Raises:
        RuntimeError: It did not come up; with the end of its log.
    """
    port = _free_port()
    config = folder / "homeserver.yaml"
    config.write_text(json.dumps(_configuration(folder, port)), encoding="utf-8")
    with (folder / "output.log").open("w") as output:
        command = [sys.executable, "-m", "synapse.app.homeserver", "--config-path", str(config)]
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=folder, env=dict(os.environ))
    try:
        server = Synapse(f"http://127.0.0.1:{port}")
        _wait(server, process, folder)
        yield Synapse(server.url, server.register("operator", admin=True).token)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(server: Synapse, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            _ask("GET", f"{server.url}/_matrix/client/versions")
        except (httpx.TransportError, httpx.HTTPStatusError):
            time.sleep(0.05)
        else:
            return
    said = (folder / "output.log").read_text(encoding="utf-8", errors="replace")[-3000:]
    raise RuntimeError(f"Synapse did not start (is the test extra installed?):\n{said}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _configuration(folder: Path, port: int) -> dict[str, object]:
    """Write what a loopback homeserver for tests needs; JSON is YAML too.

    Source:
        Synapse's configuration manual.
    """
    key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    (folder / "signing.key").write_text(f"ed25519 a_test {key}\n", encoding="ascii")
    log = {"version": 1, "root": {"level": "WARNING", "handlers": ["out"]}}
    log |= {"handlers": {"out": {"class": "logging.StreamHandler"}}, "disable_existing_loggers": False}
    (folder / "log.yaml").write_text(json.dumps(log), encoding="utf-8")
    listener = {"port": port, "type": "http", "bind_addresses": ["127.0.0.1"], "tls": False, "x_forwarded": False}
    return {
        "server_name": "localhost",
        "pid_file": str(folder / "pid"),
        "signing_key_path": str(folder / "signing.key"),
        "log_config": str(folder / "log.yaml"),
        "media_store_path": str(folder / "media"),
        "listeners": [{**listener, "resources": [{"names": ["client"], "compress": False}]}],
        "database": {"name": "sqlite3", "args": {"database": ":memory:"}},
        "registration_shared_secret": _SECRET,
        "macaroon_secret_key": _SECRET,
        "form_secret": _SECRET,
        "report_stats": False,
        "federation_domain_whitelist": [],
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "url_preview_enabled": False,
        "presence": {"enabled": False},
        "bcrypt_rounds": 4,
        "caches": {"sync_response_cache_duration": "0s"},
        **_limits(),
    }


def _limits() -> dict[str, object]:
    """Lift every limit, so that only a test that asks for one meets it."""
    simple = ("rc_message", "rc_registration", "rc_admin_redaction", "rc_reports", "rc_room_creation")
    limits: dict[str, object] = dict.fromkeys(simple, _HIGH)
    limits["rc_login"] = {"address": _HIGH, "account": _HIGH, "failed_attempts": _HIGH}
    limits["rc_joins"] = {"local": _HIGH, "remote": _HIGH}
    limits["rc_joins_per_room"] = _HIGH
    limits["rc_invites"] = {"per_room": _HIGH, "per_user": _HIGH, "per_issuer": _HIGH}
    limits["rc_key_requests"] = _HIGH
    return limits
