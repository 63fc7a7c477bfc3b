"""Who did something when? Kept to the hour, so that nobody who is here is asked whether they are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.links.kept import group_of
from core.app.turn import Data, Scene, Turn
from core.contract.acting import SLEEP_DAYS
from core.groups.group import Group, GroupStage
from core.ids import ConcernId, GroupId, LinkId, PersonId, PromiseId, RoundId
from core.messenger.messages import say
from core.wording import text

WATCH = "group.watch"


async def noticed(turn: Turn) -> None:
    """Note that somebody is here, before what they did is looked at."""
    await turn.work.reminders.heard(turn.person.id, turn.chat.id)
    place = None if turn.chat.is_private or turn.chat.group else await turn.work.links.of_place(turn.chat.id)
    group = turn.chat.group or (group_of(place[1]) if place else None)
    if group is not None:
        await acted(turn, group, turn.person.id)


async def acted_on(turn: Turn, data: Data) -> None:
    """Note an act that was done privately, from what it is about."""
    group = None if turn.chat.group else await _group_of(turn, data)
    if group is not None:
        await acted(turn, group, turn.person.id)


async def acted_in_group(turn: Turn) -> None:
    """Note a command given privately, once its group is known."""
    if turn.chat.group is None and turn.group is not None:
        await acted(turn, turn.group.id, turn.person.id)


async def acted(scene: Scene, group_id: GroupId, person: PersonId) -> None:
    """Note that a member did something in their group; a sleeping group wakes by it."""
    if not await scene.work.reminders.acted(group_id, person, scene.now):
        return
    wish = await scene.work.reminders.wish(group_id)
    if wish.asked:
        await scene.work.reminders.put_wish(replace(wish, asked=0, silent_at=None))
    group = await scene.work.groups.get(group_id)
    if group is not None and group.stage is GroupStage.ASLEEP:
        await _wake_up(scene, group)
    if await scene.work.queue.timer(WATCH, group_id) is None:
        await scene.wake_in(WATCH, group_id, await sleep_limit(scene, group_id))


async def sleep_limit(scene: Scene, group: GroupId) -> timedelta:
    """Say how long somebody may be silent in a group."""
    contract = await scene.work.contracts.current(group)
    return timedelta(days=contract.sleep_days if contract else SLEEP_DAYS)


async def _wake_up(scene: Scene, group: Group) -> None:
    contract = await scene.work.contracts.current(group.id)
    stage = GroupStage.LIVING if contract else GroupStage.FORMING
    await scene.work.groups.put(replace(group, stage=stage))
    await scene.tell_group(group, say(text("group-awake", name=group.name)))
    if contract is not None and contract.review_on is not None and contract.review_on <= scene.now:
        await scene.wake_in("review.open", group.id, timedelta(days=1))


async def _group_of(turn: Turn, data: Data) -> GroupId | None:
    if data.get("group"):
        return GroupId(data["group"])
    if data.get("round"):
        asked = await turn.work.rounds.get(RoundId(data["round"]))
        return asked.group if asked else None
    if data.get("promise"):
        made = await turn.work.promises.get(PromiseId(data["promise"]))
        return made.group if made else None
    if data.get("concern"):
        raised = await turn.work.concerns.get(ConcernId(data["concern"]))
        return await _theirs(turn, (raised.group,)) if raised else None
    if data.get("link"):
        link = await turn.work.links.get(LinkId(data["link"]))
        return await _theirs(turn, [one for side in link.here if (one := group_of(side))]) if link else None
    return None


async def _theirs(turn: Turn, groups: Sequence[GroupId]) -> GroupId | None:
    """Return the one of these groups in which they sit: advice from outside is no act of a member."""
    for one in groups:
        group = await turn.work.groups.get(one)
        if group is not None and group.member(turn.person.id) is not None:
            return one
    return None
