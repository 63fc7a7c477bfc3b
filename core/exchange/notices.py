"""What does someone need or offer, and how do two who fit come to meet?

A notice is the card of a need or an offer. Two who fit are a pairing: each is asked privately, one after the other, and
hears the other's notice without any name; names exist in it only once both said yes. A no and a silence end it alike.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.errors import Refused
from core.ids import ChatId, GroupId, NoticeId, PairingId, PersonId
from core.wording import text

KEPT = timedelta(days=30)
"""How long a notice is kept when nobody renews it (PRODUCT.md, B12)."""

TIME_TO_ANSWER = timedelta(days=3)
WEEK = timedelta(days=7)
ASKED_BEFORE_END = 0.75
"""Which part of its time has passed when its owner is asked whether to keep it (PRODUCT.md, reminding)."""


class NoticeKind(StrEnum):
    """Which of the two it is."""

    NEED = "need"
    OFFER = "offer"


class NoticeStage(StrEnum):
    """Where a notice stands."""

    OPEN = "open"
    DROPPED = "dropped"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Notice:
    """A need or an offer.

    Attributes:
        person: Who said it.
        group: For which group; None when for themselves.
        chat: Where it was said.
        place: Where it is needed; empty for anywhere.
        time: When, in people's own words; empty for any time.
        topics: As written; empty when none was named.
        until: When it is over by itself, aware UTC.
    """

    id: NoticeId
    kind: NoticeKind
    person: PersonId
    group: GroupId | None
    chat: ChatId
    what: str
    place: str
    time: str
    topics: tuple[str, ...]
    created: datetime
    until: datetime
    stage: NoticeStage = NoticeStage.OPEN


class PairingStage(StrEnum):
    """Where two who fit stand: WAITING until the one to be asked may be asked, ASKED until they answer."""

    WAITING = "waiting"
    ASKED = "asked"
    MET = "met"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two who fit.

    Attributes:
        notice: What one side of it said.
        owner: Who said that.
        other: What the other side said; None when they answered the card itself.
        comer: Who the other side is.
        asked: Who is asked, or to be asked next.
        yes: Who said yes.
        since: When it came to where it stands, aware UTC.
    """

    id: PairingId
    notice: NoticeId
    owner: PersonId
    other: NoticeId | None
    comer: PersonId
    asked: PersonId
    yes: tuple[PersonId, ...]
    stage: PairingStage
    since: datetime


def put_to(pairing: Pairing, now: datetime) -> Pairing:
    """Ask the one whose turn it is."""
    _at(pairing, PairingStage.WAITING)
    return replace(pairing, stage=PairingStage.ASKED, since=now)


def say_yes(pairing: Pairing, person: PersonId, now: datetime) -> Pairing:
    """Count a yes: when it is the second, both have met; else the other is to be asked.

    Raises:
        Refused: It is over, or this person is not the one who was asked.
    """
    _asked(pairing, person)
    yes = (*pairing.yes, person)
    if {pairing.owner, pairing.comer} <= set(yes):
        return replace(pairing, yes=yes, stage=PairingStage.MET, since=now)
    other = pairing.comer if person == pairing.owner else pairing.owner
    return replace(pairing, yes=yes, asked=other, stage=PairingStage.WAITING, since=now)


def say_no(pairing: Pairing, person: PersonId, now: datetime) -> Pairing:
    """End it, without a reason.

    Raises:
        Refused: It is over, or this person is not the one who was asked.
    """
    _asked(pairing, person)
    return replace(pairing, stage=PairingStage.OVER, since=now)


def let_lapse(pairing: Pairing, now: datetime) -> Pairing:
    """End it when the one who was asked has been silent for three days; before, nothing changes."""
    silent = pairing.stage is PairingStage.ASKED and now >= pairing.since + TIME_TO_ANSWER
    return replace(pairing, stage=PairingStage.OVER, since=now) if silent else pairing


def names_for(pairing: Pairing) -> tuple[PersonId, PersonId]:
    """Return who is shown to whom: the only way by which a name leaves a pairing.

    Raises:
        Refused: Not both said yes.
    """
    if pairing.stage is not PairingStage.MET or not {pairing.owner, pairing.comer} <= set(pairing.yes):
        raise Refused(text("refused-not-met"))
    return pairing.owner, pairing.comer


def ask_to_keep_at(notice: Notice) -> datetime:
    """Say when its owner is asked, once, whether to keep it."""
    return notice.created + (notice.until - notice.created) * ASKED_BEFORE_END


def keep(notice: Notice, now: datetime) -> Notice:
    """Keep it for thirty days more, from now.

    Raises:
        Refused: It is over.
    """
    if notice.stage is not NoticeStage.OPEN:
        raise Refused(text("refused-gone"))
    return replace(notice, until=now + KEPT)


def _asked(pairing: Pairing, person: PersonId) -> None:
    _at(pairing, PairingStage.ASKED)
    if person != pairing.asked:
        raise Refused(text("refused-gone"))


def _at(pairing: Pairing, stage: PairingStage) -> None:
    if pairing.stage is not stage:
        raise Refused(text("refused-gone"))
