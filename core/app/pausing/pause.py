"""How does a member say that they are away for a while?"""

from datetime import datetime

from core.app.pausing.back import end_pause
from core.app.turn import Data, Turn, Values
from core.app.voices import settle_open_rounds
from core.contract.promises import Promise, PromiseStage
from core.errors import Refused
from core.groups.group import Group
from core.groups.pauses import Pause
from core.ids import GroupId
from core.messenger.messages import Choice, say
from core.wording import Moment, text

PROMISES_SHOWN = 5


async def pause(turn: Turn, values: Values) -> None:
    """Note until when, let open questions go on without this voice, and offer to hand over what falls due meanwhile."""
    until, group = values["until"], turn.here
    assert isinstance(until, datetime)
    await turn.work.pauses.put(Pause(group.id, turn.person.id, turn.now, until))
    await turn.wake("pause.end", group.id, until, turn.person.id)
    back = Choice("pause.back", text("tap-back"), {"group": group.id})
    await turn.answer(say(text("pause-begun", name=group.name, until=Moment(until)), choices=(back,)), private=True)
    name = await turn.name(turn.person.id)
    await turn.tell_group(group, say(text("pause-told", name=name, until=Moment(until, date_only=True))))
    await _offer_promises(turn, group, until)
    await settle_open_rounds(turn, group)


async def back(turn: Turn, data: Data) -> None:
    """Come back before the time."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    if not await end_pause(turn, group, turn.person.id):
        raise Refused(text("refused-not-away"))
    await turn.tell_group(group, say(text("back-told", name=await turn.name(turn.person.id))))


async def _offer_promises(turn: Turn, group: Group, until: datetime) -> None:
    """Show what falls due while they are away; what nobody takes waits for them, and they are not reminded of it."""
    mine = [one for one in await turn.work.promises.unfinished(group.id) if _falls_due(one, turn, until)]
    for one in mine:
        await turn.wake("promise.due", one.id, until)
    if mine:
        choices = tuple(
            Choice("promise.hands", text("tap-hand-over", what=one.what), {"promise": one.id})
            for one in mine[:PROMISES_SHOWN]
        )
        await turn.tell(turn.person.id, say(text("pause-promises", count=len(mine)), choices=choices))


def _falls_due(made: Promise, turn: Turn, until: datetime) -> bool:
    return made.person == turn.person.id and made.stage is PromiseStage.OPEN and made.due < until
