"""Who are we on the homeserver, and how do we stay the same device?

The device id and token are kept in the store folder: transaction ids belong to a device, and so do
encryption keys, so a restart must be the same device.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import aiohttp
import nio

from bots.matrix.bent import pass_over_bent_events
from bots.matrix.wire import Declined, OutOfReach, TokenRefused, ask, path, refusal
from core.errors import TryAgain, WrongSetting

DEVICE_NAME = "Socium"
_REQUEST_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Account:
    """What an operator sets to let us in.

    Attributes:
        homeserver: Base address, as "https://matrix.example.org".
        user: Full id "@socium:example.org", or its first part.
        password: For the first login; may be empty when there is a token.
        token: Access token; may be empty when there is a password.
        store: Folder for the session and the encryption keys; made when missing.
        store_key: Locks the keys in the store; empty makes one and keeps it there.
    """

    homeserver: str
    user: str
    password: str
    token: str
    store: Path
    store_key: str


@dataclass(frozen=True, slots=True)
class Session:
    """A login that worked."""

    user_id: str
    device_id: str
    token: str


async def sign_in(account: Account) -> nio.AsyncClient:
    """Return a client that is logged in as the same device as last time where that is still possible.

    Raises:
        TryAgain: The homeserver is out of reach.
        WrongSetting: Password or token are not accepted, or none is set.
    """
    client = _client(account)
    try:
        await _enter(client, account)
    except BaseException:
        await close(client)
        raise
    return client


async def _enter(client: nio.AsyncClient, account: Account) -> None:
    kept = _kept(account.store)
    tokens = [account.token] if account.token else [kept.token] if kept else []
    for token in tokens:
        if await _by_token(client, account, token):
            return
    if not account.password:
        raise WrongSetting(
            "SOCIUM_MATRIX_TOKEN is not valid any more: make a new one."
            if tokens
            else "Matrix needs SOCIUM_MATRIX_PASSWORD or SOCIUM_MATRIX_TOKEN."
        )
    await _by_password(client, account)


async def _by_token(client: nio.AsyncClient, account: Account, token: str) -> bool:
    client.access_token = token
    try:
        me = await ask(client, "GET", path("account", "whoami"))
    except TokenRefused:
        client.access_token = ""
        return False
    except Declined as declined:
        raise WrongSetting(f"SOCIUM_MATRIX_TOKEN was refused: {declined}") from declined
    if not me.get("device_id"):
        raise WrongSetting("SOCIUM_MATRIX_TOKEN belongs to no device: log in once with SOCIUM_MATRIX_PASSWORD.")
    session = Session(str(me["user_id"]), str(me["device_id"]), token)
    _open_store(client, session)
    _keep(account.store, session)
    return True


async def _by_password(client: nio.AsyncClient, account: Account) -> None:
    try:
        answer = await client.login(account.password, device_name=DEVICE_NAME)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(
            f"homeserver out of reach ({type(error).__name__}): check the address and the network"
        ) from error
    if isinstance(answer, nio.LoginResponse):
        _keep(account.store, Session(answer.user_id, answer.device_id, answer.access_token))
        return
    trouble = refusal(answer)
    if isinstance(trouble, TryAgain) and not isinstance(trouble, TokenRefused):
        raise trouble
    raise WrongSetting(f"SOCIUM_MATRIX_USER or SOCIUM_MATRIX_PASSWORD was refused: {trouble}") from trouble


async def close(client: nio.AsyncClient) -> None:
    """Let the connection go; the keys stay in the store."""
    if client.client_session is not None:
        await client.client_session.close()
        client.client_session = None


def _client(account: Account) -> nio.AsyncClient:
    pass_over_bent_events()
    account.store.mkdir(parents=True, exist_ok=True)
    config = nio.AsyncClientConfig(
        max_limit_exceeded=0,
        max_timeouts=0,
        request_timeout=_REQUEST_SECONDS,
        store_sync_tokens=False,
        pickle_key=store_key(account),
    )
    return nio.AsyncClient(
        account.homeserver.rstrip("/"), account.user, device_id=None, store_path=str(account.store), config=config
    )


def _open_store(client: nio.AsyncClient, session: Session) -> None:
    try:
        client.restore_login(session.user_id, session.device_id, session.token)
    except Exception as error:
        raise WrongSetting(
            "SOCIUM_MATRIX_STORE_KEY does not open the keys in SOCIUM_MATRIX_STORE: "
            f"set the old key, or remove the folder to begin as a new device ({error!r})."
        ) from error


def store_key(account: Account) -> str:
    """Return the key that locks the store: the operator's, or the one made on first start."""
    if account.store_key:
        return account.store_key
    file = account.store / "store.key"
    if not file.exists():
        write_secret(file, secrets.token_urlsafe(32))
    return file.read_text(encoding="ascii").strip()


def _kept(store: Path) -> Session | None:
    try:
        return Session(**json.loads((store / "session.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _keep(store: Path, session: Session) -> None:
    if _kept(store) != session:
        write_secret(store / "session.json", json.dumps(asdict(session)))


def write_secret(file: Path, words: str) -> None:
    """Write a secret so that it is there whole or not at all, readable by us alone."""
    fresh = file.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        opened.write(words)
        opened.flush()
        os.fsync(opened.fileno())
    fresh.replace(file)
