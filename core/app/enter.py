"""How does a new person come into a living group? By the consent of all who are in it."""

from core.app.cards import redraw
from core.app.joining.asking import ask_all, check_not_asked
from core.app.joining.first import meet_first
from core.app.joining.seat import ask_to_accept, newer_version, now_waits, seat_newcomer
from core.app.joining.unheard import stays_unheard
from core.app.propose import check_seats_cap
from core.app.questions import ask
from core.app.rounds_card import clause_lines
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_seat
from core.constitution import MOST_EVER, has_room
from core.contract.acting import Step
from core.contract.clauses import ClauseKind
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.groups.group import Group, GroupStage, no_longer_waits, wait
from core.ids import GroupId, PersonId
from core.messenger.messages import Choice, Line, Message, say
from core.wording import text


async def knock(turn: Turn, data: Data) -> None:
    """Show the contract and ask what they would bring; where there are eight, put them on the waiting list at once."""
    group = await _group(turn, data)
    if group.member(turn.person.id) is not None:
        raise Refused(text("refused-already-member", name=group.name))
    if not has_room(len(group.present)):
        await now_waits(turn, group, turn.person.id, "")
        await turn.answer(say(text("you-wait-full", name=group.name, most=MOST_EVER)), private=True)
        return
    await check_seats_cap(turn)
    contract = await turn.work.contracts.current(group.id)
    if contract is None:
        await turn.work.groups.put(wait(group, turn.person.id, "", turn.now))
        await turn.answer(say(text("you-wait-forming", name=group.name)), private=True)
        return
    which = {"group": group.id, "version": contract.id}
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
    """Seat the newcomer, or show them first what changed in the contract they accepted."""
    current = await newer_version(scene, group, asked)
    if current is not None:
        await ask_to_accept(scene, group, asked, current)
        return
    after = await seat_newcomer(scene, group, asked)
    if after is not None:
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
    await check_not_asked(turn, group, turn.person.id)
    await check_seats_cap(turn)
    contract = await turn.work.contracts.current(group.id)
    if contract is None or data.get("version") != contract.id:
        await knock(turn, data)  # What they read is no longer what binds.
        return
    wish = {
        "person": str(turn.person.id),
        "name": await turn.name(turn.person.id),
        "seat": seat,
        "version": str(contract.id),
    }
    heard = not await stays_unheard(turn, group, turn.person.id)
    line = contract.of(ClauseKind.JOINING)
    if line is not None and contract.joining is not Step.NONE:
        await meet_first(turn, group, wish, line, contract.joining, heard=heard)
        return
    if heard:
        await ask_all(turn, group, wish)
    await turn.answer(say(text("knocked", name=group.name)), private=True)


async def _group(turn: Turn, data: Data) -> Group:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    return group
