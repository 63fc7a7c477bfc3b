"""How do our commands stand in Telegram's own menu?"""

from collections.abc import Sequence

import telegram

from core.commands.spec import Command, Where
from core.texts.translator import has, render
from core.wording import text

DESCRIPTION = 256
"""Characters. Source: Bot API, BotCommand."""

Scope = telegram.BotCommandScopeAllPrivateChats | telegram.BotCommandScopeAllGroupChats

PRIVATE = telegram.BotCommandScopeAllPrivateChats()
GROUPS = telegram.BotCommandScopeAllGroupChats()


def menu(commands: Sequence[Command], scope: Scope, language: str) -> list[telegram.BotCommand]:
    """List what the menu shows, in one language; in groups what belongs to groups stands first.

    Args:
        commands: The catalogue.
        scope: `PRIVATE` or `GROUPS`.
        language: A shipped language code.
    """
    shown = [command for command in commands if command.menu]
    if scope is GROUPS:
        shown.sort(key=lambda command: command.where is not Where.GROUP)
    return [telegram.BotCommand(command.name, _description(command, language)) for command in shown]


def _description(command: Command, language: str) -> str:
    key = f"command-{command.name}"
    if not has(key, language) and not has(key, "en"):
        return command.name
    return render(text(key), language)[:DESCRIPTION]
