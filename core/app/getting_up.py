"""What happens when people get up from a proposal: by a tap, by silence when all are asked to start, or for good?"""

from core.app.cards import redraw
from core.app.nudge import nudge_person
from core.app.queue import Timer
from core.app.start import begin_if_all_ready, stop_asking
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.groups.proposal import Proposal, ProposalStage, Waiting, hear_first, silent, step_out
from core.ids import PersonId, ProposalId
from core.messenger.messages import Choice, say
from core.wording import text


async def not_now(turn: Turn, data: Data) -> None:
    """Get up, or decline; nobody is asked why."""
    before = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if before is None or before.stage is ProposalStage.HELD:
        raise Refused(text("refused-gone"))
    after = step_out(before, turn.person.id)
    if after != before:
        await got_up(turn, before, after)
    await turn.toast(text("toast-not-now"))


async def free(scene: Scene, timer: Timer) -> None:
    """Free the seats of all who did not answer in time; each comes back with one tap."""
    before = await scene.work.proposals.get(ProposalId(timer.subject))
    if before is None or before.stage is not ProposalStage.STARTING:
        return
    late = [one for one in silent(before) if await _is_late(scene, before, one)]
    if not late:
        return
    after = before
    for person in late:
        after = step_out(after, person)
    await got_up(scene, before, after)
    chat = await scene.work.people.chat_by_id(after.chat)
    freed = say(text("seat-freed", what=after.what))
    for person in late:
        await nudge_person(scene, person, freed, thing=f"seat-freed:{after.id}", near=chat)


async def got_up(scene: Scene, before: Proposal, after: Proposal) -> None:
    """Begin if all who are left said yes; else say so where too few are, and who waits hears that there is room."""
    await scene.work.proposals.put(after)
    if await begin_if_all_ready(scene, after):
        return
    if before.stage is ProposalStage.STARTING and after.stage is ProposalStage.OPEN:
        await stop_asking(scene, before)
        chat = await scene.work.people.chat_by_id(after.chat)
        await scene.post(chat, say(text("too-few-to-start", what=after.what)))
    await redraw(scene, after)
    await invite_waiting(scene, before, after)


async def invite_waiting(scene: Scene, before: Proposal, after: Proposal) -> None:
    """Tell those who wait that there is room now; a seat is theirs when they tap, not before."""
    for one in hear_first(before, after):
        await _invite(scene, after, one)


async def _invite(scene: Scene, proposal: Proposal, one: Waiting) -> None:
    seat = next((s for s in proposal.seats if s.name == one.seat and s.wanted and s.person is None), None)
    which = {"proposal": proposal.id}
    choice = (
        Choice("proposal.take", text("tap-bring", seat=seat.name), {**which, "seat": seat.id})
        if seat
        else Choice("proposal.bring", text("tap-bring-else"), which)
    )
    chat = await scene.work.people.chat_by_id(proposal.chat)
    await scene.tell(one.person, say(text("room-again", what=proposal.what), choices=(choice,)), near=chat)


async def _is_late(scene: Scene, proposal: Proposal, person: PersonId) -> bool:
    """Say whether their time to answer is over; the timer of whoever it is over for rings now, or is about to."""
    left = await scene.work.queue.timer("start.free", proposal.id, person)
    return left is None or left.due <= scene.now
