"""How does a group find out whether everyone can live with something?

A consent round: fine, fine with a worry, or "I can't live with it". Whoever is asked is fixed when it opens; one
objection is enough. Silence is never a yes, except in a decision, or in what a stranger asked, of a group whose
contract says so. Other rounds only listen: they bind nobody, and end with what was said when their time is up.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
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
    SENSE = "sense"
    ADVICE = "advice"
    VOICES = "voices"
    CONCERN = "concern"
    NEIGHBOURS = "neighbours"
    REFORM = "reform"
    KIN = "kin"
    WIDENING = "widening"


LISTENING = (RoundKind.SENSE, RoundKind.ADVICE, RoundKind.VOICES, RoundKind.CONCERN)
"""Which rounds bind nobody."""
ONCE = (RoundKind.VOICES, RoundKind.CONCERN)
"""Where every voice is heard once: what was said stays said."""
MAY_BE_SILENT = (RoundKind.DECISION, RoundKind.INTRODUCTION)
"""Where a line of the contract may count silence as fine."""
EVERYONE = (RoundKind.ENTRY, RoundKind.REFORM, RoundKind.KIN)
"""What needs the word of all, those who are away included."""


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


def outcome_of(asked: ConsentRound) -> str:
    """Return what was decided: the question itself, or what was decided after advice on it."""
    return asked.data.get("decided", asked.what)


def review_of(asked: ConsentRound) -> datetime | None:
    """Say when a decision is looked at again, aware UTC; None when nobody said so."""
    written = asked.data.get("review")
    return datetime.fromtimestamp(int(written), UTC) if written else None


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
    if asked.kind in ONCE and asked.answer_of(answer.person) is not None:
        raise Refused(text("refused-spoken"))
    others = tuple(one for one in asked.answers if one.person != answer.person)
    return replace(asked, answers=(*others, answer))


def handed_over(asked: ConsentRound, before: PersonId, after: PersonId) -> ConsentRound:
    """Let one account of a person stand where another stood: their place and their voice, once each."""
    spoke = asked.answer_of(after) is not None
    answers = tuple(
        replace(one, person=after) if one.person == before else one
        for one in asked.answers
        if not (spoke and one.person == before)
    )
    electorate = tuple(dict.fromkeys(after if one == before else one for one in asked.electorate))
    return replace(asked, electorate=electorate, answers=answers, asker=after if asked.asker == before else asked.asker)


def missing(asked: ConsentRound, present: Collection[PersonId]) -> tuple[PersonId, ...]:
    """List who was asked, is still here, and has not spoken."""
    heard = {one.person for one in asked.answers}
    return tuple(person for person in asked.electorate if person in present and person not in heard)


def settle(
    asked: ConsentRound,
    present: Collection[PersonId],
    absent: Collection[PersonId] = (),
    quorum: int = 1,
) -> ConsentRound:
    """Close the round once everyone still here has spoken; those who left no longer count.

    A round from which everybody left, or in which fewer spoke than the group asks for, stays unsettled: nothing was
    agreed.

    Args:
        asked: The round.
        present: Who is in the group.
        absent: Who said that they are away: not waited for unless all are, but what they said counts.
        quorum: How many must have spoken, where a decision needs more than one; never more than there are.
    """
    here = [person for person in asked.electorate if person in present]
    waited_for = [person for person in here if person not in absent] or here
    if asked.kind in EVERYONE:
        waited_for = here
    if asked.stage is not RoundStage.OPEN or missing(asked, waited_for):
        return asked
    return _close(asked, present, quorum)


def time_is_up(
    asked: ConsentRound, present: Collection[PersonId], quorum: int = 1, silence_is_fine: bool = False
) -> ConsentRound:
    """Close a round that only listens; close a decision, or what a stranger asked, if a line says what silence means.

    All others go on waiting: silence never becomes a yes to a contract, an entry or anything else.
    """
    if asked.stage is not RoundStage.OPEN:
        return asked
    if asked.kind in LISTENING:
        return _close(asked, present, quorum)
    if asked.kind in MAY_BE_SILENT and silence_is_fine:
        closed = _close(asked, present, quorum)
        return asked if closed.stage is RoundStage.UNSETTLED else closed
    return asked


def _close(asked: ConsentRound, present: Collection[PersonId], quorum: int) -> ConsentRound:
    heard = [one for one in asked.answers if one.person in present]
    needed = min(quorum, len(present)) if asked.kind is RoundKind.DECISION else 1
    if len(heard) < max(needed, 1):
        return replace(asked, stage=RoundStage.UNSETTLED)
    blocked = asked.kind not in LISTENING and any(one.voice is Voice.BLOCK for one in heard)
    return replace(asked, stage=RoundStage.BLOCKED if blocked else RoundStage.AGREED)
