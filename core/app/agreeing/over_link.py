"""How does what groups say about agreements cross their link, in order and only while it is open?"""

from core.app.turn import Scene
from core.errors import Refused
from core.exchange.links import Arrival, Link, arrive, next_number
from core.exchange.parties import Party, PartyKind
from core.exchange.said import Body, Said
from core.groups.group import Group
from core.ids import GroupId, LinkId, SaidId, new_id
from core.wording import text


def party_of(group: GroupId) -> Party:
    """Name a group as its links know it."""
    return Party(PartyKind.GROUP, group)


async def say_over(scene: Scene, name: LinkId, sender: Party, receiver: Party, body: Body) -> Said:
    """Return what one group says to another, with the number it must have.

    Raises:
        Refused: The link is closed, or one of them is not on it.
    """
    link = await scene.work.links.get(name)
    if link is None or link.is_closed or sender not in link.here or receiver not in link.here:
        raise Refused(text("refused-link-closed"))
    return Said(SaidId(new_id()), sender, receiver, link.id, next_number(link, sender, receiver), scene.now, body)


async def hear_over(scene: Scene, said: Said) -> Group | None:
    """Take something in; returns the group that hears it, None when it was carried before.

    Raises:
        Refused: The link does not carry it now; nobody learns of it.
    """
    link = await scene.work.links.get(LinkId(said.about))
    if link is None:
        raise Refused(text("refused-link-closed"))
    after, arrival = arrive(link, said)
    if arrival is Arrival.TWICE:
        return None
    if arrival is Arrival.RESTING:
        raise Refused(text("refused-link-rests"))
    if arrival is not Arrival.CARRIED:
        raise Refused(text("refused-link-closed"))
    await scene.work.links.put(after)
    return await scene.work.groups.get(GroupId(said.receiver.id))


async def with_whom(scene: Scene, group: Group) -> list[tuple[Link, tuple[Group, ...]]]:
    """List with whom a group can agree, and over which line.

    Each linked group once, over the line on which the fewest others are; then all on a line of three or more together.
    """
    us = party_of(group.id)
    lines = []
    for link in await scene.work.links.of(us):
        found = [await scene.work.groups.get(GroupId(side.id)) for side in link.here if side != us]
        lines.append((link, tuple(one for one in found if one is not None)))
    one_by_one: dict[GroupId, tuple[Link, tuple[Group, ...]]] = {}
    for link, others in sorted(lines, key=lambda line: len(line[1])):
        for other in others:
            one_by_one.setdefault(other.id, (link, (other,)))
    return [*one_by_one.values(), *(line for line in lines if len(line[1]) > 1)]
