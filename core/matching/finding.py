"""Which of a million open seats suit one person best?

Openings stand in lists by role, language and how complete they are. Lists are opened from the most promising on; as
soon as the best that an unopened one could hold is no better than the fifth found, the search is over and exact.

Source:
    R. Fagin, A. Lotem, M. Naor, Optimal aggregation algorithms for middleware (2001), threshold algorithm.
"""

import heapq
import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.matching.find import BEST, Fit, Opening, explain, nearly, score
from core.matching.objective import COVER, ENOUGH_HOURS, FEWEST_HOURS, HOURS, TOPIC, cosine
from core.matching.people import Person

Key = tuple[str, str, float]
Singles = npt.NDArray[np.float32]
Weeks = npt.NDArray[np.uint64]
SLACK = 1e-5
FIRST_LOOK = 32
TIE = 1e-6
BANDS = 60
WORD = (1 << 64) - 1


@dataclass(slots=True)
class Posting:
    """Openings of one role, one language and about one degree of completeness.

    Attributes:
        ids: In the order of the rows.
        rows: Topic vectors of unit length; more rows than ids, so that adding is cheap.
        weeks: Hours, UTC, three words a row.
        base: What an opening is worth with all hours and no topic.
    """

    rows: Singles
    weeks: Weeks
    base: Singles
    ids: list[str] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, topic: Singles, week: Weeks, degree: float) -> None:
        """Add one opening at the end."""
        at = len(self.ids)
        if at == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
            self.weeks = np.concatenate([self.weeks, np.zeros_like(self.weeks)])
            self.base = np.concatenate([self.base, np.zeros_like(self.base)])
        self.place[name] = at
        self.rows[at], self.weeks[at], self.base[at] = topic, week, degree + HOURS
        self.ids.append(name)

    def remove(self, name: str) -> None:
        """Take one opening out; the last takes its place."""
        at, last = self.place.pop(name), self.ids.pop()
        if last != name:
            self.ids[at], self.place[last] = last, at
            end = len(self.ids)
            self.rows[at], self.weeks[at], self.base[at] = self.rows[end], self.weeks[end], self.base[end]


@dataclass(slots=True)
class Looking:
    """One search: who asks, and what was found so far.

    Attributes:
        near: How near a topic has to be.
        many: How many are wanted.
        top: Scores of the best so far, a heap.
    """

    person: Person
    topic: Singles
    week: Weeks
    near: float
    many: int
    found: dict[str, float] = field(default_factory=dict)
    top: list[float] = field(default_factory=list)

    @property
    def least(self) -> float:
        """Score below which nothing is of interest any more."""
        return self.top[0] - SLACK if len(self.top) == self.many else 0.0

    def take(self, name: str, value: float) -> None:
        """Note one that suits."""
        if name in self.found:
            return
        self.found[name] = value
        if len(self.top) < self.many:
            heapq.heappush(self.top, value)
        else:
            heapq.heappushpop(self.top, value)


class Openings:
    """All open seats, kept so that the best for one person are found without looking at most of them."""

    def __init__(self, width: int = 32) -> None:
        self.width = width
        self._openings: dict[str, Opening] = {}
        self._postings: dict[Key, Posting] = {}
        self._bands: dict[tuple[str, str], list[float]] = {}

    def __len__(self) -> int:
        return len(self._openings)

    @property
    def roles(self) -> frozenset[str]:
        """Name every role that was ever wanted here."""
        return frozenset(role for role, _ in self._bands)

    def put(self, opening: Opening) -> None:
        """Add an opening, or say that it has changed."""
        self.drop(opening.id)
        if not opening.left:
            return
        self._openings[opening.id] = opening
        topic, week = self._unit(opening.topic), _week(opening.hours)
        for key in _keys(opening):
            if key not in self._postings:
                rows, weeks = np.zeros((4, self.width), np.float32), np.zeros((4, 3), np.uint64)
                self._postings[key] = Posting(rows, weeks, np.zeros(4, np.float32))
                self._bands[key[:2]] = sorted({*self._bands.get(key[:2], ()), key[2]}, reverse=True)
            self._postings[key].add(opening.id, topic, week, nearly(opening))

    def drop(self, name: str) -> None:
        """Forget an opening, if it is there."""
        opening = self._openings.pop(name, None)
        for key in _keys(opening) if opening else ():
            self._postings[key].remove(name)

    def best(self, person: Person, best: int = BEST, near: float = 0.0, *, ties: bool = False) -> list[Fit]:
        """Find the best open seats for one person, the best first; equal ones by id.

        Args:
            near: How near a topic has to be, 0 to 1.
            ties: Also return all that are as good as the last of the best.
        """
        looking = Looking(person, self._unit(person.topic), _week(person.hours), near, best)
        for band, key in self._promising(person):
            if band + TOPIC + HOURS <= looking.least:
                break
            self._look(looking, self._postings[key])
        found = looking.found
        chosen = heapq.nsmallest(best, found, key=lambda name: (-found[name], name))
        if ties and len(chosen) == best:
            last = found[chosen[-1]]
            chosen += sorted(name for name in found.keys() - set(chosen) if found[name] > last - TIE)
        return [explain(person, self._openings[name], found[name]) for name in chosen]

    def _promising(self, person: Person) -> list[tuple[float, Key]]:
        """List what could hold seats for this person, the most complete groups first."""
        pairs = [(role, language) for role in person.roles for language in person.languages]
        keys = [(band, (*pair, band)) for pair in pairs for band in self._bands.get(pair, ())]
        return sorted(keys, key=lambda item: (-item[0], item[1]))

    def _look(self, looking: Looking, posting: Posting) -> None:
        """Look through one list, the most promising first, until none of the rest could be among the best."""
        many = len(posting.ids)
        cosines = posting.rows[:many] @ looking.topic
        hopes = np.maximum(cosines, 0.0)
        hopes *= TOPIC
        hopes += posting.base[:many]
        if looking.near > 0.0:
            hopes[cosines < looking.near - SLACK] = -1.0
        left = np.flatnonzero(hopes > looking.least)
        hours = np.bitwise_count(posting.weeks[left] & looking.week).sum(axis=1)
        hopes = hopes[left] + HOURS / ENOUGH_HOURS * (np.minimum(hours, ENOUGH_HOURS) - ENOUGH_HOURS)
        hopes[hours < FEWEST_HOURS] = -1.0
        look = FIRST_LOOK
        while len(left):
            some = np.argpartition(-hopes, look - 1)[:look] if len(left) > look else np.arange(len(left))
            for at in some[np.argsort(-hopes[some], kind="stable")].tolist():
                if hopes[at] <= looking.least:
                    return
                self._try(looking, posting.ids[left[at]])
            hopes[some] = -1.0
            still = np.flatnonzero(hopes > looking.least)
            left, hopes, look = left[still], hopes[still], look * 4

    def _try(self, looking: Looking, name: str) -> None:
        """Score one opening exactly."""
        opening = self._openings[name]
        value = score(looking.person, opening)
        if value is None or (looking.near and cosine(looking.person.topic, opening.topic) < looking.near):
            return
        looking.take(name, value)

    def _unit(self, topic: object) -> Singles:
        row = np.zeros(self.width, np.float32)
        given = np.asarray(topic, np.float32)
        length = float(np.sqrt(given @ given))
        if length:
            row[: len(given)] = given / length
        return row


def _week(hours: int) -> Weeks:
    return np.array([hours & WORD, hours >> 64 & WORD, hours >> 128], np.uint64)


def _keys(opening: Opening) -> list[Key]:
    band = math.ceil(BANDS * nearly(opening) / COVER - SLACK) / BANDS * COVER
    return [(role, language, band) for role in sorted(opening.roles) for language in sorted(opening.languages)]
