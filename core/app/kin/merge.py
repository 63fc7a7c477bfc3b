"""How do two groups become one? Everyone on both sides consents, and together they are eight at the most."""

from collections.abc import Sequence
from dataclasses import replace

from core.app.drafting import ask_about_drafts
from core.app.homes import admit_to_homes
from core.app.kin.asking import ask_all, is_asked, lay_down
from core.app.kin.card import HOST, MERGE, PLAN
from core.app.kin.relatives import relatives
from core.app.meeting.blocked import are_apart
from core.app.rounds import open_unasked
from core.app.turn import Data, Scene, Turn
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.exchange.parties import Party, PartyKind
from core.groups.group import Group
from core.groups.kin import Kin, KinHow, may_merge, merge
from core.ids import GroupId, PersonId
from core.messenger.messages import Choice, say
from core.wording import text

SHOWN = 5


async def which(turn: Turn, data: Data) -> None:
    """Show the kin and the groups they have met that have room."""
    group = await mine(turn, data)
    found = await _hosts(turn, group)
    if not found:
        raise Refused(text("refused-merge-none"))
    choices = tuple(
        Choice("kin.merge", text("tap-merge", name=one.name), {"group": group.id, "other": one.id})
        for one in found[:SHOWN]
    )
    await turn.answer(say(text("merge-which"), choices=choices), private=True)


async def ask_ours(turn: Turn, data: Data) -> None:
    """Ask our own side first."""
    group = await mine(turn, data)
    if not any(one.id == data["other"] for one in await _hosts(turn, group)):
        raise Refused(text("refused-gone"))
    people = ",".join(group.people)
    await ask_all(turn, group, turn.person.id, {PLAN: MERGE, "other": data["other"], "people": people})


async def ours_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Ask the other side, once ours said yes."""
    host = await scene.work.groups.get(GroupId(asked.data["other"]))
    people = ",".join(group.people)
    if host is None or not await _still(scene, group, host, asked.electorate) or await is_asked(scene, host):
        await scene.tell_group(group, say(text("merge-not-now")))
        return
    await scene.tell_group(group, say(text("merge-asked", name=host.name)))
    await ask_all(scene, host, host.people[0], {PLAN: HOST, "other": group.id, "people": people}, open_unasked)


async def host_agreed(scene: Scene, host: Group, asked: ConsentRound) -> None:
    """Let everyone in; if anyone came to either side meanwhile, who was not asked, say so."""
    coming = await scene.work.groups.get(GroupId(asked.data["other"]))
    people = [PersonId(one) for one in asked.data["people"].split(",")]
    if coming is None:
        return
    if not set(host.people) <= set(asked.electorate) or not await _still(scene, coming, host, people):
        for group in (coming, host):
            await scene.tell_group(group, say(text("merge-not-now")))
        return
    newcomers = [person for person in coming.people if host.member(person) is None]
    over, after = merge(coming, host, scene.now)
    await scene.work.groups.put(over)
    await scene.work.groups.put(after)
    await scene.work.family.put(Kin(over.id, after.id, KinHow.MERGE, scene.now))
    for made in await scene.work.promises.unfinished(over.id):
        await scene.work.promises.put(replace(made, group=after.id))
    await lay_down(scene, over)
    await _let_in(scene, after, newcomers)
    await scene.tell_group(after, say(text("merged", name=over.name, people=await scene.names(newcomers))))


async def host_blocked(scene: Scene, _host: Group, asked: ConsentRound) -> None:
    """Tell those who asked kindly; why stays in the other group."""
    coming = await scene.work.groups.get(GroupId(asked.data["other"]))
    if coming is not None:
        await scene.tell_group(coming, say(text("merge-not-now")))


async def mine(turn: Turn, data: Data) -> Group:
    """Return the group a member speaks for."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group


async def _hosts(scene: Scene, group: Group) -> Sequence[Group]:
    party = Party(PartyKind.GROUP, group.id)
    found = {one.id: one for one in await relatives(scene, group)}
    for link in await scene.work.links.of(party):
        for side in link.here:
            other = await scene.work.groups.get(GroupId(side.id)) if side != party else None
            if other is not None:
                found.setdefault(other.id, other)
    return [one for one in found.values() if await _still(scene, group, one, group.people)]


async def _still(scene: Scene, coming: Group, host: Group, asked: Sequence[PersonId]) -> bool:
    fits = may_merge(coming, host) and bool(coming.people) and set(coming.people) <= set(asked)
    return fits and not await are_apart(scene, coming.people, host.people, coming.id, host.id)


async def _let_in(scene: Scene, group: Group, newcomers: Sequence[PersonId]) -> None:
    for person in newcomers:
        await scene.tell(person, say(text("you-are-in", name=group.name)))
        for account in await scene.work.people.accounts(person):
            await admit_to_homes(scene, group, account)
        await ask_about_drafts(scene, group, person)
