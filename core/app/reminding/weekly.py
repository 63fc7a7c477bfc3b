"""What does a group hear once a week, if it wants to? Four lines: agreed, due, away, next."""

from datetime import datetime, timedelta

from core.app.nudge import nudge_group
from core.app.pausing.away import away_from
from core.app.queue import Timer
from core.app.reminding.stopping import is_stop
from core.app.turn import Data, Scene, Turn, Values
from core.commands.rhythm import read_rhythm
from core.contract.promises import PromiseStage
from core.contract.rhythm import next_dates, numbers_of, rhythm_from
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message, say
from core.wording import Moment, Text, text

WEEK = timedelta(weeks=1)
USEFUL = timedelta(days=2)
SHOWN = 3
_NOTE = "weekly.note"


async def weekly(turn: Turn, values: Values) -> None:
    """Take the day and hour, and say so to the group; "stop" ends it."""
    words = str(values["when"])
    if is_stop(words):
        await no_more(turn, {"group": str(turn.here.id)})
        return
    rhythm = read_rhythm(words, turn.person.language, turn.now, turn.zone)
    data = {name: str(number) for name, number in numbers_of(rhythm).items()} | {"zone": turn.zone}
    first = next_dates(rhythm, turn.now, 1)[0]
    await turn.wake(_NOTE, turn.here.id, first, data=data)
    stop = Choice("weekly.stop", text("tap-no-weekly"), {"group": str(turn.here.id)})
    await turn.tell_group(turn.here, say(text("weekly-begins", at=Moment(first)), choices=(stop,)))


async def no_more(turn: Turn, data: Data) -> None:
    """End the notes; any member may."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    await turn.work.queue.let_sleep(_NOTE, group.id)
    await turn.tell_group(group, say(text("weekly-ends")))


async def note(scene: Scene, timer: Timer) -> None:
    """Say the four lines, and set the next note."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is None or group.stage is GroupStage.CLOSED or not group.people:
        return
    numbers = {name: int(number) for name, number in timer.data.items() if name not in {"zone", "failed"}}
    at = next_dates(rhythm_from(numbers, timer.data["zone"]), scene.now, 1)[0]
    await scene.wake(_NOTE, group.id, at, data=timer.data)
    stop = Choice("weekly.stop", text("tap-no-weekly"), {"group": str(group.id)})
    lines = (
        await _agreed(scene, group),
        await _due(scene, group),
        await _away(scene, group),
        await _next(scene, group),
    )
    message = Message(tuple(Line(one) for one in lines), (stop,))
    thing = f"weekly:{group.id}@{int(timer.due.timestamp())}"
    await nudge_group(scene, group, message, thing=thing, past_use=timer.due + USEFUL)


async def _agreed(scene: Scene, group: Group) -> Text:
    since = scene.now - WEEK
    decided = await scene.work.rounds.agreed_in(group.id, 10)
    fresh = [one.what for one in decided if any(answer.at and answer.at >= since for answer in one.answers)]
    return text("weekly-agreed", what=tuple(fresh[:SHOWN])) if fresh else text("weekly-agreed-none")


async def _due(scene: Scene, group: Group) -> Text:
    promises = await scene.work.promises.unfinished(group.id)
    due = [one.what for one in promises if one.stage is PromiseStage.OPEN and one.due < scene.now + WEEK]
    return text("weekly-due", what=tuple(due[:SHOWN])) if due else text("weekly-due-none")


async def _away(scene: Scene, group: Group) -> Text:
    absent = await away_from(scene, group.id)
    return text("weekly-away", count=sum(person in absent for person in group.people))


async def _next(scene: Scene, group: Group) -> Text:
    contract = await scene.work.contracts.current(group.id)
    dates: list[datetime] = []
    if contract is not None and contract.rhythm is not None:
        dates += next_dates(contract.rhythm, scene.now, 1)
    if contract is not None and contract.review_on is not None and contract.review_on > scene.now:
        dates.append(contract.review_on)
    return text("weekly-next", at=Moment(min(dates))) if dates else text("weekly-next-none")
