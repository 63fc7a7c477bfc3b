"""How does a group hear that one more might share a line: itself, or another, and what does it say to that?

Each thing that is heard is a value of `core.exchange.inviting`, and so is each answer. Nobody on the line learns who it
is before the last yes; nobody learns whose yes was missing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.app.agreeing.over_link import hear_over, say_over
from core.app.links.admitting import OVER, admit, strangers_apart, subject_of
from core.app.links.widening_card import NEWCOMER, SIDE
from core.app.links.words import groups_of
from core.app.meeting.asked import end_round
from core.app.nudge import nudge_group
from core.app.queue import Timer
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.exchange.introductions import TIME_TO_ANSWER
from core.exchange.inviting import Invite, Join, Welcome, Widen
from core.exchange.links import Link
from core.exchange.newcomers import join, missing, welcome
from core.exchange.parties import Party
from core.exchange.said import Said
from core.groups.group import Group
from core.ids import LinkId, RoundId, new_id
from core.wording import text

UNANSWERED = "link.widening-unanswered"


async def hear_invite(scene: Scene, said: Said) -> Sequence[Said]:
    """Ask our own group whether it would share a line of the one that invites us."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not group.people or not isinstance(body, Invite):
        return ()
    plan = {"as": NEWCOMER, "alias": body.newcomer.id, "line": body.line, "count": str(body.others)}
    await _put_to(scene, group, said, plan, body.answer_by)
    return ()


async def hear_join(scene: Scene, said: Said) -> Sequence[Said]:
    """Ask everyone else on the line, by alias, once the newcomer said yes; a block counts as a no."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not isinstance(body, Join):
        return ()
    link = await _asking(scene, said.receiver, body.newcomer)
    asked = await scene.work.queue.timer(OVER, subject_of(link.id, body.newcomer))
    if asked is None or asked.data["other"] != said.sender.id:
        raise Refused(text("refused-gone"))
    newcomer = (await groups_of(scene, (said.sender,)))[0]
    if await strangers_apart(scene, link, newcomer) or not all_open(link, said.receiver):
        return ()
    await scene.work.links.put(join(link, body.newcomer))
    widen = Widen(body.newcomer, asked.data["line"], asked.due)
    return [await say_over(scene, link.id, said.receiver, side, widen) for side in link.receivers(said.receiver)]


async def hear_widen(scene: Scene, said: Said) -> Sequence[Said]:
    """Put the newcomer, by its alias and its line, before a group that is on the link."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not group.people or not isinstance(body, Widen):
        return ()
    plan = {"as": SIDE, "alias": body.newcomer.id, "line": body.line}
    await _put_to(scene, group, said, plan, body.answer_by or scene.now + TIME_TO_ANSWER)
    return ()


async def hear_welcome(scene: Scene, said: Said) -> Sequence[Said]:
    """Count a consent; with the last one the newcomer is in."""
    group, body = await hear_over(scene, said), said.body
    link = await scene.work.links.get(LinkId(said.about))
    if group is None or link is None or not isinstance(body, Welcome):
        return ()
    link = welcome(link, body.newcomer, said.sender)
    await scene.work.links.put(link)
    asked = await scene.work.queue.timer(OVER, subject_of(link.id, body.newcomer))
    if asked is None or missing(link, body.newcomer):
        return ()
    return await admit(scene, link, body.newcomer, asked)


async def unanswered(scene: Scene, timer: Timer) -> None:
    """Let a question go to which not all of us said yes in time."""
    await end_round(scene, RoundId(timer.subject), RoundStage.UNSETTLED)


def all_open(link: Link, us: Party) -> bool:
    """Say whether nobody's end rests or is gone: then everyone here can be asked."""
    return len(link.receivers(us)) == len(link.here) - 1 > 0


async def _asking(scene: Scene, us: Party, newcomer: Party) -> Link:
    """Find the line for which we invited somebody; raises `Refused` when that is over."""
    for link in await scene.work.links.of(us):
        if newcomer in link.widening:
            return link
    raise Refused(text("refused-gone"))


async def _put_to(scene: Scene, group: Group, said: Said, plan: Mapping[str, str], due: datetime) -> None:
    """Ask a group that did not bring it up; it waits for its turn among what the group is told in a day."""
    by = await groups_of(scene, (said.sender,))
    kept = {**plan, "link": said.about, "asker": said.sender.id, "by": by[0].name if by else ""}
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.WIDENING,
        group.id,
        "",
        group.people[0],
        group.people,
        scene.now,
        due,
        data=kept,
    )
    await scene.work.rounds.put(asked)
    await scene.wake("round.remind", asked.id, asked.opened + (asked.due - asked.opened) * 3 / 4)
    await scene.wake(UNANSWERED, asked.id, due)
    subject = round_subject(asked)
    await nudge_group(scene, group, await round_card(scene, asked), thing=subject, past_use=due, about=subject)
