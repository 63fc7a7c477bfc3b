"""How does one group end an agreement, alone and at once, and how does the other hear of it?"""

from collections.abc import Sequence

from core.app.agreeing.card import other_names, party_names
from core.app.agreeing.over_link import hear_over, party_of, say_over
from core.app.agreeing.standing import let_go, withdraw_rounds
from core.app.queue import Urgency
from core.app.turn import Scene
from core.errors import Refused
from core.exchange.agreeing import End
from core.exchange.agreements import Agreement, end
from core.exchange.parties import Party
from core.exchange.said import Said
from core.groups.group import Group
from core.ids import GroupId, LinkId
from core.messenger.messages import say
from core.wording import Text, text


async def hear_end(scene: Scene, said: Said) -> Sequence[Said]:
    """Hear that the other group ended it."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not isinstance(body, End):
        return ()
    agreement = await scene.work.agreements.get(body.agreement, group.id)
    if agreement is not None:
        await end_copy(scene, group, agreement, said.sender)
        told = await _they_ended(scene, group, agreement, said.sender)
        await scene.tell_group(group, say(told), urgency=Urgency.NEWS)
    return ()


async def end_ours(scene: Scene, group: Group, agreement: Agreement) -> list[Said]:
    """End our copy; returns what the others are to hear.

    Raises:
        Refused: It has ended already, or its link is closed, and with it the agreement.
    """
    us = party_of(group.id)
    await end_copy(scene, group, agreement, us)
    others = (one for one in agreement.parties if one != us)
    return [await say_over(scene, agreement.link, us, one, End(agreement.id)) for one in others]


async def end_copy(scene: Scene, group: Group, agreement: Agreement, by: Party) -> None:
    """End one copy: its days and its open round go with it."""
    await scene.work.agreements.put(group.id, end(agreement, by))
    await let_go(scene, group.id, agreement)
    await withdraw_rounds(scene, group, agreement.id)


async def end_all_on(scene: Scene, link: LinkId, by: Party) -> None:
    """End what one side had agreed on a link that it leaves; every group concerned is told.

    Args:
        by: The side that leaves.
    """
    for whose, agreement in await scene.work.agreements.on(link):
        group = await scene.work.groups.get(whose)
        if group is None or by not in agreement.parties:
            continue
        try:
            await end_copy(scene, group, agreement, by)
        except Refused:
            continue
        told = await _told_of(scene, group, agreement, by)
        await scene.tell_group(group, say(told), urgency=Urgency.NEWS)


async def _told_of(scene: Scene, group: Group, agreement: Agreement, by: Party) -> Text:
    if by != party_of(group.id):
        return await _they_ended(scene, group, agreement, by)
    return text("agree-ended", name=await other_names(scene, agreement, group.id))


async def _they_ended(scene: Scene, group: Group, agreement: Agreement, by: Party) -> Text:
    """Say who ended it: with more than two parties, also whose agreement that was."""
    (who,) = await party_names(scene, (by,))
    if len(agreement.parties) == 2:
        return text("agree-they-ended", name=who)
    return text("agree-one-ended", name=who, names=await other_names(scene, agreement, group.id))


async def copy_of(scene: Scene, group: GroupId, name: str) -> Agreement:
    """Return a group's copy; raises `Refused` when there is none."""
    found = next((one for one in await scene.work.agreements.of(group) if one.id == name), None)
    if found is None:
        raise Refused(text("refused-gone"))
    return found
