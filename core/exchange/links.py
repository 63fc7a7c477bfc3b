"""What does an open line between groups carry, and in which order?

Each side opens, rests and leaves its own end alone. Each sender counts what it says to each receiver: 1, 2, 3 and so
on; nothing is carried twice or out of order. A link with fewer than two ends is closed and carries nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.errors import Refused
from core.exchange.agreeing import End
from core.exchange.meeting import Close, Pause, Resume, Withdraw
from core.exchange.parties import Party
from core.exchange.said import NotUnderstood, Said
from core.exchange.sharing import Delete
from core.exchange.sizes import SIDES
from core.exchange.stages import SIDE, SideStage, SideStep, after
from core.ids import LinkId
from core.wording import text

RETREATS = (Pause, Resume, Close, Delete, End, Withdraw, NotUnderstood)
"""What gets through while a side rests: nobody must wait to take something back or to leave."""

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
        widening: Newcomers, by their alias, with the sides that consented so far.
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
        if self.is_closed or self.sides.get(sender) is not SideStage.OPEN:
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


def ask_to_widen(link: Link, newcomer: Party, by: Party) -> Link:
    """Put to all sides that one more group shares the link; whoever asks consents.

    Raises:
        Refused: The link is closed or full, or `by` is not on it.
    """
    _check_here(link, by)
    if len(link.here) >= SIDES:
        raise Refused(text("refused-link-full", most=SIDES))
    if newcomer in link.sides or newcomer in link.widening:
        return link
    return replace(link, widening={**link.widening, newcomer: (by,)})


def welcome(link: Link, newcomer: Party, by: Party) -> Link:
    """Count one side's consent to a newcomer.

    Raises:
        Refused: Nobody asked for it, or `by` is not on the link.
    """
    _check_here(link, by)
    if newcomer not in link.widening:
        raise Refused(text("refused-gone"))
    consents = link.widening[newcomer]
    return link if by in consents else replace(link, widening={**link.widening, newcomer: (*consents, by)})


def has_consent(link: Link, newcomer: Party) -> bool:
    """Say whether all sides that are here consented to a newcomer."""
    consents = link.widening.get(newcomer, ())
    return newcomer in link.widening and all(side in consents for side in link.here)


def turn_away(link: Link, newcomer: Party) -> Link:
    """Forget a question about a newcomer to whom not all consented in time."""
    waiting = {one: consents for one, consents in link.widening.items() if one != newcomer}
    return replace(link, widening=waiting)


def let_in(link: Link, newcomer: Party, really: Party) -> Link:
    """Give the newcomer an end, under its own name now, once all sides that are here consented.

    Raises:
        Refused: A consent is missing, or the link has filled up meanwhile.
    """
    if link.is_closed or not has_consent(link, newcomer):
        raise Refused(text("refused-consent-missing"))
    if len(link.here) >= SIDES:
        raise Refused(text("refused-link-full", most=SIDES))
    return replace(turn_away(link, newcomer), sides={**link.sides, really: SideStage.OPEN})


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
    return Arrival.RESTING if resting and not isinstance(said.body, RETREATS) else Arrival.CARRIED


def _check_here(link: Link, side: Party) -> None:
    if link.is_closed or side not in link.here:
        raise Refused(text("refused-link-closed"))
