"""When is a form opened, and what stands in it?

A form is opened where several answers are missing at once; with one missing, the house asks for it. Nothing is
kept: the form carries the command's name and what was already given, and comes back with all of it.

Source:
    Discord API v10, Modals: 1-5 fields, title and label 45, description and placeholder 100, value 4,000 characters.
"""

from collections.abc import Mapping

import discord

from bots.discord.outgoing import ANSWER
from bots.discord.slash import Words, short_name
from core.commands.spec import Argument, Command, Kind
from core.messenger.events import Typed

_MOST_FIELDS = 5
_SEVERAL = 2


def needs_form(command: Command, given: Mapping[str, Typed]) -> bool:
    """Say whether enough is missing, and all of it can be written, that one form is kinder than several questions."""
    missing = [argument for argument in command.arguments if argument.required and argument.name not in given]
    written = all(argument.kind not in {Kind.CHOICE, Kind.NUMBER} for argument in command.arguments)
    return len(missing) >= _SEVERAL and written and len(command.arguments) <= _MOST_FIELDS


def form(command: Command, given: Mapping[str, Typed], language: str, words: Words) -> discord.ui.Modal:
    """Make the form of a command, with what was given already in its fields. No field must be filled."""
    modal = discord.ui.Modal(title=f"/{command.name}"[:45], custom_id=command.name)
    for argument in command.arguments:
        modal.add_item(_field(command, argument, str(given.get(argument.name, "")), language, words))
    modal.stop()
    return modal


def answer(question: str, language: str, words: Words) -> discord.ui.Modal:
    """Make the field that the "Answer" button opens.

    Args:
        question: What was asked; as much of it as fits stands above the field.
    """
    modal = discord.ui.Modal(title=words("discord-answer", language)[:45], custom_id=ANSWER)
    field: discord.ui.TextInput[discord.ui.View] = discord.ui.TextInput(
        custom_id=ANSWER,
        style=discord.TextStyle.paragraph,
        placeholder=words("discord-answer-hint", language)[:100],
        max_length=2000,
    )
    label = words("discord-answer", language)
    modal.add_item(discord.ui.Label(text=label[:45], description=question[:100] or None, component=field))
    modal.stop()
    return modal


def _field(
    command: Command, argument: Argument, given: str, language: str, words: Words
) -> discord.ui.Label[discord.ui.View]:
    told = words(f"argument-{command.name}-{argument.name}", language)
    field: discord.ui.TextInput[discord.ui.View] = discord.ui.TextInput(
        custom_id=argument.name,
        default=given or None,
        required=False,
        max_length=argument.most if argument.kind is Kind.TEXT else 1000,
    )
    name = short_name(argument.name, language, words) or argument.name
    return discord.ui.Label(text=name.capitalize()[:45], description=told[:100] or None, component=field)
