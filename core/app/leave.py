"""How does someone leave a group? At once, without a reason, handing over what they hold."""

from core.app.enter import redraw_origin
from core.app.homes import dismiss_from_homes
from core.app.kin.thin import thin_message
from core.app.promise import offer_to_group
from core.app.turn import Data, Scene, Turn, Values
from core.app.voices import settle_open_rounds
from core.app.waiting import invite_first_waiting
from core.errors import Refused
from core.groups import group as rules
from core.ids import GroupId, PersonId
from core.messenger.messages import Choice, say
from core.reminding.plan import Fate
from core.wording import text


async def leave(turn: Turn, _values: Values) -> None:
    """Ask once, so that a slip of the finger is not a farewell."""
    which = {"group": turn.here.id}
    choices = (Choice("group.leave", text("tap-leave"), which), Choice("group.stay", text("tap-stay"), which))
    await turn.answer(say(text("leave-sure", name=turn.here.name), choices=choices), private=True)


async def stay(turn: Turn, _data: Data) -> None:
    """Stay after all."""
    await turn.answer(say(text("stayed")), private=True)


async def leave_now(turn: Turn, data: Data) -> None:
    """Go: the seat opens, promises look for other hands, rounds no longer wait for this voice."""
    before = await turn.work.groups.get(GroupId(data["group"]))
    if before is None:
        raise Refused(text("refused-gone"))
    after = await leave_group(turn, before, turn.person.id)
    await turn.answer(say(text("left", name=after.name)), private=True)


async def leave_group(scene: Scene, before: rules.Group, person: PersonId) -> rules.Group:
    """Let a member go, with all that follows for the others; returns the group without them."""
    seat = before.member(person)
    after = rules.leave(before, person, scene.now)
    await scene.work.groups.put(after)
    await scene.work.pauses.end(after.id, person)
    await scene.work.reminders.drop(after.id, person, Fate.STOPPED, scene.now)
    for account in await scene.work.people.accounts(person):
        await dismiss_from_homes(scene, after, account)
    if after.people:
        name = await scene.name(person)
        told = (
            text("member-left-seat", name=name, seat=seat.seat)
            if seat and seat.seat
            else text("member-left", name=name)
        )
        await scene.tell_group(after, say(told))
        await _hand_over(scene, after, person)
        await settle_open_rounds(scene, after)
        after = await scene.work.groups.get(after.id) or after
        await _when_thin(scene, after)
    await invite_first_waiting(scene, after)
    await redraw_origin(scene, after)
    return after


async def _hand_over(scene: Scene, group: rules.Group, person: PersonId) -> None:
    for made in await scene.work.promises.unfinished(group.id):
        if made.person == person and made.stage == "open":
            await offer_to_group(scene, group, made)


async def _when_thin(scene: Scene, group: rules.Group) -> None:
    if group.is_thin and group.people:
        await scene.tell_group(group, thin_message(group))
