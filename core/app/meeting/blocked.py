"""Is there anyone here who does not want to be brought together with someone there? It holds both ways."""

from collections.abc import Collection

from core.app.meeting.ports import Block
from core.app.turn import Scene
from core.exchange.parties import Party, PartyKind
from core.ids import GroupId, PersonId

People = Collection[PersonId]


async def are_apart(
    scene: Scene,
    ours: People,
    theirs: People,
    our_group: GroupId | None = None,
    their_group: GroupId | None = None,
) -> bool:
    """Say whether a block stands between two sides: nothing that brings them together may then be proposed.

    Args:
        ours: Everyone on one side; a person counts on all their accounts.
        theirs: Everyone on the other.
        our_group: The group they are, if they are one.
        their_group: Likewise.
    """
    blocked_here = {_who(one) for one in await scene.work.blocks.of(ours)}
    blocked_there = {_who(one) for one in await scene.work.blocks.of(theirs)}
    there, here = parties(theirs, their_group), parties(ours, our_group)
    return not blocked_here.isdisjoint(there) or not blocked_there.isdisjoint(here)


async def blocked_by(scene: Scene, people: People) -> frozenset[Party]:
    """List whom one of these people blocked."""
    return frozenset(_who(one) for one in await scene.work.blocks.of(people))


def parties(people: People, group: GroupId | None) -> tuple[Party, ...]:
    """Name a side and everyone in it, as blocks do."""
    everyone = tuple(Party(PartyKind.PERSON, person) for person in people)
    return (Party(PartyKind.GROUP, group), *everyone) if group else everyone


def _who(block: Block) -> Party:
    if block.blocked is not None:
        return Party(PartyKind.PERSON, block.blocked)
    return Party(PartyKind.GROUP, block.blocked_group or "")
