"""Is a group, or someone in it, so silent that a kind question is due?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.nudge import nudge_group
from core.app.pausing.away import away_from
from core.app.queue import Timer
from core.app.reminding.acts import WATCH, sleep_limit
from core.app.reminding.asleep import put_to_sleep
from core.app.reminding.ghosts import ask, free_seat, line_on_silence
from core.app.reminding.ports import Act
from core.app.turn import Scene
from core.groups.group import Group, GroupStage
from core.ids import GroupId
from core.messenger.messages import Choice, say
from core.reminding.silence import Step, is_silent, next_look, next_step
from core.wording import Text, text

_OVER = (GroupStage.ASLEEP, GroupStage.CLOSED)


async def watch(scene: Scene, timer: Timer) -> None:
    """Ask whoever is silent for too long; where all are, ask the group instead."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is None or group.stage in _OVER or not group.people:
        return
    limit = await sleep_limit(scene, group.id)
    acts = await _acts(scene, group)
    if is_silent([one.at for one in acts], limit, scene.now):
        await _ask_group(scene, group, acts, limit)
        return
    for act in acts:
        match next_step(act.at, act.asked, act.asked_at, limit, scene.now):
            case Step.ASK | Step.AGAIN:
                await ask(scene, group, act)
            case Step.LET_GO:
                await free_seat(scene, await scene.work.groups.get(group.id) or group, act.person)
            case None:
                pass
    moments = [next_look(one.at, one.asked_at, limit) for one in await _acts(scene, group)]
    await scene.wake(WATCH, group.id, max(min(moments, default=scene.now + limit), scene.now + timedelta(hours=1)))


async def _acts(scene: Scene, group: Group) -> Sequence[Act]:
    """List the last act of everyone who is here and not away; whoever never did anything came in."""
    here = await scene.work.groups.get(group.id) or group
    known = {one.person: one for one in await scene.work.reminders.acts(group.id)}
    absent = await away_from(scene, group.id)
    present = [one for one in here.present if one.person not in absent]
    return [known.get(one.person) or Act(group.id, one.person, one.joined) for one in present]


async def _ask_group(scene: Scene, group: Group, acts: Sequence[Act], limit: timedelta) -> None:
    """Ask at home whether it goes on, once more a week later; then let it sleep: any act wakes it."""
    wish = await scene.work.reminders.wish(group.id)
    last = max(one.at for one in acts)
    asked_at = wish.silent_at if wish.asked else None
    step = next_step(last, wish.asked, asked_at, limit, scene.now)
    if step is Step.LET_GO:
        await put_to_sleep(scene, group)
        return
    if step is not None:
        which = {"group": str(group.id)}
        choices = tuple(
            Choice(f"group.{name}", Text(f"tap-group-{name}"), which) for name in ("go-on", "sleep", "close")
        )
        thing = f"silent:{group.id}@{int(last.timestamp())}"
        told = say(text("group-silent", name=group.name, days=(scene.now - last).days), choices=choices)
        clause = await line_on_silence(scene, group)
        await nudge_group(scene, group, told, thing=thing, clause=clause)
        wish = replace(wish, asked=wish.asked + 1, silent_at=scene.now)
        await scene.work.reminders.put_wish(wish)
    await scene.wake(WATCH, group.id, next_look(last, wish.silent_at, limit))
