"""What does a new group of a family begin with? The lines of the elder, as a draft."""

from dataclasses import replace
from datetime import datetime

from core.app.turn import Scene
from core.contract.clauses import REVIEW_AFTER, Clause, ClauseKind
from core.contract.versions import Version
from core.groups.group import Group
from core.groups.kin import Kin, KinHow
from core.ids import ClauseId, VersionId, new_id


async def born_as_sister(scene: Scene, group: Group) -> None:
    """Note whose sister a new group is, if its proposal gathered one."""
    elder = await scene.work.family.elder_of(group.proposal)
    if elder is not None:
        await scene.work.family.put(Kin(elder, group.id, KinHow.SISTER, scene.now))


async def inherited_draft(scene: Scene, group: Group) -> Version | None:
    """Copy the elder's contract as a draft, to be agreed anew; None where there is no elder with one."""
    elder = await scene.work.family.elder(group.id)
    version = await scene.work.contracts.current(elder) if elder else None
    if version is None:
        return None
    return Version(VersionId(new_id()), group.id, 1, tuple(_copied(one, scene.now) for one in version.clauses))


def _copied(clause: Clause, now: datetime) -> Clause:
    renewed = replace(clause, id=ClauseId(new_id()))
    if clause.kind is not ClauseKind.REVIEW_ON:
        return renewed
    return replace(renewed, numbers={**clause.numbers, "on": int((now + REVIEW_AFTER).timestamp())})
