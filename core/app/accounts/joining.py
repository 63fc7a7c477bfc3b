"""What happens in proposals, groups and rounds when two turn out to be one person?"""

from collections.abc import Sequence

from core.app.accounts.ports import Joining
from core.app.cards import redraw
from core.app.enter import redraw_origin
from core.app.turn import Scene
from core.app.voices import settle_open_rounds
from core.contract.rounds import handed_over
from core.groups.group import Group
from core.groups.joining import as_one_in_group, as_one_in_proposal
from core.ids import JoiningId, PersonId, new_id
from core.messenger.messages import say
from core.wording import text


async def same_groups(scene: Scene, one: PersonId, other: PersonId) -> Sequence[Group]:
    """List the groups in which both are members now."""
    theirs = {group.id for group in await scene.work.groups.of_person(other)}
    return [group for group in await scene.work.groups.of_person(one) if group.id in theirs]


async def join(scene: Scene, *, stays: PersonId, goes: PersonId, name: str) -> tuple[Joining, Sequence[Group]]:
    """Make two one: seats, places in line, yeses and voices; then everything else that is kept.

    Args:
        stays: Under whose id all is kept.
        goes: Whose id has no account any more.
        name: What the groups in which both were know them by.

    Returns:
        What can be undone, and the groups in which two memberships became one.
    """
    both_in = await same_groups(scene, stays, goes)
    theirs = [*await scene.work.groups.of_person(stays), *await scene.work.groups.of_person(goes)]
    for group in {group.id: group for group in theirs}.values():
        await scene.work.groups.put(as_one_in_group(group, stays, goes))
    gathering = [*await scene.work.accounts.proposals_with(stays), *await scene.work.accounts.proposals_with(goes)]
    for proposal in {one.id: one for one in gathering}.values():
        await scene.work.proposals.put(as_one_in_proposal(proposal, stays, goes))
    joining = Joining(JoiningId(new_id()), stays, goes, scene.now)
    await scene.work.accounts.join(joining)
    for proposal in await scene.work.accounts.proposals_with(stays):
        await redraw(scene, proposal)
    for group in await scene.work.groups.of_person(stays):
        await settle_open_rounds(scene, group)
    for group in both_in:
        await _tell(scene, group, name)
    return joining, both_in


async def part(scene: Scene, joining: Joining) -> None:
    """Let two be two again; where only the one who goes sits, what was asked meanwhile is theirs to answer."""
    await scene.work.accounts.part(joining.id)
    for group in await scene.work.groups.of_person(joining.goes):
        if group.member(joining.stays) is None:
            for asked in await scene.work.rounds.open_in(group.id):
                await scene.work.rounds.put(handed_over(asked, joining.stays, joining.goes))
            await settle_open_rounds(scene, group)


async def _tell(scene: Scene, before: Group, name: str) -> None:
    """Say to the group that two of its members are one: it counts one voice less from now on."""
    group = await scene.work.groups.get(before.id)
    if group is not None:
        await scene.tell_group(group, say(text("member-is-one", name=name, count=len(group.people))))
        await redraw_origin(scene, group)
