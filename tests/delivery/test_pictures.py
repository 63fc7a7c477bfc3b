"""Does a file that crosses to strangers carry nothing hidden, unpack into nothing huge, and run nowhere?"""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.delivery.pictures import MOST_PIXELS, Darkroom, repainted
from core.errors import Undeliverable
from core.messenger.events import Attached, FileKind

GPS, WHERE, ORIENTATION = 0x8825, {1: "N", 2: (47.0, 4.0, 0.0)}, 0x0112
SECRET = b"Lenas kitchen"


def picture(kind: str, **more: object) -> bytes:
    """Make a picture of a format, twice as wide as high, with what is to be hidden in it."""
    out = BytesIO()
    Image.new("RGB", (80, 40), "teal").save(out, kind, **more)
    return out.getvalue()


def photograph(kind: str) -> bytes:
    """Make a picture as a telephone does: it says where it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update(WHERE)
    return picture(kind, exif=exif.tobytes())


def described(name: str = "bench.jpg", media: str = "image/jpeg", kind: FileKind = FileKind.PICTURE) -> Attached:
    """Describe a file as its sender's messenger does."""
    return Attached(kind, name, media, 1, "handle")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_it_was_taken_stays_behind(kind: str) -> None:
    """Place, camera and comments are gone; the picture stands upright, as it was seen."""
    taken = photograph(kind)
    assert SECRET in taken

    painted, media = repainted(taken)

    with Image.open(BytesIO(painted)) as seen:
        assert (seen.format, media) == (kind, f"image/{kind.lower()}")
        assert seen.size == (40, 80)
        assert not dict(seen.getexif())
        assert not seen.info.keys() & {"exif", "xmp", "comment", "icc_profile"}
    assert SECRET not in painted


def test_comments_and_what_is_glued_on_stay_behind() -> None:
    """A PNG's texts, a JPEG's comment, and a second file behind the picture do not cross."""
    notes = PngInfo()
    notes.add_text("Comment", SECRET.decode())
    for taken in (
        picture("PNG", pnginfo=notes),
        picture("JPEG", comment=SECRET),
        picture("JPEG") + b"PK\x03\x04" + SECRET,
    ):
        assert SECRET in taken
        assert SECRET not in repainted(taken)[0]


def test_a_moving_picture_still_moves() -> None:
    """All its frames come over, each as long as it was."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("teal", "gold", "navy")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], comment=SECRET)

    painted, media = repainted(out.getvalue())

    with Image.open(BytesIO(painted)) as seen:
        assert (getattr(seen, "n_frames", 1), media) == (3, "image/gif")
    assert SECRET not in painted


def bomb(width: int, height: int) -> bytes:
    """Make a tiny PNG that says it is huge."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 10_000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(MOST_PIXELS, 2), (100_000, 100_000), (2**31 - 1, 2**31 - 1)])
def test_what_unpacks_into_too_much_is_refused_unread(size: tuple[int, int]) -> None:
    """A few hundred bytes that say they are gigabytes are never unpacked."""
    with pytest.raises(Undeliverable):
        repainted(bomb(*size))


def test_broken_pictures_are_refused() -> None:
    """However a picture is broken, it stays behind and nothing else happens."""
    whole = [photograph("JPEG"), photograph("PNG"), photograph("WEBP"), picture("GIF")]
    for taken in whole:
        for cut in range(0, len(taken), max(1, len(taken) // 40)):
            for broken in (taken[:cut], taken[:cut] + b"\xff" * 9 + taken[cut + 9 :]):
                try:
                    painted, _media = repainted(broken)
                except Undeliverable:
                    continue
                assert SECRET not in painted


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (described("bench.svg", "image/svg+xml"), b"<svg onload='alert(1)'/>"),
        (described("bench.heic", "image/heic"), b"\0\0\0\x18ftypheic" + SECRET),
        (described("bench.jpg", "", FileKind.FILE), b"\0\0\0\x18ftypheic" + SECRET),
        (described("bench.tiff", "", FileKind.FILE), b"II*\x00" + SECRET),
        (described("plan.pdf.exe", "application/pdf", FileKind.FILE), b"%PDF"),
        (described("plan.EXE. ", "", FileKind.FILE), b"x"),
        (described("plan.pdf", "application/pdf", FileKind.FILE), b"MZ\x90"),
        (described("plan", "", FileKind.FILE), b"\x7fELF"),
        (described("page.html", "text/html", FileKind.FILE), b"<script>"),
        (described("page.txt", "text/html; charset=utf-8", FileKind.FILE), b"<script>"),
    ],
)
async def test_programs_pages_and_unknown_pictures_stay_behind(file: Attached, content: bytes) -> None:
    """What runs when it is opened, and pictures that cannot be painted anew, are told of and not carried."""
    with pytest.raises(Undeliverable):
        await Darkroom().cleaned(file, content)


async def test_a_photograph_sent_as_a_file_is_cleaned_too() -> None:
    """However it is named and sent, a photograph loses what it says of a place; a plan in PDF crosses as it is."""
    sent = await Darkroom().cleaned(described("plan.pdf", "application/pdf", FileKind.FILE), photograph("JPEG"))
    assert SECRET not in sent.content
    assert sent.described.size == len(sent.content)

    plan = await Darkroom().cleaned(described("plan.pdf", "application/pdf", FileKind.FILE), b"%PDF-1.7 the plan")
    assert plan.content == b"%PDF-1.7 the plan"
