"""What is to be said, before anyone knows in which language?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment shown in the reader's own zone: date and time, or the date alone.

    Attributes:
        at: Aware, UTC.
        date_only: True leaves the hour out.
    """

    at: datetime
    date_only: bool = False


_MARK = "\ue000{seconds}{kind}\ue001"
MARKED = re.compile("\ue000(?P<seconds>\\d{1,12})(?P<kind>[dt])\ue001")
"""A moment left for the messenger to show: epoch seconds, then d for the date alone or t for date and time.

Private-use signs, so that nobody can write one: `core.texts.harmless` takes them out of what people wrote.
"""


def mark(moment: Moment) -> str:
    """Write a moment so that a messenger can show it in each reader's own zone."""
    return _MARK.format(seconds=int(moment.at.timestamp()), kind="d" if moment.date_only else "t")


@dataclass(frozen=True, slots=True)
class Text:
    """A key of the Fluent files with the values it is filled with.

    Attributes:
        key: A message id of `locales/<language>/*.ftl`.
        values: What people wrote (str), counts (int), moments, other texts, or lists of these; a
            list is read out with the language's own "and".
    """

    key: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


Value = str | int | Moment | Text | tuple["Value", ...]


def text(key: str, **values: Value) -> Text:
    """Write `Text` without a dictionary: `text("card-missing", seats=("tea",))`."""
    return Text(key, values)
