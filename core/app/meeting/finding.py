"""Which group could be asked? The answer is known to the house alone: the asker learns of it only by a yes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from core.app.kin.relatives import relatives
from core.app.meeting.blocked import blocked_by, parties
from core.app.meeting.ports import Findable, FirstContact
from core.app.turn import Scene
from core.contract.acting import Introduced
from core.exchange.caps import Standing, may_be_asked
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import IntroductionStage
from core.groups.group import Group, GroupStage
from core.ids import GroupId, PersonId
from core.matching.topics import NEAR, likeness

WEEK = timedelta(days=7)
NOT_AGAIN_FOR = timedelta(days=30)
"""A group that was asked by the same side is left in peace as long as a need is kept (PRODUCT.md, B12)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who looks for a group, and for what.

    Attributes:
        group: For which of their groups; None when a person looks for themselves.
        people: Everyone on the asking side.
    """

    what: str
    person: PersonId
    group: GroupId | None
    people: tuple[PersonId, ...]


async def find(scene: Scene, wish: Wish) -> Group | None:
    """Return the group to ask, None when there is none: not ours, a stranger, and willing to hear of it."""
    asks = await scene.work.introductions.asks_since(scene.now - WEEK)
    met = await scene.work.introductions.met(wish.group) if wish.group else ()
    spared = await _asked_lately(scene, wish) | await _no_strangers(scene, wish)
    for found in ranked(wish.what, await scene.work.introductions.findable(), asks, met):
        group = await scene.work.groups.get(found.id) if found.id not in spared else None
        # Counted once more now that the group is held: others may have asked it while we looked around.
        if group is not None and await can_be_asked(scene, wish, group, await _asks_of(scene, group.id)):
            return group
    return None


async def can_be_asked(scene: Scene, wish: Wish, group: Group, asks: int) -> bool:
    """Say whether a group may be put a first contact of this side now."""
    if group.id == wish.group or not set(group.people).isdisjoint(wish.people):
        return False
    contract = await scene.work.contracts.current(group.id)
    if contract is not None and contract.introduced is Introduced.NEVER:
        return False
    blocks = scene.work.blocks
    standing = Standing(
        asks,
        await blocks.nevers(group.people),
        await blocked_by(scene, group.people),
        awake=group.stage is GroupStage.LIVING and bool(group.people),
    )
    theirs = await blocked_by(scene, wish.people)
    if any(person in theirs for person in parties(group.people, None)):
        return False
    asker = parties(wish.people, wish.group)
    return may_be_asked(standing, asker, theirs, Party(PartyKind.GROUP, group.id), wish.what)


def ranked(
    what: str, living: Collection[Findable], asks: Mapping[GroupId, int], met: Collection[GroupId]
) -> list[Findable]:
    """Order the groups that fit, the best first; those met before come last, among equals whoever was asked least.

    Args:
        what: A topic, or a group's name.
        asks: How often each was asked this week.
        met: Whom the asker met before.
    """
    near = {one.id: max(likeness(what, words) for words in (one.name, *one.topics)) for one in living}
    fitting = [one for one in living if near[one.id] >= NEAR]
    return sorted(fitting, key=lambda one: (one.id in met, -near[one.id], asks.get(one.id, 0)))


async def _asks_of(scene: Scene, group: GroupId) -> int:
    return (await scene.work.introductions.asks_since(scene.now - WEEK)).get(group, 0)


async def _asked_lately(scene: Scene, wish: Wish) -> set[GroupId]:
    since = scene.now - NOT_AGAIN_FOR
    asked = await scene.work.introductions.asked_by(wish.group, wish.person, since)
    return {one.asked for one in asked if one.asked is not None and not _met(one)}


async def _no_strangers(scene: Scene, wish: Wish) -> set[GroupId]:
    """List the kin, and the groups with which a line is open already; nobody needs to be introduced to them."""
    group = await scene.work.groups.get(wish.group) if wish.group else None
    if group is None:
        return set()
    links = await scene.work.links.of(Party(PartyKind.GROUP, group.id))
    linked = {GroupId(side.id) for link in links for side in link.here if side.kind is PartyKind.GROUP}
    return linked | {one.id for one in await relatives(scene, group)}


def _met(contact: FirstContact) -> bool:
    return contact.introduction.stage is IntroductionStage.MET
