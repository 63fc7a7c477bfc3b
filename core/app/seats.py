"""What happens when someone sits down at a proposal?"""

from core.app.cards import redraw, say_enough
from core.app.getting_up import invite_waiting
from core.app.propose import check_seats_cap
from core.app.questions import ask
from core.app.start import ask_newcomer
from core.app.turn import Data, Turn
from core.commands.free_text import read_seat
from core.errors import Refused
from core.groups.limits import SEAT
from core.groups.proposal import Proposal, ProposalStage, Taking, bring, take
from core.ids import ProposalId, SeatId, new_id
from core.messenger.messages import say
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
    await invite_waiting(turn, before, after)
    if after.stage is ProposalStage.STARTING:
        await ask_newcomer(turn, after)
    elif after.is_enough:
        await say_enough(turn, after)


async def _proposal(turn: Turn, data: Data) -> Proposal:
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or proposal.stage is ProposalStage.HELD:
        raise Refused(text("refused-gone"))
    return proposal
