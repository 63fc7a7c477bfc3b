"""What do seeking and finding need from outside: the rows, in the same transaction as everything else?"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.app.rows import Person
from core.groups.group import Group
from core.ids import OfferId, PersonId, ProposalId
from core.matching.offers import Offer
from core.matching.profile import Profile, Seeking


@dataclass(frozen=True, slots=True)
class InPool:
    """Someone who seeks, with all that a plan needs to know of them."""

    person: Person
    profile: Profile
    seeking: Seeking


@dataclass(frozen=True, slots=True)
class Wish:
    """A plan that is wanted.

    Attributes:
        turn: Counts plans; also their seed.
        around: Proposals or offers somebody declined; empty when everything is to be planned.
    """

    turn: int
    around: tuple[str, ...]


class Profiles(Protocol):
    """What people declared."""

    async def get(self, person: PersonId) -> Profile:
        """Return what someone declared; an empty profile when nothing was."""
        ...

    async def put(self, profile: Profile) -> None: ...

    async def drop(self, person: PersonId) -> None: ...

    async def of(self, people: Collection[PersonId]) -> Mapping[PersonId, tuple[Person, Profile]]:
        """Return what several people declared, empty profiles included."""
        ...


class Pool(Protocol):
    """Who seeks, what they were asked, and what they do not want to be asked again."""

    async def seeking(self, person: PersonId) -> Seeking | None: ...

    async def put_seeking(self, seeking: Seeking) -> None: ...

    async def stop(self, person: PersonId) -> None: ...

    async def count(self) -> int:
        """Count who seeks."""
        ...

    def everybody(self, now: datetime) -> AsyncIterator[Sequence[InPool]]:
        """Go through who seeks now in the order of their ids, some at a time."""
        ...

    async def keep_vector(self, person: PersonId, topic: str, vector: str, way: str) -> None:
        """Keep a vector that was worked out, unless the topic has changed meanwhile."""
        ...

    async def offer(self, offer: OfferId) -> Offer | None: ...

    async def put_offer(self, offer: Offer) -> None: ...

    async def open_offers(self) -> Sequence[Offer]:
        """List the offers that still ask, oldest first."""
        ...

    async def offer_for(self, person: PersonId) -> Offer | None:
        """Return the open offer that someone was asked about or said yes to."""
        ...

    async def asked_since(self, since: datetime, people: Collection[PersonId]) -> Mapping[PersonId, int]:
        """Count how often each of these people was asked since a moment; who was not is left out."""
        ...

    async def bar(self, person: PersonId, what: str, until: datetime) -> None:
        """Note that someone is not to be asked about a thing until then."""
        ...

    async def barred(self, now: datetime, people: Collection[PersonId]) -> frozenset[tuple[str, str]]:
        """Return the pairs (one of these people, thing) that are not to be asked now."""
        ...

    async def together(self, since: datetime) -> frozenset[tuple[PersonId, PersonId]]:
        """Return the pairs of seekers and others who were in one group, or were introduced, since a moment."""
        ...

    async def seats_held(self, people: Collection[PersonId]) -> Mapping[PersonId, int]:
        """Count the seats people hold, in gathering proposals and in groups."""
        ...

    async def groups_with_room(self) -> Sequence[Group]:
        """List the living groups that miss somebody, newest first."""
        ...

    async def want_plan(self, around: ProposalId | OfferId | None = None) -> None:
        """Note that a plan is wanted: of everything, or around one thing."""
        ...

    async def plan_wanted(self, now: datetime) -> bool:
        """Say whether a plan is wanted and none is running."""
        ...

    async def take_plan(self, now: datetime, until: datetime) -> Wish | None:
        """Take the plan that is wanted; nobody else takes one until then."""
        ...

    async def plan_done(self) -> None:
        """Let the next plan be taken."""
        ...
