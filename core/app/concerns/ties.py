"""Which groups have ties with one, so that nobody in them advises it as an outsider?"""

from collections.abc import Sequence

from core.app.turn import Scene
from core.ids import GroupId


async def tied_groups(scene: Scene, group: GroupId) -> Sequence[GroupId]:
    """List the groups tied to one, itself among them: those in which someone sits who sits or sat in it."""
    return await scene.work.concerns.groups_sharing_members(group)
