"""How does a command of the catalogue become a native command of Discord?

Pure data in the shape of Discord's API; typed options stay typed.

Source:
    Discord API v10, Application Commands: names 1-32, descriptions 1-100 characters, 25 options, 25 choices.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from core.commands.spec import Argument, Command, Kind

Words = Callable[[str, str], str]
"""Reads a text's key out in a language; empty when no language has it."""

_STRING, _INTEGER = 3, 4
_SHARE, _IN_MENU = "share", "discord-share"
_EVERYWHERE = {"integration_types": [0, 1], "contexts": [0, 1, 2]}
_LOCALES = {
    "en": (),  # what stands without a locale is English
    "es": ("es-ES", "es-419"),
    "ru": ("ru",),
    "uk": ("uk",),
    "de": ("de",),
}


def menu(commands: Iterable[Command], languages: Sequence[str], words: Words) -> list[dict[str, Any]]:
    """Make the whole native menu.

    Installable to servers and to people, usable in servers, in conversations with the bot and in other private chats.
    """
    shown = [command for command in commands if command.menu]
    under = [_under_a_message(command, languages, words) for command in shown if command.name == _SHARE]
    return [*(native(command, languages, words) for command in shown), *under]


def _under_a_message(command: Command, languages: Sequence[str], words: Words) -> dict[str, Any]:
    """Make the entry of every message's own menu: so people share what we could not read otherwise."""
    names = {locale: told[:32] for locale, told in _by_locale(languages, lambda code: words(_IN_MENU, code))}
    return {
        "type": 3,
        "name": (words(_IN_MENU, "en") or command.name)[:32],
        "name_localizations": names,
        **_EVERYWHERE,
    }


def native(command: Command, languages: Sequence[str], words: Words) -> dict[str, Any]:
    """Make one native command. Its name is the same in every language."""
    key = f"command-{command.name}"
    return {
        "type": 1,
        "name": command.name,
        "description": _described(key, command.name, words),
        "description_localizations": _descriptions(key, languages, words),
        "options": [_option(command, argument, languages, words) for argument in command.arguments[:25]],
        **_EVERYWHERE,
    }


def short_name(argument: str, language: str, words: Words) -> str:
    """Return the first word a language has for an argument that Discord takes as a name; empty when there is none."""
    told = [word.strip().lower() for word in words(f"word-{argument}", language).split(",")]
    return next((word for word in told if _is_name(word)), "")


def _is_name(word: str) -> bool:
    return 1 <= len(word) <= 32 and word.replace("-", "").replace("_", "").isalnum()


def _option(command: Command, argument: Argument, languages: Sequence[str], words: Words) -> dict[str, Any]:
    key = f"argument-{command.name}-{argument.name}"
    return {
        "type": _INTEGER if argument.kind is Kind.NUMBER else _STRING,
        "name": argument.name,
        "name_localizations": _names(command, argument, languages, words),
        "description": _described(key, argument.name, words),
        "description_localizations": _descriptions(key, languages, words),
        # Never required by Discord: what is missing, the form or the house asks for.
        "required": False,
        **_bounds(argument),
        **_completed(argument, languages, words),
    }


def _bounds(argument: Argument) -> dict[str, Any]:
    match argument.kind:
        case Kind.TEXT:
            return {"min_length": argument.least, "max_length": argument.most}
        case Kind.NUMBER:
            return {"min_value": argument.least, "max_value": argument.most}
        case _:
            return {}


def _completed(argument: Argument, languages: Sequence[str], words: Words) -> dict[str, Any]:
    if argument.kind is Kind.CHOICE:
        return {"choices": [_choice(value, languages, words) for value in argument.choices[:25]]}
    return {"autocomplete": True} if argument.suggests else {}


def _choice(value: str, languages: Sequence[str], words: Words) -> dict[str, Any]:
    key = f"choice-{value}"
    return {
        "name": _described(key, value, words),
        "name_localizations": _descriptions(key, languages, words),
        "value": value,
    }


def _described(key: str, otherwise: str, words: Words) -> str:
    return (words(key, "en") or otherwise)[:100]


def _descriptions(key: str, languages: Sequence[str], words: Words) -> dict[str, str]:
    return {locale: told[:100] for locale, told in _by_locale(languages, lambda code: words(key, code))}


def _names(command: Command, argument: Argument, languages: Sequence[str], words: Words) -> dict[str, str]:
    """Leave out names that two arguments of a command would share in one language: Discord refuses the whole menu."""

    def own(code: str) -> str:
        name = short_name(argument.name, code, words)
        others = {short_name(other.name, code, words) for other in command.arguments if other is not argument}
        return "" if name in others else name

    return dict(_by_locale(languages, own))


def _by_locale(languages: Sequence[str], told: Callable[[str], str]) -> list[tuple[str, str]]:
    found = [(locale, told(code)) for code in languages for locale in _LOCALES.get(code, ())]
    return [(locale, words) for locale, words in found if words]
