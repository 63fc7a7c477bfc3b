"""What happens when a proposal's deadline comes and too few people are in?"""

from dataclasses import replace
from datetime import timedelta

from core.app.cards import redraw
from core.app.nudge import nudge_room
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.groups.proposal import Proposal, ProposalStage
from core.ids import ProposalId
from core.messenger.messages import Choice, say
from core.wording import Moment, text

TWO_WEEKS = timedelta(weeks=2)
GRACE = timedelta(days=1)


async def deadline(scene: Scene, timer: Timer) -> None:
    """Say honestly where it stands; those who are in choose what now."""
    proposal = await scene.work.proposals.get(ProposalId(timer.subject))
    if proposal is None or not proposal.is_gathering:
        return
    if not proposal.people:
        await close_proposal(scene, proposal)
        return
    chat = await scene.work.people.chat_by_id(proposal.chat)
    which = {"proposal": proposal.id}
    longer = Choice("deadline.longer", text("tap-two-more-weeks"), which)
    close = Choice("deadline.close", text("tap-close"), which)
    start = (Choice("proposal.start", text("tap-start"), which),) if proposal.is_enough else ()
    key = "deadline-enough" if proposal.is_enough else "deadline-too-few"
    told = text(key, what=proposal.what, count=len(proposal.people), fewest=proposal.size.fewest)
    message = say(told, choices=(*start, longer, close))
    await nudge_room(scene, chat, message, thing=f"deadline:{proposal.id}@{int(proposal.by.timestamp())}")


async def two_more_weeks(turn: Turn, data: Data) -> None:
    """Go on for two weeks; any one who is in may choose this."""
    proposal = await _mine(turn, data)
    longer = replace(proposal, by=max(proposal.by, turn.now) + TWO_WEEKS)
    await turn.work.proposals.put(longer)
    await turn.work.news.prolong(longer.id, longer.by)
    await turn.wake("proposal.deadline", longer.id, longer.by)
    await turn.work.queue.let_sleep("proposal.close", longer.id)
    chat = await turn.work.people.chat_by_id(longer.chat)
    await turn.post(chat, say(text("longer", what=longer.what, by=Moment(longer.by, date_only=True))))
    await redraw(turn, longer)


async def close(turn: Turn, data: Data) -> None:
    """Close at once when nobody else is in; else say so and give the others a day to go on."""
    proposal = await _mine(turn, data)
    if proposal.people == (turn.person.id,):
        await close_proposal(turn, proposal)
        return
    await turn.wake_in("proposal.close", proposal.id, GRACE)
    chat = await turn.work.people.chat_by_id(proposal.chat)
    longer = Choice("deadline.longer", text("tap-two-more-weeks"), {"proposal": proposal.id})
    await turn.post(chat, say(text("closing", what=proposal.what), choices=(longer,)))


async def close_due(scene: Scene, timer: Timer) -> None:
    """Close: nobody wanted to go on."""
    proposal = await scene.work.proposals.get(ProposalId(timer.subject))
    if proposal is not None and proposal.is_gathering:
        await close_proposal(scene, proposal)


async def close_proposal(scene: Scene, proposal: Proposal) -> None:
    """Let a proposal take nobody any more; whoever is in or waits is free again."""
    over = replace(proposal, stage=ProposalStage.CLOSED, waiting=())
    await scene.work.proposals.put(over)
    for kind in ("proposal.deadline", "start.remind", "start.free"):
        await scene.work.queue.let_sleep(kind, over.id)
    await redraw(scene, over)


async def _mine(turn: Turn, data: Data) -> Proposal:
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    if turn.person.id not in proposal.people:
        raise Refused(text("refused-start-not-in"))
    return proposal
