"""Is a picture painted anew exactly as it is seen, and told apart from what is none?"""

import struct
from io import BytesIO
from operator import sub

import pytest
from PIL import Image, ImageColor, ImageSequence

from core.delivery.drawing import Easel, legend_of
from core.delivery.pictures import Darkroom, check_harmless, repainted
from core.drawing.paint import paint
from core.drawing.picture import Legend, Picture
from core.errors import Undeliverable
from core.groups.neighbours import Around, Nameless, Neighbour, Tie
from core.messenger.events import Attached, FileKind
from core.messenger.port import File
from core.texts.translator import reader
from tests.delivery.test_pictures import bomb, described

COLOURS = ("red", "lime", "blue")
READ = reader("en", "UTC")
TIES = {Tie.KIN: "kin", Tie.AGREED: "we have an agreement", Tie.MET: "we have met"}


def image(mode: str = "RGB", size: tuple[int, int] = (24, 16)) -> Image.Image:
    """Make a picture of many colours."""
    whole = Image.merge("RGB", [Image.linear_gradient("L").resize(size).rotate(turn) for turn in (0, 90, 180)])
    return whole.convert(mode)


def kept(picture: Image.Image, kind: str, **more: object) -> bytes:
    """Keep a picture in a format."""
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def flickering(width: int, height: int) -> bytes:
    """Write a GIF that says how large it is, with two dots in it that follow each other."""
    dot = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + dot * 2 + b"\x3b"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_photograph_is_painted_well(kind: str) -> None:
    """At quality 90, from its pixels."""
    taken = kept(image(), kind, quality=75)
    with Image.open(BytesIO(taken)) as seen:
        pixels = seen.convert("RGB")

    assert repainted(taken) == (kept(pixels, kind, quality=90), f"image/{kind.lower()}")


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "L"), ("WEBP", "RGBA")])
def test_what_one_sees_through_stays_so(kind: str, mode: str) -> None:
    """A picture with holes keeps them; one without gets none."""
    drawn = image("L" if mode in {"L", "LA"} else "RGB")
    if mode != "L":
        drawn.putalpha(Image.linear_gradient("L").resize(drawn.size))
    taken = kept(drawn, kind, lossless=True) if kind == "WEBP" else kept(drawn, kind)

    painted, media = repainted(taken)

    with Image.open(BytesIO(painted)) as seen, Image.open(BytesIO(taken)) as before:
        alike = "RGB" if mode == "L" else "RGBA"
        assert (seen.mode, media) == (alike, f"image/{kind.lower()}")
        if kind == "PNG":
            assert seen.tobytes() == before.convert(alike).tobytes()
        else:
            assert seen.getchannel("A").getextrema() == before.getchannel("A").getextrema()


def test_a_colour_that_is_a_hole_stays_one() -> None:
    """Pictures with a palette say which of their colours is none."""
    flat = Image.new("P", (4, 4), 1)
    flat.putpalette([0, 0, 0, 255, 0, 0])
    flat.putpixel((0, 0), 0)

    painted, _media = repainted(kept(flat, "PNG", transparency=0))

    with Image.open(BytesIO(painted)) as seen:
        assert (seen.getpixel((0, 0)), seen.getpixel((1, 1))) == ((0, 0, 0, 0), (255, 0, 0, 255))


@pytest.mark.parametrize(("kind", "media"), [("GIF", "image/gif"), ("PNG", "image/png"), ("WEBP", "image/webp")])
@pytest.mark.parametrize("lasting", [[100, 250, 400], None])
def test_each_frame_comes_over(kind: str, media: str, lasting: list[int] | None) -> None:
    """In its order, as long as it was shown, a tenth of a second where nothing was said; over and over."""
    frames = [Image.new("RGB", (8, 6), colour) for colour in COLOURS]
    more = {"duration": lasting} if lasting else {}

    content, painted = repainted(kept(frames[0], kind, save_all=True, append_images=frames[1:], loop=3, **more))

    assert painted == media
    with Image.open(BytesIO(content)) as seen:
        shown, times = [], []
        for frame in ImageSequence.Iterator(seen):
            frame.load()
            shown.append(frame.convert("RGB").getpixel((1, 1)))
            times.append(frame.info["duration"])
        assert seen.info["loop"] == 0
    for colour, name in zip(shown, COLOURS, strict=True):
        assert isinstance(colour, tuple)
        assert max(map(abs, map(sub, colour, ImageColor.getrgb(name)))) < 9
    assert times == (lasting or [100, 100, 100])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (kept(image(), "BMP"), r"^no picture that can be carried: UnidentifiedImageError$"),
        (kept(image(), "TIFF"), r"^no picture that can be carried: UnidentifiedImageError$"),
        (flickering(5001, 5000), r"^the picture unpacks into too much$"),
        (bomb(1, 50_000_001), r"^the picture unpacks into too much$"),
        (bomb(100_000, 100_000), r"^no picture that can be carried: DecompressionBombError$"),
        (bomb(5000, 10_000), r"^the picture is broken: (?!NoneType)\w+$"),
    ],
)
def test_the_operator_reads_why_a_picture_stayed(content: bytes, why: str) -> None:
    """Unknown, too large or broken."""
    with pytest.raises(Undeliverable, match=why):
        repainted(content)


def a_file(name: str = "plan", media: str = "") -> Attached:
    """Describe something that was sent as a file."""
    return described(name, media, FileKind.FILE)


@pytest.mark.parametrize(
    ("media", "content"),
    [
        ("image/x-new", b"anything"),
        *(("", begins + b"rest of it") for begins in (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"MM\x00*")),
        ("", b"RIFF\0\0\0\0WEBPrest"),
        *(("", b"\0\0\0\x18ftyp" + brand) for brand in (b"heic", b"heix", b"mif1", b"avif", b"hevc")),
    ],
)
async def test_what_is_or_claims_to_be_a_picture_is_painted_or_stays(media: str, content: bytes) -> None:
    """Whatever it is called; what cannot be painted does not cross."""
    with pytest.raises(Undeliverable, match="picture"):
        await Darkroom().cleaned(a_file("plan.pdf", media), content)


@pytest.mark.parametrize(
    ("name", "media", "content"),
    [
        ("song.wav", "audio/wav", b"RIFF\0\0\0\0WAVE"),
        ("talk.mp4", "video/mp4", b"\0\0\0\x18ftypmp42"),
        ("odd", "", b"\0\0\0\x18moofheic"),
        ("odd", "", b"AIFF\0\0\0\0WEBP"),
        ("com", "", b"a name that is no ending"),
        ("exe.txt", "text/plain", b"M#"),
        ("plan.exeX", "", b""),
        ("page.txt", "application/xml", b"ELF"),
        ("note", "", b""),
    ],
)
async def test_other_files_cross_as_they_are(name: str, media: str, content: bytes) -> None:
    """Only their size is measured anew."""
    sent = await Darkroom().cleaned(a_file(name, media), content)

    assert sent == File(Attached(FileKind.FILE, name, media, len(content), "handle"), content)


@pytest.mark.parametrize(
    ("name", "media", "content"),
    [
        ("a.exe", "", b""),
        ("a.SH", "", b""),
        ("a.xhtml ..", "", b""),
        ("a", "", b"MZ"),
        ("a", "", b"#!/bin/sh"),
        ("a", "", b"\x7fELF\x02"),
        ("a", "text/html", b""),
        ("a", "application/xhtml+xml", b""),
    ],
)
def test_what_runs_when_opened_is_refused(name: str, media: str, content: bytes) -> None:
    """By its name, its beginning, or what it says it is."""
    with pytest.raises(Undeliverable, match=r"^a program or a page is not carried$"):
        check_harmless(a_file(name, media), content)


def test_two_frames_are_a_moving_picture() -> None:
    """And both come over."""
    red, blue = Image.new("RGB", (8, 6), "red"), Image.new("RGB", (8, 6), "blue")
    taken = kept(red, "GIF", save_all=True, append_images=[blue], duration=100)

    with Image.open(BytesIO(repainted(taken)[0])) as seen:
        assert getattr(seen, "n_frames", 1) == 2


async def test_a_painted_picture_says_what_it_is_now() -> None:
    """Its size and media type are those of what was painted; its name and handle stay."""
    taken = kept(image(), "PNG") + b"and more behind it"

    sent = await Darkroom().cleaned(a_file("bench.jpg", "image/jpeg"), taken)

    painted = repainted(taken)[0]
    assert sent == File(Attached(FileKind.FILE, "bench.jpg", "image/png", len(painted), "handle"), painted)


@pytest.mark.parametrize(("more", "told"), [(0, ""), (2, "and 2 more")])
async def test_the_groups_around_are_drawn_in_the_readers_words(more: int, told: str) -> None:
    """A picture under its name, with what its signs mean and how many are left out."""
    around = Around("Repair café", (Neighbour("Choir", (Tie.MET,)),), (Nameless("wool", 3),), more)
    legend = legend_of(Picture(around), READ)

    drawn = await Easel().draw(Picture(around), READ)

    assert legend == Legend(TIES, "a group we have not met, with a topic of ours", told)
    assert drawn is not None
    assert drawn.content == paint(Picture(around), legend)
    assert drawn.described == Attached(FileKind.PICTURE, "neighbours.png", "image/png", len(drawn.content), "")


async def test_the_operator_reads_that_a_picture_was_not_drawn(caplog: pytest.LogCaptureFixture) -> None:
    """Once, with the reason."""
    easel = Easel()
    easel.longest *= 0

    assert await easel.draw(Picture(Around("alone")), READ) is None
    assert [record.getMessage() for record in caplog.records] == ["a picture was not drawn: TimeoutError()"]
