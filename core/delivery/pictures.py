"""What of a file crosses to people who do not know its sender?

A picture is painted anew from its pixels: where and with what it was taken, and whatever else was hidden in it, stays
behind. What is called a picture and is none, what would unpack into something huge, and programs do not cross.
"""

import asyncio
import struct
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from core.errors import Undeliverable
from core.messenger.events import Attached
from core.messenger.port import File

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
"""Of all frames together; 200 MB unpacked, more than any telephone's camera takes."""

_MEDIA = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
_BEGINNINGS = (
    b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*",
)  # fmt: skip
"""How pictures begin. Source: the formats' own specifications, as listed in file(1)'s magic."""

_PROGRAMS = frozenset(
    (
        *("apk", "app", "appx", "bat", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "htm", "html", "iso", "jar"),
        *(
            "js",
            "jse",
            "lnk",
            "mht",
            "msi",
            "pif",
            "ps1",
            "reg",
            "scr",
            "sh",
            "svg",
            "url",
            "vb",
            "vbs",
            "wsf",
            "xhtml",
        ),
    )
)
"""Ends of names that a tap would run, or a browser would."""

_QUALITY = 90
_LASTING = 100
"""Milliseconds for which a frame is shown that does not say how long; browsers take none for that, too."""


@dataclass(slots=True)
class Darkroom:
    """Cleans one picture after another: memory stays bounded, however many wait."""

    _free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1), init=False, repr=False)

    async def cleaned(self, file: Attached, content: bytes) -> File:
        """Return a file as strangers may have it.

        Raises:
            Undeliverable: A picture that cannot be read or is too large, or a program.
        """
        if not _is_picture(file, content):
            check_harmless(file, content)
            return File(replace(file, size=len(content)), content)
        async with self._free:
            painted, media = await asyncio.to_thread(repainted, content)
        return File(replace(file, size=len(painted), media=media), painted)


def check_harmless(file: Attached, content: bytes) -> None:
    """Refuse what runs when it is opened.

    Raises:
        Undeliverable: It is a program, or a page.
    """
    ending = PurePath(file.name.rstrip(" .")).suffix.lower().removeprefix(".")
    begins = content[:4]
    runs = ending in _PROGRAMS or begins[:2] in {b"MZ", b"#!"} or begins == b"\x7fELF"
    if runs or file.media.startswith(("text/html", "application/xhtml")):
        raise Undeliverable("a program or a page is not carried")


def repainted(content: bytes) -> tuple[bytes, str]:
    """Paint a picture anew from its pixels alone, turned as it is to be seen; returns it and its media type.

    Raises:
        Undeliverable: It is no JPEG, PNG, GIF or WebP picture, is broken, or has more than 50 million pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - loaded only when used

    try:
        with Image.open(BytesIO(content), formats=tuple(_MEDIA)) as picture:
            kind, frames = str(picture.format), int(getattr(picture, "n_frames", 1))
            if picture.width * picture.height * frames > MOST_PIXELS:
                raise Undeliverable("the picture unpacks into too much")
            if frames > 1:
                return _moving(picture, kind, frames), _MEDIA[kind]
            return _still(ImageOps.exif_transpose(picture), kind), _MEDIA[kind]
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as wrong:
        raise Undeliverable(f"no picture that can be carried: {type(wrong).__name__}") from wrong
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, struct.error, MemoryError) as broken:
        raise Undeliverable(f"the picture is broken: {type(broken).__name__}") from broken


def _still(picture: "Image", kind: str) -> bytes:
    bare, out = _pixels(picture), BytesIO()
    if kind in {"JPEG", "WEBP"}:
        bare.save(out, kind, quality=_QUALITY)
    else:
        bare.save(out, kind)
    return out.getvalue()


def _moving(picture: "Image", kind: str, frames: int) -> bytes:
    shown, lasting = [], []
    for place in range(frames):
        picture.seek(place)
        shown.append(_pixels(picture))
        lasting.append(int(picture.info.get("duration") or _LASTING))
    out = BytesIO()
    shown[0].save(out, kind, save_all=True, append_images=shown[1:], duration=lasting, loop=0)
    return out.getvalue()


def _pixels(picture: "Image") -> "Image":
    """Copy the pixels into a fresh image that knows nothing else."""
    from PIL import Image  # noqa: PLC0415 - likewise

    even = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    bare = Image.new(even.mode, even.size)
    bare.paste(even)
    return bare


def _is_picture(file: Attached, content: bytes) -> bool:
    """Say whether it is one, or claims to be, whichever way it was sent."""
    return (
        file.media.startswith("image/")
        or content.startswith(_BEGINNINGS)
        or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
        or (content[4:8] == b"ftyp" and content[8:12] in {b"heic", b"heix", b"mif1", b"avif", b"hevc"})
    )
