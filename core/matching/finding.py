"""Which of a million open seats suit one person best?

Openings stand in lists by role, language and how complete they are. Lists are opened from the most promising on; as
soon as the best that an unopened one could hold is no better than the fifth found, the search is over and exact.

Source:
    R. Fagin, A. Lotem, M. Naor, Optimal aggregation algorithms for middleware (2001), threshold algorithm.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.matching.find import BEST, Fit, Opening, explain, nearly, score
from core.matching.objective import HOURS, TOPIC, cosine
from core.matching.people import Person

Key = tuple[str, str, float]
Singles = npt.NDArray[np.float32]
SLACK = 1e-5
FIRST_LOOK = 16
TIE = 1e-6


@dataclass(slots=True)
class Posting:
    """Openings of one role, one language and one degree of completeness.

    Attributes:
        ids: In the order of the rows.
        rows: Topic vectors of unit length; more rows than ids, so that adding is cheap.
    """

    rows: Singles
    ids: list[str] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, topic: Singles) -> None:
        """Add one opening at the end."""
        if len(self.ids) == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.place[name] = len(self.ids)
        self.rows[len(self.ids)] = topic
        self.ids.append(name)

    def remove(self, name: str) -> None:
        """Take one opening out; the last takes its place."""
        at, last = self.place.pop(name), self.ids.pop()
        if last != name:
            self.ids[at], self.place[last] = last, at
            self.rows[at] = self.rows[len(self.ids)]


class Openings:
    """All open seats, kept so that the best for one person are found without looking at most of them."""

    def __init__(self, width: int = 32) -> None:
        self._width = width
        self._openings: dict[str, Opening] = {}
        self._postings: dict[Key, Posting] = {}
        self._degrees: dict[tuple[str, str], list[float]] = {}

    def __len__(self) -> int:
        return len(self._openings)

    def put(self, opening: Opening) -> None:
        """Add an opening, or say that it has changed."""
        self.drop(opening.id)
        if not opening.left:
            return
        self._openings[opening.id] = opening
        topic = self._unit(opening.topic)
        for key in _keys(opening):
            if key not in self._postings:
                self._postings[key] = Posting(np.zeros((4, self._width), np.float32))
                self._degrees[key[:2]] = sorted({*self._degrees.get(key[:2], ()), key[2]}, reverse=True)
            self._postings[key].add(opening.id, topic)

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
        topic = self._unit(person.topic)
        found: dict[str, float] = {}
        least = -1.0
        for degree, key in self._promising(person):
            if degree + TOPIC + HOURS <= least - SLACK:
                break
            least = self._look(person, topic, near, key, degree, found, best, least)
        chosen = heapq.nsmallest(best, found, key=lambda name: (-found[name], name))
        if ties and len(chosen) == best:
            last = found[chosen[-1]]
            chosen += sorted(name for name in found.keys() - set(chosen) if found[name] > last - TIE)
        return [explain(person, self._openings[name], found[name]) for name in chosen]

    def _promising(self, person: Person) -> list[tuple[float, Key]]:
        """List what could hold seats for this person, the most complete groups first."""
        pairs = [(role, language) for role in person.roles for language in person.languages]
        keys = [(degree, (*pair, degree)) for pair in pairs for degree in self._degrees.get(pair, ())]
        return sorted(keys, key=lambda item: (-item[0], item[1]))

    def _look(
        self,
        person: Person,
        topic: Singles,
        close: float,
        key: Key,
        degree: float,
        found: dict[str, float],
        best: int,
        least: float,
    ) -> float:
        """Look through one list, the nearest topics first; return the score of the last of the best."""
        posting = self._postings[key]
        many = len(posting.ids)
        cosines = posting.rows[:many] @ topic
        near = TOPIC * np.maximum(0.0, cosines) + (degree + HOURS)
        if close > 0.0:
            near[cosines < close - SLACK] = -1.0
        look = FIRST_LOOK
        done = 0
        while done < many:
            hopeful = np.flatnonzero(near > max(0.0, least - SLACK))
            if len(hopeful) > look:
                hopeful = hopeful[np.argpartition(-near[hopeful], look - 1)[:look]]
            if not len(hopeful):
                return least
            for at in hopeful[np.argsort(-near[hopeful], kind="stable")].tolist():
                if near[at] <= least - SLACK:
                    break
                opening = self._openings[posting.ids[at]]
                value = score(person, opening)
                if value is not None and (not close or cosine(person.topic, opening.topic) >= close):
                    found[posting.ids[at]] = value
                    least = heapq.nlargest(best, found.values())[-1] if len(found) >= best else -1.0
            near[hopeful] = -1.0
            done += len(hopeful)
            look *= 4
        return least

    def _unit(self, topic: object) -> Singles:
        row = np.zeros(self._width, np.float32)
        given = np.asarray(topic, np.float32)
        length = float(np.sqrt(given @ given))
        if length:
            row[: len(given)] = given / length
        return row


def _keys(opening: Opening) -> list[Key]:
    degree = nearly(opening)
    return [(role, language, degree) for role in sorted(opening.roles) for language in sorted(opening.languages)]
