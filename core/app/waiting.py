"""Who hears first when a group has room?"""

from core.app.meeting.blocked import are_apart
from core.app.turn import Scene
from core.constitution import has_room
from core.groups.group import Group
from core.messenger.messages import Choice, say
from core.wording import text


async def invite_first_waiting(scene: Scene, group: Group) -> None:
    """Tell the first who waits that there is room, passing over whom a block keeps apart from somebody in it."""
    if not has_room(len(group.present)):
        return
    for one in group.waiting:
        if not await are_apart(scene, (one.person,), group.people, None, group.id):
            choice = Choice("group.knock", text("tap-ask-to-join"), {"group": group.id})
            await scene.tell(one.person, say(text("room-again", what=group.name), choices=(choice,)))
            return
