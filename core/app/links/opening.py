"""How does a link between two groups that have met come to be?"""

from core.app.turn import Scene
from core.exchange.links import Link, link_of
from core.exchange.parties import Party, PartyKind
from core.groups.group import Group
from core.ids import LinkId, new_id


async def open_link(scene: Scene, one: Group, other: Group) -> Link:
    """Open a line between two groups, after both said yes."""
    link = link_of(LinkId(new_id()), Party(PartyKind.GROUP, one.id), Party(PartyKind.GROUP, other.id))
    await scene.work.links.put(link)
    return link
