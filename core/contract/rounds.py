"""How does a group find out whether everyone can live with something?

A consent round: fine, fine with a worry, or "I can't live with it". Whoever is asked is fixed when it opens;
silence is never a yes; one objection is enough.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from core.errors import Refused
from core.ids import GroupId, PersonId, RoundId
from core.wording import text

REVISIONS_BEFORE_FALLBACK = 2


class Voice(StrEnum):
    """What one person can say."""

    FINE = "fine"
    WORRY = "worry"
    BLOCK = "block"


class RoundKind(StrEnum):
    """What is being asked."""

    CONTRACT = "contract"
    DECISION = "decision"
    ENTRY = "entry"
    REVIEW = "review"
    INTRODUCTION = "introduction"
    AGREEMENT = "agreement"
    KIN = "kin"


class RoundStage(StrEnum):
    """Where a round stands."""

    OPEN = "open"
    AGREED = "agreed"
    BLOCKED = "blocked"
    UNSETTLED = "unsettled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's voice.

    Attributes:
        harmed: The worry, or what would be harmed; empty for FINE.
        help: What would help; only with BLOCK.
        at: Aware UTC.
    """

    person: PersonId
    voice: Voice
    harmed: str = ""
    help: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConsentRound:
    """One question to a fixed circle.

    Attributes:
        what: The question in the asker's words; empty where `data` says it all.
        asker: Who asked.
        electorate: Who is asked, fixed when it opened.
        answers: One per person, latest wins while it is open.
        due: When those who are missing have had their time, aware UTC.
        revision: 0 at first; how often it was revised.
        data: What a kind needs to know: a version, a newcomer, a clause.
    """

    id: RoundId
    kind: RoundKind
    group: GroupId
    what: str
    asker: PersonId
    electorate: tuple[PersonId, ...]
    opened: datetime
    due: datetime
    stage: RoundStage = RoundStage.OPEN
    answers: tuple[Answer, ...] = ()
    revision: int = 0
    data: Mapping[str, str] = field(default_factory=dict)

    def answer_of(self, person: PersonId) -> Answer | None:
        """Return what someone said."""
        return next((one for one in self.answers if one.person == person), None)

    def said(self, voice: Voice) -> tuple[Answer, ...]:
        """List the answers of one voice."""
        return tuple(one for one in self.answers if one.voice is voice)


def check_voice(asked: ConsentRound, person: PersonId) -> None:
    """Refuse who was not asked, and what is over.

    Raises:
        Refused: With the reason.
    """
    if asked.stage is not RoundStage.OPEN:
        raise Refused(text("refused-round-over"))
    if person not in asked.electorate:
        raise Refused(text("refused-not-asked"))


def hear(asked: ConsentRound, answer: Answer) -> ConsentRound:
    """Count one voice; a second answer of the same person replaces the first."""
    check_voice(asked, answer.person)
    others = tuple(one for one in asked.answers if one.person != answer.person)
    return replace(asked, answers=(*others, answer))


def missing(asked: ConsentRound, present: Collection[PersonId]) -> tuple[PersonId, ...]:
    """List who was asked, is still here, and has not spoken."""
    heard = {one.person for one in asked.answers}
    return tuple(person for person in asked.electorate if person in present and person not in heard)


def settle(asked: ConsentRound, present: Collection[PersonId]) -> ConsentRound:
    """Close the round once everyone still here has spoken; those who left no longer count.

    A round from which everybody left stays unsettled: nothing was agreed.
    """
    if asked.stage is not RoundStage.OPEN or missing(asked, present):
        return asked
    heard = [one for one in asked.answers if one.person in present]
    if not heard:
        return replace(asked, stage=RoundStage.UNSETTLED)
    blocked = any(one.voice is Voice.BLOCK for one in heard)
    return replace(asked, stage=RoundStage.BLOCKED if blocked else RoundStage.AGREED)
