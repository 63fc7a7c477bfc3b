"""Who stands around a group, as far as the rows tell?"""

from collections.abc import Mapping, Sequence

from core.app.kin.relatives import relatives
from core.app.links.kept import group_of, party_of
from core.app.turn import Scene
from core.exchange.parties import Party
from core.exchange.stages import AgreementStage
from core.groups.group import Group, GroupStage
from core.groups.neighbours import Around, Tie, around
from core.ids import GroupId
from core.matching.around import sharing

_BINDS = {AgreementStage.STANDING, AgreementStage.CHANGING}


async def around_us(scene: Scene, ours: Group) -> Around:
    """Gather the groups around one; nothing is told of a group that has not met us but that it shares a topic.

    A block changes nothing here: it would show in a number that it was made, and a dot tells nothing of anybody.
    """
    ties = await _ties(scene, ours)
    tied = await scene.work.groups.get_all({one for found in ties.values() for one in found})
    names = {one.id: one.name for one in tied.values() if one.stage is not GroupStage.CLOSED}
    living = await scene.work.introductions.findable()
    said = ((one.id, (*one.topics, one.name)) for one in living)
    return around((ours.id, ours.name), names, ties, sharing(await _topics(scene, ours), said))


async def _ties(scene: Scene, ours: Group) -> Mapping[Tie, Sequence[GroupId]]:
    us = party_of(ours)
    links = await scene.work.links.of(us)
    agreed = [one for one in await scene.work.agreements.of(ours.id) if one.stage in _BINDS]
    return {
        Tie.KIN: [one.id for one in await relatives(scene, ours)],
        Tie.AGREED: _others(us, [one.parties for one in agreed]),
        Tie.MET: _others(us, [tuple(link.here) for link in links]),
    }


def _others(us: Party, sides: Sequence[Sequence[Party]]) -> list[GroupId]:
    found = [group_of(one) for some in sides for one in some if one != us]
    return list(dict.fromkeys(one for one in found if one is not None))


async def _topics(scene: Scene, ours: Group) -> tuple[str, ...]:
    """Return what we are about; a group that named no topic is about what it is called."""
    origin = await scene.work.proposals.get(ours.proposal)
    return (origin.topics if origin else ()) or (ours.name,)
