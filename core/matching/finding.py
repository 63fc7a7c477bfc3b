"""Which of a million open seats suit one person best?

Openings stand in lists by role and language, and where these are long, by how complete they are, too. Lists are opened
from the most promising on, and all that is in one is scored at once; as soon as the best that an unopened one could
hold is no better than the fifth found, the search is over and exact.

Source:
    R. Fagin, A. Lotem, M. Naor, Optimal aggregation algorithms for middleware (2001), threshold algorithm.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.matching.find import BEST, Fit, Opening, explain, nearly, score
from core.matching.objective import COVER, ENOUGH_HOURS, FEWEST_HOURS, HOURS, TOPIC, cosine
from core.matching.people import Person

Pair = tuple[str, str]
Key = tuple[str, str, float]
Singles = npt.NDArray[np.float32]
Bits = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]

LONG = 10_000
"""To look through fewer costs less than to open one more list."""
MIXED = COVER
"""Degree of a list that was not divided: the highest there is."""
SLACK = 1e-5
FIRST_LOOK = 16
TIE = 1e-6
WORDS, WORD = 3, (1 << 64) - 1
AN_HOUR = np.float32(HOURS / ENOUGH_HOURS)


@dataclass(slots=True)
class Posting:
    """Openings of one role and one language, perhaps of one degree of completeness.

    Attributes:
        topics: Shape rows x width, of unit length; there are more rows than ids, so that adding is cheap.
        weeks: Shape 3 x rows; common hours of those who sit there.
        degrees: Shape rows; value of being so complete.
        ids: In the order of the rows.
    """

    topics: Singles
    weeks: Bits
    degrees: Singles
    ids: list[str] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)

    @classmethod
    def empty(cls, width: int, rows: int = 4) -> "Posting":
        """Make room for a few openings."""
        return cls(np.zeros((rows, width), np.float32), np.zeros((WORDS, rows), np.uint64), np.zeros(rows, np.float32))

    def add(self, name: str, topic: Singles, week: Bits, degree: float) -> None:
        """Add one opening at the end."""
        at = len(self.ids)
        if at == len(self.topics):
            self.topics = np.concatenate([self.topics, np.zeros_like(self.topics)])
            self.weeks = np.concatenate([self.weeks, np.zeros_like(self.weeks)], axis=1)
            self.degrees = np.concatenate([self.degrees, np.zeros_like(self.degrees)])
        self.place[name] = at
        self.topics[at], self.weeks[:, at], self.degrees[at] = topic, week, degree
        self.ids.append(name)

    def remove(self, name: str) -> None:
        """Take one opening out; the last takes its place."""
        at, last, end = self.place.pop(name), self.ids.pop(), len(self.ids)
        if last != name:
            self.ids[at], self.place[last] = last, at
            for rows in (self.topics, self.weeks.T, self.degrees):
                rows[at] = rows[end]


@dataclass(slots=True)
class _Search:
    """What is asked, and the best that was found so far.

    Attributes:
        near: How near a topic has to be, 0 to 1.
        best: How many are wanted.
        found: Scores by id, of all that were looked at closely and suit.
        top: The best scores, a heap with the lowest on top.
    """

    person: Person
    topic: Singles
    week: Bits  # shape 3 x 1
    near: float
    best: int
    found: dict[str, float] = field(default_factory=dict)
    top: list[float] = field(default_factory=list)

    @property
    def least(self) -> float:
        """Say up to which score none is needed any more; below zero as long as too few were found."""
        return self.top[0] - SLACK if len(self.top) == self.best else -1.0

    def scores(self, posting: Posting) -> tuple[Ints, Singles]:
        """Score a list at once, in single precision; returns rows that may count, and their scores, -1 for none."""
        many = len(posting.ids)
        cosines = posting.topics[:many] @ self.topic
        scores = TOPIC * np.maximum(0.0, cosines) + posting.degrees[:many]
        if self.near > 0.0:
            scores[cosines < self.near - SLACK] = -1.0
        (rows,) = (scores > max(0.0, self.least - HOURS)).nonzero()
        hours = np.bitwise_count(posting.weeks[:, rows] & self.week).sum(axis=0, dtype=np.uint8)
        scores = scores[rows] + AN_HOUR * np.minimum(hours, ENOUGH_HOURS)
        scores[hours < FEWEST_HOURS] = -1.0
        return rows, scores

    def look_at(self, opening: Opening) -> None:
        """Score one opening exactly, and note it if it suits."""
        if opening.id in self.found:
            return
        value = score(self.person, opening)
        if value is None or (self.near and cosine(self.person.topic, opening.topic) < self.near):
            return
        self.found[opening.id] = value
        if len(self.top) < self.best:
            heapq.heappush(self.top, value)
        else:
            heapq.heappushpop(self.top, value)


class Openings:
    """All open seats, kept so that the best for one person are found without looking at most of them.

    Args:
        width: Numbers in a topic vector.
        long: Openings in a list before it is divided by how complete they are.
    """

    def __init__(self, width: int = 32, long: int = LONG) -> None:
        self._width, self._long = width, long
        self._openings: dict[str, Opening] = {}
        self._postings: dict[Key, Posting] = {}
        self._degrees: dict[Pair, set[float]] = {}
        self._divided: set[Pair] = set()

    def __len__(self) -> int:
        return len(self._openings)

    def put(self, opening: Opening) -> None:
        """Add an opening, or say that it has changed."""
        self.drop(opening.id)
        if not opening.left:
            return
        self._openings[opening.id] = opening
        topic, week, degree = _unit(opening.topic, self._width), _bits(opening.hours), nearly(opening)
        for pair in _pairs(opening):
            posting = self._posting(self._key(pair, degree))
            posting.add(opening.id, topic, week, degree)
            if len(posting.ids) > self._long and pair not in self._divided:
                self._divide(pair)

    def drop(self, name: str) -> None:
        """Forget an opening, if it is there."""
        opening = self._openings.pop(name, None)
        if opening is None:
            return
        for pair in _pairs(opening):
            self._postings[self._key(pair, nearly(opening))].remove(name)

    def _key(self, pair: Pair, degree: float) -> Key:
        return (*pair, degree if pair in self._divided else MIXED)

    def _posting(self, key: Key) -> Posting:
        if key not in self._postings:
            self._postings[key] = Posting.empty(self._width)
            self._degrees.setdefault(key[:2], set()).add(key[2])
        return self._postings[key]

    def _divide(self, pair: Pair) -> None:
        """Make a long list one for each degree of completeness."""
        mixed = self._postings.pop((*pair, MIXED))
        self._divided.add(pair)
        self._degrees[pair] = set()
        for at, name in enumerate(mixed.ids):
            degree = nearly(self._openings[name])
            self._posting((*pair, degree)).add(name, mixed.topics[at], mixed.weeks[:, at], degree)

    def best(self, person: Person, best: int = BEST, near: float = 0.0, *, ties: bool = False) -> list[Fit]:
        """Find the best open seats for one person, the best first; equal ones by id.

        Args:
            near: How near a topic has to be, 0 to 1.
            ties: Also return all that are as good as the last of the best.
        """
        search = _Search(person, _unit(person.topic, self._width), _bits(person.hours)[:, None], near, best)
        for key in self._promising(person):
            if key[2] + TOPIC + HOURS <= search.least:
                break
            self._look(search, self._postings[key])
        found = search.found
        chosen = heapq.nsmallest(best, found, key=lambda name: (-found[name], name))
        if ties and len(chosen) == best:
            last = found[chosen[-1]]
            chosen += sorted(name for name in found.keys() - set(chosen) if found[name] > last - TIE)
        return [explain(person, self._openings[name], found[name]) for name in chosen]

    def _promising(self, person: Person) -> list[Key]:
        """List what could hold seats for this person, the most complete groups first."""
        pairs = [(role, language) for role in person.roles for language in person.languages]
        keys = [(*pair, degree) for pair in pairs for degree in self._degrees.get(pair, ())]
        return sorted(keys, key=lambda key: (-key[2], key))

    def _look(self, search: _Search, posting: Posting) -> None:
        """Look through one list, the highest scores first; each that counts is scored again in double precision."""
        (rows, scores), look = search.scores(posting), FIRST_LOOK
        while True:
            (high,) = (scores > max(0.0, search.least)).nonzero()
            if not len(high):
                return
            if len(high) > look:
                high = high[np.argpartition(-scores[high], look - 1)[:look]]
            for at in high[np.argsort(-scores[high], kind="stable")].tolist():
                if scores[at] <= search.least:
                    break
                search.look_at(self._openings[posting.ids[rows[at]]])
            scores[high] = -1.0
            look *= 4


def _pairs(opening: Opening) -> list[Pair]:
    return [(role, language) for role in sorted(opening.roles) for language in sorted(opening.languages)]


def _bits(week: int) -> Bits:
    return np.array([week >> 64 * word & WORD for word in range(WORDS)], np.uint64)


def _unit(topic: object, width: int) -> Singles:
    row = np.zeros(width, np.float32)
    given = np.asarray(topic, np.float32)
    length = float(np.sqrt(given @ given))
    if length:
        row[: len(given)] = given / length
    return row
