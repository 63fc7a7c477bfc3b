"""What follows when a group has spoken about a newcomer on a line, or the time for it is up?"""

from core.app.agreeing.over_link import say_over
from core.app.carrying import carry
from core.app.links.admitting import OVER, subject_of
from core.app.links.consenting import all_open
from core.app.links.kept import party_of
from core.app.links.widening_card import NEWCOMER, OURS
from core.app.nudge import nudge_group
from core.app.queue import Timer
from core.app.turn import Scene
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.exchange.introductions import TIME_TO_ANSWER
from core.exchange.inviting import Invite, Join, Welcome
from core.exchange.links import Link
from core.exchange.newcomers import invite, turn_away
from core.exchange.parties import Party, PartyKind
from core.groups.group import Group
from core.ids import GroupId, LinkId
from core.messenger.messages import say
from core.wording import Moment, text

TIME_FOR_ALL = 2 * TIME_TO_ANSWER
"""For the newcomer and for those on the line, one after the other; whoever asked hears anything but a yes then."""


async def widening_wanted(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Go on to whoever is to be asked next, or answer whoever asked us."""
    if asked.data["as"] == OURS:
        await _ours_agreed(scene, group, asked)
        return
    newcomer = _alias(asked.data["alias"])
    us, asker = party_of(group), Party(PartyKind.GROUP, asked.data["asker"])
    line = await scene.work.links.get(LinkId(asked.data["link"]))
    if line is not None and not line.is_closed and {us, asker} <= set(line.here):
        body = Join(newcomer) if asked.data["as"] == NEWCOMER else Welcome(newcomer)
        await carry(scene, await say_over(scene, line.id, us, asker, body))


async def time_is_up(scene: Scene, timer: Timer) -> None:
    """Tell those who asked that it did not come about; whose yes was missing stays unknown."""
    link_id, _, alias = timer.subject.partition("|")
    link = await scene.work.links.get(LinkId(link_id))
    ours = await scene.work.groups.get(GroupId(timer.data["group"]))
    if link is None or ours is None:
        return
    await scene.work.links.put(turn_away(link, _alias(alias)))
    told = say(text("widen-nothing", other=timer.data["name"], names=timer.data["others"]))
    await nudge_group(scene, ours, told, thing=f"widening:{timer.subject}")


async def _ours_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Invite the newcomer, over the line that we have to it."""
    plan, us = asked.data, party_of(group)
    them, newcomer = Party(PartyKind.GROUP, plan["other"]), _alias(plan["alias"])
    link = await scene.work.links.get(LinkId(plan["link"]))
    between = await scene.work.links.get(LinkId(plan["over"]))
    if link is None or link.widening or not all_open(link, us) or between is None or them not in between.receivers(us):
        await _nothing(scene, group, asked)
        return
    try:
        await scene.work.links.put(invite(link, newcomer, us))
    except Refused:
        await _nothing(scene, group, asked)
        return
    over = scene.now + TIME_FOR_ALL
    kept = {"group": group.id, **{name: plan[name] for name in ("other", "over", "name", "others", "line")}}
    await scene.wake(OVER, subject_of(link.id, newcomer), over, data=kept)
    invitation = Invite(newcomer, plan["line"], len(_others(link, us)), over)
    await carry(scene, await say_over(scene, between.id, us, them, invitation))
    await scene.tell_group(group, say(text("widen-asked", other=plan["name"], by=Moment(over))))


async def _nothing(scene: Scene, group: Group, asked: ConsentRound) -> None:
    told = text("widen-nothing", other=asked.data["name"], names=asked.data["others"])
    await scene.tell_group(group, say(told))


def _others(link: Link, us: Party) -> tuple[Party, ...]:
    return tuple(side for side in link.here if side != us)


def _alias(name: str) -> Party:
    return Party(PartyKind.GROUP, name)
