"""How do two sides meet, without either being named before both said yes?

Asking is the asker's yes. What the asked side cannot be asked (a cap, a block, nobody there) is kept as an introduction
to nobody, so that it takes the same time and ends in the same value as a no or a silence.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.errors import Refused
from core.exchange.meeting import Introduce, Meet
from core.exchange.parties import Card, Party
from core.exchange.stages import INTRODUCTION, IntroductionStage, IntroductionStep, after
from core.ids import IntroductionId, LinkId
from core.wording import text

TIME_TO_ANSWER = timedelta(hours=48)


class AskerSees(StrEnum):
    """All that an asker can ever see of an introduction."""

    WAITING = "waiting"
    MET = "met"
    NOT_NOW = "not-now"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Introduction:
    """One first contact.

    Attributes:
        asked: Who is asked; None when nobody can be.
        answer_by: When silence becomes "not now", aware UTC.
        withdrawn: Whether the asker took it back before any end of it could be seen.
    """

    id: IntroductionId
    asker: Party
    asked: Party | None
    topic: str
    line: str
    people: int
    messenger: str
    answer_by: datetime
    stage: IntroductionStage = IntroductionStage.FOUND
    withdrawn: bool = False


def ask(found: Introduction, now: datetime) -> Introduction:
    """Say the asker's yes; the 48 hours begin.

    Raises:
        Refused: It was asked already, or is over.
    """
    stage = _step(found, IntroductionStep.ASK)
    return replace(found, stage=stage, answer_by=now + TIME_TO_ANSWER)


def first_contact_of(introduction: Introduction) -> Introduce | None:
    """Return all that the asked side gets to see; None when nobody is to be asked."""
    if introduction.stage is not IntroductionStage.ASKED or introduction.asked is None:
        return None
    one = introduction
    return Introduce(one.topic, one.line, one.people, one.messenger, one.answer_by)


def say_yes(introduction: Introduction, by: Party, now: datetime) -> Introduction:
    """Let the asked side say yes: from now on both have names.

    Raises:
        Refused: It is over, its time is up, or `by` was not asked.
    """
    return replace(introduction, stage=_answered(introduction, by, now, IntroductionStep.YES))


def say_no(introduction: Introduction, by: Party, now: datetime) -> Introduction:
    """Let the asked side say no; the asker hears nothing before `answer_by`.

    Raises:
        Refused: It is over, its time is up, or `by` was not asked.
    """
    return replace(introduction, stage=_answered(introduction, by, now, IntroductionStep.NO))


def let_lapse(introduction: Introduction, now: datetime) -> Introduction:
    """End it once its time is up; before, and when it is over, nothing changes."""
    if now < introduction.answer_by:
        return introduction
    stage = after(INTRODUCTION, introduction.stage, IntroductionStep.TIME_IS_UP)
    return replace(introduction, stage=stage) if stage else introduction


def take_back(introduction: Introduction, now: datetime) -> Introduction:
    """Let the asker take it back while it seems open to them, whatever was answered meanwhile.

    Raises:
        Refused: Its end can already be seen.
    """
    if not seems_open(introduction, now):
        raise Refused(text("refused-introduction-over"))
    return replace(introduction, stage=IntroductionStage.OVER, withdrawn=True)


def asker_sees(introduction: Introduction, now: datetime) -> AskerSees:
    """Return the asker's view: no, silence, a cap and nobody found are one value at one time."""
    if introduction.withdrawn:
        return AskerSees.WITHDRAWN
    if introduction.stage is IntroductionStage.MET:
        return AskerSees.MET
    return AskerSees.NOT_NOW if now >= introduction.answer_by else AskerSees.WAITING


def seems_open(introduction: Introduction, now: datetime) -> bool:
    """Say whether it counts among the asker's open introductions, seen with the asker's eyes."""
    return asker_sees(introduction, now) is AskerSees.WAITING


def show_ourselves(introduction: Introduction, link: LinkId, card: Card) -> Meet:
    """Return a side's card: the only way by which a name enters an introduction.

    Raises:
        Refused: Not both said yes.
    """
    if introduction.stage is not IntroductionStage.MET:
        raise Refused(text("refused-not-met"))
    return Meet(link, card)


def _answered(introduction: Introduction, by: Party, now: datetime, step: IntroductionStep) -> IntroductionStage:
    if by != introduction.asked:
        raise Refused(text("refused-introduction-not-yours"))
    if now >= introduction.answer_by:
        raise Refused(text("refused-introduction-over"))
    return _step(introduction, step)


def _step(introduction: Introduction, step: IntroductionStep) -> IntroductionStage:
    stage = after(INTRODUCTION, introduction.stage, step)
    if stage is None:
        raise Refused(text("refused-introduction-over"))
    return stage
