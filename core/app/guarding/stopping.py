"""How does whoever keeps the service running stop a card of it, in the open?

Only what is shown to strangers can be stopped: a proposal that gathers, a need or an offer, a pledge, a first contact.
A group is its members' alone: nobody can stop, read or change one from here (constitution 9). Whoever is concerned is
told what was stopped and why, and it is written down for good.
"""

import logging
from dataclasses import replace

from core.app.deadline import close_proposal
from core.app.guarding.cards import Shown, is_open, shown_as
from core.app.guarding.ports import Stop
from core.app.meeting.meet import let_go
from core.app.needs.keeping import close_notice
from core.app.pledges.pledge import withdraw as withdraw_pledge
from core.app.turn import Scene
from core.errors import Refused
from core.exchange.introductions import seems_open
from core.exchange.notices import NoticeStage, PairingStage
from core.ids import ChatId, IntroductionId, NoticeId, PersonId, PledgeId, ProposalId, ReportId, StopId, new_id
from core.messenger.messages import say
from core.wording import text

log = logging.getLogger(__name__)


async def stop(scene: Scene, name: str, why: str) -> Shown:
    """Stop a card and tell whoever is concerned.

    Args:
        scene: The transaction.
        name: Of the card, such as `proposal:<id>`; or the name of a report about it.
        why: Told to everybody concerned.

    Raises:
        Refused: There is no such card, it is over, or it became a group.
    """
    reported = await scene.work.guards.find_report(ReportId(name))
    card = reported.card if reported else name
    shown = await shown_as(scene, card)
    if shown is None:
        raise Refused(text("refused-stop-none"))
    people, chat = await _end(scene, card)
    await scene.work.guards.note_stop(Stop(StopId(new_id()), card, why, scene.now))
    log.warning("stopped %s by hand", card)
    told = say(text("stopped", what=shown.what, why=why))
    group = await scene.work.groups.get(shown.group) if shown.group else None
    if group is not None:
        await scene.tell_group(group, told)
    for person in dict.fromkeys((shown.author, *people)):
        if group is None or person not in group.people:
            await scene.tell(person, told)
    if chat is not None:
        place = await scene.work.people.chat_by_id(chat)
        if not place.is_private:
            await scene.post(place, told)
    return shown


async def _end(scene: Scene, card: str) -> tuple[tuple[PersonId, ...], ChatId | None]:
    """End what the card stands for; returns who was in it, and the chat it was said in."""
    kind, _colon, name = card.partition(":")
    match kind:
        case "proposal":
            return await _end_proposal(scene, ProposalId(name))
        case "notice":
            return await _end_notice(scene, NoticeId(name))
        case "pledge":
            return await _end_pledge(scene, PledgeId(name))
        case _:
            return await _end_introduction(scene, IntroductionId(name))


async def _end_proposal(scene: Scene, name: ProposalId) -> tuple[tuple[PersonId, ...], ChatId | None]:
    proposal = await scene.work.proposals.get(name)
    if proposal is None or not is_open(proposal):
        raise Refused(text("refused-stop-group" if proposal is not None and proposal.group else "refused-stop-over"))
    people = (*proposal.people, *(one.person for one in proposal.waiting))
    await close_proposal(scene, proposal)
    await scene.work.news.prolong(proposal.id, scene.now)
    return people, proposal.chat


async def _end_notice(scene: Scene, name: NoticeId) -> tuple[tuple[PersonId, ...], ChatId | None]:
    notice = await scene.work.notices.get(name)
    if notice is None or not is_open(notice):
        raise Refused(text("refused-stop-over"))
    await close_notice(scene, notice, NoticeStage.DROPPED)
    for one in await scene.work.pairings.of_notice(name):
        if one.stage in {PairingStage.WAITING, PairingStage.ASKED}:
            await scene.work.pairings.put(replace(one, stage=PairingStage.OVER, since=scene.now))
    return (), notice.chat


async def _end_pledge(scene: Scene, name: PledgeId) -> tuple[tuple[PersonId, ...], ChatId | None]:
    pledge = await scene.work.pledges.get(name)
    if pledge is None or not is_open(pledge):
        raise Refused(text("refused-stop-over"))
    people = tuple(one.person for one in pledge.yes)
    await withdraw_pledge(scene, pledge)
    return people, pledge.chat


async def _end_introduction(scene: Scene, name: IntroductionId) -> tuple[tuple[PersonId, ...], ChatId | None]:
    """End it as if its asker had taken it back: the asked side sees no more than that."""
    contact = await scene.work.introductions.get(name)
    if contact is None or not seems_open(contact.introduction, scene.now):
        raise Refused(text("refused-stop-over"))
    await let_go(scene, contact)
    return (), None
