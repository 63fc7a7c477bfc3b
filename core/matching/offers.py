"""How are people asked whether they would come together, and when have enough said yes?

An offer asks each of a few people alone. Silence is never a yes; a no is not explained, and the seat may be offered to
somebody else. No name is told before enough have said yes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.constitution import FEWEST, MOST_AT_START
from core.errors import Refused
from core.ids import OfferId, PersonId, ProposalId
from core.matching.reasons import Reason
from core.wording import text

TIME_TO_ANSWER = timedelta(days=3)
REFILLED_FOR = timedelta(days=9)
ASKS_A_WEEK = 3


class Answer(StrEnum):
    """What someone said to an offer."""

    WAITING = "waiting"
    YES = "yes"
    LATER = "later"
    NEVER = "never"
    SILENT = "silent"


class OfferStage(StrEnum):
    """Where an offer stands."""

    ASKING = "asking"
    FORMED = "formed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Asked:
    """One person who was asked.

    Attributes:
        seat: What they would bring, in words; may be empty.
        at: When they were asked, aware UTC.
        why: What speaks for it.
    """

    person: PersonId
    seat: str
    at: datetime
    why: tuple[Reason, ...] = ()
    answer: Answer = Answer.WAITING


@dataclass(frozen=True, slots=True)
class Offer:
    """A new group, or open seats of a proposal, that a few people are asked about.

    Attributes:
        title: What it is about.
        proposal: Whose seats they are; None for a new group.
        people: Everybody who was ever asked, the one it began with first.
        common: Hours all share, UTC; the whole week when nobody told any.
        again: Some of them met recently: nothing else fitted.
        due: When those who are silent are no longer waited for, aware UTC.
    """

    id: OfferId
    title: str
    proposal: ProposalId | None
    people: tuple[Asked, ...]
    common: int
    again: bool
    made: datetime
    due: datetime
    stage: OfferStage = OfferStage.ASKING

    @property
    def agreed(self) -> tuple[Asked, ...]:
        """List who said yes."""
        return tuple(one for one in self.people if one.answer is Answer.YES)

    @property
    def still_in(self) -> tuple[Asked, ...]:
        """List who said yes or has not answered."""
        return tuple(one for one in self.people if one.answer in {Answer.YES, Answer.WAITING})

    @property
    def waits(self) -> bool:
        """Say whether somebody has not answered."""
        return any(one.answer is Answer.WAITING for one in self.people)

    @property
    def is_enough(self) -> bool:
        """Say whether a group could begin with those who said yes."""
        return len(self.agreed) >= FEWEST

    def asked(self, person: PersonId) -> Asked | None:
        """Return what was asked of someone."""
        return next((one for one in self.people if one.person == person), None)


def answer(offer: Offer, person: PersonId, said: Answer) -> Offer:
    """Take an answer; a yes may become a no while the offer stands, a no stays one.

    Raises:
        Refused: It is over, or they were not asked.
    """
    one = offer.asked(person)
    if offer.stage is not OfferStage.ASKING or one is None or one.answer not in {Answer.WAITING, Answer.YES}:
        raise Refused(text("refused-gone"))
    return replace(offer, people=tuple(replace(each, answer=said) if each is one else each for each in offer.people))


def fill(offer: Offer, more: tuple[Asked, ...], common: int, again: bool, now: datetime) -> Offer:
    """Ask more people in place of those who said no; nobody is asked twice."""
    known = {one.person for one in offer.people}
    new = tuple(one for one in more if one.person not in known)[: MOST_AT_START - len(offer.still_in)]
    due = max(offer.due, min(now + TIME_TO_ANSWER, offer.made + REFILLED_FOR))
    return replace(offer, people=(*offer.people, *new), common=common, again=offer.again or again, due=due)


def keep_apart(offer: Offer, apart: Mapping[PersonId, frozenset[PersonId]]) -> Offer:
    """Let go who must not meet somebody who agreed before them; they hear no more than after silence."""
    inside: set[PersonId] = set()
    people = []
    for one in offer.people:
        meets = one.answer is Answer.YES and bool(apart.get(one.person, frozenset()) & inside)
        people.append(replace(one, answer=Answer.SILENT) if meets else one)
        if one.answer is Answer.YES and not meets:
            inside.add(one.person)
    return replace(offer, people=tuple(people))


def settle(offer: Offer, now: datetime) -> Offer:
    """Say what became of it: begun once nobody is waited for and enough agreed; over when its time is up.

    With everybody's answer there and too few yeses, it stays open for others until its time is up; with nobody left
    in it, it ends at once.
    """
    if offer.stage is not OfferStage.ASKING:
        return offer
    if now >= offer.due:
        silent = (replace(one, answer=Answer.SILENT) if one.answer is Answer.WAITING else one for one in offer.people)
        offer = replace(offer, people=tuple(silent))
    if offer.waits:
        return offer
    if offer.proposal is None and offer.is_enough:
        return replace(offer, stage=OfferStage.FORMED)
    if now >= offer.due or offer.proposal is not None or not offer.agreed:
        return replace(offer, stage=OfferStage.OVER)
    return offer
