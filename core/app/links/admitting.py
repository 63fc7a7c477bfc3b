"""What follows the last yes to a newcomer on a line: who is told what, and what does each side do then?"""

from collections.abc import Sequence

from core.app.agreeing.over_link import hear_over, say_over
from core.app.links.carrying import tell_all_waiting
from core.app.links.kept import party_of
from core.app.links.opening import shown
from core.app.links.places import ask_for_places, place_of
from core.app.links.words import groups_of, others_on
from core.app.meeting.blocked import are_apart
from core.app.meeting.showing import card_of_group
from core.app.queue import Timer, Urgency
from core.app.turn import Scene
from core.errors import Refused
from core.exchange.inviting import Admit, Joined
from core.exchange.links import Link
from core.exchange.newcomers import let_in
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.said import Said
from core.groups.group import Group, GroupStage
from core.ids import GroupId, LinkId
from core.messenger.messages import say
from core.wording import text

OVER = "link.widening-over"


def subject_of(link: LinkId, newcomer: Party) -> str:
    """Name a question about one newcomer on one link."""
    return f"{link}|{newcomer.id}"


async def admit(scene: Scene, link: Link, newcomer: Party, asked: Timer) -> Sequence[Said]:
    """Give the newcomer its end, and return what all of them are to hear.

    Nothing is returned where it cannot be any more: then all ends as a missing yes does.
    """
    us, they = _group(asked.data["group"]), _group(asked.data["other"])
    between = await scene.work.links.get(LinkId(asked.data["over"]))
    groups = {party_of(one): one for one in await groups_of(scene, (they, *link.here))}
    came = groups.get(they)
    if came is None or came.stage is GroupStage.CLOSED or await strangers_apart(scene, link, came):
        return ()
    if us not in link.here or between is None or between.is_closed or not {us, they} <= set(between.here):
        return ()
    await tell_all_waiting(scene, link)
    known = await scene.work.links.get(link.id)
    try:
        wide = let_in(known or link, newcomer, they)
    except Refused:
        return ()
    await scene.work.links.put(wide)
    await scene.work.queue.let_sleep(OVER, asked.subject)
    await _tell(scene, wide, groups[us], came.name)
    cards = {side: await card_of_group(scene, groups[side]) for side in (*link.here, they) if side in groups}
    others = [side for side in link.here if side != us]
    admitted = Admit(newcomer, link.id, tuple(cards[side] for side in others))
    joined = Joined(newcomer, cards[they])
    return [
        await say_over(scene, between.id, us, they, admitted),
        *[await say_over(scene, link.id, us, side, joined) for side in others],
    ]


async def hear_admit(scene: Scene, said: Said) -> Sequence[Said]:
    """Learn who is on the line that is ours too now, and ask for a place for it."""
    group, body = await hear_over(scene, said), said.body
    link = await scene.work.links.get(body.link) if isinstance(body, Admit) else None
    if group is None or not isinstance(body, Admit) or link is None or not _are_on(link, said.receiver, *body.cards):
        return ()
    by = "".join(one.name for one in await groups_of(scene, (said.sender,)))
    await scene.tell_group(group, say(text("widen-in-you", by=by)), urgency=Urgency.NEWS)
    for card in body.cards:
        await scene.tell_group(group, shown(card, link.id), urgency=Urgency.NEWS)
    names = [one.name for one in await others_on(scene, link, group)]
    await ask_for_places(scene, link, group, " · ".join(names))
    return ()


async def hear_joined(scene: Scene, said: Said) -> Sequence[Said]:
    """Learn who shares our line from now on."""
    group, body = await hear_over(scene, said), said.body
    link = await scene.work.links.get(LinkId(said.about))
    if group is None or link is None or not isinstance(body, Joined) or not _are_on(link, said.receiver, body.card):
        return ()
    await _tell(scene, link, group, body.card.name, body.card)
    return ()


async def strangers_apart(scene: Scene, link: Link, newcomer: Group) -> bool:
    """Say whether a block stands between a newcomer and anyone on the link."""
    for one in await groups_of(scene, link.here):
        if await are_apart(scene, newcomer.people, one.people, newcomer.id, one.id):
            return True
    return False


async def _tell(scene: Scene, link: Link, side: Group, name: str, card: Card | None = None) -> None:
    """Say who came, also in the line's own place; with its card where it was not known before."""
    came = say(text("widen-in", name=name))
    await scene.tell_group(side, came if card is None else shown(card, link.id), urgency=Urgency.NEWS)
    place = await place_of(scene, link, side)
    if place is not None:
        await scene.post(place, came, urgency=Urgency.NEWS)


def _are_on(link: Link, us: Party, *cards: Card) -> bool:
    return {us, *(card.party for card in cards)} <= set(link.here)


def _group(name: str) -> Party:
    return Party(PartyKind.GROUP, GroupId(name))
