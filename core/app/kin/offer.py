"""When is a sister group offered? When a full group has two who wait; and again only when it comes to that again."""

from core.app.nudge import nudge_group, nudge_person
from core.app.turn import Scene
from core.groups.group import Group
from core.groups.kin import WAITING_FOR_A_SISTER, wants_sister
from core.ids import PersonId
from core.messenger.messages import Choice, say
from core.wording import text


async def offer_sister(scene: Scene, group: Group, newcomer: PersonId | None = None) -> None:
    """Offer it in the group's home and to each who waits.

    Args:
        scene: Where.
        group: Which group has people waiting.
        newcomer: Who has just come to wait, if that is why: a third one hears of it alone.
    """
    if not wants_sister(group):
        return
    thing = f"sister:{group.id}"
    count = len(group.waiting)
    offer = Choice("kin.sister", text("tap-sister"), {"group": group.id})
    told = say(text("sister-you-wait", name=group.name, count=count), choices=(offer,))
    if newcomer is not None and count > WAITING_FOR_A_SISTER:
        await nudge_person(scene, newcomer, told, thing=thing)
        return
    ours = say(text("sister-offer", name=group.name, count=count), choices=(offer,))
    await nudge_group(scene, group, ours, thing=thing)
    for one in group.waiting:
        await nudge_person(scene, one.person, told, thing=thing)
