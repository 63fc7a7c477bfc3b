"""What does an open line between groups carry, and in which order?

Each side opens, rests and leaves its own end alone. Each sender counts what it says to each receiver: 1, 2, 3 and so
on; nothing is carried twice or out of order. A link with fewer than two ends is closed and carries nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.errors import Refused
from core.exchange.agreeing import End
from core.exchange.inviting import Admit, Joined
from core.exchange.meeting import Close, Pause, Resume, Withdraw
from core.exchange.parties import Party
from core.exchange.said import NotUnderstood, Said
from core.exchange.sharing import Delete
from core.exchange.stages import SIDE, SideStage, SideStep, after
from core.ids import LinkId
from core.wording import text

THROUGH_REST = (Pause, Resume, Close, Delete, End, Withdraw, Admit, Joined, NotUnderstood)
"""What gets through while a side rests: nobody must wait to take something back, to leave, or to learn who is here."""

STEPS: Mapping[type, SideStep] = {Pause: SideStep.PAUSE, Resume: SideStep.RESUME, Close: SideStep.CLOSE}


class Arrival(StrEnum):
    """What became of something said on a link; only CARRIED goes on to people."""

    CARRIED = "carried"
    TWICE = "twice"
    TOO_EARLY = "too-early"
    RESTING = "resting"
    CLOSED = "closed"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Link:
    """The open line between groups that have met.

    Attributes:
        sides: Where each group's end stands, in the order they came.
        heard: The last number carried from a sender to a receiver; 0 when there is none.
        widening: Newcomers, by their alias, with who consented so far; the newcomer itself by that alias, too.
    """

    id: LinkId
    sides: Mapping[Party, SideStage]
    heard: Mapping[tuple[Party, Party], int] = field(default_factory=dict)
    widening: Mapping[Party, tuple[Party, ...]] = field(default_factory=dict)

    @property
    def here(self) -> tuple[Party, ...]:
        """List the sides that have not left."""
        return tuple(side for side, stage in self.sides.items() if stage is not SideStage.GONE)

    @property
    def is_closed(self) -> bool:
        """Say whether nobody is left to speak with."""
        return len(self.here) < 2

    def receivers(self, sender: Party) -> tuple[Party, ...]:
        """List to whom a share of `sender` goes now: all other open sides, none while its own end rests."""
        if self.sides.get(sender) is not SideStage.OPEN:
            return ()
        return tuple(side for side in self.here if side != sender and self.sides[side] is SideStage.OPEN)


def link_of(link: LinkId, one: Party, other: Party) -> Link:
    """Return the link of two sides that have just met."""
    return Link(link, {one: SideStage.OPEN, other: SideStage.OPEN})


def next_number(link: Link, sender: Party, receiver: Party) -> int:
    """Return the number the next thing said must have."""
    return link.heard.get((sender, receiver), 0) + 1


def arrive(link: Link, said: Said) -> tuple[Link, Arrival]:
    """Decide whether something said is carried; only then has the link changed.

    Closing acts whatever its number: leaving never waits for what got lost before it.
    """
    arrival = _arrival(link, said)
    if arrival is not Arrival.CARRIED:
        return link, arrival
    heard = {**link.heard, (said.sender, said.receiver): said.number}
    step = STEPS.get(type(said.body))
    stage = after(SIDE, link.sides[said.sender], step) if step else None
    sides = {**link.sides, said.sender: stage} if stage else link.sides
    return replace(link, heard=heard, sides=sides), arrival


def turn(link: Link, side: Party, step: SideStep) -> Link:
    """Pause, resume or close one end, by the side whose end it is; nobody else is asked.

    Raises:
        Refused: `side` has no end here, or has left.
    """
    stage = link.sides.get(side)
    if stage is None or stage is SideStage.GONE or link.is_closed:
        raise Refused(text("refused-link-closed"))
    then = after(SIDE, stage, step)
    return replace(link, sides={**link.sides, side: then}) if then else link


def _arrival(link: Link, said: Said) -> Arrival:
    sender, receiver = link.sides.get(said.sender), link.sides.get(said.receiver)
    if sender is None or receiver is None or said.sender == said.receiver or said.about != link.id:
        return Arrival.STRANGER
    if link.is_closed or SideStage.GONE in {sender, receiver}:
        return Arrival.CLOSED
    expected = next_number(link, said.sender, said.receiver)
    if said.number < expected:
        return Arrival.TWICE
    if isinstance(said.body, Close):
        return Arrival.CARRIED
    if said.number > expected:
        return Arrival.TOO_EARLY
    resting = SideStage.PAUSED in {sender, receiver}
    return Arrival.RESTING if resting and not isinstance(said.body, THROUGH_REST) else Arrival.CARRIED
