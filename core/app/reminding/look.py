"""What of all that waits for one person or room is said now?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.app.queue import Timer, Urgency
from core.app.reminding.draw import alone, merged
from core.app.reminding.keep import look_at, prompted
from core.app.reminding.ports import Decided, Nudge, Reached, Whom
from core.app.rows import Account, Chat, Person, nearest
from core.app.turn import Scene
from core.ids import ChatId, NudgeId, PersonId, PostId
from core.messenger.messages import Message
from core.reminding.budget import Reach, Side, said
from core.reminding.hours import Hours
from core.reminding.plan import Fate, Plan, Waiting, plan

REMEMBERED = timedelta(days=366)
_SAID = (Fate.SAID, Fate.MERGED)
_SETTLED = (Fate.ANSWERED, Fate.HUSHED)


async def look(scene: Scene, timer: Timer) -> None:
    """Say what may be said now in one message, note what became of the rest, and look again in time."""
    await look_all(scene, (timer,))


async def look_all(scene: Scene, timers: Sequence[Timer]) -> None:
    """Look at what waits for many people and rooms, each within a budget of its own, in few statements."""
    everyone = [Whom(timer.person) if timer.person else Whom(chat=ChatId(timer.subject)) for timer in timers]
    waiting = await scene.work.reminders.waiting_for(everyone)
    if not waiting:
        return
    known = await _known(scene, waiting)
    async with scene.work.queue.gathered():
        results = [await _look_at_one(scene, whom, nudges, known) for whom, nudges in waiting.items()]
    await scene.work.reminders.decide(*[one for result in results for one in result.decided])
    spoken = {result.whom: result.reached for result in results if result.reached}
    await scene.work.reminders.put_reach(*spoken.values())
    new_day = [whom for whom, after in spoken.items() if after.day != known.reached[whom].day]
    await scene.work.reminders.forget(new_day, scene.now - REMEMBERED)


async def reach_of(scene: Scene, whom: Whom, reached: Reached) -> Reach:
    """Return how somebody can be reached, on their own wall."""
    if whom.person:
        zone = (await scene.work.people.person(whom.person)).zone
    else:
        zone = (await scene.work.people.chat_by_id(ChatId(whom.chat or ""))).zone
    return _reach(whom, reached, zone or scene.node.zone)


async def left_in_peace(scene: Scene, chats: Collection[ChatId]) -> Collection[ChatId]:
    """Say which chats said stop, or not before some day."""
    reached = await scene.work.reminders.reaches_of([Whom(chat=chat) for chat in chats]) if chats else {}
    return {
        whom.chat
        for whom, found in reached.items()
        if whom.chat and (found.stopped or (found.until is not None and found.until > scene.now))
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """All that must be known to decide what is said to some people and rooms, and the stage on which it is said."""

    stage: Scene
    reached: Mapping[Whom, Reached]
    before: Mapping[tuple[Whom, str], Sequence[Fate]]
    persons: Mapping[PersonId, Person]
    accounts: Mapping[PersonId, Sequence[Account]]
    chats: Mapping[ChatId, Chat]


@dataclass(frozen=True, slots=True)
class _Result:
    """What becomes of what waits for one; `reached` is None when nothing was said."""

    whom: Whom
    decided: Sequence[Decided]
    reached: Reached | None = None


async def _known(scene: Scene, waiting: Mapping[Whom, Sequence[Nudge]]) -> _Known:
    nudges = [one for some in waiting.values() for one in some]
    people = [whom.person for whom in waiting if whom.person]
    chats = {whom.chat for whom in waiting if whom.chat} | {one.near for one in nudges if one.near}
    return _Known(
        prompted(scene),
        await scene.work.reminders.reaches_of(waiting.keys()),
        await scene.work.reminders.histories(waiting.keys(), {one.thing for one in nudges}),
        await scene.work.people.persons(people) if people else {},
        await scene.work.people.accounts_of(people) if people else {},
        await scene.work.people.chats_by_id(chats) if chats else {},
    )


async def _look_at_one(scene: Scene, whom: Whom, nudges: Sequence[Nudge], known: _Known) -> _Result:
    reached = known.reached[whom]
    zone = known.persons[whom.person].zone if whom.person else known.chats[ChatId(whom.chat or "")].zone
    reach = _reach(whom, reached, zone or scene.node.zone)
    found = plan([_waiting(one, known.before.get((whom, one.thing), ())) for one in nudges], reach, scene.now)
    if found.look is not None:
        await look_at(scene, whom, found.look)
    decided = [Decided(NudgeId(key), fate, scene.now) for key, fate in found.over.items()]
    if not found.say:
        return _Result(whom, decided)
    decided += await _say(scene, whom, {one.id: one for one in nudges}, found, known)
    after = said(reach, scene.now)
    day = after.day.isoformat() if after.day else ""
    return _Result(whom, decided, replace(reached, day=day, sent=after.sent, ignored=after.ignored))


def _reach(whom: Whom, reached: Reached, zone: str) -> Reach:
    side = Side.PERSON if whom.person else Side.ROOM
    own = Hours(reached.begin, reached.end, zone) if reached.begin is not None and reached.end is not None else None
    return Reach(side, zone, reached.last, reached.sent, reached.ignored, own, reached.until, reached.stopped)


async def _say(scene: Scene, whom: Whom, nudges: Mapping[str, Nudge], found: Plan, known: _Known) -> Sequence[Decided]:
    chosen = [(nudges[one.id], one) for one in found.say]
    if len(chosen) == 1:
        nudge, one = chosen[0]
        message = alone(nudge, one, scene.now)
        post = await _deliver(whom, message, (nudge,), known)
    else:
        post = await _deliver(whom, merged(chosen), (), known)
    fate = Fate.PAST if post is None else Fate.SAID if len(chosen) == 1 else Fate.MERGED
    return [Decided(nudge.id, fate, scene.now, post) for nudge, _one in chosen]


async def _deliver(whom: Whom, message: Message, only: Sequence[Nudge], known: _Known) -> PostId | None:
    """Say it; None where nobody is left to hear it."""
    about = only[0].about if only else ""
    stage, urgency = known.stage, Urgency.REMINDER if only else Urgency.DIGEST
    if whom.person is None:
        return await stage.post(known.chats[ChatId(whom.chat or "")], message, about=about, urgency=urgency)
    near = known.chats.get(only[0].near) if only and only[0].near else None
    account = nearest(known.accounts[whom.person], near.messenger if near else None)
    if account is None:
        return None
    return await stage.tell_account(account, message, near=near, about=about, urgency=urgency)


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
