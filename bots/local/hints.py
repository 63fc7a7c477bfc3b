"""Which commands can be hinted at while someone types a slash?"""

from functools import cache
from typing import Any

from bots.local.happened import Flavour
from bots.local.outgoing import CAPABILITIES
from core.commands.catalogue import CATALOGUE
from core.texts.translator import has, languages, render
from core.wording import text


@cache
def hints() -> dict[str, Any]:
    """Describe the menu's commands in every language, and each flavour's prefix, as plain JSON values."""
    return {
        "prefixes": {flavour.value: CAPABILITIES[flavour].command_prefix for flavour in Flavour},
        "commands": [
            {
                "name": command.name,
                "arguments": [argument.name for argument in command.arguments],
                "about": {language: _about(command.name, language) for language in languages()},
            }
            for command in CATALOGUE
            if command.menu
        ],
    }


def _about(command: str, language: str) -> str:
    key = f"command-{command}"
    return render(text(key), language) if has(key, language) else ""
