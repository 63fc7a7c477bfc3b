"""Which languages does someone speak: "English, немецкий, español"? And what is a language called by its speakers?

Source:
    Unicode CLDR, through babel: names of languages in every shipped language and in their own.
"""

from functools import cache

from babel import Locale, UnknownLocaleError

from core.commands.lists import means_nothing, split_names
from core.commands.vocabulary import fold
from core.errors import Refused
from core.texts.translator import languages
from core.wording import text

MOST = 8


def read_tongues(written: str) -> tuple[str, ...]:
    """Read names or codes of languages as codes; empty for "none".

    Raises:
        Refused: One of them is unknown, or there are too many.
    """
    if means_nothing(written):
        return ()
    codes: dict[str, None] = {}
    for name in split_names(written):
        code = _known().get(fold(name))
        if code is None:
            raise Refused(text("tongue-unclear", name=name))
        codes[code] = None
    if len(codes) > MOST:
        raise Refused(text("tongues-many", most=MOST))
    return tuple(codes)


def tongue(code: str) -> str:
    """Return what a language is called by those who speak it."""
    try:
        return Locale.parse(code).get_language_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for reader in languages():
        names = Locale.parse(reader).languages
        for code, name in names.items():
            if len(code) in {2, 3}:
                found.setdefault(fold(str(name)), code)
    for code in set(found.values()):
        found.setdefault(code, code)
        found.setdefault(fold(tongue(code)), code)
    return found
