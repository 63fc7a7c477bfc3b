"""Why may strict clients trust our device?

Because the account has cross-signing keys and they vouch for it. nio knows none of this, so the three keys
are made, kept and used here. A lost store means new keys, which only the password may put in place.
"""

import json
import logging
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import nio
from Crypto.Cipher import AES
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bots.matrix.session import Account, store_key, write_secret
from bots.matrix.wire import Content, Declined, ask, path
from core.errors import TryAgain, WrongSetting

logger = logging.getLogger(__name__)

_SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """Seeds of the three Ed25519 keys, base64.

    Source:
        Matrix client-server API, "Cross-signing".
    """

    master: str
    self_signing: str
    user_signing: str


async def vouch(client: nio.AsyncClient, account: Account) -> None:
    """Make sure that our device is signed by the account's cross-signing identity.

    Without a password an identity that is not ours cannot be replaced: then that is logged once and the bot
    goes on; only strict clients will not answer it.

    Raises:
        TryAgain: The homeserver was out of reach, or does not know our device yet.
        Declined: It refuses signatures.
    """
    me = client.user_id
    keys = _keys(account)
    known = await ask(client, "POST", path("keys", "query"), {"device_keys": {me: []}})
    device = known.get("device_keys", {}).get(me, {}).get(client.device_id)
    if device is None:
        raise TryAgain("our device is not known yet")
    if _name(keys.master) not in known.get("master_keys", {}).get(me, {}).get("keys", {}):
        try:
            await _introduce(client, account, keys)
        except Declined as declined:
            logger.warning("matrix: SOCIUM_MATRIX_PASSWORD is needed to sign our device: %s", declined)
            return
    if _name(keys.self_signing) not in device.get("signatures", {}).get(me, {}):
        device.pop("unsigned", None)
        await _sign_device(client, {**device, "signatures": {}}, keys)


async def _introduce(client: nio.AsyncClient, account: Account, keys: SigningKeys) -> None:
    """Upload the identity; replacing another one takes the password."""
    me = client.user_id
    assert client.olm is not None, "the store is opened with the login"
    master = _public(keys.master, "master", me)
    by_device = client.olm.sign_json(master)
    wish = {
        "master_key": {**master, "signatures": {me: {f"ed25519:{client.device_id}": by_device}}},
        "self_signing_key": signed(_public(keys.self_signing, "self_signing", me), keys.master, me),
        "user_signing_key": signed(_public(keys.user_signing, "user_signing", me), keys.master, me),
    }
    where = path("keys", "device_signing", "upload")
    try:
        await ask(client, "POST", where, wish)
    except Declined as declined:
        if not declined.session or not account.password:
            raise
        who = {"type": "m.id.user", "user": me}
        auth = {"type": "m.login.password", "identifier": who, "password": account.password}
        await ask(client, "POST", where, {**wish, "auth": {**auth, "session": declined.session}})


async def _sign_device(client: nio.AsyncClient, device: Content, keys: SigningKeys) -> None:
    me = client.user_id
    body = {me: {client.device_id: signed(device, keys.self_signing, me)}}
    answer = await ask(client, "POST", path("keys", "signatures", "upload"), body)
    if answer.get("failures"):
        raise Declined(200, "M_INVALID_SIGNATURE", str(answer["failures"]))


def signed(thing: Content, seed: str, me: str) -> Content:
    """Sign a JSON object as Matrix does: canonical, without what is signed or unsigned already."""
    bare = {key: value for key, value in thing.items() if key not in {"signatures", "unsigned"}}
    signer = eddsa.new(ECC.construct(curve="Ed25519", seed=b64decode(seed)), "rfc8032")
    signature = _unpadded(signer.sign(nio.Api.to_canonical_json(bare).encode()))
    before = thing.get("signatures", {})
    return {**thing, "signatures": {**before, me: {**before.get(me, {}), _name(seed): signature}}}


def _public(seed: str, usage: str, me: str) -> Content:
    public = _public_key(seed)
    return {"user_id": me, "usage": [usage], "keys": {f"ed25519:{public}": public}}


def _public_key(seed: str) -> str:
    key = ECC.construct(curve="Ed25519", seed=b64decode(seed))
    return _unpadded(key.public_key().export_key(format="raw"))


def _name(seed: str) -> str:
    return f"ed25519:{_public_key(seed)}"


def _unpadded(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")


def _keys(account: Account) -> SigningKeys:
    """Return the keys of this store; make and keep them the first time.

    Raises:
        WrongSetting: They are locked with another store key.
    """
    file = account.store / "signing.keys"
    lock = sha256(b"socium signing keys\0" + store_key(account).encode()).digest()
    if file.exists():
        return _unlock(file, lock)
    made = SigningKeys(*(b64encode(secrets.token_bytes(_SEED_BYTES)).decode() for _ in range(3)))
    cipher = AES.new(lock, AES.MODE_GCM)
    locked, tag = cipher.encrypt_and_digest(json.dumps(asdict(made)).encode())
    write_secret(file, json.dumps([b64encode(part).decode() for part in (cipher.nonce, tag, locked)]))
    return made


def _unlock(file: Path, lock: bytes) -> SigningKeys:
    try:
        nonce, tag, locked = (b64decode(part) for part in json.loads(file.read_text(encoding="utf-8")))
        opened = AES.new(lock, AES.MODE_GCM, nonce=nonce).decrypt_and_verify(locked, tag)
    except ValueError as error:
        raise WrongSetting("SOCIUM_MATRIX_STORE_KEY does not open the keys in SOCIUM_MATRIX_STORE.") from error
    return SigningKeys(**json.loads(opened))
