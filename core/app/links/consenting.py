"""How do the groups on a line hear that one more would share it, and what follows once all consented?

Nobody on the line learns who it is before the last yes; nobody learns whose yes was missing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.app.agreeing.over_link import hear_over
from core.app.links.carrying import tell_all_waiting
from core.app.links.kept import party_of
from core.app.links.opening import met_card
from core.app.links.places import ask_for_places, place_of
from core.app.links.widening_card import SIDE
from core.app.links.words import groups_of
from core.app.meeting.blocked import are_apart
from core.app.nudge import nudge_group
from core.app.queue import Timer, Urgency
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundKind
from core.errors import Refused
from core.exchange.links import Link, has_consent, let_in, welcome
from core.exchange.meeting import Welcome, Widen
from core.exchange.parties import Party
from core.exchange.said import Said
from core.groups.group import Group, GroupStage
from core.ids import GroupId, LinkId, RoundId, new_id
from core.messenger.messages import say
from core.wording import text

OVER = "link.widening-over"


def subject_of(link: LinkId, alias: str) -> str:
    """Name a question about one newcomer on one link."""
    return f"{link}|{alias}"


async def put_to(scene: Scene, group: Group, plan: Mapping[str, str], due: datetime) -> None:
    """Ask a group that did not bring it up; it waits for its turn among what the group is told in a day."""
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.WIDENING,
        group.id,
        "",
        group.people[0],
        group.people,
        scene.now,
        due,
        data=plan,
    )
    await scene.work.rounds.put(asked)
    await scene.wake("round.remind", asked.id, asked.opened + (asked.due - asked.opened) * 3 / 4)
    subject = round_subject(asked)
    await nudge_group(scene, group, await round_card(scene, asked), thing=subject, past_use=due, about=subject)


async def hear_widen(scene: Scene, said: Said) -> Sequence[Said]:
    """Put the newcomer, by its alias and its line, before a group that is on the link."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not group.people or not isinstance(body, Widen):
        return ()
    asked = await scene.work.queue.timer(OVER, subject_of(LinkId(said.about), body.newcomer.id))
    if asked is None:
        return ()
    by = await groups_of(scene, (said.sender,))
    plan = {
        "as": SIDE,
        "link": said.about,
        "alias": body.newcomer.id,
        "line": body.line,
        "by": by[0].name if by else "",
        "asker": said.sender.id,
    }
    await put_to(scene, group, plan, asked.due)
    return ()


async def hear_welcome(scene: Scene, said: Said) -> Sequence[Said]:
    """Count a consent; with the last one the newcomer is in."""
    group, body = await hear_over(scene, said), said.body
    link = await scene.work.links.get(LinkId(said.about))
    if group is None or link is None or not isinstance(body, Welcome):
        return ()
    link = welcome(link, body.newcomer, said.sender)
    await scene.work.links.put(link)
    asked = await scene.work.queue.timer(OVER, subject_of(link.id, body.newcomer.id))
    if asked is not None and has_consent(link, body.newcomer):
        await _let_in(scene, link, body.newcomer, asked)
    return ()


async def strangers_apart(scene: Scene, link: Link, newcomer: Group) -> bool:
    """Say whether a block stands between a newcomer and anyone on the link."""
    for one in await groups_of(scene, link.here):
        if await are_apart(scene, newcomer.people, one.people, newcomer.id, one.id):
            return True
    return False


async def _let_in(scene: Scene, link: Link, alias: Party, asked: Timer) -> None:
    """Give the newcomer its end; where it cannot be any more, all ends as a missing yes does."""
    newcomer = await scene.work.groups.get(GroupId(asked.data["other"]))
    if newcomer is None or newcomer.stage is GroupStage.CLOSED or await strangers_apart(scene, link, newcomer):
        return
    before = await groups_of(scene, link.here)
    await tell_all_waiting(scene, link)
    known = await scene.work.links.get(link.id)
    try:
        wide = let_in(known or link, alias, party_of(newcomer))
    except Refused:
        return
    await scene.work.links.put(wide)
    await scene.work.queue.let_sleep(OVER, asked.subject)
    inviter = next((one for one in before if one.id == asked.data["group"]), newcomer)
    told = say(text("widen-in-you", by=inviter.name))
    await scene.tell_group(newcomer, told, urgency=Urgency.NEWS)
    for one in before:
        if one.id != inviter.id:
            await scene.tell_group(newcomer, await met_card(scene, one, wide), urgency=Urgency.NEWS)
        await _tell_side(scene, wide, one, newcomer, inviter)
    await ask_for_places(scene, wide, newcomer, " · ".join(one.name for one in before))


async def _tell_side(scene: Scene, link: Link, side: Group, newcomer: Group, inviter: Group) -> None:
    came = say(text("widen-in", name=newcomer.name))
    if side.id == inviter.id:
        await scene.tell_group(side, came, urgency=Urgency.NEWS)
    else:
        await scene.tell_group(side, await met_card(scene, newcomer, link), urgency=Urgency.NEWS)
    place = await place_of(scene, link, side)
    if place is not None:
        await scene.post(place, came, urgency=Urgency.NEWS)
