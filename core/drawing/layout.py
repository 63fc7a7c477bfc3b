"""Where does everything stand in a picture, with ourselves in the middle and nothing on top of anything?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

GAP = 16.0
STEP = 10.0
ROW = 60.0
"""Height of the rows by which is looked for what is in the way, about that of a name with its gap."""
EVENLY = 14
"""Up to so many things stand around the middle at equal angles; more of them follow a spiral."""
NOT_BEFORE = 0.6
"""Of a spiral, the share of the last radius below which nothing is looked for any more: it is full there."""
WIDER = 1.35
"""How much wider than high the whole is: names are."""
SEED = 0.65
"""Radius of the seed 1, for a distance of 1: found by trying, so that no two of 200 seeds are nearer."""
_GOLDEN = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre, in pixels; the middle of the picture is at 0, 0."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", gap: float = GAP) -> bool:
        """Say whether two boxes overlap, or stand nearer than `gap`."""
        apart = abs(self.x - other.x) >= (self.width + other.width) / 2 + gap
        return not (apart or abs(self.y - other.y) >= (self.height + other.height) / 2 + gap)


class Rows:
    """What stands where so far, by the rows it reaches into: only what is level with a thing can be in its way."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Box]] = {}

    def put(self, box: Box) -> None:
        """Let a box stand."""
        for row in _rows(box, GAP):
            self._rows.setdefault(row, []).append(box)

    def has_room(self, box: Box) -> bool:
        """Say whether a box meets none that stands."""
        return not any(box.meets(other) for row in _rows(box, 0.0) for other in self._rows.get(row, ()))


def placed(middle: tuple[float, float], sizes: Sequence[tuple[float, float]]) -> list[Box]:
    """Stand things around the middle, the first ones nearest.

    Args:
        middle: Width and height of what stands there.
        sizes: Width and height of each thing.

    Returns:
        A box for each, in order; none meets another or the middle.

    Source:
        H. Vogel, A better way to construct the sunflower head (1979), for the angles of many.
    """
    found, taken, widest = [], Rows(), 0.0
    taken.put(Box(0, 0, *middle))
    for place, (width, height) in enumerate(sizes):
        angle = _angle(place, len(sizes))
        radius = max(_nearest(angle, middle, (width, height)), NOT_BEFORE * widest)
        box = _at(angle, radius, width, height)
        while not taken.has_room(box):
            radius += STEP
            box = _at(angle, radius, width, height)
        taken.put(box)
        found.append(box)
        widest = radius if place >= EVENLY else 0.0
    return found


def sunflower(count: int, apart: float) -> list[tuple[float, float]]:
    """Return points as the seeds of a sunflower stand, evenly and round; none is nearer to another than `apart`."""
    if count == 1:
        return [(0.0, 0.0)]
    seeds = ((apart * SEED * math.sqrt(place + 0.5), place * _GOLDEN) for place in range(count))
    return [(radius * math.cos(angle), radius * math.sin(angle)) for radius, angle in seeds]


def reach(count: int, apart: float) -> float:
    """Return how far the outermost point of a sunflower is from its middle."""
    return apart * SEED * math.sqrt(count - 0.5) if count > 1 else 0.0


def _rows(box: Box, gap: float) -> range:
    """Return the rows into which a box reaches, with a gap around it."""
    half = box.height / 2 + gap
    return range(math.floor((box.y - half) / ROW), math.floor((box.y + half) / ROW) + 1)


def _angle(place: int, count: int) -> float:
    return -math.pi / 2 + (place * 2 * math.pi / count if count <= EVENLY else place * _GOLDEN)


def _nearest(angle: float, middle: tuple[float, float], size: tuple[float, float]) -> float:
    """Return the radius from which it is worth trying, so that edges can be seen."""
    reach = math.hypot(middle[0] * math.cos(angle), middle[1] * math.sin(angle)) / 2
    return reach + 70 + min(size) / 2


def _at(angle: float, radius: float, width: float, height: float) -> Box:
    return Box(radius * WIDER * math.cos(angle), radius * math.sin(angle), width, height)
