"""What does guarding need from outside: what a chat took away, what was reported, and what was stopped?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.ids import ChatId, PersonId, ReportId, StopId


@dataclass(frozen=True, slots=True)
class Mute:
    """Something a chat does not want to see.

    Attributes:
        card: `proposal:<id>`, `notice:<id>`, or `author:<id>` for everything of one person.
        what: Its title, to be recognised by.
        author: Whose it is; None once they were forgotten.
        by: Who said so; None once they were forgotten.
        since: Aware UTC.
    """

    chat: ChatId
    card: str
    what: str
    author: PersonId | None
    by: PersonId | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """What one person showed to whoever keeps the service running.

    Attributes:
        card: `proposal:<id>`, `notice:<id>`, `pledge:<id>` or `introduction:<id>`.
        words: What it said then, without any name.
        why: What they wrote about it; empty for nothing.
        person: Who reported it; the operator is never shown this. None once they were forgotten.
        at: Aware UTC.
    """

    id: ReportId
    card: str
    words: str
    why: str
    person: PersonId | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """What the operator stopped; nothing else they do to what people made is possible, and this is written down.

    Attributes:
        card: As in a report.
        why: As told to everybody concerned.
        at: Aware UTC.
    """

    id: StopId
    card: str
    why: str
    at: datetime


class Guards(Protocol):
    """What was taken away, reported and stopped."""

    async def mute(self, mute: Mute) -> None:
        """Keep that a chat does not want to see something; the same a second time changes nothing."""
        ...

    async def unmute(self, chat: ChatId, card: str, author: PersonId | None = None) -> Mute | None:
        """Forget that a chat does not want to see a card, and with it its author's; returns it if it was so."""
        ...

    async def muted(self, chat: ChatId) -> Sequence[Mute]:
        """List what a chat does not want to see, oldest first."""
        ...

    async def muted_in(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[Mute]]:
        """List what each of many chats does not want to see, as `muted`."""
        ...

    async def report(self, report: Report) -> bool:
        """Keep a report; False when the same person reported the same before."""
        ...

    async def find_report(self, report: ReportId) -> Report | None: ...

    async def reports(self, most: int) -> Sequence[Report]:
        """List the newest reports, newest first."""
        ...

    async def reported_since(self, person: PersonId, since: datetime) -> int:
        """Count what someone reported since then."""
        ...

    async def note_stop(self, stop: Stop) -> None:
        """Write down what was stopped."""
        ...

    async def stops(self, most: int) -> Sequence[Stop]:
        """List what was stopped, newest first."""
        ...
