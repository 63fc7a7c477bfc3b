"""How does the other side see who said something, so that nobody can pretend?

The header is made from fields only, and begins with a sign that is taken out of everything people write. Making signs
harmless (pings, hidden characters) is the renderer's work, as for all other texts.
"""

import re
import unicodedata
from collections.abc import Sequence

from core.exchange.sharing import File, Reactions, Share
from core.exchange.sizes import NAME
from core.exchange.split import split
from core.wording import Text, text

MARK = "⇄"
LONGEST_VALUE = 2_400
"""Characters of one value that a text takes in; a longer paragraph is shown as several.

Source:
    fluent.runtime 0.4, MAX_PART_LENGTH.
"""
_LIKE_THE_MARK = re.compile("[\u2194\u21c4-\u21cc\u21f5\u21f9\u27f7\u27fa\u2b0c\u2b64\U0001f500-\U0001f504\U0001f8d0]")
_PARTS_OF_A_HEADER = re.compile(r"[·•∙⋅・|()\[\]{}<>:;\"“”„«»]")
_HEADER_BEFORE = re.compile(rf"(?:[^\n]{{0,80}}[:>\])]\s*)?[\s>*_`~-]*{MARK}")
"""A header of ours, perhaps after a name such as `<Ivo>` or `Ivo:`, as bridges put before what they bring."""
_BLANK = re.compile(r"\s+")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def header(share: Share) -> Text:
    """Write the line above a relayed message: who, of which group, on which messenger."""
    author, group, messenger = _field(share.author), _field(share.group), _field(share.messenger)
    who = author or text("relay-someone")
    if not messenger:
        return text("relay-header", author=who, group=group or text("relay-some-group"))
    return text("relay-header-from", author=who, group=group or text("relay-some-group"), messenger=messenger)


def body(words: str) -> tuple[Text, ...]:
    """Write the words themselves, one text for each paragraph, to be shown quoted; empty ones fall away."""
    paragraphs = (_LIKE_THE_MARK.sub("", line).strip() for line in words.splitlines())
    return tuple(text("relay-words", words=piece) for one in paragraphs for piece in split(one, LONGEST_VALUE))


def is_relayed(words: str) -> bool:
    """Say whether a message begins like a header of ours: a third party's bridge brought it back."""
    shown = "".join(sign for sign in words[:200] if sign == "\n" or unicodedata.category(sign) not in _HIDDEN)
    return _HEADER_BEFORE.match(shown) is not None


def left_behind(files: Sequence[File]) -> tuple[Text, ...]:
    """Say of each file that did not cross what it was, so that the other side can ask for it."""
    return tuple(
        text("relay-file-stayed", name=_field(file.name) or text("relay-some-file"), size=-(-file.size // 1_000))
        if file.size
        else text("relay-file-stayed-unmeasured", name=_field(file.name) or text("relay-some-file"))
        for file in files
    )


def reacted(reactions: Reactions) -> Text | None:
    """Summarise reactions in one line, most given first; None when all were taken back."""
    ordered = sorted(reactions.reacted, key=lambda one: (-one.count, one.symbol))
    if not ordered:
        return None
    told = tuple(text("relay-reaction", symbol=_field(one.symbol) or "?", count=one.count) for one in ordered)
    return text("relay-reactions", reactions=told)


def _field(written: str) -> str:
    """Keep of a name only what cannot be mistaken for a part of the header."""
    shown = "".join(" " if unicodedata.category(sign) in _HIDDEN else sign for sign in written)
    bare = _PARTS_OF_A_HEADER.sub(" ", _LIKE_THE_MARK.sub(" ", unicodedata.normalize("NFKC", shown)))
    return _BLANK.sub(" ", bare).strip()[:NAME].rstrip()
