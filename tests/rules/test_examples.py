"""Can the examples we give be written as they stand?"""

import re
from datetime import UTC, datetime

import pytest

from core.commands.catalogue import CATALOGUE
from core.commands.names import argument_named, command_named
from core.commands.parse import parse
from core.commands.size import read_size
from core.commands.spec import Argument, Kind
from core.commands.when import read_when
from core.texts.translator import languages, render
from core.wording import Value, text

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
ZONE = "Europe/Berlin"
QUOTED = re.compile(r"[“«„]([^“”»«]+)[”»“]")
ASKED_BY = ["ask-propose-by", "ask-promise-by"]


def quoted(key: str, language: str) -> list[str]:
    values: dict[str, Value] = {"fewest": 3, "most": 7, "early": "7:00", "late": "19:00", "part": "x"}
    return QUOTED.findall(render(text(key, **values), language))


def deadline_arguments() -> list[tuple[str, Argument]]:
    return [(one.name, arg) for one in CATALOGUE for arg in one.arguments if arg.kind is Kind.WHEN]


@pytest.mark.parametrize("language", languages())
def test_every_date_we_suggest_is_read(language: str) -> None:
    """When I ask for a date with an example, you can write that example."""
    for key in ("when-unclear", "when-past", "when-far", "when-two-ways", "when-no-day", "when-weekday"):
        examples = quoted(key, language)

        assert examples, key
        assert all(read_when(example, language, NOW, ZONE) > NOW for example in examples)


@pytest.mark.parametrize("language", languages())
def test_every_deadline_in_a_question_is_read(language: str) -> None:
    """The dates in my questions and menus can be written as they stand."""
    for command, argument in deadline_arguments():
        for key in (f"ask-{command}-{argument.name}", f"argument-{command}-{argument.name}"):
            examples = re.split(r",? (?:or|или|або|oder|o) |, ", render(text(key), language).split(": ", 1)[1])

            assert all(read_when(example, language, NOW, ZONE) > NOW for example in examples)


@pytest.mark.parametrize("language", languages())
def test_every_size_we_suggest_is_read(language: str) -> None:
    """When I ask how many you are with an example, you can write that example."""
    for key in ("size-unclear", "size-bounds"):
        assert all(read_size(example, language) for example in quoted(key, language))


@pytest.mark.parametrize("language", languages())
def test_every_named_part_we_suggest_is_taken(language: str) -> None:
    """When I say how a part is named, that name works."""
    propose = command_named("propose")
    examples = quoted("part-unclear", language)[1:]
    call = parse(propose, " | ".join(["Tea", *examples]), language, NOW, ZONE)

    assert len(examples) == 2
    assert set(call.values) == {"what", "need", "by"}
    assert not call.problems


@pytest.mark.parametrize("language", languages())
def test_no_word_names_two_arguments(language: str) -> None:
    """A word before a colon never means two things of one command."""
    for command in CATALOGUE:
        words = [
            word.strip() for a in command.arguments for word in render(text(f"word-{a.name}"), language).split(",")
        ]

        assert len(words) == len(set(words))
        assert all(argument_named(command, word) for word in words)
