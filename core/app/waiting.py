"""Who hears first when a group has room?"""

from core.app.turn import Scene
from core.constitution import has_room
from core.groups.group import Group
from core.messenger.messages import Choice, say
from core.wording import text


async def invite_first_waiting(scene: Scene, group: Group) -> None:
    """Tell the first who waits that there is room."""
    if group.waiting and has_room(len(group.present)):
        choice = Choice("group.knock", text("tap-ask-to-join"), {"group": group.id})
        await scene.tell(group.waiting[0].person, say(text("room-again", what=group.name), choices=(choice,)))
