"""How do pictures and files come out of a Matrix room, and into one?

A handle is the file's mxc address; of a file in an encrypted room also its key, its counter block and its hash.
"""

import io
from collections.abc import Mapping

import aiohttp
import nio
from nio.crypto.attachments import decrypt_attachment, encrypt_attachment

from bots.matrix.wire import Content, OutOfReach, meaning, path, refusal
from core.errors import Undeliverable
from core.messenger.events import Attached, FileKind
from core.messenger.port import File

_KINDS = {"m.image": FileKind.PICTURE, "m.file": FileKind.FILE, "m.video": FileKind.FILE, "m.audio": FileKind.FILE}
_SEPARATOR = "|"
_MXC = "mxc://"
_PATIENCE = aiohttp.ClientTimeout(total=60)


def attached(content: Mapping[str, object]) -> tuple[Attached, ...]:
    """Describe what a message's content brings along; nothing for words, and for what cannot be found again."""
    kind = _KINDS.get(str(content.get("msgtype")))
    handle = _handle(content)
    if kind is None or not handle:
        return ()
    info = content.get("info")
    told: Mapping[str, object] = info if isinstance(info, dict) else {}
    size = told.get("size")
    name = str(content.get("filename") or content.get("body") or "")
    return (Attached(kind, name, str(told.get("mimetype") or ""), size if isinstance(size, int) else 0, handle),)


def caption(content: Mapping[str, object]) -> str:
    """Return the words under a file: its body, unless that is only the file's name."""
    name, words = content.get("filename"), str(content.get("body") or "")
    return words if name and name != words else ""


async def fetch(client: nio.AsyncClient, file: Attached, most: int) -> bytes:
    """Download a file, and open it where it was encrypted.

    Raises:
        Undeliverable: It is gone, larger than allowed, or not what its hash says.
        TryAgain: The homeserver could not be asked.
    """
    address, *secret = file.handle.split(_SEPARATOR)
    server, _, media = address.removeprefix(_MXC).partition("/")
    headers = {"Authorization": f"Bearer {client.access_token}"}
    try:
        where = path("media", "download", server, media, version="v1")
        async with aiohttp.ClientSession(timeout=_PATIENCE) as http:
            # Only the homeserver itself is asked: whatever else it points to, it does not take us there.
            asked = http.get(
                client.homeserver + where, headers=headers, ssl=client.ssl is not False, allow_redirects=False
            )
            async with asked as answer:
                content = await _at_most(answer, most)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    if answer.status >= 300:
        raise meaning(answer.status, "", f"{address} could not be fetched")
    return _opened(content, secret) if secret else content


async def put(client: nio.AsyncClient, file: File, encrypted: bool) -> Content:
    """Upload a file and return what the message that shows it says of it.

    Raises:
        TryAgain: The homeserver could not be asked.
        Declined: It does not take the file.
    """
    content, secret = file.content, None
    described = file.described
    if encrypted:
        content, secret = encrypt_attachment(content)
    media = "application/octet-stream" if encrypted else described.media
    try:
        answer, _ = await client.upload(
            io.BytesIO(content), media, None if encrypted else described.name, filesize=len(content)
        )
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    if not isinstance(answer, nio.UploadResponse):
        raise refusal(answer)
    where: Content = {"file": {**secret, "url": answer.content_uri}} if secret else {"url": answer.content_uri}
    return {
        "msgtype": "m.image" if described.kind is FileKind.PICTURE else "m.file",
        "filename": described.name,
        "info": {"mimetype": described.media, "size": described.size},
        **where,
    }


def _handle(content: Mapping[str, object]) -> str:
    url = content.get("url")
    if isinstance(url, str) and url.startswith(_MXC):
        return url
    match content.get("file"):
        case {"url": str(where), "key": {"k": str(secret)}, "iv": str(counter), "hashes": {"sha256": str(digest)}}:
            return _SEPARATOR.join((where, secret, counter, digest))
    return ""


def _opened(content: bytes, secret: list[str]) -> bytes:
    try:
        key, counter, digest = secret
        opened: bytes = decrypt_attachment(content, key, digest, counter)
    except (ValueError, nio.EncryptionError) as error:
        raise Undeliverable(f"the file cannot be opened: {error!r}") from error
    return opened


async def _at_most(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """Read no more than allowed, whatever the homeserver sends."""
    content = bytearray()
    async for part in answer.content.iter_chunked(64 * 1024):
        content += part
        if len(content) > most:
            answer.close()
            raise Undeliverable(f"the file is larger than {most} bytes")
    return bytes(content)
