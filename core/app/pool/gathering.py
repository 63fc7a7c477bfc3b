"""What does a plan have to know: who may be asked now, and what is open?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from core.app.pool.apart import SOURCES, Source, kept_apart
from core.app.pool.ports import InPool, Wish
from core.app.ports import Work
from core.app.rows import Person
from core.app.turn import Node
from core.constitution import MOST_AT_START, SEATS_PER_PERSON
from core.groups.proposal import Proposal
from core.ids import PersonId
from core.matching.offers import ASKS_A_WEEK, Offer
from core.matching.profile import Profile, hours_in_utc, languages_of
from core.matching.season import Place, Season, Seeker, Sitting, new_around

WEEK, RECENTLY, LATEST = timedelta(days=7), timedelta(days=90), timedelta(hours=1)
People = Mapping[PersonId, tuple[Person, Profile]]
OfEach = Mapping[PersonId, frozenset[PersonId]]


async def gather(work: Work, wish: Wish, now: datetime, node: Node, sources: tuple[Source, ...] = SOURCES) -> Season:
    """Read everything a plan needs, in one look."""
    offers = await work.pool.open_offers()
    again = _both_ways(await work.pool.together(now - RECENTLY))
    everybody = await work.pool.everybody(now)
    free = await _who_may_be_asked(work, everybody, offers, now)
    held_back = await work.family.first_asked(now)
    proposals = [one for one in await work.proposals.gathering() if one.by > now + LATEST and one.id not in held_back]
    sitting = {person for one in proposals for person in one.people}
    sitting |= {one.person for offer in offers for one in offer.still_in}
    known = await work.profiles.of(sitting)
    apart = await kept_apart(work, {*sitting, *(one.person.id for one in free)}, sources)
    reader = _Reader(known, apart, again, now.date(), node.zone)
    places = [reader.of_proposal(one, offers) for one in proposals]
    places += [reader.of_offer(one) for one in offers if one.proposal is None]
    begun = {offer.id: new_around(offer.people[0].person) for offer in offers}
    barred = await work.pool.barred(now)
    barred |= {
        (person, place) for place, what in begun.items() for person, barred_from in barred if barred_from == what
    }
    barred |= {(one.person, offer.proposal or offer.id) for offer in offers for one in offer.people}
    barred |= {(person, one.id) for one in proposals for person in (*one.people, *(w.person for w in one.waiting))}
    seekers = tuple(reader.seeker(one, now) for one in free)
    return Season(seekers, tuple(places), frozenset(barred), frozenset(wish.around), wish.turn)


async def _who_may_be_asked(
    work: Work, everybody: Sequence[InPool], offers: Sequence[Offer], now: datetime
) -> list[InPool]:
    """Leave out who is being asked, was asked three times this week, or holds as many seats as one may."""
    busy = {one.person for offer in offers for one in offer.still_in}
    often = await work.pool.asked_since(now - WEEK)
    free = [one for one in everybody if one.person.id not in busy and often.get(one.person.id, 0) < ASKS_A_WEEK]
    held = await work.pool.seats_held([one.person.id for one in free])
    return [one for one in free if held.get(one.person.id, 0) < SEATS_PER_PERSON]


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
        """Read an open proposal; a seat that somebody is being asked about is not open meanwhile."""
        asked = [
            each for offer in offers if offer.proposal == one.id for each in offer.people if each in offer.still_in
        ]
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
