"""How does a group sleep, go on, or close and keep its record?"""

from dataclasses import replace
from datetime import timedelta

from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import GroupId
from core.messenger.messages import Choice, say
from core.reminding.plan import Fate
from core.wording import text

CLOSES_AFTER = timedelta(weeks=1)
"""Nobody closes a group alone: the others have a week to go on."""
_CLOSE = "group.close-due"


async def go_on(turn: Turn, data: Data) -> None:
    """Go on: that somebody answered is enough."""
    group = await _group(turn, data)
    await turn.work.queue.let_sleep(_CLOSE, group.id)
    await turn.tell_group(group, say(text("we-go-on")))


async def sleep(turn: Turn, data: Data) -> None:
    """Let the group sleep: nobody is reminded of anything, and any act wakes it."""
    group = await _group(turn, data)
    await put_to_sleep(turn, group)
    await turn.tell_group(group, say(text("group-sleeps", name=group.name)))


async def close(turn: Turn, data: Data) -> None:
    """Say that the group closes in a week unless someone would rather go on; the last one closes it at once."""
    group = await _group(turn, data)
    if group.people == (turn.person.id,):
        await _over(turn, group)
        return
    await turn.wake_in(_CLOSE, group.id, CLOSES_AFTER)
    on = Choice("group.go-on", text("tap-group-go-on"), {"group": str(group.id)})
    await turn.tell_group(group, say(text("group-closing", name=group.name), choices=(on,)))


async def close_due(scene: Scene, timer: Timer) -> None:
    """Close: nobody wanted to go on."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is not None and group.stage is not GroupStage.CLOSED:
        await _over(scene, group)


async def put_to_sleep(scene: Scene, group: Group) -> None:
    """Let the group sleep; what waits to be said on its behalf is not said."""
    await scene.work.groups.put(replace(group, stage=GroupStage.ASLEEP))
    await scene.work.reminders.drop(group.id, None, Fate.STOPPED, scene.now)
    await scene.work.reminders.forget_acts(group.id)
    await scene.work.queue.let_sleep("group.watch", group.id)


async def _over(scene: Scene, group: Group) -> None:
    await scene.tell_group(group, say(text("group-closed", name=group.name)))
    await put_to_sleep(scene, group)
    await scene.work.groups.put(replace(group, stage=GroupStage.CLOSED))
    for kind in ("review.ahead", "review.open", "weekly.note"):
        await scene.work.queue.let_sleep(kind, group.id)


async def _group(turn: Turn, data: Data) -> Group:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    if group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group
