"""How does someone leave a group? At once, without a reason, handing over what they hold."""

from core.app.enter import redraw_origin
from core.app.homes import dismiss_from_homes
from core.app.kin.thin import thin_message
from core.app.promise import offer_to_group
from core.app.turn import Data, Turn, Values
from core.app.voices import settle_open_rounds
from core.app.waiting import invite_first_waiting
from core.errors import Refused
from core.groups import group as rules
from core.ids import GroupId
from core.messenger.messages import Choice, say
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
    seat = before.member(turn.person.id)
    after = rules.leave(before, turn.person.id, turn.now)
    await turn.work.groups.put(after)
    for account in await turn.work.people.accounts(turn.person.id):
        await dismiss_from_homes(turn, after, account)
    await turn.answer(say(text("left", name=after.name)), private=True)
    if after.people:
        name = await turn.name(turn.person.id)
        told = (
            text("member-left-seat", name=name, seat=seat.seat)
            if seat and seat.seat
            else text("member-left", name=name)
        )
        await turn.tell_group(after, say(told))
        await _hand_over(turn, after)
        await settle_open_rounds(turn, after)
        after = await turn.work.groups.get(after.id) or after
        await _when_thin(turn, after)
    await invite_first_waiting(turn, after)
    await redraw_origin(turn, after)


async def _hand_over(turn: Turn, group: rules.Group) -> None:
    for made in await turn.work.promises.unfinished(group.id):
        if made.person == turn.person.id and made.stage == "open":
            await offer_to_group(turn, group, made)


async def _when_thin(turn: Turn, group: rules.Group) -> None:
    if group.is_thin and group.people:
        await turn.tell_group(group, thin_message(group))
