"""How does a picture of the groups around ours become the bytes of a PNG?"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from core.drawing.colours import COLOURS, Colours
from core.drawing.layout import Box, placed, reach, sunflower
from core.drawing.lettering import Lettering, lettering
from core.drawing.picture import Legend, Picture
from core.drawing.strokes import beside, tie_line, topic_line
from core.groups.neighbours import Nameless, Neighbour, Tie

FINER = 2
"""Painted so many times larger and made smaller again, so that edges are smooth."""
LARGE = 4_000_000
"""Pixels of a picture that is only ever seen made smaller: there the edges are smooth as they are."""
NARROWEST, LOWEST = 900, 620
MARGIN = 36
LETTERS, OURS = 20, 24
LINE = 30
DOT = 6.0
DOTS_APART = 21.0
TIES_APART = 9.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """What one picture is painted with.

    Attributes:
        middle: Where our own group stands, in pixels of the finer image.
        finer: How many of its pixels make one of the picture's.
    """

    draw: ImageDraw.ImageDraw
    colours: Colours
    middle: tuple[float, float]
    finer: int

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the picture in pixels of the finer image."""
        return self.middle[0] + x * self.finer, self.middle[1] + y * self.finer

    def dot(self, x: float, y: float) -> None:
        """Draw a group without a name."""
        ends = (*self.spot(x - DOT, y - DOT), *self.spot(x + DOT, y + DOT))
        self.draw.ellipse(ends, fill=self.colours.dot)

    def write(self, at: tuple[float, float], words: str, letters: Lettering, colour: str, anchor: str = "mm") -> None:
        """Write words at a point of the picture; `anchor` says which of their own points stands there."""
        self.draw.text(self.spot(*at), words, fill=colour, font=letters.font, anchor=anchor)


def paint(picture: Picture, legend: Legend) -> bytes:
    """Paint a picture as PNG.

    Raises:
        OSError: The font is not there.
    """
    plain, bold = lettering(LETTERS * FINER), lettering(OURS * FINER, "Medium")
    around = picture.around
    ours = bold.readable(around.name, "•")
    names = [plain.readable(one.name, f"{place}.") for place, one in enumerate(around.known, 1)]
    topics = [plain.readable(one.topic, "•") for one in around.nameless]
    middle = _card(bold, ours)
    cards = [_card(plain, name) for name in names]
    clouds = [_cloud(plain, topic, one) for topic, one in zip(topics, around.nameless, strict=True)]
    boxes = placed(middle, [*cards, *clouds])
    known, nameless = boxes[: len(names)], boxes[len(names) :]
    signs = _signs(around.known, legend, bool(nameless))
    image, centre, finer = _blank(boxes, middle, len(signs), COLOURS[picture.look])
    canvas = Canvas(ImageDraw.Draw(image), COLOURS[picture.look], centre, finer)
    plain, bold = lettering(LETTERS * finer), lettering(OURS * finer, "Medium")
    for box in nameless:
        topic_line(canvas.draw, (canvas.spot(0, 0), canvas.spot(box.x, box.y)), canvas.colours.dot, finer)
    for one, box in zip(around.known, known, strict=True):
        _ties(canvas, one, box)
    for topic, cloud, box in zip(topics, around.nameless, nameless, strict=True):
        _draw_cloud(canvas, topic, cloud, box, plain)
    for one, name, box in zip(around.known, names, known, strict=True):
        _draw_card(canvas, box, name, plain, (canvas.colours.card, canvas.colours.ties[one.ties[0]]))
    _draw_ours(canvas, Box(0, 0, *middle), ours, bold)
    _draw_legend(canvas, signs, legend.more, image.height, plain)
    small = image.reduce(finer) if finer > 1 else image
    out = BytesIO()
    small.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=False)
    return out.getvalue()


def _card(letters: Lettering, words: str) -> tuple[float, float]:
    size = letters.font.size / FINER
    return letters.width(words) / FINER + size * 1.4, size * 2.0


def _cloud(letters: Lettering, topic: str, one: Nameless) -> tuple[float, float]:
    across = 2 * _reach(one.count)
    return max(across, letters.width(topic) / FINER + 12), across + LINE - 4


def _reach(count: int) -> float:
    return reach(count, DOTS_APART) + DOT + 2


def _signs(known: Sequence[Neighbour], legend: Legend, has_nameless: bool) -> list[tuple[Tie | None, str]]:
    used = {tie for one in known for tie in one.ties}
    signs: list[tuple[Tie | None, str]] = [(tie, legend.ties[tie]) for tie in Tie if tie in used]
    return [*signs, (None, legend.nameless)] if has_nameless else signs


def _blank(
    boxes: Sequence[Box], middle: tuple[float, float], signs: int, colours: Colours
) -> tuple[Image.Image, tuple[float, float], int]:
    """Return an empty image, with ourselves in the middle of what is above the legend, and how much finer it is."""
    across = max([abs(one.x) + one.width / 2 for one in boxes] or [middle[0]])
    down = max([abs(one.y) + one.height / 2 for one in boxes] or [middle[1]])
    width = max(NARROWEST, round(2 * (across + MARGIN)))
    drawn = max(LOWEST - signs * LINE, round(2 * (down + MARGIN)))
    height = drawn + (signs + 1) * LINE + MARGIN // 2
    finer = FINER if width * height <= LARGE else 1
    image = Image.new("RGB", (width * finer, height * finer), colours.ground)
    return image, (width * finer / 2, drawn * finer / 2), finer


def _ties(canvas: Canvas, one: Neighbour, box: Box) -> None:
    ends = (canvas.spot(0, 0), canvas.spot(box.x, box.y))
    for place, tie in enumerate(one.ties):
        by = (place - (len(one.ties) - 1) / 2) * TIES_APART * canvas.finer
        tie_line(canvas.draw, tie, beside(ends, by), canvas.colours.ties[tie], canvas.finer)


def _draw_card(canvas: Canvas, box: Box, words: str, letters: Lettering, colours: tuple[str, str]) -> None:
    behind, edge = colours
    corner = canvas.spot(box.x - box.width / 2, box.y - box.height / 2)
    other = canvas.spot(box.x + box.width / 2, box.y + box.height / 2)
    round_by, edge_by = box.height * canvas.finer / 2, 2 * canvas.finer
    canvas.draw.rounded_rectangle((*corner, *other), round_by, fill=behind, outline=edge, width=edge_by)
    canvas.write((box.x, box.y), words, letters, canvas.colours.ink)


def _draw_ours(canvas: Canvas, box: Box, words: str, letters: Lettering) -> None:
    corner = canvas.spot(box.x - box.width / 2, box.y - box.height / 2)
    other = canvas.spot(box.x + box.width / 2, box.y + box.height / 2)
    canvas.draw.rounded_rectangle((*corner, *other), box.height * canvas.finer / 2, fill=canvas.colours.ours)
    canvas.write((box.x, box.y), words, letters, canvas.colours.ground)


def _draw_cloud(canvas: Canvas, topic: str, one: Nameless, box: Box, letters: Lettering) -> None:
    """Draw groups without names as dots, with what we share under them."""
    corner = canvas.spot(box.x - box.width / 2, box.y - box.height / 2)
    other = canvas.spot(box.x + box.width / 2, box.y + box.height / 2)
    canvas.draw.rounded_rectangle((*corner, *other), 14 * canvas.finer, fill=canvas.colours.ground)
    up = box.y - box.height / 2 + _reach(one.count)
    for x, y in sunflower(one.count, DOTS_APART):
        canvas.dot(box.x + x, up + y)
    canvas.write((box.x, box.y + box.height / 2 - LINE / 2), topic, letters, canvas.colours.faint)


def _draw_legend(
    canvas: Canvas, signs: Sequence[tuple[Tie | None, str]], more: str, height: int, letters: Lettering
) -> None:
    left = MARGIN - canvas.middle[0] / canvas.finer
    y = (height - canvas.middle[1]) / canvas.finer - len(signs) * LINE - MARGIN / 2
    for tie, words in signs:
        begin, end = canvas.spot(left, y), canvas.spot(left + 48, y)
        if tie is None:
            topic_line(canvas.draw, (begin, canvas.spot(left + 30, y)), canvas.colours.dot, canvas.finer)
            canvas.dot(left + 40, y)
        else:
            tie_line(canvas.draw, tie, (begin, end), canvas.colours.ties[tie], canvas.finer)
        canvas.write((left + 62, y), words, letters, canvas.colours.faint, "lm")
        y += LINE
    if more:
        canvas.write((-left, y - LINE), more, letters, canvas.colours.faint, "rm")
