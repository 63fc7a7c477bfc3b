"""Does every text name commands the way the chat it is said in calls them?"""

import re

import pytest

from core.commands.catalogue import CATALOGUE
from core.texts.translator import languages, render
from core.wording import Text
from tests.rules.test_texts import entries, inside

_SLASHED = re.compile(r"(?<![\w/:.<\"])/([a-z]+)")
_FOR_ANYWHERE = {"link-code", "link-wrong"}
"""Texts about another messenger: they write out both ways, and the slash on purpose."""


def read(key: str, language: str, prefix: str) -> str:
    """Read a text out for a chat that calls commands with `prefix`, every gap filled with a one."""
    names = inside(entries(language)[key]).names
    return render(Text(key, dict.fromkeys(names, 1) | {"prefix": prefix}), language, prefix=prefix)


@pytest.mark.parametrize("language", languages())
def test_where_commands_are_called_with_another_sign_no_text_shows_a_slash(language: str) -> None:
    """On Matrix, `/help` in a text reads `!help`: a slash would be swallowed by the person's own client."""
    known = {command.name for command in CATALOGUE}
    named = {key: _SLASHED.findall(read(key, language, "/")) for key in entries(language)}
    left = {key: _SLASHED.findall(read(key, language, "!")) for key in entries(language)}

    assert {key for key, found in left.items() if found} == _FOR_ANYWHERE
    assert {name for found in named.values() for name in found} <= known
    assert sum(len(found) for found in named.values()) > len(known)


def test_a_command_within_a_text_within_a_text_is_called_alike() -> None:
    """The nearest commands to a mistyped one are named the chat's way, too."""
    near = Text("command-near", {"name": "propse", "near": (Text("called", {"name": "propose"}),)})

    assert "!propose" in render(near, "en", prefix="!")
    assert "/" not in render(near, "en", prefix="!")


def test_what_people_write_stays_theirs() -> None:
    """A slash in somebody's own words is nobody's command."""
    assert render(Text("own-words", {"words": "/propose and/or /tea"}), "en", prefix="!") == "/propose and/or /tea"
