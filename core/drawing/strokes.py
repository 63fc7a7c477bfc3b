"""How is a line drawn that says what joins two groups?"""

import math
from collections.abc import Iterator

from PIL import ImageDraw

from core.groups.neighbours import Tie

Point = tuple[float, float]

_WIDTHS = {Tie.KIN: 5.0, Tie.AGREED: 2.2, Tie.MET: 2.6}
_DASH, _PAUSE = 12.0, 8.0
_DOT, _DOTS_APART = 1.6, 9.0


def tie_line(draw: ImageDraw.ImageDraw, tie: Tie, ends: tuple[Point, Point], colour: str, scale: float) -> None:
    """Draw kin as one thick line, an agreement as two thin ones, who was met as dashes."""
    width = max(1, round(_WIDTHS[tie] * scale))
    match tie:
        case Tie.KIN:
            draw.line(ends, fill=colour, width=width)
        case Tie.AGREED:
            for side in (-1, 1):
                draw.line(beside(ends, side * 2.8 * scale), fill=colour, width=width)
        case Tie.MET:
            for piece in _pieces(ends, _DASH * scale, _PAUSE * scale):
                draw.line(piece, fill=colour, width=width)


def topic_line(draw: ImageDraw.ImageDraw, ends: tuple[Point, Point], colour: str, scale: float) -> None:
    """Draw a shared topic as dots."""
    radius = _DOT * scale
    for (x, y), _ in _pieces(ends, _DOTS_APART * scale, 0):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def beside(ends: tuple[Point, Point], by: float) -> tuple[Point, Point]:
    """Return the line that runs beside another, `by` pixels away."""
    (x, y), (right, down) = ends
    long = math.hypot(right - x, down - y) or 1.0
    over, under = -(down - y) / long * by, (right - x) / long * by
    return (x + over, y + under), (right + over, down + under)


def _pieces(ends: tuple[Point, Point], length: float, pause: float) -> Iterator[tuple[Point, Point]]:
    (x, y), (right, down) = ends
    long = math.hypot(right - x, down - y)
    at = 0.0
    while at < long:
        until = min(at + length, long)
        begin, end = at / long, until / long
        yield (x + (right - x) * begin, y + (down - y) * begin), (x + (right - x) * end, y + (down - y) * end)
        at += length + pause
