"""How does a corner of those who did something together become a group? As a proposal like any other."""

from datetime import timedelta

from core.app.cards import proposal_card, proposal_subject
from core.app.meeting.blocked import are_apart
from core.app.nudge import nudge_person
from core.app.propose import check_proposals_cap, check_seats_cap
from core.app.questions import ask
from core.app.seats import bring_named
from core.app.turn import Data, Turn
from core.constitution import MOST_AT_START, Size
from core.errors import Refused
from core.groups.pledges import Pledge, corner
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import PledgeId, ProposalId, SeatId, new_id
from core.messenger.messages import Choice, say
from core.wording import text

OPEN_FOR = timedelta(weeks=2)


async def make_corner(turn: Turn, data: Data) -> None:
    """Propose a group to at most six of those near, each asked alone."""
    pledge = await turn.work.pledges.get(PledgeId(data["pledge"]))
    if pledge is None:
        raise Refused(text("refused-gone"))
    near = [one for one in corner(pledge, turn.person.id, len(pledge.yes)) if one != turn.person.id]
    await check_seats_cap(turn)
    await check_proposals_cap(turn)
    asked = [one for one in near if not await are_apart(turn, (turn.person.id,), (one,))][: MOST_AT_START - 1]
    proposal = _proposal(turn, pledge)
    await turn.work.proposals.put(proposal)
    await turn.wake("proposal.deadline", proposal.id, proposal.by)
    name = await turn.name(turn.person.id)
    join = Choice("corner.join", text("tap-corner-join"), {"proposal": proposal.id})
    for one in asked:
        told = say(text("corner-asked", name=name, what=pledge.what), choices=(join,))
        await nudge_person(turn, one, told, thing=f"corner:{proposal.id}")
    await turn.answer(await proposal_card(turn, proposal), about=proposal_subject(proposal), private=True)


async def join(turn: Turn, data: Data) -> None:
    """Ask someone who comes along what they bring."""
    proposal = await _meets(turn, data)
    question = say(text("ask-bring", what=proposal.what), asks=True)
    await ask(turn, "corner.bring", {"proposal": proposal.id}, question, private=True)


async def seat_named(turn: Turn, data: Data, words: str) -> None:
    """Let them sit down with it."""
    await _meets(turn, data)
    await bring_named(turn, data, words)


async def _meets(turn: Turn, data: Data) -> Proposal:
    """Return the proposal, if nobody stands between.

    Raises:
        Refused: It is over, or someone who came in meanwhile is apart from them; both sound the same.
    """
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    if await are_apart(turn, (turn.person.id,), proposal.people):
        raise Refused(text("refused-proposal-over"))
    return proposal


def _proposal(turn: Turn, pledge: Pledge) -> Proposal:
    mine = pledge.answer_of(turn.person.id)
    return Proposal(
        id=ProposalId(new_id()),
        what=pledge.what,
        topics=(),
        size=Size(),
        by=turn.now + OPEN_FOR,
        chat=mine.chat if mine else pledge.chat,
        proposer=turn.person.id,
        stage=ProposalStage.OPEN,
        seats=(Seat(SeatId(new_id()), "", wanted=False, person=turn.person.id),),
        created=turn.now,
    )
