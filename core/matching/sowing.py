"""Who suits which open seat, and which new groups could begin? Runs in the worker process, which loads numpy.

First open seats are filled, then circles begin around those who waited longest; those who met recently are kept apart
until nothing else fits. Everybody is in one suggestion at the most.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from core.matching.circles import begin_circles, looked_at_together
from core.matching.fairness import long_first, longer_first
from core.matching.find import Opening
from core.matching.formation.grand import form_any
from core.matching.formation.plan import at_most, by_moves
from core.matching.formation.replan import MOVES, part_of
from core.matching.objective import cosine
from core.matching.people import Group, Market, Person, Project, Seat
from core.matching.reasons import NEAR_TOPIC, Reason, Why, topic_reason, waited_reason
from core.matching.season import NEW, Asked, Place, Season, Seeker, Sitting, Sown, Suggestion, new_around
from core.matching.seats import distinct_roles
from core.matching.signature import pack, unpack, vector, way
from core.matching.single_seats import Chosen, choose_singles
from core.matching.skills import keys_brought, seat_key, word_for
from core.matching.week import WHOLE_WEEK
from core.matching.yielding import yield_seats

FEWEST_NEW = 3
ROUNDS = 3
MOST_COMPARED = 2_000
"""Seekers of whom each is compared with every seat, for the sake of those who waited longest."""
MOST_MOVES, GROUP = 200_000, 4
"""Moves for all groups of a large pool together, of about so many people each: half a minute of the processor."""
ANYTHING = "*"
"""The role of a seat for whatever somebody brings; folded words have no such sign."""


def sow(season: Season) -> Sown:
    """Say whom to ask about what."""
    how = way()
    meant = cache(lambda words: vector(words, how))
    fresh = {one.id: meant(one.topic) for one in season.seekers if one.topic and one.way != how}
    topics = {one.id: fresh.get(one.id) or unpack(one.vector) for one in season.seekers if one.topic}
    left, found = list(season.seekers), list[Suggestion]()
    for apart in (True, False):
        for suggestion in _one_pass(season, left, topics, how, apart):
            found.append(suggestion)
        taken = {asked.person for one in found for asked in one.people}
        left = [one for one in left if one.id not in taken]
        if not any(one.again for one in left):
            break
    packed = tuple((name, pack(numbers)) for name, numbers in sorted(fresh.items()))
    return Sown(tuple(found), packed, how)


def _one_pass(
    season: Season, seekers: list[Seeker], topics: Mapping[str, Sequence[float]], how: str, apart: bool
) -> Iterable[Suggestion]:
    """Fill open seats, then begin circles; `apart` keeps those apart who met recently."""
    keys = frozenset(seat_key(seat) for place in season.places for seat in place.seats)
    brought = cache(lambda names: keys_brought(names, keys))  # many bring the same few things
    people = {one.id: _person(one, topics.get(one.id, ()), brought(one.brings), apart) for one in seekers}
    known = {one.id: one for one in seekers}
    for suggestion in _fill(season, people, known, how, apart):
        for asked in suggestion.people:
            del people[asked.person]
        yield suggestion
    if season.around:
        return
    resting = {who for who, place in season.barred if place == new_around(who)}
    for turn in range(ROUNDS):
        begun = 0
        for part in looked_at_together(list(people.values()), turn):
            circles = begin_circles(part, turn, resting)
            begun += len(circles)
            for suggestion in _form(circles, part, known, season) if circles else ():
                for asked in suggestion.people:
                    people.pop(asked.person, None)
                yield suggestion
        if not begun:
            return


def _person(one: Seeker, topic: Sequence[float], brings: frozenset[str], apart: bool) -> Person:
    blocks = one.apart | one.again if apart else one.apart
    return Person(one.id, topic, brings, one.languages, one.hours, one.wait_days, blocks - {one.id})


def _fill(
    season: Season, people: Mapping[str, Person], known: Mapping[str, Seeker], how: str, apart: bool
) -> list[Suggestion]:
    """Fill the open seats of places."""
    places = {one.id: one for one in season.places if one.room and one.sitting}
    if not places or not people:
        return []
    topics = {one.id: vector(one.title, how) for one in places.values()}
    sitting = _sitting(places.values(), topics, apart)
    projects, firm = zip(*(_project(place) for place in places.values()), strict=True)
    barred = {(who, place) for who, place in season.barred if place in places}
    market = Market((*people.values(), *sitting), projects, frozenset(barred), firm, near=NEAR_TOPIC)
    groups = list(_formed(market, season, frozenset(season.around)))
    whole = {group.project for group in groups}
    left = [
        place for place in places.values() if place.id not in whole and (not season.around or place.id in season.around)
    ]
    groups += _singles(market, left, people, groups)
    there = {person.id: person for person in market.people}
    return [
        suggestion
        for group in groups
        if (suggestion := _to_fill(places[group.project], group, there, known, topics)) is not None
    ]


def _singles(
    market: Market, places: Sequence[Place], people: Mapping[str, Person], groups: Sequence[Group]
) -> list[Group]:
    """Bring those who are left to places that cannot be completed, one to each."""
    taken = frozenset(name for group in groups for name in group.members)
    free = [_anything(person) for person in people.values() if person.id not in taken]
    there = {person.id: person for person in market.people}
    openings = [_opening(place, [there[_chair(place, one)] for one in place.sitting]) for place in places]
    chosen = choose_singles(free, openings, market.barred, longer_first(free) | long_first(free), market.near)
    by_id = {place.id: place for place in places}
    return [
        Group(one.place, (*(Seat(_chair(by_id[one.place], each)) for each in by_id[one.place].sitting), _seat(one)))
        for one in chosen
    ]


def _seat(chosen: Chosen) -> Seat:
    return Seat(chosen.person, None if chosen.role == ANYTHING else chosen.role)


def _anything(person: Person) -> Person:
    return replace(person, roles=person.roles | {ANYTHING})


def _opening(place: Place, members: Sequence[Person]) -> Opening:
    common, languages = _shared(members)
    roles = frozenset(map(seat_key, place.seats)) or frozenset({ANYTHING})
    wanted = place.wanted or len(place.sitting) + place.room
    blocked = frozenset(name for member in members for name in member.blocks)
    names = frozenset(one.id for one in place.sitting)
    return Opening(
        place.id, members[0].topic, roles, wanted, min(wanted, place.room), languages, common, names, blocked
    )


def _sitting(places: Iterable[Place], topics: Mapping[str, Sequence[float]], apart: bool) -> list[Person]:
    """Write those who sit as people of the market, one for each seat: somebody may sit in several places."""
    return [
        Person(
            _chair(place, one),
            topics[place.id] if one == place.sitting[0] else (),
            frozenset(),
            one.languages,
            one.hours,
            blocks=one.apart | one.again | {one.id} if apart else one.apart | {one.id},
        )
        for place in places
        for one in place.sitting
    ]


def _chair(place: Place, one: Sitting) -> str:
    return f"{place.id}/{one.id}"


def _project(place: Place) -> tuple[Project, Group]:
    """Write a place as a project whose members are firm; nobody but newcomers takes its wanted seats."""
    names = [_chair(place, one) for one in place.sitting]
    needs = tuple(seat_key(seat) for seat in place.seats[: place.room])
    return Project(place.id, names[0], needs), Group(place.id, tuple(Seat(name) for name in names))


def _formed(market: Market, season: Season, around: frozenset[str]) -> Sequence[Group]:
    inside = part_of(market, around) if around else market
    bonus = longer_first(inside.people) | long_first(inside.people)
    measure = (lambda _part: by_moves(MOVES)) if around else at_most(MOST_MOVES * GROUP / len(season.seekers))
    groups = form_any(inside, season.seed, (measure, measure), bonus).groups
    return groups if len(season.seekers) > MOST_COMPARED else yield_seats(inside, groups)


def _to_fill(
    place: Place,
    group: Group,
    people: Mapping[str, Person],
    known: Mapping[str, Seeker],
    topics: Mapping[str, Sequence[float]],
) -> Suggestion | None:
    newcomers = [seat for seat in group.seats if seat.person in known][: place.room]
    if not newcomers:
        return None
    members = [people[_chair(place, one)] for one in place.sitting] + [people[seat.person] for seat in newcomers]
    common, languages = _shared(members)
    names = {seat_key(seat): seat for seat in reversed(place.seats)}
    whole = bool(place.wanted) and len(newcomers) == len(place.seats)
    asked = []
    for seat in newcomers:
        role = names.get(seat.role or "", "")
        own = known[seat.person].brings
        brought = role or next(iter(own), "")
        near = cosine(people[seat.person].topic, topics[place.id])
        reasons = _why(people[seat.person], role, common, near, languages, len(members) if whole else 0)
        asked.append(Asked(seat.person, brought, reasons))
    again = _met(members, known, place.sitting)
    return Suggestion(place.id, "", tuple(asked), common, languages, again)


def _form(
    begun: Sequence[str], seeking: Sequence[Person], known: Mapping[str, Seeker], season: Season
) -> list[Suggestion]:
    """Form new groups around those who begin; everybody in one seeks what it is about."""
    people = {person.id: person for person in seeking}
    projects = tuple(Project(new_around(initiator), initiator) for initiator in begun)
    barred = frozenset((who, place) for who, place in season.barred if place.startswith(NEW))
    groups = _formed(Market(tuple(seeking), projects, barred, near=NEAR_TOPIC), season, frozenset())
    return [_new(group, people, known) for group in groups if len(group.seats) >= FEWEST_NEW]


def _new(group: Group, people: Mapping[str, Person], known: Mapping[str, Seeker]) -> Suggestion:
    members = [people[seat.person] for seat in group.seats]
    common, languages = _shared(members)
    roles = distinct_roles([person.roles for person in members])
    asked = []
    for person, role in zip(members, roles, strict=True):
        brought = word_for(known[person.id].brings, role) if role else ""
        near = cosine(person.topic, members[0].topic)
        asked.append(Asked(person.id, brought, _why(person, brought, common, near, languages, 0)))
    again = _met(members, known, ())
    return Suggestion("", known[members[0].id].topic, tuple(asked), common, languages, again)


def _shared(members: Sequence[Person]) -> tuple[int, frozenset[str]]:
    common = WHOLE_WEEK
    for person in members:
        common &= person.hours
    return common, frozenset.intersection(*(person.languages for person in members))


def _why(
    person: Person, covers: str, common: int, near: float, languages: frozenset[str], completes: int
) -> tuple[Reason, ...]:
    found = [Reason(Why.COVERS, (covers,))] if covers else []
    if completes:
        found.append(Reason(Why.COMPLETES, (), completes))
    if common != WHOLE_WEEK:
        found.append(Reason(Why.HOURS, (), common.bit_count()))
    found += topic_reason(near)
    found.append(Reason(Why.LANGUAGE, tuple(sorted(languages))))
    return tuple(found + waited_reason(person))


def _met(members: Sequence[Person], known: Mapping[str, Seeker], sitting: Sequence[Sitting]) -> bool:
    """Say whether two of them met recently."""
    names = {person.id for person in members} | {one.id for one in sitting}
    return any(known[person.id].again & names for person in members if person.id in known) or any(
        one.again & names for one in sitting
    )
