"""May this line be said to strangers: does it name or lead to anyone?

What a person can spell out in words ("ask for the tall one at the library") no check finds. It finds what a machine or
a hurried finger could follow: links, handles, addresses, telephone numbers, and the names it is told to look for.
"""

import re
import unicodedata
from collections.abc import Collection
from typing import Literal

from core.errors import Refused
from core.exchange.sizes import FIRST_LINE
from core.wording import text

_DOMAINS = (
    "com|org|net|info|io|me|gg|im|chat|social|app|dev|link|site|online|xyz|tv|ly|to|be|eu|uk|de|at|ch|es|fr|it|nl|pl|"
    "ru|su|ua|by|kz|us|ca|рф|укр|бел|онлайн|сайт"
)
_LEADS_SOMEWHERE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b[a-z][a-z0-9+.-]{1,20}://\S*",
        r"\b(?:mailto|tel|tg|matrix|xmpp):\S+",
        r"\bwww\.\S+",
        rf"\b[\w-]+(?:\.|\s\.\s)(?:{_DOMAINS})\b(?:[/?#]\S*)?",
        r"\b[\w-]{2,}(?:\.[\w-]{2,})+/\S*",
        r"\S*@\s?\w\S*",
        r"(?<!\w)[#!]\w[\w.-]*:[\w-]+\.\w\S*",
        r"\b\w{2,32}#\d{4}\b",
        r"<[@#][^>]*>",
        r"[(\[{<]\s*(?:at|dot|собака|точка|крапка)\s*[)\]}>]",
    )
)
_DATE = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_NUMBER = re.compile(r"\+?\d(?:[\s()./-]{0,3}\d){6,}")
_BLANK = re.compile(r"\s+")
_SHORTEST_NAME = 2


def first_contact(line: str, names: Collection[str] = ()) -> str:
    """Return the line as strangers may read it: one line, nothing hidden in it.

    Args:
        line: What a member of the asking group wrote.
        names: What the group and its members are called, on all their accounts.

    Raises:
        Refused: Empty, longer than 200 characters, or with a link, handle, address, number or name in it; the text
            says which words to leave out.
    """
    shown = visible(line, "NFC")
    if not shown:
        raise Refused(text("refused-first-line-empty"))
    if len(shown) > FIRST_LINE:
        raise Refused(text("refused-first-line-long", most=FIRST_LINE, length=len(shown)))
    bare = visible(line, "NFKC")
    found = leads_to(bare)
    if found:
        raise Refused(text("refused-first-line-link", words=found))
    named = names_in(bare, names)
    if named:
        raise Refused(text("refused-first-line-name", name=named))
    return shown


def visible(line: str, form: Literal["NFC", "NFKC"]) -> str:
    """Return the line without hidden signs and line ends.

    Args:
        form: NFC to show it, NFKC to check it: full-width letters would else hide a handle from the check.
    """
    normal = unicodedata.normalize(form, line)
    kept = (" " if unicodedata.category(sign) == "Cc" else sign for sign in normal)
    shown = "".join(sign for sign in kept if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"})
    return _BLANK.sub(" ", shown).strip()


def leads_to(bare: str) -> str:
    """Return the first words that lead to someone, empty when none do; dates are no telephone numbers."""
    for pattern in _LEADS_SOMEWHERE:
        found = pattern.search(bare)
        if found:
            return found.group().strip()
    number = _NUMBER.search(_DATE.sub(" x ", bare))
    return number.group().strip() if number else ""


def names_in(bare: str, names: Collection[str]) -> str:
    """Return the first of the names that stands in the line as words of its own; case does not matter."""
    folded = bare.casefold()
    for name in names:
        wanted = visible(name, "NFKC").casefold()
        if len(wanted) >= _SHORTEST_NAME and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded):
            return name
    return ""
