"""Which command, argument or choice does a word name, in any language?"""

import difflib
import re
from collections.abc import Iterable
from functools import cache

from core.commands.catalogue import CATALOGUE
from core.commands.spec import Argument, Command
from core.commands.vocabulary import fold
from core.errors import Refused
from core.texts.translator import has, languages, render
from core.wording import Text, text

_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@\w+)?:?(?:\s+(?P<rest>.*))?", re.DOTALL)
_LIKE_ENOUGH = 0.5


def command_named(name: str) -> Command:
    """Find a command of the catalogue.

    Raises:
        Refused: There is none; the nearest ones are named.
    """
    for command in CATALOGUE:
        if command.name == name.casefold():
            return command
    near = difflib.get_close_matches(name.casefold(), [c.name for c in CATALOGUE if c.menu], n=2, cutoff=_LIKE_ENOUGH)
    if not near:
        raise Refused(text("command-unknown", name=name))
    raise Refused(text("command-near", name=name, near=tuple(text("called", name=one) for one in near)))


def command_of(written: str) -> tuple[str, str] | None:
    """Take a typed line apart: "/propose@socium_bot Repair café" → ("propose", "Repair café").

    Returns:
        None when it is no command: just talk, or a path such as /etc/hosts.

    Raises:
        Refused: It is a command, but not one of ours; the nearest ones are named.
    """
    found = _COMMAND.fullmatch(written.strip())
    if found is None:
        return None
    return command_named(found["name"]).name, (found["rest"] or "").strip()


def argument_named(command: Command, word: str) -> Argument | None:
    """Return the argument that a word before a colon names, in any shipped language."""
    folded = " ".join(fold(word).split())
    return next((one for one in command.arguments if folded in _argument_words(one.name)), None)


def argument_words(argument: Argument) -> frozenset[str]:
    """Return everything that may stand before the colon for this argument, folded."""
    return _argument_words(argument.name)


def choice_named(argument: Argument, written: str) -> str | None:
    """Return the value that a word names by itself, by its label or a synonym, in any shipped language."""
    folded = fold(written).strip(" .")
    return next((value for value in argument.choices if folded in _choice_words(value)), None)


@cache
def _argument_words(name: str) -> frozenset[str]:
    return frozenset({name, *_listed(f"word-{name}")})


@cache
def _choice_words(value: str) -> frozenset[str]:
    return frozenset({value, *_listed(f"choice-{value}"), *_listed(f"word-choice-{value}")})


def _listed(key: str) -> Iterable[str]:
    for language in languages():
        if has(key, language):
            yield from (fold(word) for word in render(Text(key), language).split(",") if word.strip())
