"""What happens with the seat of someone who is silent? One kind question, one repeat, and a way back."""

from dataclasses import replace

from core.app.amending.reopen import changed_meanwhile
from core.app.drafting import ask_about_drafts
from core.app.enter import redraw_origin
from core.app.kin.thin import thin_message
from core.app.nudge import nudge_group, nudge_person, settled
from core.app.promise import offer_to_group
from core.app.propose import check_seats_cap
from core.app.reminding.acts import acted
from core.app.reminding.ports import Act
from core.app.turn import Data, Scene, Turn
from core.app.values import kept
from core.app.voices import settle_open_rounds
from core.app.waiting import invite_first_waiting
from core.contract.clauses import ClauseKind
from core.contract.promises import PromiseStage
from core.errors import Refused
from core.groups.group import Group, leave
from core.groups.pauses import Pause
from core.groups.returning import come_back, left_at
from core.ids import ClauseId, GroupId, PersonId
from core.messenger.messages import Choice, say
from core.reminding.plan import Fate
from core.wording import text


async def ask(scene: Scene, group: Group, act: Act) -> None:
    """Ask someone privately whether they are still here."""
    which = {"group": str(group.id)}
    pause = {"command": "pause", "values": kept({}), **which}
    choices = (
        Choice("ghost.here", text("tap-still-here"), which),
        Choice("command.in-group", text("tap-away"), pause),
        Choice("group.leave", text("tap-leave"), which),
    )
    question = say(text("ghost-ask", name=group.name), choices=choices)
    clause = await line_on_silence(scene, group)
    await nudge_person(scene, act.person, question, thing=_thing(group, act.person), group=group, clause=clause)
    await scene.work.reminders.put_act(replace(act, asked=act.asked + 1, asked_at=scene.now))


async def here(turn: Turn, data: Data) -> None:
    """Take note that someone is still here; that they tapped was the act."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    await turn.answer(say(text("ghost-here", name=group.name)), private=True)


async def free_seat(scene: Scene, group: Group, person: PersonId) -> None:
    """Let the seat open; it comes back with one tap while it is free, and nobody is named."""
    member = group.member(person)
    if member is None:
        return
    after = leave(group, person, scene.now)
    await scene.work.groups.put(after)
    await scene.work.reminders.drop(group.id, person, Fate.STOPPED, scene.now)
    back = Choice("ghost.back", text("tap-come-back"), {"group": str(group.id)})
    stamp = int(scene.now.timestamp())
    told = say(text("ghost-free", name=group.name), choices=(back,))
    await nudge_person(scene, person, told, thing=f"seat:{group.id}@{stamp}", group=after)
    open_ = say(text("seat-open", seat=member.seat) if member.seat else text("seat-open-plain"))
    await nudge_group(scene, after, open_, thing=f"open-seat:{group.id}@{stamp}")
    for made in await scene.work.promises.unfinished(group.id):
        if made.person == person and made.stage is PromiseStage.OPEN:
            await offer_to_group(scene, after, made)
    await settle_open_rounds(scene, after)
    if after.is_thin and after.people:
        await scene.tell_group(after, thin_message(after))
    await invite_first_waiting(scene, after)
    await redraw_origin(scene, after)


async def back(turn: Turn, data: Data) -> None:
    """Give someone their seat again, and show them what changed meanwhile."""
    before = await turn.work.groups.get(GroupId(data["group"]))
    if before is None:
        raise Refused(text("refused-gone"))
    if before.member(turn.person.id) is None:
        await check_seats_cap(turn)
    after = come_back(before, turn.person.id)
    if after == before:
        await turn.answer(say(text("ghost-here", name=after.name)), private=True)
        return
    await turn.work.groups.put(after)
    await turn.answer(say(text("welcome-back", name=after.name)), private=True)
    name, member = await turn.name(turn.person.id), after.member(turn.person.id)
    seat = member.seat if member else ""
    await turn.tell_group(
        after, say(text("is-back-seat", name=name, seat=seat) if seat else text("is-back", name=name))
    )
    await ask_about_drafts(turn, after, turn.person.id)
    pause = Pause(after.id, turn.person.id, left_at(before, turn.person.id, turn.now), turn.now)
    changed = await changed_meanwhile(turn, pause)
    if changed is not None:
        await turn.tell(turn.person.id, changed)
    await acted(turn, after.id, turn.person.id)
    await settled(turn, _thing(after, turn.person.id))
    await redraw_origin(turn, after)


async def line_on_silence(scene: Scene, group: Group) -> ClauseId | None:
    """Return the group's own line on silence, if it has one."""
    contract = await scene.work.contracts.current(group.id)
    line = contract.of(ClauseKind.SLEEP_LIMIT) if contract else None
    return line.id if line else None


def _thing(group: Group, person: PersonId) -> str:
    return f"ghost:{group.id}:{person}"
