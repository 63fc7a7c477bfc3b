"""What is said until one more group shares a line?

In this order: `Invite`, `Join`, `Widen`, `Welcome`, then `Admit` and `Joined`. A group on the line asks the newcomer
over the line the two have, then everyone else over the line to be shared. Whoever does not want it says nothing: a no
and a silence are one, and end when the time to answer is up.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AwareDatetime

from core.exchange.parties import Card, Party
from core.exchange.sizes import SIDES, ALink, FirstLine


@dataclass(frozen=True, slots=True)
class Invite:
    """Would you share a line we have with others? Asked over the line between the two of us.

    Attributes:
        newcomer: An alias, made for this question: as whom the others hear of you until all said yes.
        line: All that they would read about you before, under the same rules as a first contact.
        others: How many groups are on that line beside the one that asks; who they are comes with `Admit`.
        answer_by: When silence becomes a no.
    """

    newcomer: Party
    line: FirstLine
    others: Annotated[int, Ge(1), Le(SIDES - 1)]
    answer_by: AwareDatetime
    kind: Literal["invite"] = "invite"


@dataclass(frozen=True, slots=True)
class Join:
    """We would share that line: ask the others."""

    newcomer: Party
    kind: Literal["join"] = "join"


@dataclass(frozen=True, slots=True)
class Widen:
    """May this group, which said yes to it, share our link? It takes the consent of all sides.

    Attributes:
        newcomer: An alias: nobody on the link learns who it is before all said yes.
        line: What the newcomer says of itself, under the same rules as a first contact.
        answer_by: When silence becomes a no; None where the receiver takes its own time to answer.
    """

    newcomer: Party
    line: FirstLine
    answer_by: AwareDatetime | None = None
    kind: Literal["widen"] = "widen"


@dataclass(frozen=True, slots=True)
class Welcome:
    """We consent to that newcomer on our link."""

    newcomer: Party
    kind: Literal["welcome"] = "welcome"


@dataclass(frozen=True, slots=True)
class Admit:
    """All said yes: this is the line, and these are the groups on it. Said to the newcomer.

    Attributes:
        cards: Of those on the line, without the one that says it: that one is known.
    """

    newcomer: Party
    link: ALink
    cards: Annotated[tuple[Card, ...], MinLen(1), MaxLen(SIDES - 1)]
    kind: Literal["admit"] = "admit"


@dataclass(frozen=True, slots=True)
class Joined:
    """All said yes: this is who shares our line now. Said to everyone who was on it."""

    newcomer: Party
    card: Card
    kind: Literal["joined"] = "joined"
