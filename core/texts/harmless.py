"""How does what a person wrote become harmless wherever it is shown?"""

import re
import unicodedata

# Bidirectional controls, zero-width signs and other format characters can make text say something
# else than it shows (Unicode TR36). The zero-width joiner stays: emoji families need it.
_KEPT_FORMAT = {"\u200d"}
_PING = re.compile(r"([@＠])(?=\w)")
_BREAK = "\u2060"
_BLANK = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_MOST_MARKS = 4


def harmless(written: str) -> str:
    """Take the teeth out of what a person wrote, for one line.

    Control, bidirectional and zero-width characters go, blanks and line ends become one space, more
    than four combining marks in a row are cut, and an `@` before a word gets an invisible break so that it
    pings nobody.
    """
    return _PING.sub(rf"\1{_BREAK}", plain(written))


def plain(written: str) -> str:
    """Keep only what can be seen, on one line; the form in which what people write is stored."""
    kept: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", written):
        category = unicodedata.category(sign)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif (category != "Cf" or sign in _KEPT_FORMAT) and category not in {"Cs", "Co", "Cn"} and marks <= _MOST_MARKS:
            kept.append(sign)
    return _BLANK.sub(" ", "".join(kept)).strip()
