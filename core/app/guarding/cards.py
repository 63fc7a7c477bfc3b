"""What is a card that strangers see, by its name: what does it say, and whose is it?"""

from dataclasses import dataclass

from core.app.turn import Scene
from core.exchange.notices import Notice, NoticeStage
from core.groups.pledges import Pledge, PledgeStage
from core.groups.proposal import Proposal, ProposalStage
from core.ids import GroupId, IntroductionId, NoticeId, PairingId, PersonId, PledgeId, ProposalId, RoundId


@dataclass(frozen=True, slots=True)
class Shown:
    """What a stranger saw.

    Attributes:
        card: Its name.
        what: Its title.
        words: All it says, without any name of a person.
        author: Whose it is.
        group: For which group, if for one.
    """

    card: str
    what: str
    words: str
    author: PersonId
    group: GroupId | None = None


async def shown_as(scene: Scene, card: str) -> Shown | None:
    """Return what a card shows now; None when strangers are never shown one of that name.

    Args:
        scene: The transaction.
        card: `proposal:<id>`, `notice:<id>`, `pledge:<id>` or `introduction:<id>`.
    """
    shown = await _found(scene, card)
    return shown if shown is not None and shown.what else None  # Whoever was forgotten left a card without words.


async def _found(scene: Scene, card: str) -> Shown | None:
    kind, _colon, name = card.partition(":")
    work = scene.work
    if kind == "proposal" and (proposal := await work.proposals.get(ProposalId(name))) is not None:
        told = (proposal.what, *proposal.topics, *(seat.name for seat in proposal.seats if seat.name))
        return Shown(card, proposal.what, "\n".join(told), proposal.proposer)
    if kind == "notice" and (notice := await work.notices.get(NoticeId(name))) is not None:
        told = tuple(one for one in (notice.what, notice.place, notice.time, *notice.topics) if one)
        return Shown(card, notice.what, "\n".join(told), notice.person, notice.group)
    if kind == "pledge" and (pledge := await work.pledges.get(PledgeId(name))) is not None:
        told = tuple(one for one in (pledge.what, pledge.place) if one)
        return Shown(card, pledge.what, "\n".join(told), pledge.proposer)
    if kind == "introduction" and (contact := await work.introductions.get(IntroductionId(name))) is not None:
        one = contact.introduction
        return Shown(card, one.topic, f"{one.topic}\n{one.line}", contact.person, contact.group)
    return None


async def card_meant(scene: Scene, data: dict[str, str], reader: PersonId) -> str:
    """Say which card a choice under a message belongs to; empty when it is none that strangers see.

    Args:
        scene: The transaction.
        data: Of the choice.
        reader: Who saw it: of two notices that fit, theirs is not the stranger's.
    """
    for kind in ("proposal", "notice", "pledge"):
        if kind in data:
            return f"{kind}:{data[kind]}"
    if "card" in data:
        return data["card"]
    if "round" in data and (asked := await scene.work.rounds.get(RoundId(data["round"]))) is not None:
        return f"introduction:{asked.data['introduction']}" if "introduction" in asked.data else ""
    if "pairing" in data and (pairing := await scene.work.pairings.get(PairingId(data["pairing"]))) is not None:
        strange = pairing.other if pairing.owner == reader else pairing.notice
        return f"notice:{strange}" if strange else ""
    return ""


def is_open(found: Proposal | Notice | Pledge) -> bool:
    """Say whether there is still something to stop."""
    match found:
        case Proposal():
            return found.is_gathering or found.stage is ProposalStage.HELD
        case Notice():
            return found.stage is NoticeStage.OPEN
        case Pledge():
            return found.stage is not PledgeStage.OVER
