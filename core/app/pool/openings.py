"""Which seats are open, in every chat and messenger, and how well does each suit one person?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from core.app.pool.apart import kept_apart
from core.app.rows import Person as Who
from core.app.turn import Turn
from core.constitution import MOST_EVER
from core.groups.group import Group
from core.groups.proposal import Proposal
from core.ids import PersonId
from core.matching import semantic, worker
from core.matching.find import Fit, Opening, best_seats
from core.matching.people import Person
from core.matching.profile import Profile, hours_in_utc, languages_of
from core.matching.signature import MEANING, vector, way, width
from core.matching.skills import keys_brought, seat_key
from core.matching.week import WHOLE_WEEK

if TYPE_CHECKING:
    from core.matching.finding import Openings

People = Mapping[PersonId, tuple[Who, Profile]]

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


async def best_open(turn: Turn, topics: Sequence[str], near: float, most: int) -> list[Open]:
    """List what is open to someone, the best first; equal ones begin elsewhere each time they look.

    Args:
        topics: What they look for; the best of these counts.
        near: How near one of these has to be, 0 to 1.
        most: How many are wanted; those as good as the last of them come too.

    Raises:
        NotLearned: Some texts were never read; the event begins anew once they are.
    """
    profile = await turn.work.profiles.get(turn.person.id)
    everything: list[Proposal | Group] = list(await turn.work.proposals.gathering())
    everything += await turn.work.pool.groups_with_room()
    held_back = await turn.work.family.first_asked(turn.now)
    sitting = {person for one in everything for person in one.people}
    known = await turn.work.profiles.of({*sitting, turn.person.id})
    apart = (await kept_apart(turn.work, {*sitting, turn.person.id})).get(turn.person.id, frozenset())
    how = way()
    if how == MEANING:
        semantic.require([*topics, *map(_title, everything)])
    shelf.lay(everything, known, turn.now.date(), turn.node.zone, how)
    keys = shelf.roles
    brings = keys_brought(profile.brings, keys) | {ANYTHING} if profile.brings else keys
    hours = hours_in_utc(profile, turn.zone, turn.now.date())
    spoken = languages_of(profile, turn.person.language)
    found: dict[str, Fit] = {}
    for topic in topics or [""]:
        seeker = Person(turn.person.id, known_vector(topic, how), brings, spoken, hours, blocks=apart)
        for fit in shelf.best(seeker, most + len(held_back), near):
            if fit.opening.id not in found or fit.score > found[fit.opening.id].score:
                found[fit.opening.id] = fit
    by_id = {str(one.id): one for one in everything if one.id not in held_back and _may_enter(one, turn.person.id)}
    shown = [Open(by_id[name], _seat(by_id[name], fit.role), fit) for name, fit in found.items() if name in by_id]
    return _rotated(shown, profile.looks)


class Shelf:
    """What is open, laid out so that the best is found without looking at most of it; kept from one look to the next.

    With the extra [matching] it is the exact index of `core.matching.finding`, else a plain list: the rule is the same.
    """

    def __init__(self) -> None:
        self._begin(None, None)

    def _begin(self, frame: object, index: "Openings | None") -> None:
        self._frame, self._index = frame, index
        self._made_of: dict[str, int] = {}
        self._openings: dict[str, Opening] = {}

    @property
    def roles(self) -> frozenset[str]:
        """Name every role that is wanted."""
        return frozenset(role for one in self._openings.values() for role in one.roles)

    def lay(self, everything: Sequence[Proposal | Group], known: People, today: date, zone: str, how: str) -> None:
        """Take in what has changed since the last look."""
        if self._frame != (today, zone, how):
            self._begin((today, zone, how), _index(how))
        here = {str(one.id): one for one in everything}
        for name in self._made_of.keys() - here.keys():
            self._drop(name)
        for name, one in here.items():
            made_of = hash((one, *(known[person] for person in one.people)))
            if self._made_of.get(name) != made_of:
                self._drop(name)
                self._made_of[name] = made_of
                self._openings[name] = opening = _opening(one, known, today, zone, how)
                if self._index is not None:
                    self._index.put(opening)

    def best(self, person: Person, most: int, near: float) -> list[Fit]:
        """Find the best for one person; those as good as the last come too."""
        if self._index is not None:
            return self._index.best(person, most, near, ties=True)
        return best_seats(person, self._openings.values(), len(self._openings), near)

    def _drop(self, name: str) -> None:
        self._made_of.pop(name, None)
        self._openings.pop(name, None)
        if self._index is not None:
            self._index.drop(name)


shelf = Shelf()


def _index(how: str) -> "Openings | None":
    """Make an empty index, if its library is installed; only a house in which somebody looks pays for it."""
    if not worker.is_installed():
        return None
    from core.matching.finding import Openings  # noqa: PLC0415 - numpy, only where somebody looks

    return Openings(width(how))


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


def _may_enter(what: Proposal | Group, person: PersonId) -> bool:
    if isinstance(what, Proposal):
        return person not in what.people
    return what.member(person) is None and len(what.present) < MOST_EVER


def _title(one: Proposal | Group) -> str:
    return " · ".join((one.what, *one.topics)) if isinstance(one, Proposal) else one.name


def _opening(one: Proposal | Group, known: People, today: date, zone: str, how: str) -> Opening:
    hours, spoken = WHOLE_WEEK, None
    for person in one.people:
        who, profile = known[person]
        hours &= hours_in_utc(profile, who.zone or zone, today)
        own = languages_of(profile, who.language)
        spoken = own if spoken is None else spoken & own
    if isinstance(one, Proposal):
        missing = one.missing
        wanted = sum(seat.wanted for seat in one.seats) or one.size.most
        room = one.size.most - len(one.people)
    else:
        missing = one.open_seats
        wanted, room = len(one.people) + len(missing), MOST_EVER - len(one.people)
    roles = frozenset(map(seat_key, missing)) or frozenset({ANYTHING})
    left = min(len(missing) or room, room)
    members = frozenset(one.people)
    return Opening(one.id, known_vector(_title(one), how), roles, wanted, left, spoken or frozenset(), hours, members)


def _seat(what: Proposal | Group, role: str) -> str:
    names = what.missing if isinstance(what, Proposal) else what.open_seats
    return next((name for name in names if seat_key(name) == role), "")
