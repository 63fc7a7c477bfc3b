"""What is said until two sides have met, and afterwards about their link?

To add a kind: a class here or in a sister file, and its name in `core.exchange.said.Body`. A kind once published never
changes its meaning; it gets a sister.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import AwareDatetime

from core.exchange.parties import Card
from core.exchange.sizes import ALink, ASaid, FirstLine, MaybeName, MaybeTopic, People


@dataclass(frozen=True, slots=True)
class Introduce:
    """A first contact: one line, no names; asking is the asker's yes.

    Attributes:
        topic: What it is about; empty when the line says it all.
        line: As `core.exchange.first_contact` let it pass.
        people: How many ask.
        messenger: Where they chat, as a word for people.
        answer_by: When silence becomes "not now"; the asker hears anything but a yes exactly then.
    """

    topic: MaybeTopic
    line: FirstLine
    people: People
    messenger: MaybeName
    answer_by: AwareDatetime
    kind: Literal["introduce"] = "introduce"


@dataclass(frozen=True, slots=True)
class Yes:
    """The asked side would like to meet; it shows itself only after the asker's `Meet`."""

    kind: Literal["yes"] = "yes"


@dataclass(frozen=True, slots=True)
class NotNow:
    """No, silence, a cap or nobody there: one value for all, without a reason."""

    kind: Literal["not-now"] = "not-now"


@dataclass(frozen=True, slots=True)
class Meet:
    """Both said yes: here we are, and this is our link."""

    link: ALink
    card: Card
    kind: Literal["meet"] = "meet"


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back something said before that has not been answered."""

    of: ASaid
    kind: Literal["withdraw"] = "withdraw"


@dataclass(frozen=True, slots=True)
class Pause:
    """Our side of the link rests until we resume it."""

    kind: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class Resume:
    """Our side of the link is open again."""

    kind: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True)
class Close:
    """We leave this link, at once and for good."""

    kind: Literal["close"] = "close"
