"""How do people sit together in a group of equals, leave it and let others in?"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.constitution import MOST_EVER, has_room, is_thin
from core.errors import Refused
from core.groups.proposal import Waiting
from core.ids import GroupId, PersonId, ProposalId
from core.wording import text


class GroupStage(StrEnum):
    """Where a group stands."""

    FORMING = "forming"
    LIVING = "living"
    ASLEEP = "asleep"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Member:
    """Someone with a seat.

    Attributes:
        seat: What they bring, in their words; empty for whoever had the idea.
        joined: Aware UTC.
        left: Aware UTC; None while they are here.
    """

    person: PersonId
    seat: str
    joined: datetime
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """3 to 8 people with seats and a contract.

    Attributes:
        name: What it set out to do.
        proposal: Where it came from.
        members: Everyone who ever was, in order of arrival; present ones have no `left`.
        open_seats: What is missing now.
        waiting: Who would come in when there is room, in order of arrival.
        language: Language code of what is said to all.
        born: Aware UTC.
    """

    id: GroupId
    name: str
    proposal: ProposalId
    stage: GroupStage
    members: tuple[Member, ...]
    language: str
    born: datetime
    open_seats: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    @property
    def present(self) -> tuple[Member, ...]:
        """List who is here."""
        return tuple(member for member in self.members if member.left is None)

    @property
    def people(self) -> tuple[PersonId, ...]:
        """List who is here, by person."""
        return tuple(member.person for member in self.present)

    @property
    def is_thin(self) -> bool:
        """Say whether so few are left that it should seek, merge, sleep or close."""
        return is_thin(len(self.present))

    def member(self, person: PersonId) -> Member | None:
        """Return a present member."""
        return next((one for one in self.present if one.person == person), None)


def admit(group: Group, person: PersonId, seat: str, now: datetime) -> Group:
    """Give someone a seat, after all members consented.

    Raises:
        Refused: There are eight already, or the group is over.
    """
    if group.member(person) is not None:
        return group
    if not has_room(len(group.present)) or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-group-full", most=MOST_EVER))
    taken = next((name for name in group.open_seats if name.casefold() == seat.casefold()), None)
    return replace(
        group,
        members=(*group.members, Member(person, seat, now)),
        open_seats=tuple(name for name in group.open_seats if name != taken),
        waiting=tuple(one for one in group.waiting if one.person != person),
    )


def leave(group: Group, person: PersonId, now: datetime) -> Group:
    """Let a member go at once; their seat opens, their history stays."""
    going = group.member(person)
    if going is None:
        raise Refused(text("refused-not-member"))
    members = tuple(replace(one, left=now) if one is going else one for one in group.members)
    seats = (*group.open_seats, going.seat) if going.seat else group.open_seats
    stage = group.stage if any(one.left is None for one in members) else GroupStage.CLOSED
    return replace(group, members=members, open_seats=seats, stage=stage)


def wait(group: Group, person: PersonId, seat: str, now: datetime) -> Group:
    """Put someone at the end of the waiting list, once."""
    if any(one.person == person for one in group.waiting):
        return group
    return replace(group, waiting=(*group.waiting, Waiting(person, seat, now)))


def no_longer_waits(group: Group, person: PersonId) -> Group:
    """Take someone off the waiting list."""
    return replace(group, waiting=tuple(one for one in group.waiting if one.person != person))
