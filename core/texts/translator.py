"""How is a text read out in a language?

A command named in our files is written as `/name`, and read out the way the chat it is said in calls commands. A slash
that is meant as one is written `{ "/" }`.
"""

import re
from collections.abc import Callable
from datetime import tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list

from core.texts.harmless import harmless
from core.texts.shelf import LOCALES, Shelf
from core.wording import Moment, Text, Value, mark

FALLBACK = "en"
SLASH = "/"
_LIST, _END, _FIRST, _LAST = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Around a list and around each of its items while a text is put together; no text holds them otherwise."""
_QUOTED = re.compile(f"([«„“]){_LIST}([^{_END}]*){_END}([»“”])")
_MARKS = re.compile(f"[{_LIST}{_END}{_FIRST}{_LAST}]")
_NAMED = re.compile(r"(?<![\w/:.<\"])/(?=[a-z]|\{ \$)")


@cache
def languages() -> tuple[str, ...]:
    """List the codes of all shipped languages, English first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())
    return (FALLBACK, *(code for code in found if code != FALLBACK))


def known(code: str, otherwise: str = FALLBACK) -> str:
    """Return the shipped language a code like "ru-RU" means, or `otherwise`."""
    short = code.replace("_", "-").split("-")[0].lower()
    return short if short in languages() else otherwise


def reader(language: str, zone: str, marked: bool = False, prefix: str = SLASH) -> Callable[[Text], str]:
    """Return the function that reads texts out in one language and IANA zone; the rest as `render`."""
    return lambda text: render(text, language, zone, marked, prefix)


def render(text: Text, language: str, zone: str = "UTC", marked: bool = False, prefix: str = SLASH) -> str:
    """Read one text out.

    Args:
        text: What is to be said.
        language: A shipped language code; another one is read as English.
        zone: IANA zone in which moments are told.
        marked: Leave moments to the messenger, as `core.wording.mark`.
        prefix: What stands before a command there.

    Raises:
        KeyError: The key is in no language: a mistake of ours, found by the test that walks the files.
    """
    shelf = _shelf(known(language), prefix)
    if not shelf.has(text.key):
        shelf = _shelf(FALLBACK, prefix)
    if not shelf.has(text.key) or (pattern := shelf.bundle.get_message(text.key).value) is None:
        raise KeyError(text.key)
    values = {name: _told(value, language, ZoneInfo(zone), marked, prefix) for name, value in text.values.items()}
    words, _problems = shelf.bundle.format_pattern(pattern, values)
    return _MARKS.sub("", _QUOTED.sub(_quote_each, str(words)))


def has(key: str, language: str) -> bool:
    """Say whether a language has this text."""
    return _shelf(known(language), SLASH).has(key)


def _told(value: Value, language: str, zone: tzinfo, marked: bool, prefix: str) -> str | int:
    match value:
        case str():
            return harmless(value)
        case int():
            return value
        case Text():
            return render(value, language, str(zone), marked, prefix)
        case Moment():
            return mark(value) if marked else _moment(value, language, zone)
        case tuple():
            told = [f"{_FIRST}{_told(one, language, zone, marked, prefix)}{_LAST}" for one in value]
            return f"{_LIST}{format_list(told, locale=known(language))}{_END}"


def _quote_each(found: "re.Match[str]") -> str:
    """Where a text quotes a name and got several, quote each of them."""
    opening, names, closing = found.groups()
    return str(names).replace(_FIRST, opening).replace(_LAST, closing)


def _moment(moment: Moment, language: str, zone: tzinfo) -> str:
    local, locale = moment.at.astimezone(zone), known(language)
    day = f"{format_date(local, 'EEE', locale=locale)}, {format_skeleton('MMMMd', local, locale=locale)}"
    return day if moment.date_only else f"{day}, {format_time(local, 'short', locale=locale)}"


@cache
def _shelf(language: str, prefix: str) -> Shelf:
    return Shelf(language, lambda words: _NAMED.sub(prefix, words))
