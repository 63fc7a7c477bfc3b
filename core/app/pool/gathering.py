"""What does a plan have to know: who may be asked now, and what is open?"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from core.app.pool.apart import SOURCES, Source, kept_apart
from core.app.pool.ports import InPool, Wish
from core.app.ports import Work
from core.app.rows import Person
from core.app.turn import Node
from core.constitution import MOST_AT_START, SEATS_PER_PERSON
from core.groups.proposal import Proposal
from core.ids import OfferId, PersonId, ProposalId
from core.matching.offers import ASKS_A_WEEK, Offer
from core.matching.profile import Profile, hours_in_utc, languages_of
from core.matching.season import Place, Season, Seeker, Sitting, new_around
from core.slices import slices

WEEK, RECENTLY, LATEST = timedelta(days=7), timedelta(days=90), timedelta(hours=1)
People = Mapping[PersonId, tuple[Person, Profile]]
Item = TypeVar("Item")
Value = TypeVar("Value")
OfEach = Mapping[PersonId, frozenset[PersonId]]


async def gather(work: Work, wish: Wish, now: datetime, node: Node, sources: tuple[Source, ...] = SOURCES) -> Season:
    """Read everything a plan needs, in one look; others have their turn meanwhile, however many seek."""
    offers = await work.pool.open_offers()
    again = _both_ways(await work.pool.together(now - RECENTLY))
    held_back = await work.family.first_asked(now)
    proposals = [one for one in await work.proposals.gathering() if one.by > now + LATEST and one.id not in held_back]
    free, barred = await _who_may_be_asked(work, offers, now)
    sitting = {person for one in proposals for person in one.people}
    sitting |= {one.person for offer in offers for one in offer.still_in}
    known = await work.profiles.of(sitting)
    apart = await kept_apart(work, {*sitting, *(one.person.id for one in free)}, sources)
    reader = _Reader(known, apart, again, now.date(), node.zone)
    of_each = _by_proposal(offers)
    places = await _each(proposals, lambda one: reader.of_proposal(one, of_each.get(one.id, ())))
    places += await _each([one for one in offers if one.proposal is None], reader.of_offer)
    barred |= {(one.person, offer.proposal or offer.id) for offer in offers for one in offer.people}
    barred |= {(person, one.id) for one in proposals for person in (*one.people, *(w.person for w in one.waiting))}
    seekers = await _each(free, lambda one: reader.seeker(one, now))
    return Season(tuple(seekers), tuple(places), frozenset(barred), frozenset(wish.around), wish.turn)


async def _each(items: Sequence[Item], read: Callable[[Item], Value]) -> list[Value]:
    found: list[Value] = []
    for some in slices(items):
        found += map(read, some)
        await asyncio.sleep(0)
    return found


async def _who_may_be_asked(
    work: Work, offers: Sequence[Offer], now: datetime
) -> tuple[list[InPool], set[tuple[str, str]]]:
    """Leave out who is being asked, was asked three times this week, or holds as many seats as one may.

    Returns:
        The others, and the pairs of them and what they are not to be asked about: who declined to begin a group around
        somebody is not asked about the one that was begun, either.
    """
    busy = {one.person for offer in offers for one in offer.still_in}
    begun: dict[str, list[OfferId]] = {}
    for offer in offers:
        begun.setdefault(new_around(offer.people[0].person), []).append(offer.id)
    free: list[InPool] = []
    barred: set[tuple[str, str]] = set()
    async for page in work.pool.everybody(now):
        these = [one.person.id for one in page if one.person.id not in busy]
        often, held = await work.pool.asked_since(now - WEEK, these), await work.pool.seats_held(these)
        free += [
            one
            for one in page
            if one.person.id not in busy
            and often.get(one.person.id, 0) < ASKS_A_WEEK
            and held.get(one.person.id, 0) < SEATS_PER_PERSON
        ]
        for person, what in await work.pool.barred(now, these):
            barred |= {(person, what), *((person, offer) for offer in begun.get(what, ()))}
    return free, barred


def _by_proposal(offers: Sequence[Offer]) -> Mapping[ProposalId, Sequence[Offer]]:
    found: dict[ProposalId, list[Offer]] = {}
    for offer in offers:
        if offer.proposal is not None:
            found.setdefault(offer.proposal, []).append(offer)
    return found


class _Reader:
    """Turns rows into what the rules know of people and places."""

    def __init__(self, known: People, apart: OfEach, again: OfEach, today: date, zone: str) -> None:
        self._known, self._apart, self._again, self._today, self._zone = known, apart, again, today, zone

    def seeker(self, one: InPool, now: datetime) -> Seeker:
        """Read someone who seeks."""
        person, seeking = one.person.id, one.seeking
        waited = (now - seeking.since) / timedelta(days=1)
        return Seeker(
            person,
            seeking.topic,
            seeking.vector,
            seeking.way,
            one.profile.brings,
            languages_of(one.profile, one.person.language),
            hours_in_utc(one.profile, one.person.zone or self._zone, self._today),
            waited,
            self._apart.get(person, frozenset()),
            self._again.get(person, frozenset()),
        )

    def of_proposal(self, one: Proposal, offers: Sequence[Offer]) -> Place:
        """Read an open proposal and its offers; a seat that somebody is being asked about is not open meanwhile."""
        asked = [each for offer in offers for each in offer.people if each in offer.still_in]
        sitting = tuple(self._sitting(person) for person in (*one.people, *(each.person for each in asked)))
        taken = {each.seat.casefold() for each in asked}
        seats = tuple(name for name in one.missing if name.casefold() not in taken)
        wanted = sum(seat.wanted for seat in one.seats)
        room = max(0, one.size.most - len(sitting)) if seats or not wanted else 0
        return Place(one.id, " · ".join((one.what, *one.topics)), sitting, seats, wanted, room)

    def of_offer(self, one: Offer) -> Place:
        """Read a new group that is being asked; there is room where somebody said no."""
        sitting = tuple(self._sitting(each.person) for each in one.still_in)
        declined = len(one.people) - len(sitting)
        return Place(one.id, one.title, sitting, (), 0, min(declined, MOST_AT_START - len(sitting)))

    def _sitting(self, person: PersonId) -> Sitting:
        who, profile = self._known[person]
        languages = languages_of(profile, who.language)
        hours = hours_in_utc(profile, who.zone or self._zone, self._today)
        return Sitting(
            person, languages, hours, self._apart.get(person, frozenset()), self._again.get(person, frozenset())
        )


def _both_ways(pairs: frozenset[tuple[PersonId, PersonId]]) -> OfEach:
    found: dict[PersonId, set[PersonId]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {person: frozenset(others) for person, others in found.items()}
