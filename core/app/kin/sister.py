"""How does a sister group gather? Those who waited are asked first, each alone; then the card stands for all."""

from datetime import timedelta

from core.app.cards import proposal_card, proposal_subject, redraw, say_enough
from core.app.meeting.blocked import are_apart
from core.app.nudge import nudge_person
from core.app.pool.planning import plan_soon
from core.app.propose import check_proposals_cap, check_seats_cap
from core.app.questions import ask
from core.app.queue import Timer
from core.app.start import ask_newcomer
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_seat
from core.constitution import Size
from core.errors import Refused
from core.groups.group import Group, GroupStage, no_longer_waits
from core.groups.kin import next_name
from core.groups.limits import SEATS_WANTED
from core.groups.proposal import Proposal, ProposalStage, Seat, Taking, bring
from core.ids import GroupId, PersonId, ProposalId, SeatId, new_id
from core.messenger.messages import Choice, say
from core.wording import text

FIRST_ASKED = timedelta(days=2)
OPEN_FOR = timedelta(weeks=2)


async def begin(turn: Turn, data: Data) -> None:
    """Begin to gather a sister group; where one gathers already, show it."""
    group = await _elder(turn, data)
    waiting = [one.person for one in group.waiting]
    if turn.person.id not in {*waiting, *group.people}:
        raise Refused(text("refused-not-member"))
    gathering = await _gathering(turn, group)
    if gathering is not None:
        await turn.answer(await proposal_card(turn, gathering), about=proposal_subject(gathering), private=True)
        return
    await check_proposals_cap(turn)
    proposal = await _proposal(turn, group)
    await turn.work.proposals.put(proposal)
    await turn.work.family.put_sister(proposal.id, group.id, turn.now + FIRST_ASKED)
    await turn.wake("proposal.deadline", proposal.id, proposal.by)
    await turn.wake("sister.open", proposal.id, turn.now + FIRST_ASKED)
    for person in waiting:
        await _ask_one(turn, group, proposal, person)
    await turn.answer(say(text("sister-begun", name=proposal.what, count=len(waiting))), private=True)


async def join(turn: Turn, data: Data) -> None:
    """Move from the waiting list into the sister group, with what one would bring."""
    proposal, group = await _both(turn, data)
    waits = next((one for one in group.waiting if one.person == turn.person.id), None)
    if waits is None:
        raise Refused(text("refused-gone"))
    if waits.seat:
        await _sit(turn, proposal, group, waits.seat)
    else:
        await ask(turn, "sister.bring", data, say(text("ask-bring", what=proposal.what), asks=True), private=True)


async def seat_named(turn: Turn, data: Data, words: str) -> None:
    """Move, with a seat of one's own."""
    proposal, group = await _both(turn, data)
    await _sit(turn, proposal, group, read_seat(words, turn.now))


async def stay_waiting(turn: Turn, data: Data) -> None:
    """Go on waiting for the elder group."""
    _proposal, group = await _both(turn, data)
    await turn.answer(say(text("sister-stay", name=group.name)), private=True)


async def open_to_all(scene: Scene, timer: Timer) -> None:
    """Post the card for everybody, once those who waited have had their time."""
    proposal = await scene.work.proposals.get(ProposalId(timer.subject))
    if proposal is not None and proposal.is_gathering:
        elder = await scene.work.family.elder_of(proposal.id)
        if elder is not None:
            await scene.work.family.put_sister(proposal.id, elder, scene.now)
        chat = await scene.work.people.chat_by_id(proposal.chat)
        await scene.post(chat, await proposal_card(scene, proposal), about=proposal_subject(proposal))
        await plan_soon(scene)


async def _sit(turn: Turn, proposal: Proposal, group: Group, seat: str) -> None:
    await check_seats_cap(turn)
    if await are_apart(turn, (turn.person.id,), proposal.people):
        raise Refused(text("refused-gone"))
    after, taking = bring(proposal, turn.person.id, seat, SeatId(new_id()), turn.now)
    await turn.work.proposals.put(after)
    if taking is Taking.WAITS:
        await turn.answer(say(text("you-wait", what=after.what)), private=True)
        return
    left = no_longer_waits(group, turn.person.id)
    await turn.work.groups.put(left)
    await turn.answer(say(text("toast-seated", seat=seat)), private=True)
    await redraw(turn, after)
    if after.stage is ProposalStage.STARTING:
        await ask_newcomer(turn, after)
    elif after.is_enough:
        await say_enough(turn, after)
    still_closed = await turn.work.queue.timer("sister.open", after.id, None) is not None
    if still_closed and not left.waiting:
        await turn.wake("sister.open", after.id, turn.now)


async def _ask_one(scene: Scene, group: Group, proposal: Proposal, person: PersonId) -> None:
    which = {"proposal": proposal.id, "group": group.id}
    choices = (
        Choice("sister.join", text("tap-sister-join"), which),
        Choice("sister.stay", text("tap-sister-stay"), which),
    )
    asked = say(text("sister-first", name=group.name, sister=proposal.what), choices=choices)
    if person == proposal.proposer:
        await scene.tell(person, asked)
    else:
        await nudge_person(scene, person, asked, thing=f"sister:{proposal.id}", past_use=proposal.by)


async def _proposal(turn: Turn, group: Group) -> Proposal:
    origin = await turn.work.proposals.get(group.proposal)
    sisters = [await turn.work.proposals.get(one) for one in await turn.work.family.sisters_of(group.id)]
    named = {seat.seat.casefold(): seat.seat for seat in group.present if seat.seat}
    wanted = tuple(Seat(SeatId(new_id()), name, wanted=True) for name in [*named.values()][:SEATS_WANTED])
    return Proposal(
        id=ProposalId(new_id()),
        what=next_name(group.name, [one.what for one in sisters if one]),
        topics=origin.topics if origin else (),
        size=Size(),
        by=turn.now + OPEN_FOR,
        chat=origin.chat if origin else turn.chat.id,
        proposer=turn.person.id,
        stage=ProposalStage.OPEN,
        seats=wanted,
        created=turn.now,
    )


async def _gathering(scene: Scene, group: Group) -> Proposal | None:
    for one in await scene.work.family.sisters_of(group.id):
        proposal = await scene.work.proposals.get(one)
        if proposal is not None and proposal.is_gathering:
            return proposal
    return None


async def _elder(turn: Turn, data: Data) -> Group:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    return group


async def _both(turn: Turn, data: Data) -> tuple[Proposal, Group]:
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    return proposal, await _elder(turn, data)
