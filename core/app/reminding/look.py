"""What of all that waits for one person or room is said now?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.queue import Timer, Urgency
from core.app.reminding.draw import alone, merged
from core.app.reminding.keep import look_at, prompted
from core.app.reminding.ports import Nudge, Reached, Whom
from core.app.rows import Chat
from core.app.turn import Scene
from core.ids import ChatId, NudgeId, PostId
from core.messenger.messages import Message
from core.reminding.budget import Reach, Side, said
from core.reminding.hours import Hours
from core.reminding.plan import Fate, Plan, Waiting, plan

REMEMBERED = timedelta(days=366)
_SAID = (Fate.SAID, Fate.MERGED)
_SETTLED = (Fate.ANSWERED, Fate.HUSHED)


async def look(scene: Scene, timer: Timer) -> None:
    """Say what may be said now in one message, note what became of the rest, and look again in time."""
    whom = Whom(timer.person) if timer.person else Whom(chat=ChatId(timer.subject))
    nudges = await scene.work.reminders.waiting(whom)
    if not nudges:
        return
    reached = await scene.work.reminders.reach(whom)
    reach = await reach_of(scene, whom, reached)
    before = await scene.work.reminders.history(whom, {one.thing for one in nudges})
    found = plan([_waiting(one, before.get(one.thing, ())) for one in nudges], reach, scene.now)
    for fate in set(found.over.values()):
        over = [NudgeId(key) for key, one in found.over.items() if one is fate]
        await scene.work.reminders.decide(over, fate, scene.now)
    if found.say:
        await _say(scene, whom, {one.id: one for one in nudges}, found)
        after = said(reach, scene.now)
        day = after.day.isoformat() if after.day else ""
        await scene.work.reminders.put_reach(replace(reached, day=day, sent=after.sent, ignored=after.ignored))
        if after.day != reach.day:
            await scene.work.reminders.forget(whom, scene.now - REMEMBERED)
    if found.look is not None:
        await look_at(scene, whom, found.look)


async def reach_of(scene: Scene, whom: Whom, reached: Reached) -> Reach:
    """Return how somebody can be reached, on their own wall."""
    if whom.person:
        side, zone = Side.PERSON, (await scene.work.people.person(whom.person)).zone
    else:
        side, zone = Side.ROOM, (await _room(scene, whom)).zone
    zone = zone or scene.node.zone
    own = Hours(reached.begin, reached.end, zone) if reached.begin is not None and reached.end is not None else None
    return Reach(side, zone, reached.last, reached.sent, reached.ignored, own, reached.until, reached.stopped)


async def _say(scene: Scene, whom: Whom, nudges: Mapping[str, Nudge], found: Plan) -> None:
    chosen = [(nudges[one.id], one) for one in found.say]
    ids = [nudge.id for nudge, _one in chosen]
    if len(chosen) == 1:
        nudge, one = chosen[0]
        message = alone(nudge, one, scene.now)
        post = await _deliver(scene, whom, message, (nudge,), Urgency.REMINDER)
    else:
        post = await _deliver(scene, whom, merged(chosen), (), Urgency.DIGEST)
    fate = Fate.PAST if post is None else Fate.SAID if len(chosen) == 1 else Fate.MERGED
    await scene.work.reminders.decide(ids, fate, scene.now, post)


async def _deliver(
    scene: Scene, whom: Whom, message: Message, only: Sequence[Nudge], urgency: Urgency
) -> PostId | None:
    """Say it; None where nobody is left to hear it."""
    about = only[0].about if only else ""
    if whom.person is None:
        return await prompted(scene).post(await _room(scene, whom), message, about=about, urgency=urgency)
    if not await scene.work.people.accounts(whom.person):
        return None
    near = await scene.work.people.chat_by_id(only[0].near) if only and only[0].near else None
    return await prompted(scene).tell(whom.person, message, near=near, about=about, urgency=urgency)


async def _room(scene: Scene, whom: Whom) -> Chat:
    assert whom.chat is not None
    return await scene.work.people.chat_by_id(whom.chat)


def _waiting(nudge: Nudge, before: Sequence[Fate]) -> Waiting:
    quiet = Hours(int(nudge.quiet[0]), int(nudge.quiet[1]), nudge.quiet[2]) if nudge.quiet else None
    return Waiting(
        nudge.id,
        nudge.thing,
        nudge.due,
        nudge.noticed,
        nudge.past_use,
        nudge.not_before,
        quiet,
        sum(fate in _SAID for fate in before),
        nudge.most,
        next((fate for fate in before if fate in _SETTLED), None),
    )
