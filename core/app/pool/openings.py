"""Which seats are open, in every chat and messenger, and how well does each suit one person?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from core.app.pool.apart import kept_apart
from core.app.rows import Person as Who
from core.app.turn import Turn
from core.constitution import MOST_EVER
from core.groups.group import Group
from core.groups.proposal import Proposal
from core.ids import PersonId
from core.matching.find import Fit, Opening, explain, score
from core.matching.people import Person
from core.matching.profile import Profile, hours_in_utc, languages_of
from core.matching.signature import vector
from core.matching.skills import keys_brought, seat_key
from core.matching.week import WHOLE_WEEK

ANYTHING = "*"
"""The key of a seat for whatever somebody brings."""

REMEMBERED = 5_000
EQUAL = 6

known_vector = lru_cache(REMEMBERED)(vector)


@dataclass(frozen=True, slots=True)
class Open:
    """A proposal or a group with room, and how it suits."""

    what: Proposal | Group
    seat: str
    fit: Fit


async def best_open(turn: Turn, topics: Sequence[str], near: float) -> list[Open]:
    """List what is open to someone, the best first; equal ones begin elsewhere each time they look.

    Args:
        topics: What they look for; the best of these counts.
        near: How near one of these has to be, 0 to 1.
    """
    profile = await turn.work.profiles.get(turn.person.id)
    found: list[Proposal | Group] = list(await turn.work.proposals.gathering())
    held_back = await turn.work.family.first_asked(turn.now)
    found = [one for one in found if turn.person.id not in one.people and one.id not in held_back]
    found += [one for one in await turn.work.pool.groups_with_room() if _may_enter(one, turn.person.id)]
    sitting = {person for one in found for person in one.people}
    known = await turn.work.profiles.of({*sitting, turn.person.id})
    apart = (await kept_apart(turn.work, {*sitting, turn.person.id})).get(turn.person.id, frozenset())
    openings = [_opening(one, known, turn.now.date(), turn.node.zone) for one in found]
    keys = frozenset(key for opening in openings for key in opening.roles)
    brings = keys_brought(profile.brings, keys) | {ANYTHING} if profile.brings else keys
    hours = hours_in_utc(profile, turn.zone, turn.now.date())
    spoken = languages_of(profile, turn.person.language)
    seekers = [
        Person(turn.person.id, known_vector(topic), brings, spoken, hours, blocks=apart) for topic in topics or [""]
    ]
    shown = [
        Open(what, _seat(what, fit.role), fit)
        for what, opening in zip(found, openings, strict=True)
        if (fit := _best_fit(seekers, opening, near)) is not None
    ]
    return _rotated(shown, profile.looks)


def _best_fit(seekers: Sequence[Person], opening: Opening, near: float) -> Fit | None:
    fits = [
        explain(person, opening, value)
        for person in seekers
        if (value := score(person, opening)) is not None and _near(person, opening) >= near
    ]
    return max(fits, key=lambda fit: fit.score, default=None)


def _near(person: Person, opening: Opening) -> float:
    return sum(a * b for a, b in zip(person.topic, opening.topic, strict=False))


def _rotated(shown: list[Open], looks: int) -> list[Open]:
    """Sort by how well each suits; among equals another one is first each time."""
    equal: dict[float, list[Open]] = {}
    for one in sorted(shown, key=lambda each: each.fit.opening.id):
        equal.setdefault(round(one.fit.score, EQUAL), []).append(one)
    ordered = []
    for value in sorted(equal, reverse=True):
        group = equal[value]
        first = looks % len(group)
        ordered += group[first:] + group[:first]
    return ordered


def _may_enter(group: Group, person: PersonId) -> bool:
    return group.member(person) is None and len(group.present) < MOST_EVER


def _opening(one: Proposal | Group, known: Mapping[PersonId, tuple[Who, Profile]], today: date, zone: str) -> Opening:
    hours, spoken = WHOLE_WEEK, None
    for person in one.people:
        who, profile = known[person]
        hours &= hours_in_utc(profile, who.zone or zone, today)
        own = languages_of(profile, who.language)
        spoken = own if spoken is None else spoken & own
    if isinstance(one, Proposal):
        title, missing = " · ".join((one.what, *one.topics)), one.missing
        wanted = sum(seat.wanted for seat in one.seats) or one.size.most
        room = one.size.most - len(one.people)
    else:
        title, missing = one.name, one.open_seats
        wanted, room = len(one.people) + len(missing), MOST_EVER - len(one.people)
    roles = frozenset(map(seat_key, missing)) or frozenset({ANYTHING})
    left = min(len(missing) or room, room)
    members = frozenset(one.people)
    return Opening(one.id, known_vector(title), roles, wanted, left, spoken or frozenset(), hours, members)


def _seat(what: Proposal | Group, role: str) -> str:
    names = what.missing if isinstance(what, Proposal) else what.open_seats
    return next((name for name in names if seat_key(name) == role), "")
