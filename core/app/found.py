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
from core.messenger.events import ChatRef
from core.messenger.messages import say
from core.wording import text


async def found(scene: Scene, proposal: Proposal) -> None:
    """Make the group, ask for its home beside where it was proposed, and begin its contract."""
    chat = await scene.work.people.chat_by_id(proposal.chat)
    await found_near(scene, proposal, chat.language, chat.ref)


async def found_near(scene: Scene, proposal: Proposal, language: str, near: ChatRef | None) -> Group:
    """Make the group, ask for its home, and begin its contract.

    Args:
        language: Of what is said to all.
        near: The room beside which its home may be made; None where there is no such room.
    """
    members = tuple(Member(seat.person, seat.name, scene.now) for seat in proposal.seats if seat.person)
    group = Group(
        GroupId(new_id()),
        proposal.what,
        proposal.id,
        GroupStage.FORMING,
        members,
        language,
        scene.now,
        proposal.missing,
        proposal.waiting,
    )
    formed = replace(proposal, stage=ProposalStage.FORMED, group=group.id, ready=(), asked_at=None, waiting=())
    await scene.work.groups.put(group)
    await scene.work.proposals.put(formed)
    await born_as_sister(scene, group)
    await redraw(scene, formed)
    if not await ask_for_homes(scene, group, near):
        await scene.tell_group(group, say(text("home-private", name=group.name)))
        await begin_contract(scene, group)
    return group
