"""How do our commands stand in Telegram's own menu, and how do they get there?"""

import logging
from collections.abc import Sequence

import telegram
from telegram.error import TelegramError

from core.commands.spec import Command, Where
from core.texts.translator import FALLBACK, has, languages, render
from core.wording import text

log = logging.getLogger(__name__)

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


async def publish(bot: telegram.Bot, commands: Sequence[Command]) -> None:
    """Publish the menus; without them everything still works when typed."""
    try:
        for scope in (PRIVATE, GROUPS):
            for code in (None, *languages()):
                await bot.set_my_commands(menu(commands, scope, code or FALLBACK), scope=scope, language_code=code)
    except TelegramError as error:
        log.warning("telegram: the command menu was not published: %s", error)


def _description(command: Command, language: str) -> str:
    key = f"command-{command.name}"
    if not has(key, language) and not has(key, "en"):
        return command.name
    return render(text(key), language)[:DESCRIPTION]
