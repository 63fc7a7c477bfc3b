"""What can one group or platform say to another, and in which envelope?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from annotated_types import MaxLen
from pydantic import AwareDatetime, Field

from core.exchange.agreeing import Consent, End, Object, Propose
from core.exchange.inviting import Admit, Invite, Join, Joined, Welcome, Widen
from core.exchange.meeting import Close, Introduce, Meet, NotNow, Pause, Resume, Withdraw, Yes
from core.exchange.parties import Party
from core.exchange.sharing import Delete, Edit, Reactions, Share
from core.exchange.sizes import ALink, AnIntroduction, ASaid, Count, Reason

VERSION: Literal[1] = 1


class Why(StrEnum):
    """Why something could not be understood."""

    VERSION = "version"
    KIND = "kind"
    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The answer to what cannot be read; it is itself never answered.

    Attributes:
        why: What was wrong.
        of: The id of what was said, as far as it could be made out; empty else.
        speaks: The newest version this side reads.
    """

    why: Why
    of: Annotated[str, MaxLen(200)] = ""
    speaks: int = VERSION
    kind: Literal["not-understood"] = "not-understood"


Body = (
    Introduce
    | Yes
    | NotNow
    | Meet
    | Withdraw
    | Pause
    | Resume
    | Close
    | Invite
    | Join
    | Widen
    | Welcome
    | Admit
    | Joined
    | Share
    | Edit
    | Delete
    | Reactions
    | Propose
    | Consent
    | Object
    | End
    | NotUnderstood
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said by one side to one other.

    Attributes:
        id: Unique for its sender; the same id again is the same thing again.
        about: The introduction or link it belongs to.
        number: 1, 2, 3 and so on in this `about` from this sender to this receiver.
        at: When the sender said it, aware.
        reason: Why, in the sender's words; empty when none was given. A `NotNow` never has one.
    """

    id: ASaid
    sender: Party
    receiver: Party
    about: AnIntroduction | ALink
    number: Count
    at: AwareDatetime
    body: Annotated[Body, Field(discriminator="kind")]
    reason: Reason = ""
    version: Literal[1] = VERSION

    def __post_init__(self) -> None:
        if self.reason and isinstance(self.body, NotNow):
            raise ValueError("a reason would tell a no from a silence")
