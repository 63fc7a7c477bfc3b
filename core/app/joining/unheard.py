"""What becomes of a wish to come in where a block stands between the newcomer and somebody in the group?

The group is not asked, and nobody can tell that from a group that said no: the newcomer is answered as always, waits
as long as the group would have had for its answer, and then hears that it is not this time.
"""

from datetime import timedelta

from core.app.meeting.blocked import are_apart
from core.app.queue import Timer
from core.app.turn import Scene
from core.contract.clauses import ANSWER_DAYS
from core.groups.group import Group, no_longer_waits
from core.ids import GroupId, PersonId
from core.messenger.messages import say
from core.wording import text

UNHEARD = "joining.unheard"


async def stays_unheard(scene: Scene, group: Group, newcomer: PersonId) -> bool:
    """Let a wish wait for nothing if a block stands between; says whether that is so."""
    if not await are_apart(scene, (newcomer,), group.people, None, group.id):
        return False
    contract = await scene.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    await scene.wake_in(UNHEARD, group.id, time, newcomer)
    return True


async def waits_unheard(scene: Scene, group: Group, newcomer: PersonId) -> bool:
    """Say whether somebody's wish waits so: to them it is a question that the group is being asked."""
    return await scene.work.queue.timer(UNHEARD, group.id, newcomer) is not None


async def unheard(scene: Scene, timer: Timer) -> None:
    """Say what a group's no sounds like."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is None or timer.person is None or group.member(timer.person) is not None:
        return
    await scene.work.groups.put(no_longer_waits(group, timer.person))
    await scene.tell(timer.person, say(text("not-this-time", name=group.name)))
