"""Which letters can be drawn, and how wide are they?"""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

LONGEST = 26
"""Characters of a name in a picture; the list beside it has it in full."""
_FONTS = "font_roboto"
_NOBODYS_LETTER = "\uffff"


@dataclass(slots=True)
class Lettering:
    """One size of one font.

    Attributes:
        font: As the library draws it.
    """

    font: ImageFont.FreeTypeFont
    _known: dict[str, bool] = field(default_factory=dict, init=False, repr=False)

    def readable(self, words: str, instead: str) -> str:
        """Return words as they can be drawn, in one short line; `instead` where the font lacks most of them."""
        bare = "".join(one for one in unicodedata.normalize("NFC", words) if one == " " or one.isprintable())
        kept = " ".join("".join(one for one in bare if self._has(one)).split())
        letters = [one for one in bare if one.isalnum()]
        if not kept or sum(map(self._has, letters)) * 2 < len(letters):
            return instead
        return kept if len(kept) <= LONGEST else kept[: LONGEST - 1].rstrip() + "…"

    def width(self, words: str) -> float:
        """Measure words, in pixels."""
        return self.font.getlength(words)

    def _has(self, letter: str) -> bool:
        if letter not in self._known:
            lacking = bytes(self.font.getmask(_NOBODYS_LETTER))
            self._known[letter] = letter == " " or bytes(self.font.getmask(letter)) != lacking
        return self._known[letter]


@cache
def lettering(size: int, weight: str = "Regular") -> Lettering:
    """Load the font in one size, in pixels, once."""
    found = find_spec(_FONTS)
    if found is None or found.origin is None:
        raise OSError(f"{_FONTS} is not installed")
    file = Path(found.origin).parent / "files" / f"Roboto-{weight}.ttf"
    return Lettering(ImageFont.truetype(str(file), size))
