"""Does everything the application offers, asks or winds up lead through a door?"""

import ast
import re
from pathlib import Path

import core.app
from core.app.doors import DOORS
from core.app.homes import HOME
from core.commands.catalogue import CATALOGUE

HOUSE = Path(core.app.__path__[0])
NAME = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")


def trees() -> list[ast.Module]:
    """Parse every file of the application except the lists of doors themselves."""
    return [ast.parse(file.read_text("utf-8")) for file in HOUSE.rglob("*.py") if file.name != "doors.py"]


def literals() -> set[str]:
    """Collect every string written in them."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_command_has_a_door() -> None:
    """What the catalogue promises can be called, and nothing can be called that it does not describe."""
    assert set(DOORS.commands) == {command.name for command in CATALOGUE}


def test_every_name_leads_through_a_door() -> None:
    """A choice, a question or a timer named anywhere in the application finds who acts on it."""
    doors = set(DOORS.actions) | set(DOORS.answers) | set(DOORS.timers)

    named = {word for word in literals() if NAME.fullmatch(word)} - {HOME}  # the token of a home is no choice

    assert named - doors == set()
