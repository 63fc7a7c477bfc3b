"""Where is a long text divided, so that each part fits and reads well?"""

import re
import unicodedata

_SENTENCE_END = re.compile(r"[.!?…。]['\"»”)]*\s")
_JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}


def split(words: str, limit: int) -> tuple[str, ...]:
    """Divide at paragraphs; a paragraph that is too long at sentences, then at words, then where it must be.

    Args:
        words: Paragraphs divided by line ends.
        limit: Characters in one part, 1 or more.

    Returns:
        Parts in order, none empty and none longer than `limit`; together they have every sign but the blanks at the
        cuts. Empty for a text of blanks.
    """
    parts: list[str] = []
    filling = ""
    for paragraph in words.split("\n"):
        for piece in _pieces(paragraph, limit):
            together = f"{filling}\n{piece}" if filling else piece
            if len(together) <= limit:
                filling = together
            else:
                parts.append(filling)
                filling = piece
    return tuple(part for part in (one.strip() for one in (*parts, filling)) if part)


def _pieces(paragraph: str, limit: int) -> list[str]:
    pieces = []
    while len(paragraph) > limit:
        cut = _cut(paragraph, limit)
        pieces.append(paragraph[:cut].rstrip())
        paragraph = paragraph[cut:].lstrip()
    return [*pieces, paragraph]


def _cut(paragraph: str, limit: int) -> int:
    """Return after how many characters to cut: 1 to `limit`."""
    sentences = [found.end() for found in _SENTENCE_END.finditer(paragraph, 0, limit + 1)]
    ends = [end for end in sentences if limit // 2 < end <= limit]
    if ends:
        return ends[-1]
    space = paragraph.rfind(" ", 1, limit + 1)
    return space if space > limit // 2 else _between_signs(paragraph, limit)


def _between_signs(paragraph: str, limit: int) -> int:
    """Return the last cut that does not part a letter from its marks or an emoji from its kin."""
    cut = limit
    while cut > 1 and (_belongs(paragraph[cut]) or paragraph[cut - 1] == "\u200d"):
        cut -= 1
    return cut if cut > 1 else limit


def _belongs(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign) in {"Mn", "Me", "Mc"} or "\U0001f3fb" <= sign <= "\U0001f3ff"
