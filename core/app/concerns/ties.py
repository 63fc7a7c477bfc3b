"""Which groups have ties with one, so that nobody in them advises it as an outsider?"""

from collections.abc import Sequence

from core.app.kin.relatives import relatives
from core.app.links.kept import party_of
from core.app.turn import Scene
from core.exchange.parties import PartyKind
from core.groups.group import Group
from core.ids import GroupId


async def tied_groups(scene: Scene, group: Group) -> Sequence[GroupId]:
    """List the groups tied to one, itself among them: by people they share, as kin, or by an open line."""
    shared = await scene.work.concerns.groups_sharing_members(group.id)
    kin = [one.id for one in await relatives(scene, group)]
    return [*dict.fromkeys((*shared, *kin, *await linked_groups(scene, group)))]


async def linked_groups(scene: Scene, group: Group) -> Sequence[GroupId]:
    """List the groups with which a line is open."""
    links = await scene.work.links.of(party_of(group))
    sides = [side for link in links for side in link.here if side.kind is PartyKind.GROUP]
    return [GroupId(side.id) for side in sides if side.id != group.id]
