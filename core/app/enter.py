"""How does a new person come into a living group? By the consent of all who are in it."""

from dataclasses import replace
from datetime import timedelta

from core.app.cards import redraw
from core.app.homes import admit_to_homes
from core.app.propose import check_seats_cap, may_hold_another
from core.app.questions import ask
from core.app.rounds import open_round
from core.app.rounds_card import clause_lines
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_seat
from core.constitution import MOST_EVER, SEATS_PER_PERSON, has_room
from core.contract.rounds import ConsentRound, RoundKind
from core.errors import Refused
from core.groups.group import Group, GroupStage, admit, no_longer_waits, wait
from core.ids import GroupId, PersonId, RoundId, new_id
from core.messenger.messages import Choice, Line, Message, say
from core.wording import text


async def knock(turn: Turn, data: Data) -> None:
    """Show the contract and ask what they would bring; where there are eight, put them on the waiting list at once."""
    group = await _group(turn, data)
    if group.member(turn.person.id) is not None:
        raise Refused(text("refused-already-member", name=group.name))
    if not has_room(len(group.present)):
        await turn.work.groups.put(wait(group, turn.person.id, "", turn.now))
        await turn.answer(say(text("you-wait-full", name=group.name, most=MOST_EVER)), private=True)
        return
    await check_seats_cap(turn)
    contract = await turn.work.contracts.current(group.id)
    if contract is None:
        await turn.work.groups.put(wait(group, turn.person.id, "", turn.now))
        await turn.answer(say(text("you-wait-forming", name=group.name)), private=True)
        return
    which = {"group": group.id}
    seats = tuple(
        Choice("group.ask-seat", text("tap-bring", seat=seat), {**which, "seat": seat}) for seat in group.open_seats[:5]
    )
    else_ = Choice("group.ask-else", text("tap-bring-else"), which)
    head = Line(text("knock", name=group.name, count=len(group.people)))
    foot = Line(text("knock-accept"))
    await turn.answer(Message((head, *clause_lines(contract), foot), (*seats, else_)), private=True)


async def ask_seat(turn: Turn, data: Data) -> None:
    """Ask the group to let this person in, on one of its open seats."""
    await _ask_group(turn, data, data["seat"])


async def ask_else(turn: Turn, data: Data) -> None:
    """Ask what else they would bring."""
    group = await _group(turn, data)
    question = say(text("ask-bring", what=group.name), asks=True)
    await ask(turn, "group.ask-named", data, question, private=True)


async def ask_named(turn: Turn, data: Data, words: str) -> None:
    """Ask the group to let this person in, with a seat of their own."""
    await _ask_group(turn, data, read_seat(words, turn.now))


async def entry_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Give the newcomer their seat and a key; if eight are there by now, the waiting list."""
    newcomer = PersonId(asked.data["person"])
    if not has_room(len(group.present)):
        await scene.work.groups.put(wait(group, newcomer, asked.what, scene.now))
        await scene.tell(newcomer, say(text("you-wait-full", name=group.name, most=MOST_EVER)))
        return
    if not await may_hold_another(scene, newcomer):
        await scene.work.groups.put(no_longer_waits(group, newcomer))
        await scene.tell(newcomer, say(text("refused-seats-cap", most=SEATS_PER_PERSON)))
        return
    after = admit(group, newcomer, asked.what, scene.now)
    await scene.work.groups.put(after)
    await _ask_newcomer_too(scene, after, newcomer)
    for account in await scene.work.people.accounts(newcomer):
        await admit_to_homes(scene, after, account)
    await scene.tell(newcomer, say(text("you-are-in", name=group.name)))
    await scene.tell_group(after, say(text("newcomer", name=asked.data["name"], seat=asked.what)))
    await redraw_origin(scene, after)


async def entry_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Tell the newcomer kindly; why stays in the group."""
    newcomer = PersonId(asked.data["person"])
    await scene.work.groups.put(no_longer_waits(group, newcomer))
    await scene.tell(newcomer, say(text("not-this-time", name=group.name)))


async def redraw_origin(scene: Scene, group: Group) -> None:
    """Change the card from which the group came."""
    proposal = await scene.work.proposals.get(group.proposal)
    if proposal is not None:
        await redraw(scene, proposal)


async def _ask_group(turn: Turn, data: Data, seat: str) -> None:
    group = await _group(turn, data)
    if group.member(turn.person.id) is not None:
        raise Refused(text("refused-already-member", name=group.name))
    rounds = await turn.work.rounds.open_in(group.id)
    if any(one.kind is RoundKind.ENTRY and one.data["person"] == turn.person.id for one in rounds):
        raise Refused(text("refused-already-asked", name=group.name))
    await check_seats_cap(turn)
    contract = await turn.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else 2)
    who = {"person": str(turn.person.id), "name": await turn.name(turn.person.id)}
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.ENTRY,
        group.id,
        seat,
        turn.person.id,
        group.people,
        turn.now,
        turn.now + time,
        data=who,
    )
    await open_round(turn, group, asked)
    await turn.answer(say(text("knocked", name=group.name)), private=True)


async def _ask_newcomer_too(scene: Scene, group: Group, newcomer: PersonId) -> None:
    """Let a draft that is open wait for the newcomer as well: a version needs every present member."""
    for asked in await scene.work.rounds.open_in(group.id):
        if asked.kind is RoundKind.CONTRACT and newcomer not in asked.electorate:
            await scene.work.rounds.put(replace(asked, electorate=(*asked.electorate, newcomer)))


async def _group(turn: Turn, data: Data) -> Group:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    return group
