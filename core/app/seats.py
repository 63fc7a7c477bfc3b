"""What happens when someone sits down at a proposal, or gets up?"""

from core.app.cards import redraw, say_enough
from core.app.propose import check_seats_cap
from core.app.questions import ask
from core.app.start import ask_newcomer, begin_if_all_ready
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_seat
from core.errors import Refused
from core.groups.limits import SEAT
from core.groups.proposal import Proposal, ProposalStage, Taking, bring, step_out, take
from core.ids import ProposalId, SeatId, new_id
from core.messenger.messages import Choice, say
from core.wording import text


async def take_seat(turn: Turn, data: Data) -> None:
    """Sit on a wanted seat, or wait for it. A formed group is knocked at instead."""
    before = await _proposal(turn, data)
    if before.stage is ProposalStage.FORMED and before.group:
        await turn.do("group.knock", {"group": before.group})
        return
    if before.seat_of(turn.person.id) is None:
        await check_seats_cap(turn)
    after, taking = take(before, turn.person.id, SeatId(data["seat"]), turn.now)
    await _seated(turn, before, after, taking)


async def bring_else(turn: Turn, data: Data) -> None:
    """Ask what they bring, in their own words."""
    proposal = await _proposal(turn, data)
    if not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    question = say(text("ask-bring", what=proposal.what), asks=True)
    await ask(turn, "proposal.bring", {"proposal": proposal.id}, question)


async def bring_named(turn: Turn, data: Data, words: str) -> None:
    """Sit on a seat of one's own."""
    before = await _proposal(turn, data)
    name = read_seat(words, turn.now)
    if before.seat_of(turn.person.id) is None:
        await check_seats_cap(turn)
    after, taking = bring(before, turn.person.id, name, SeatId(new_id()), turn.now)
    await _seated(turn, before, after, taking)


async def seat_person(turn: Turn, before: Proposal, name: str) -> Proposal:
    """Seat someone who said yes elsewhere: on the wanted seat of that name if it is free, else with their own."""
    if before.seat_of(turn.person.id) is None:
        await check_seats_cap(turn)
    after, taking = bring(before, turn.person.id, name or before.what[:SEAT], SeatId(new_id()), turn.now)
    await _seated(turn, before, after, taking)
    return after


async def not_now(turn: Turn, data: Data) -> None:
    """Get up, or decline; nobody is asked why."""
    before = await _proposal(turn, data)
    after = step_out(before, turn.person.id)
    await turn.work.proposals.put(after)
    if after != before:
        await redraw(turn, after)
        await invite_waiting(turn, before, after)
        await begin_if_all_ready(turn, after)
    await turn.toast(text("toast-not-now"))


async def invite_waiting(scene: Scene, before: Proposal, after: Proposal) -> None:
    """Tell the first who waits that there is room now; the seat is theirs when they tap, not before."""
    if not after.is_gathering or len(after.people) >= len(before.people) or not after.waiting:
        return
    first = after.waiting[0]
    seat = next((s for s in after.seats if s.name == first.seat and s.wanted and s.person is None), None)
    which = {"proposal": after.id}
    choice = (
        Choice("proposal.take", text("tap-bring", seat=seat.name), {**which, "seat": seat.id})
        if seat
        else Choice("proposal.bring", text("tap-bring-else"), which)
    )
    chat = await scene.work.people.chat_by_id(after.chat)
    await scene.tell(first.person, say(text("room-again", what=after.what), choices=(choice,)), near=chat)


async def _seated(turn: Turn, before: Proposal, after: Proposal, taking: Taking) -> None:
    await turn.work.proposals.put(after)
    held = after.seat_of(turn.person.id)
    match taking:
        case Taking.ALREADY:
            await turn.toast(text("toast-already"))
            return
        case Taking.WAITS:
            await redraw(turn, after)
            await turn.answer(say(text("you-wait", what=after.what)), private=True)
            return
        case Taking.SEATED | Taking.MOVED:
            await turn.toast(text("toast-seated", seat=held.name) if held and held.name else text("toast-in"))
    await redraw(turn, after)
    if after.stage is ProposalStage.STARTING:
        await ask_newcomer(turn, after)
    elif after.is_enough:
        await say_enough(turn, after)


async def _proposal(turn: Turn, data: Data) -> Proposal:
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or proposal.stage is ProposalStage.HELD:
        raise Refused(text("refused-gone"))
    return proposal
