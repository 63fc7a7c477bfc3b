"""What is a command, before any messenger has shown it?"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an argument takes, and what it becomes once checked."""

    TEXT = "text"  # str
    SEATS = "seats"  # tuple[str, ...]: "electronics, sewing, tea"
    SIZE = "size"  # Size: "3-7 people", "5"
    WHEN = "when"  # datetime, aware UTC: "by 20 May", "in two weeks"
    TOPICS = "topics"  # tuple[str, ...]
    CHOICE = "choice"  # one of Argument.choices
    NUMBER = "number"  # int


@dataclass(frozen=True, slots=True)
class Argument:
    """One value a command takes.

    Attributes:
        name: As in a typed line before the colon and as the native option; the translated words a
            person may type instead are in the texts under `word-<name>`.
        kind: What it becomes.
        required: Whether the command asks for it when it is missing.
        least: Smallest length in characters, or smallest number.
        most: Largest length in characters, or largest number.
        choices: The values a `CHOICE` takes; their labels are `choice-<value>`.
        suggests: Whether the desk completes what is being typed.
        in_order: Whether it takes the next part of a typed line that nothing else claims, and needs no name.
        leads: Whether it is the part of a typed line before the first "|" and needs no name.
    """

    name: str
    kind: Kind
    required: bool = True
    least: int = 1
    most: int = 200
    choices: tuple[str, ...] = ()
    suggests: bool = False
    leads: bool = False
    in_order: bool = False


class Where(StrEnum):
    """Where a command makes sense; elsewhere it says where to go."""

    ANYWHERE = "anywhere"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for.

    Attributes:
        name: The same in every messenger and language: `[a-z]{1,32}` (Telegram, Discord).
        arguments: In the order in which they are asked and shown.
        private: Whether the answer is only for the one who asked; known before any work begins.
        where: Where it makes sense.
        menu: Whether it stands in the messenger's menu.

    The texts are `command-<name>` (what it does, at most 100 characters: Discord) and
    `argument-<command>-<name>` for each argument (likewise).
    """

    name: str
    arguments: tuple[Argument, ...] = ()
    private: bool = False
    where: Where = Where.ANYWHERE
    menu: bool = True
