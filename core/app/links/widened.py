"""What follows when a group has spoken about a newcomer on a line, or the time for it is up?"""

from core.app.agreeing.over_link import say_over
from core.app.carrying import carry
from core.app.links.consenting import OVER, put_to, strangers_apart, subject_of
from core.app.links.kept import party_of
from core.app.links.widening_card import NEWCOMER, OURS
from core.app.links.words import groups_of
from core.app.meeting.asked import end_round
from core.app.nudge import nudge_group
from core.app.queue import Timer
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.exchange.introductions import TIME_TO_ANSWER
from core.exchange.links import Link, ask_to_widen, turn_away
from core.exchange.meeting import Welcome, Widen
from core.exchange.parties import Party, PartyKind
from core.groups.group import Group
from core.ids import GroupId, LinkId
from core.messenger.messages import say
from core.wording import Moment, text

TIME_FOR_ALL = 2 * TIME_TO_ANSWER
"""For the newcomer and for those on the line, one after the other; whoever asked hears anything but a yes then."""


async def widening_wanted(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Go on to whoever is to be asked next."""
    if asked.data["as"] == OURS:
        await _ours_agreed(scene, group, asked)
    elif asked.data["as"] == NEWCOMER:
        await _newcomer_agreed(scene, group, asked)
    else:
        await _side_agreed(scene, group, asked)


async def time_is_up(scene: Scene, timer: Timer) -> None:
    """Tell those who asked that it did not come about; whose yes was missing stays unknown."""
    link_id, _, alias = timer.subject.partition("|")
    link = await scene.work.links.get(LinkId(link_id))
    ours = await scene.work.groups.get(GroupId(timer.data["group"]))
    newcomer = await scene.work.groups.get(GroupId(timer.data["other"]))
    if link is None or ours is None or newcomer is None:
        return
    await scene.work.links.put(turn_away(link, _alias(alias)))
    for group in (newcomer, *await groups_of(scene, link.sides)):
        for asked in await scene.work.rounds.open_in(group.id):
            if asked.kind is RoundKind.WIDENING and asked.data["alias"] == alias:
                await end_round(scene, asked.id, RoundStage.UNSETTLED)
    told = say(text("widen-nothing", other=newcomer.name, names=timer.data["others"]))
    await nudge_group(scene, ours, told, thing=f"widening:{timer.subject}")


async def _ours_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Ask the newcomer, whom we know."""
    plan, us = asked.data, party_of(group)
    link = await scene.work.links.get(LinkId(plan["link"]))
    newcomer = await scene.work.groups.get(GroupId(plan["other"]))
    if link is None or link.widening or newcomer is None or not newcomer.people or not _all_open(link, us):
        await scene.tell_group(group, say(text("widen-nothing", other=plan["name"], names=plan["others"])))
        return
    try:
        await scene.work.links.put(ask_to_widen(link, _alias(plan["alias"]), us))
    except Refused:
        await scene.tell_group(group, say(text("widen-nothing", other=plan["name"], names=plan["others"])))
        return
    over = scene.now + TIME_FOR_ALL
    kept = {"group": group.id, "other": newcomer.id, "others": plan["others"]}
    await scene.wake(OVER, subject_of(link.id, plan["alias"]), over, data=kept)
    count = len(link.here) - 1
    theirs = {
        "as": NEWCOMER,
        "link": link.id,
        "alias": plan["alias"],
        "line": plan["line"],
        "by": group.name,
        "count": str(count),
    }
    await put_to(scene, newcomer, theirs, over)
    await scene.tell_group(group, say(text("widen-asked", other=newcomer.name, by=Moment(over))))


async def _newcomer_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Let those who brought it up ask everyone else on the line, by alias; a block counts as a no."""
    plan = asked.data
    link = await scene.work.links.get(LinkId(plan["link"]))
    timer = await scene.work.queue.timer(OVER, subject_of(LinkId(plan["link"]), plan["alias"]))
    if link is None or timer is None or await strangers_apart(scene, link, group):
        return
    inviter = Party(PartyKind.GROUP, timer.data["group"])
    if not _all_open(link, inviter):
        return
    for side in link.receivers(inviter):
        body = Widen(_alias(plan["alias"]), plan["line"])
        await carry(scene, await say_over(scene, link.id, inviter, side, body))


async def _side_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Tell those who brought it up that we consent."""
    plan, us = asked.data, party_of(group)
    asker = Party(PartyKind.GROUP, plan["asker"])
    link = await scene.work.links.get(LinkId(plan["link"]))
    if link is not None and _alias(plan["alias"]) in link.widening:
        await carry(scene, await say_over(scene, link.id, us, asker, Welcome(_alias(plan["alias"]))))


def _all_open(link: Link, us: Party) -> bool:
    """Say whether nobody's end rests or is gone: then everyone here can be asked."""
    return len(link.receivers(us)) == len(link.here) - 1 > 0


def _alias(name: str) -> Party:
    return Party(PartyKind.GROUP, name)
