"""What is to be drawn, in the reader's words, and on what ground?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.groups.neighbours import Around, Tie


class Look(StrEnum):
    """What a picture is drawn on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs of a picture are called.

    Attributes:
        ties: What each line means.
        nameless: What a dot is.
        more: How many groups are not drawn; empty when all are.
    """

    ties: Mapping[Tie, str]
    nameless: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture before it is painted."""

    around: Around
    look: Look = Look.LIGHT
