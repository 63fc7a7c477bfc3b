"""Who does it, when everyone does it only if enough others do?

A pledge is a conditional yes. Nobody is named before the largest circle in which everyone's condition is met is there.

Source:
    M. Granovetter, Threshold models of collective behavior (1978).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.errors import Refused
from core.ids import ChatId, PersonId, PledgeId
from core.wording import text

FEWEST_PLEDGED = 2
MOST_PLEDGED = 10_000


class PledgeStage(StrEnum):
    """Where a pledge stands."""

    OPEN = "open"
    REACHED = "reached"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Yes:
    """One person's "I do it if".

    Attributes:
        least: How many there must be for this person.
        chat: Where they said so; people near one another said it in the same place.
        at: Aware UTC.
    """

    person: PersonId
    least: int
    chat: ChatId
    at: datetime


@dataclass(frozen=True, slots=True)
class Pledge:
    """A one-time action that many do, or nobody.

    Attributes:
        what: With day and hour, in the words of whoever had the idea.
        place: Told only to those who do it, once they are enough; empty when `what` says it.
        least: How many there must be.
        by: Until when one can say yes, aware UTC.
        yes: In order of arrival.
    """

    id: PledgeId
    what: str
    place: str
    least: int
    by: datetime
    chat: ChatId
    proposer: PersonId
    stage: PledgeStage
    created: datetime
    yes: tuple[Yes, ...] = ()

    @property
    def circle(self) -> tuple[PersonId, ...]:
        """List those who do it, in order of arrival: nobody before there are enough."""
        least = {one.person: max(one.least, self.least) for one in self.yes}
        together = circle(least)
        return tuple(one.person for one in self.yes if one.person in together)

    @property
    def named(self) -> tuple[PersonId, ...]:
        """List those whose names may be shown now."""
        return self.circle if self.stage is PledgeStage.REACHED else ()

    def answer_of(self, person: PersonId) -> Yes | None:
        """Return someone's yes."""
        return next((one for one in self.yes if one.person == person), None)


def circle(least: Mapping[PersonId, int]) -> frozenset[PersonId]:
    """Return the largest set of people in which there are enough for each of them; empty when there is none.

    Args:
        least: How many there must be, for each person.
    """
    count = len(least)
    while count:
        content = frozenset(person for person, wanted in least.items() if wanted <= count)
        if len(content) == count:
            return content
        count = len(content)
    return frozenset()


def say_yes(pledge: Pledge, yes: Yes) -> Pledge:
    """Count a yes; a second one of the same person replaces the first. Who already does it stays in.

    Raises:
        Refused: It is over, or the number makes no sense.
    """
    _open(pledge)
    if not FEWEST_PLEDGED <= yes.least <= MOST_PLEDGED:
        raise Refused(text("refused-pledge-number", fewest=FEWEST_PLEDGED, most=MOST_PLEDGED))
    if yes.person in pledge.named:
        return pledge
    before = pledge.answer_of(yes.person)
    others = tuple(one for one in pledge.yes if one.person != yes.person)
    after = replace(pledge, yes=(*others, replace(yes, at=before.at if before else yes.at)))
    return replace(after, stage=PledgeStage.REACHED) if after.circle else after


def take_back(pledge: Pledge, person: PersonId) -> Pledge:
    """Forget someone's yes, as long as the others do not count on it; asks no reason."""
    _open(pledge)
    if person in pledge.named:
        raise Refused(text("refused-pledge-reached"))
    return replace(pledge, yes=tuple(one for one in pledge.yes if one.person != person))


def time_is_up(pledge: Pledge) -> Pledge:
    """Forget who said yes where they do not do it: nobody is ever named."""
    named = pledge.named
    kept = tuple(one for one in pledge.yes if one.person in named)
    return replace(pledge, stage=pledge.stage if named else PledgeStage.OVER, yes=kept)


def corner(pledge: Pledge, person: PersonId, most: int) -> tuple[PersonId, ...]:
    """List those who do it near someone, themselves first, those who said yes in the same place before the others."""
    mine = pledge.answer_of(person)
    if person not in pledge.named or mine is None:
        raise Refused(text("refused-pledge-not-in"))
    near = [one for one in pledge.yes if one.person in pledge.named and one.person != person]
    near.sort(key=lambda one: (one.chat != mine.chat, one.at))
    return (person, *(one.person for one in near))[:most]


def _open(pledge: Pledge) -> None:
    if pledge.stage is PledgeStage.OVER:
        raise Refused(text("refused-gone"))
