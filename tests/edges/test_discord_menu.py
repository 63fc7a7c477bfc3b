"""Does every command of the catalogue become a native command that Discord accepts?"""

import re
from typing import Any

import pytest

from bots.discord.modals import answer, form, needs_form
from bots.discord.slash import menu, native
from core.commands.catalogue import CATALOGUE
from core.commands.spec import Argument, Command, Kind
from core.texts.translator import languages

# Source: Discord API v10, Application Command Naming.
NAME = re.compile(r"^[-_'\w]{1,32}$")

WORDS = {
    ("command-propose", "en"): "Propose a project",
    ("command-propose", "ru"): "Предложить дело",
    ("argument-propose-need", "en"): "What people are to bring",
    ("argument-propose-need", "ru"): "Что нужно принести",
    ("word-need", "ru"): "есть нужда, нужно, надо",
    ("word-what", "ru"): "что",
    ("word-by", "ru"): "что",
    ("discord-answer", "en"): "Answer",
}
PROPOSE = next(command for command in CATALOGUE if command.name == "propose")


def words(key: str, language: str) -> str:
    """Read from a small dictionary."""
    return WORDS.get((key, language), "")


def options(command: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return a native command's options by name."""
    return {option["name"]: option for option in command["options"]}


def test_commands_can_be_used_everywhere() -> None:
    """Servers and people can install the bot; its commands work in servers, with the bot alone and in other chats."""
    for command in menu(CATALOGUE, languages(), words):
        assert (command["integration_types"], command["contexts"]) == ([0, 1], [0, 1, 2])


def test_a_command_without_a_menu_entry_stays_out() -> None:
    """What is not for the menu is not published."""
    published = {command["name"] for command in menu(CATALOGUE, languages(), words)}

    assert "cancel" not in published
    assert "propose" in published


def test_descriptions_and_options_are_read_in_the_persons_language() -> None:
    """The name is the same everywhere; what it does, and what an option is called, follows the person's client."""
    command = native(PROPOSE, ("en", "ru"), words)

    assert command["name"] == "propose"
    assert "name_localizations" not in command
    assert command["description"] == "Propose a project"
    assert command["description_localizations"] == {"ru": "Предложить дело"}
    assert options(command)["need"]["name_localizations"] == {"ru": "нужно"}


def test_two_options_never_share_a_name() -> None:
    """Where a language has one word for two options both keep their plain names: Discord refuses the menu otherwise."""
    command = native(PROPOSE, ("en", "ru"), words)

    assert options(command)["what"]["name_localizations"] == {}
    assert options(command)["by"]["name_localizations"] == {}


def test_bounds_come_from_the_rules() -> None:
    """The client itself stops a title that is too long and a number out of range."""
    number = Command("seats", (Argument("count", Kind.NUMBER, least=3, most=7),))

    assert options(native(PROPOSE, ("en",), words))["what"]["max_length"] == PROPOSE.arguments[0].most
    count = options(native(number, ("en",), words))["count"]
    assert (count["type"], count["min_value"], count["max_value"]) == (4, 3, 7)


def test_choices_and_completion_are_native() -> None:
    """A closed list is offered as choices, an open one completes itself."""
    lang = next(command for command in CATALOGUE if command.name == "lang")

    assert [one["value"] for one in options(native(lang, ("en",), words))["language"]["choices"]] == list(languages())
    assert options(native(PROPOSE, ("en",), words))["need"]["autocomplete"] is True


def test_the_whole_catalogue_is_within_discords_limits() -> None:
    """No name, description or list is longer than Discord takes, in any language we ship."""
    published = menu(CATALOGUE, languages(), words)

    assert len(published) <= 100
    assert [len(one["name"]) <= 32 for one in published if one["type"] == 3] == [True]
    assert all(len(told) <= 32 for one in published if one["type"] == 3 for told in one["name_localizations"].values())
    for command in (one for one in published if one["type"] == 1):
        for one in (command, *command["options"]):
            assert NAME.match(one["name"])
            assert one["name"] == one["name"].lower()
            assert all(
                1 <= len(told) <= 100 for told in (one["description"], *one["description_localizations"].values())
            )
            assert all(NAME.match(name) for name in one.get("name_localizations", {}).values())
        assert len(command["options"]) <= 25


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, True),
        ({"what": "Repair café"}, True),
        ({"what": "Repair café", "need": "tea", "people": "3-7"}, False),
        ({"what": "Repair café", "need": "tea", "people": "3-7", "by": "20 May"}, False),
    ],
)
def test_a_form_opens_where_several_answers_are_missing(
    given: dict[str, str | int | float | bool], wanted: bool
) -> None:
    """One missing answer is asked for; several are asked for at once."""
    assert needs_form(PROPOSE, given) is wanted


async def test_a_form_keeps_what_was_given() -> None:
    """What was typed into the command already stands in its field; no field must be filled."""
    modal = form(PROPOSE, {"what": "Repair café"}, "en", words).to_dict()

    fields = {label["component"]["custom_id"]: label["component"] for label in modal["components"]}
    assert modal["custom_id"] == "propose"
    assert list(fields) == [argument.name for argument in PROPOSE.arguments]
    assert fields["what"]["value"] == "Repair café"
    assert not any(field["required"] for field in fields.values())


async def test_the_answer_field_shows_the_question() -> None:
    """Above the field stands what was asked, shortened to what Discord shows."""
    modal = answer("What would help? " * 20, "en", words).to_dict()

    (label,) = modal["components"]
    assert label["description"].startswith("What would help?")
    assert len(label["description"]) <= 100
