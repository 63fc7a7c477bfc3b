"""How is an argument completed while it is being typed?"""

from collections.abc import Sequence

from core.commands.names import command_named
from core.commands.zones import zones_with
from core.texts.translator import render
from core.wording import text

MOST = 25


def suggestions(command: str, argument: str, typed: str, language: str) -> Sequence[tuple[str, str]]:
    """Return up to 25 (label, value) pairs; empty where nothing is known to fit."""
    command_named(command)
    if argument == "zone":
        return [(zone, zone) for zone in zones_with(typed, MOST)]
    if argument in {"need", "bring"}:
        return _next_of(typed, render(text("usual-seats"), language).split(", "))
    if argument == "topics":
        return _next_of(typed, render(text("usual-topics"), language).split(", "))
    return ()


def _next_of(typed: str, usual: Sequence[str]) -> Sequence[tuple[str, str]]:
    done, _comma, begun = typed.rpartition(",")
    before = f"{done.strip()}, " if done.strip() else ""
    taken = {one.strip().casefold() for one in done.split(",")}
    fitting = [one for one in usual if begun.strip().casefold() in one.casefold() and one.casefold() not in taken]
    return [(before + one, before + one) for one in fitting[:MOST]]
