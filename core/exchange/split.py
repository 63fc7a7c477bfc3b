"""Where is a long text divided, so that each part fits and reads well?"""

import re
import unicodedata

_SENTENCE_END = re.compile(r"[.!?…。]['\"»”)]*(?=\s)")
_JOINER = "\u200d"


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
    sentence = max((found.end() for found in _SENTENCE_END.finditer(paragraph, 0, limit + 1)), default=0)
    word = paragraph.rfind(" ", 0, limit + 1)
    return next((cut for cut in (sentence, word) if cut > limit // 2), _between_signs(paragraph, limit))


def _between_signs(paragraph: str, limit: int) -> int:
    """Return the last cut that does not part a letter from its marks or an emoji from its kin; `limit` if none is."""
    cut = limit
    while cut and (_belongs(paragraph[cut]) or paragraph[cut - 1] == _JOINER):
        cut -= 1
    return cut or limit


def _belongs(sign: str) -> bool:
    """Say whether a sign goes with the one before it: marks, joiners, colours of skin."""
    return unicodedata.category(sign).startswith("M") or sign == _JOINER or "\U0001f3fb" <= sign <= "\U0001f3ff"
