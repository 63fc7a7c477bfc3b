"""How does an open project gather its people, one seat each?"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.constitution import Size
from core.errors import Refused
from core.ids import ChatId, GroupId, PersonId, ProposalId, SeatId
from core.wording import text


class ProposalStage(StrEnum):
    """Where a proposal stands; HELD while its proposer looks at similar ones before it is posted."""

    HELD = "held"
    OPEN = "open"
    STARTING = "starting"
    FORMED = "formed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Seat:
    """What one member brings.

    Attributes:
        name: In people's own words; empty for the seat of whoever had the idea.
        wanted: Whether the proposal asked for it; a seat somebody added themselves goes with them.
        person: Who holds it.
    """

    id: SeatId
    name: str
    wanted: bool
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone who would come in when there is room."""

    person: PersonId
    seat: str
    since: datetime


class Taking(StrEnum):
    """What became of a wish to sit."""

    SEATED = "seated"
    MOVED = "moved"
    ALREADY = "already"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An open project.

    Attributes:
        what: Its title.
        topics: Case as written; empty when none was named.
        size: How many people it is for.
        by: Deadline, aware UTC.
        chat: Where it was proposed.
        proposer: Who proposed it; this gives no right that others lack.
        seats: Wanted ones first, in the order asked for, then those people added.
        waiting: In order of arrival.
        ready: Who said yes to starting; only while STARTING.
        asked_at: When the start was asked, aware UTC; only while STARTING.
        group: What it became; only when FORMED.
    """

    id: ProposalId
    what: str
    topics: tuple[str, ...]
    size: Size
    by: datetime
    chat: ChatId
    proposer: PersonId
    stage: ProposalStage
    seats: tuple[Seat, ...]
    created: datetime
    waiting: tuple[Waiting, ...] = ()
    ready: tuple[PersonId, ...] = ()
    asked_at: datetime | None = None
    group: GroupId | None = None

    @property
    def people(self) -> tuple[PersonId, ...]:
        """List who is in, in seat order."""
        return tuple(seat.person for seat in self.seats if seat.person is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """List the wanted seats nobody holds."""
        return tuple(seat.name for seat in self.seats if seat.wanted and seat.person is None)

    @property
    def is_gathering(self) -> bool:
        """Say whether people may still sit down and get up."""
        return self.stage in {ProposalStage.OPEN, ProposalStage.STARTING}

    @property
    def is_enough(self) -> bool:
        """Say whether the fewest people are in."""
        return len(self.people) >= self.size.fewest

    def seat_of(self, person: PersonId) -> Seat | None:
        """Return the seat someone holds."""
        return next((seat for seat in self.seats if seat.person == person), None)

    def seat(self, seat: SeatId) -> Seat:
        """Return a seat by its id; raises `Refused` when it is no longer there."""
        found = next((one for one in self.seats if one.id == seat), None)
        if found is None:
            raise Refused(text("refused-gone"))
        return found


def take(proposal: Proposal, person: PersonId, seat: SeatId, now: datetime) -> tuple[Proposal, Taking]:
    """Let someone sit on a wanted seat; who comes second, or when all is full, waits.

    Someone who already sits elsewhere here moves: nobody ever holds two seats of one group.
    """
    _gathering(proposal)
    wanted, held = proposal.seat(seat), proposal.seat_of(person)
    if wanted.person == person:
        return proposal, Taking.ALREADY
    if wanted.person is not None or (held is None and len(proposal.people) >= proposal.size.most):
        return _wait(proposal, person, wanted.name, now), Taking.WAITS
    seated = _fill(_vacate(proposal, person), replace(wanted, person=person))
    return _no_longer_waits(seated, person), Taking.MOVED if held else Taking.SEATED


def bring(proposal: Proposal, person: PersonId, name: str, seat: SeatId, now: datetime) -> tuple[Proposal, Taking]:
    """Let someone add a seat of their own and sit on it; when all is full they wait.

    Args:
        proposal: Where.
        person: Who.
        name: What they bring; a wanted seat of that name that is free is taken instead.
        seat: Id for the new seat.
        now: Aware UTC.
    """
    _gathering(proposal)
    same = next((s for s in proposal.seats if s.wanted and s.name.casefold() == name.casefold()), None)
    if same is not None and same.person in {None, person}:
        return take(proposal, person, same.id, now)
    held = proposal.seat_of(person)
    if held is None and len(proposal.people) >= proposal.size.most:
        return _wait(proposal, person, name, now), Taking.WAITS
    out = _vacate(proposal, person)
    seated = replace(out, seats=(*out.seats, Seat(seat, name, wanted=False, person=person)))
    return _no_longer_waits(seated, person), Taking.MOVED if held else Taking.SEATED


def step_out(proposal: Proposal, person: PersonId) -> Proposal:
    """Let someone get up, from their seat or from the waiting list; asks no reason."""
    _gathering(proposal)
    return _back_when_few(_no_longer_waits(_vacate(proposal, person), person))


def ask_to_start(proposal: Proposal, person: PersonId, now: datetime) -> Proposal:
    """Let a member ask all who are in whether to start; their own yes is counted.

    Raises:
        Refused: They are not in, or too few are.
    """
    _gathering(proposal)
    if person not in proposal.people:
        raise Refused(text("refused-start-not-in"))
    if not proposal.is_enough:
        raise Refused(text("refused-start-too-few", fewest=proposal.size.fewest))
    begun = replace(proposal, stage=ProposalStage.STARTING, asked_at=proposal.asked_at or now)
    return say_ready(begun, person)


def say_ready(proposal: Proposal, person: PersonId) -> Proposal:
    """Count a yes to starting; only of someone who is in, only while it was asked."""
    if proposal.stage is not ProposalStage.STARTING:
        raise Refused(text("refused-gone"))
    if person not in proposal.people:
        raise Refused(text("refused-start-not-in"))
    ready = proposal.ready if person in proposal.ready else (*proposal.ready, person)
    return replace(proposal, ready=ready)


def wait_for_more(proposal: Proposal) -> Proposal:
    """Go back to gathering: someone would rather wait."""
    return replace(proposal, stage=ProposalStage.OPEN, ready=(), asked_at=None)


def may_begin(proposal: Proposal) -> bool:
    """Say whether everyone who is in said yes, and they are enough. Silence never counts."""
    in_it = set(proposal.people)
    return proposal.stage is ProposalStage.STARTING and proposal.is_enough and in_it == set(proposal.ready) & in_it


def hear_first(before: Proposal, after: Proposal) -> tuple[Waiting, ...]:
    """List who hears first that there is room, after people got up or moved.

    Where all places were taken, as many as got up, in the order in which they wait; else whoever waits longest for each
    seat that opened.
    """
    if not after.is_gathering:
        return ()
    if len(before.people) >= before.size.most:
        return after.waiting[: max(0, len(before.people) - len(after.people))]
    taken = {seat.id for seat in before.seats if seat.person is not None}
    opened = [seat.name for seat in after.seats if seat.wanted and seat.person is None and seat.id in taken]
    first = (next((one for one in after.waiting if one.seat == name), None) for name in opened)
    return tuple(one for one in first if one is not None)


def silent(proposal: Proposal) -> tuple[PersonId, ...]:
    """List who is in and has not answered whether to start."""
    return tuple(person for person in proposal.people if person not in proposal.ready)


def _gathering(proposal: Proposal) -> None:
    if not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))


def _fill(proposal: Proposal, seat: Seat) -> Proposal:
    return replace(proposal, seats=tuple(seat if old.id == seat.id else old for old in proposal.seats))


def _vacate(proposal: Proposal, person: PersonId) -> Proposal:
    kept = tuple(
        replace(seat, person=None) if seat.person == person else seat
        for seat in proposal.seats
        if seat.person != person or seat.wanted
    )
    return replace(proposal, seats=kept, ready=tuple(one for one in proposal.ready if one != person))


def _wait(proposal: Proposal, person: PersonId, seat: str, now: datetime) -> Proposal:
    if any(one.person == person for one in proposal.waiting):
        return proposal
    return replace(proposal, waiting=(*proposal.waiting, Waiting(person, seat, now)))


def _no_longer_waits(proposal: Proposal, person: PersonId) -> Proposal:
    return replace(proposal, waiting=tuple(one for one in proposal.waiting if one.person != person))


def _back_when_few(proposal: Proposal) -> Proposal:
    few = proposal.stage is ProposalStage.STARTING and not proposal.is_enough
    return wait_for_more(proposal) if few else proposal
