"""What are groups and messengers called on a link?"""

from collections.abc import Iterable

from core.app.links.kept import group_of, party_of
from core.app.turn import Scene
from core.exchange.links import Link
from core.exchange.parties import Party
from core.groups.group import Group
from core.ids import MessengerName


async def messengers_of(scene: Scene, group: Group) -> tuple[MessengerName, ...]:
    """Return where a group chats: at its homes, else where its members are."""
    homes = {home.messenger for home in await scene.work.people.homes(group.id)}
    if not homes:
        for person in group.people:
            homes |= {account.ref.messenger for account in await scene.work.people.accounts(person)}
    return tuple(sorted(homes))


async def said_on(scene: Scene, link: Link, ours: Group, messenger: MessengerName) -> str:
    """Return the messenger's proper name, alike in every language; empty where all the others are on it too."""
    for group in await others_on(scene, link, ours):
        if any(one != messenger for one in await messengers_of(scene, group)):
            return messenger.title()
    return ""


async def groups_of(scene: Scene, parties: Iterable[Party]) -> tuple[Group, ...]:
    """Return the groups of ours among some sides."""
    found = [await scene.work.groups.get(one) for one in map(group_of, parties) if one is not None]
    return tuple(group for group in found if group is not None)


async def others_on(scene: Scene, link: Link, ours: Group) -> tuple[Group, ...]:
    """Return the other groups that have not left a link."""
    return await groups_of(scene, (side for side in link.here if side != party_of(ours)))
