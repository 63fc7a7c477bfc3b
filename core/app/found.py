"""How does a proposal become a group?"""

from dataclasses import replace

from core.app.cards import redraw
from core.app.drafting import begin_contract
from core.app.homes import ask_for_homes
from core.app.kin.inherit import born_as_sister
from core.app.turn import Scene
from core.groups.group import Group, GroupStage, Member
from core.groups.proposal import Proposal, ProposalStage
from core.ids import GroupId, new_id
from core.messenger.messages import say
from core.wording import text


async def found(scene: Scene, proposal: Proposal) -> None:
    """Make the group, ask for its home, and begin its contract."""
    chat = await scene.work.people.chat_by_id(proposal.chat)
    members = tuple(Member(seat.person, seat.name, scene.now) for seat in proposal.seats if seat.person)
    group = Group(
        GroupId(new_id()),
        proposal.what,
        proposal.id,
        GroupStage.FORMING,
        members,
        chat.language,
        scene.now,
        proposal.missing,
        proposal.waiting,
    )
    formed = replace(proposal, stage=ProposalStage.FORMED, group=group.id, ready=(), asked_at=None, waiting=())
    await scene.work.groups.put(group)
    await scene.work.proposals.put(formed)
    await born_as_sister(scene, group)
    await redraw(scene, formed)
    if not await ask_for_homes(scene, group, chat.ref):
        await scene.tell_group(group, say(text("home-private", name=group.name)))
        await begin_contract(scene, group)
