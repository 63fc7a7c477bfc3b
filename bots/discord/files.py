"""How do files come out of a Discord chat, and into one?

A handle is the end of an attachment's address, behind the one place where Discord keeps them.
"""

import io
from collections.abc import Mapping
from typing import Any

import aiohttp
import discord

from core.errors import TryAgain, Undeliverable
from core.messenger.events import Attached, FileKind
from core.messenger.port import File

FILES_BASE = "https://cdn.discordapp.com/attachments/"
_SECONDS = 30.0


def attached(message: discord.Message) -> tuple[Attached, ...]:
    """Describe the files of a message; what does not lie where Discord keeps attachments is left out."""
    return tuple(_described(one) for one in message.attachments if one.url.startswith(FILES_BASE))


async def fetch(base: str, file: Attached, most: int) -> bytes:
    """Download a file.

    Raises:
        Undeliverable: It is gone, or larger than allowed.
        TryAgain: Discord could not be asked.
    """
    if ".." in file.handle or "\\" in file.handle:
        raise Undeliverable("no address of an attachment")
    patience = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=patience) as http,
            http.get(base + file.handle, allow_redirects=False) as answer,
        ):
            return await _read(answer, most)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise TryAgain(f"the attachment could not be fetched: {error!r}") from error


async def _read(answer: aiohttp.ClientResponse, most: int) -> bytes:
    if answer.status >= 500 or answer.status == 429:
        raise TryAgain(f"the attachment could not be fetched: {answer.status}")
    if answer.status != 200:
        raise Undeliverable(f"the attachment could not be fetched: {answer.status}")
    content = bytearray()
    async for part in answer.content.iter_chunked(64 * 1024):
        content += part
        if len(content) > most:
            raise Undeliverable(f"the file is larger than {most} bytes")
    return bytes(content)


def outgoing_file(file: File) -> discord.File:
    """Make the library's file of ours."""
    return discord.File(io.BytesIO(file.content), filename=file.described.name or file.described.kind.value)


def described(told: Mapping[str, Any]) -> Attached | None:
    """Describe an attachment as an interaction tells of it; None for one that lies elsewhere."""
    url, media = str(told.get("url", "")), str(told.get("content_type") or "").partition(";")[0]
    if not url.startswith(FILES_BASE):
        return None
    handle = url.removeprefix(FILES_BASE)
    return Attached(_kind(media), str(told.get("filename", "")), media, int(told.get("size") or 0), handle)


def _described(one: discord.Attachment) -> Attached:
    media = (one.content_type or "").partition(";")[0]
    return Attached(_kind(media), one.filename, media, one.size, one.url.removeprefix(FILES_BASE))


def _kind(media: str) -> FileKind:
    return FileKind.PICTURE if media.startswith("image/") else FileKind.FILE
