"""How does a member promise something, and what happens when it is due?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.app.asking import begin_command
from core.app.nudge import settled
from core.app.pausing.away import absences
from core.app.queue import Timer
from core.app.reminding.keep import About, Unsaid, put_all
from core.app.reminding.ports import Whom
from core.app.turn import Data, Scene, Turn, Values
from core.contract.promises import Promise, PromiseStage, hand_over, hush, keep, pick_up, postpone
from core.errors import Refused
from core.groups.group import Group
from core.ids import GroupId, PromiseId, new_id
from core.messenger.messages import Choice, Message, say
from core.wording import Moment, text

AGAIN_AFTER = timedelta(days=2)


async def promise(turn: Turn, values: Values) -> None:
    """Note what someone will do by when, and say so to the group."""
    due = values["by"]
    assert isinstance(due, datetime)
    made = Promise(PromiseId(new_id()), turn.here.id, turn.person.id, str(values["what"]), due, turn.now)
    await turn.work.promises.put(made)
    await _wake(turn, made)
    name = await turn.name(turn.person.id)
    await turn.tell_group(turn.here, say(text("promised", name=name, what=made.what, by=Moment(due))))


async def first_task(turn: Turn, data: Data) -> None:
    """Ask what the first task is and by when; whoever taps takes it."""
    await begin_command(turn, "promise", {}, GroupId(data["group"]))


async def remind_due(scene: Scene, timer: Timer) -> None:
    """Ask its holder privately what became of it, and once more two days later; the budget says when it is enough."""
    await remind_all_due(scene, (timer,))


async def remind_ahead(scene: Scene, timer: Timer) -> None:
    """Mention it to its holder privately when three quarters of the time have passed."""
    await remind_all_ahead(scene, (timer,))


async def remind_all_due(scene: Scene, timers: Sequence[Timer]) -> None:
    """Ask the holders of many promises, as `remind_due`."""
    said, reminded = [], await _reminded(scene, timers)
    async with scene.work.queue.gathered():
        for timer, made, group, away in reminded:
            if made.due > scene.now:
                continue
            if away is not None:
                await scene.wake("promise.due", made.id, away)
                continue
            said.append(Unsaid(Whom(made.person), _reminder(made), About(thing_of(made), group), timer.due))
            if "again" not in timer.data:
                await scene.wake("promise.due", made.id, scene.now + AGAIN_AFTER, data={"again": "1"})
    await put_all(scene, said)


async def remind_all_ahead(scene: Scene, timers: Sequence[Timer]) -> None:
    """Mention many promises to their holders, as `remind_ahead`."""
    said = []
    for timer, made, group, _away in await _reminded(scene, timers):
        if made.due > scene.now:
            told = say(text("promise-ahead", what=made.what, by=Moment(made.due)), choices=_reminder(made).choices)
            about = About(thing_of(made), group, past_use=made.due)
            said.append(Unsaid(Whom(made.person), told, about, timer.due))
    await put_all(scene, said)


def thing_of(made: Promise) -> str:
    """Name a promise with its date, for reminders: with a new date it is a new thing."""
    return f"promise:{made.id}@{int(made.due.timestamp())}"


async def done(turn: Turn, data: Data) -> None:
    """Note that it is done."""
    made = keep(await _promise(turn, data), turn.person.id)
    await turn.work.promises.put(made)
    await _let_sleep(turn, made)
    await turn.answer(say(text("promise-kept", what=made.what)), private=True)


async def later(turn: Turn, data: Data) -> None:
    """Give it two more days."""
    before = await _promise(turn, data)
    made = postpone(before, turn.person.id, turn.now)
    await turn.work.promises.put(made)
    await _let_sleep(turn, before)
    await _wake(turn, made)
    await turn.answer(say(text("promise-later", what=made.what, by=Moment(made.due))), private=True)


async def look_for_hands(turn: Turn, data: Data) -> None:
    """Ask the group whether someone else can take it."""
    made = await _promise(turn, data)
    if made.person != turn.person.id or made.stage is not PromiseStage.OPEN:
        raise Refused(text("refused-promise-over"))
    group = await turn.work.groups.get(made.group)
    if group is not None:
        await offer_to_group(turn, group, made)
        await turn.answer(say(text("promise-offered", what=made.what)), private=True)


async def offer_to_group(scene: Scene, group: Group, made: Promise) -> None:
    """Let a promise look for other hands; nobody is blamed."""
    await scene.work.promises.put(hand_over(made))
    await _let_sleep(scene, made)
    take = Choice("promise.take", text("tap-take-it"), {"promise": made.id})
    await scene.tell_group(group, say(text("looking-for-hands", what=made.what), choices=(take,)))


async def take_over(turn: Turn, data: Data) -> None:
    """Take a promise that looks for hands."""
    before = await _promise(turn, data)
    group = await turn.work.groups.get(before.group)
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    made = pick_up(before, turn.person.id, turn.now)
    await turn.work.family.hand(group.id, before.person, made.person, turn.now)
    await turn.work.promises.put(made)
    await _wake(turn, made)
    name = await turn.name(turn.person.id)
    await turn.tell_group(group, say(text("promised", name=name, what=made.what, by=Moment(made.due))))


async def no_more(turn: Turn, data: Data) -> None:
    """Stop reminding of this one; the promise stays."""
    made = hush(await _promise(turn, data), turn.person.id)
    await turn.work.promises.put(made)
    await _let_sleep(turn, made)
    await turn.answer(say(text("promise-hushed", what=made.what)), private=True)


async def _reminded(
    scene: Scene, timers: Sequence[Timer]
) -> Sequence[tuple[Timer, Promise, Group | None, datetime | None]]:
    """Collect the promises whose holders still want to hear of them, with their group and until when they are away."""
    found = await scene.work.promises.get_all([PromiseId(timer.subject) for timer in timers])
    open_ = {key: made for key, made in found.items() if made.stage is PromiseStage.OPEN and not made.quiet}
    groups = await scene.work.groups.get_all({made.group for made in open_.values()}) if open_ else {}
    away = await absences(scene, groups.keys())
    due = [(timer, open_[PromiseId(timer.subject)]) for timer in timers if timer.subject in open_]
    return [(timer, made, groups.get(made.group), away.get((made.group, made.person))) for timer, made in due]


async def _wake(turn: Turn, made: Promise) -> None:
    await turn.wake("promise.ahead", made.id, turn.now + (made.due - turn.now) * 3 / 4)
    await turn.wake("promise.due", made.id, made.due)


async def _let_sleep(scene: Scene, made: Promise) -> None:
    """Remind nobody of it any more as it stands."""
    for kind in ("promise.ahead", "promise.due"):
        await scene.work.queue.let_sleep(kind, made.id)
    await settled(scene, thing_of(made), made.person)


def _reminder(made: Promise) -> Message:
    which = {"promise": made.id}
    choices = (
        Choice("promise.done", text("tap-done"), which),
        Choice("promise.later", text("tap-two-days"), which),
        Choice("promise.hands", text("tap-someone-take"), which),
        Choice("promise.hush", text("tap-stop-reminding"), which),
    )
    return say(text("promise-due", what=made.what), choices=choices)


async def _promise(turn: Turn, data: Data) -> Promise:
    made = await turn.work.promises.get(PromiseId(data["promise"]))
    if made is None:
        raise Refused(text("refused-gone"))
    return made
