"""How does a member bring up that a third group might share a line? Their own group is asked first."""

from datetime import timedelta

from core.app.links.kept import group_of, party_of
from core.app.links.widening_card import OURS
from core.app.links.words import groups_of, others_on
from core.app.questions import ask
from core.app.rounds import open_round
from core.app.turn import Data, Scene, Turn
from core.contract.rounds import ConsentRound, RoundKind
from core.errors import Refused
from core.exchange.first_contact import first_contact
from core.exchange.links import Link
from core.exchange.sizes import SIDES
from core.groups.group import Group
from core.ids import GroupId, LinkId, RoundId, new_id
from core.messenger.messages import Choice, say
from core.wording import text


async def invitation(scene: Scene, link: Link, ours: Group, name: str) -> tuple[Choice, ...]:
    """Offer to invite a third group, where there is one to invite and room for it."""
    if not await _candidates(scene, link, ours):
        return ()
    return (Choice("link.widen", text("tap-link-widen", name=name), {"link": link.id, "group": ours.id}),)


async def which(turn: Turn, data: Data) -> None:
    """Show the groups that could share the line: those to which we have another one."""
    link, ours = await _line(turn, data)
    found = await _candidates(turn, link, ours)
    if not found:
        raise Refused(text("refused-widen-none", prefix=turn.can.command_prefix))
    choices = tuple(
        Choice(
            "link.widen-with",
            text("own-words", words=one.name),
            {"link": link.id, "group": ours.id, "other": one.id},
        )
        for one, _over in found
    )
    names = tuple(one.name for one in await others_on(turn, link, ours))
    await turn.answer(say(text("widen-which", names=names), choices=choices), private=True)


async def with_whom(turn: Turn, data: Data) -> None:
    """Ask for the one line the others will read about them."""
    _link, _ours, other, _over = await _newcomer(turn, data)
    await ask(turn, "link.widen-line", data, say(text("widen-ask-line", other=other.name), asks=True), private=True)


async def line_told(turn: Turn, data: Data, words: str) -> None:
    """Check the line, and ask our own group."""
    link, ours, other, over = await _newcomer(turn, data)
    await _check_free(turn, link, ours)
    others = await others_on(turn, link, ours)
    line = first_contact(words, await _names(turn, (*others, other)))
    contract = await turn.work.contracts.current(ours.id)
    due = turn.now + timedelta(days=contract.answer_days if contract else 2)
    plan = {
        "as": OURS,
        "link": link.id,
        "alias": new_id(),
        "other": other.id,
        "over": over.id,
        "name": other.name,
        "others": " · ".join(one.name for one in others),
        "line": line,
    }
    asked = ConsentRound(
        RoundId(new_id()), RoundKind.WIDENING, ours.id, "", turn.person.id, ours.people, turn.now, due, data=plan
    )
    await open_round(turn, ours, asked)


async def _candidates(scene: Scene, link: Link, ours: Group) -> list[tuple[Group, Link]]:
    """List the groups that could be invited, each with an open line of ours to it."""
    us = party_of(ours)
    if len(link.here) >= SIDES or not link.receivers(us):
        return []
    found: dict[GroupId, tuple[Group, Link]] = {}
    for other in await scene.work.links.of(us):
        new = [side for side in other.receivers(us) if side not in link.here and group_of(side) is not None]
        for group in await groups_of(scene, new):
            if group.people:
                found.setdefault(group.id, (group, other))
    return list(found.values())


async def _line(turn: Turn, data: Data) -> tuple[Link, Group]:
    link = await turn.work.links.get(LinkId(data["link"]))
    ours = await turn.work.groups.get(GroupId(data["group"]))
    if ours is None or ours.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    if link is None or link.is_closed or party_of(ours) not in link.here:
        raise Refused(text("refused-link-closed"))
    return link, ours


async def _newcomer(turn: Turn, data: Data) -> tuple[Link, Group, Group, Link]:
    """Return the line, our group, the one to be invited, and the line over which it is asked."""
    link, ours = await _line(turn, data)
    for other, over in await _candidates(turn, link, ours):
        if other.id == data["other"]:
            return link, ours, other, over
    raise Refused(text("refused-gone"))


async def _check_free(scene: Scene, link: Link, ours: Group) -> None:
    asked = [one for one in await scene.work.rounds.open_in(ours.id) if one.kind is RoundKind.WIDENING]
    if link.widening or any(one.data["link"] == link.id and one.data["as"] == OURS for one in asked):
        raise Refused(text("refused-widen-asked"))


async def _names(scene: Scene, groups: tuple[Group, ...]) -> list[str]:
    """List what the groups and their people are called: they do not know one another yet."""
    names = [group.name for group in groups]
    for person in [person for group in groups for person in group.people]:
        names += [account.ref.name for account in await scene.work.people.accounts(person)]
    return names
