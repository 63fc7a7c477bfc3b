"""Which groups are kin to one, and how is that shown?"""

from collections.abc import Sequence

from core.app.turn import Scene
from core.groups.group import Group, GroupStage
from core.ids import GroupId
from core.messenger.messages import Line, Style
from core.wording import text


async def relatives(scene: Scene, group: Group) -> Sequence[Group]:
    """List the kin that are not over, nearest first; two that came from one that is over are kin too."""
    seen: set[GroupId] = {group.id}
    found, ahead = [], [group.id]
    while ahead:
        nearer = ahead.pop(0)
        for kin in await scene.work.family.of(nearer):
            other = kin.other if kin.one == nearer else kin.one
            relative = None if other in seen else await scene.work.groups.get(other)
            seen.add(other)
            if relative is not None and relative.stage is not GroupStage.CLOSED:
                found.append(relative)
            elif relative is not None:
                ahead.append(other)
    return found


async def kin_lines(scene: Scene, group: Group) -> tuple[Line, ...]:
    """Name the kin of a group, for its own members."""
    names = tuple(one.name for one in await relatives(scene, group))
    return (Line(text("group-kin", names=names), Style.NOTE),) if names else ()
