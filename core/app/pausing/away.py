"""Who is away, and therefore neither asked, waited for nor reminded?"""

from collections.abc import Collection, Mapping
from datetime import datetime

from core.app.turn import Scene
from core.groups.group import Group
from core.groups.pauses import asked, away, is_away
from core.ids import GroupId, PersonId


async def away_from(scene: Scene, group: GroupId) -> frozenset[PersonId]:
    """Collect the members of a group who said that they are away now."""
    return away(await scene.work.pauses.of_group(group), scene.now)


async def away_until(scene: Scene, group: GroupId, person: PersonId) -> datetime | None:
    """Say until when someone is away from a group, aware UTC; None when they are here."""
    pauses = await scene.work.pauses.of_group(group)
    return next((one.until for one in pauses if one.person == person and is_away(one, scene.now)), None)


async def absences(scene: Scene, groups: Collection[GroupId]) -> Mapping[tuple[GroupId, PersonId], datetime]:
    """Say until when members of many groups are away, aware UTC; who is here is left out."""
    pauses = await scene.work.pauses.of_groups(groups) if groups else ()
    return {(one.group, one.person): one.until for one in pauses if is_away(one, scene.now)}


async def voices_of(scene: Scene, group: Group) -> tuple[PersonId, ...]:
    """List who is asked when a question opens now."""
    return asked(group, await away_from(scene, group.id))
