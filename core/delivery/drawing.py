"""How is a picture drawn while the house goes on, and what if it cannot be?"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from core.drawing.picture import Legend, Picture
from core.groups.neighbours import Tie
from core.messenger.events import Attached, FileKind
from core.messenger.port import File
from core.wording import Text, text

log = logging.getLogger(__name__)

LONGEST = timedelta(seconds=10)
NAME = "neighbours.png"
_MEDIA = "image/png"


@dataclass(slots=True)
class Easel:
    """Draws one picture after another, each in a thread of its own.

    Attributes:
        longest: How long one may take; what it is drawn from is small, so a thread that is late ends soon, too.
    """

    longest: timedelta = LONGEST
    _free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1), init=False, repr=False)

    async def draw(self, picture: Picture, read: Callable[[Text], str]) -> File | None:
        """Draw a picture in the reader's words; None when it cannot be drawn, which the operator is told."""
        legend = legend_of(picture, read)
        try:
            async with asyncio.timeout(self.longest.total_seconds()), self._free:
                content = await asyncio.to_thread(_paint, picture, legend)
        except (OSError, ImportError, TimeoutError) as failed:
            log.warning("a picture was not drawn: %r", failed)
            return None
        return File(Attached(FileKind.PICTURE, NAME, _MEDIA, len(content), ""), content)


def legend_of(picture: Picture, read: Callable[[Text], str]) -> Legend:
    """Say in the reader's words what the signs mean."""
    more = picture.around.more
    ties = {tie: read(Text(f"tie-{tie}")) for tie in Tie}
    return Legend(ties, read(text("tie-nameless")), read(text("around-more", count=more)) if more else "")


def _paint(picture: Picture, legend: Legend) -> bytes:
    from core.drawing.paint import paint  # noqa: PLC0415 - loaded only when used

    return paint(picture, legend)
