"""Whose place in a group could somebody take?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.matching.objective import FEWEST_HOURS, may_meet, value
from core.matching.people import Person, Project
from core.matching.week import WHOLE_WEEK


@dataclass(frozen=True, slots=True)
class Company:
    """One group, and what the others share when one member is left out.

    Attributes:
        members: The initiator first.
        value: Objective of the group.
        hours, languages: Of all but the member at each place.
    """

    project: Project
    members: Sequence[Person]
    value: float
    hours: Sequence[int]
    languages: Sequence[frozenset[str]]

    @classmethod
    def of(cls, project: Project, members: Sequence[Person]) -> "Company":
        """Look at a group that may meet, the initiator first."""
        rest = [[*members[:at], *members[at + 1 :]] for at in range(len(members))]
        hours = [_all_hours(others) for others in rest]
        languages = [frozenset.intersection(*(person.languages for person in others)) for others in rest]
        return cls(project, members, value(project, members), hours, languages)

    @property
    def share(self) -> float:
        """Say what the group is worth for each member."""
        return self.value / len(self.members)

    def places(self, person: Person, below: float | None = None) -> list[int]:
        """List whose place somebody could take; the initiator's is nobody else's.

        Args:
            below: Only places of members who waited less than so many days.
        """
        if any(person.id == member.id for member in self.members):
            return []
        return [
            at
            for at in range(1, len(self.members))
            if (below is None or self.members[at].wait_days < below) and self._takes(person, at)
        ]

    def _takes(self, person: Person, at: int) -> bool:
        if (self.hours[at] & person.hours).bit_count() < FEWEST_HOURS or not self.languages[at] & person.languages:
            return False
        return may_meet(self.project, self.with_instead(person, at))

    def with_instead(self, person: Person, at: int) -> list[Person]:
        """List the members if somebody took the place of one of them."""
        return [*self.members[:at], *self.members[at + 1 :], person]

    def both_gain(self, person: Person, at: int, now: float) -> bool:
        """Say whether the group would be better with this person, and they better off than with their share now."""
        there = value(self.project, self.with_instead(person, at)) / len(self.members)
        return there > self.share + 1e-9 and there > now + 1e-9


def _all_hours(people: Collection[Person]) -> int:
    week = WHOLE_WEEK
    for person in people:
        week &= person.hours
    return week
