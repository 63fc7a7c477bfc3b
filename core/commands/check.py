"""Is a value within the bounds of its argument, whichever way it came?

Typed lines, answers to questions and native options all pass here, so that the same bounds hold for
everybody.
"""

from datetime import datetime
from typing import assert_never

from core.commands.lists import read_seats, read_topics
from core.commands.names import choice_named
from core.commands.size import read_size
from core.commands.spec import Argument, Kind
from core.commands.when import read_when
from core.constitution import Size
from core.errors import Refused
from core.texts.harmless import plain
from core.wording import Text, text

Typed = str | int | float | bool
Value = str | int | Size | datetime | tuple[str, ...]

_MOST_DIGITS = 9


def check(argument: Argument, given: Typed, language: str, now: datetime, zone: str) -> Value:
    """Turn what was given into what the argument's kind promises.

    Args:
        argument: Its kind and bounds.
        given: Words, or a number from a native option.
        language: Of the person.
        now: Aware.
        zone: IANA name.

    Raises:
        Refused: Outside the bounds or not understood; says what to write instead.
    """
    words = plain(given) if isinstance(given, str) else str(given)
    match argument.kind:
        case Kind.TEXT:
            return _text(argument, words)
        case Kind.SEATS:
            return read_seats(_asked(str(given)), argument.most)
        case Kind.TOPICS:
            return read_topics(_asked(str(given)))
        case Kind.SIZE:
            return read_size(_asked(words), language)
        case Kind.WHEN:
            return read_when(_asked(words), language, now, zone)
        case Kind.CHOICE:
            return _choice(argument, words)
        case Kind.NUMBER:
            return _number(argument, words)
        case _:
            assert_never(argument.kind)


def _asked(words: str) -> str:
    if not words.strip():
        raise Refused(text("value-empty"))
    return words


def _text(argument: Argument, words: str) -> str:
    if len(words) < max(argument.least, 1):
        raise Refused(text("value-empty"))
    if len(words) > argument.most:
        raise Refused(text("value-long", length=len(words), most=argument.most))
    return words


def _choice(argument: Argument, words: str) -> str:
    found = choice_named(argument, words)
    if found is None:
        labels = tuple(Text(f"choice-{value}") for value in argument.choices)
        raise Refused(text("choice-unclear", choices=labels))
    return found


def _number(argument: Argument, words: str) -> int:
    digits = words.removesuffix(".0").lstrip("+")
    bare = digits.removeprefix("-")
    if not (bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS):
        raise Refused(text("number-unclear", least=argument.least, most=argument.most))
    if not argument.least <= int(digits) <= argument.most:
        raise Refused(text("number-bounds", least=argument.least, most=argument.most))
    return int(digits)
