"""How do those who are in decide to start? By the yes of each; silence is never a yes."""

from datetime import timedelta

from core.app.cards import redraw
from core.app.found import found
from core.app.nudge import nudge_person, settled
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.groups.proposal import (
    Proposal,
    ProposalStage,
    ask_to_start,
    may_begin,
    say_ready,
    silent,
    wait_for_more,
)
from core.ids import PersonId, ProposalId
from core.messenger.messages import Choice, Message, say
from core.wording import text

REMIND_AFTER = timedelta(hours=18)
FREE_AFTER = timedelta(hours=24)


async def start(turn: Turn, data: Data) -> None:
    """Ask everyone who is in whether to start; the asker's tap is their own yes."""
    before = await _proposal(turn, data)
    after = ask_to_start(before, turn.person.id, turn.now)
    await turn.work.proposals.put(after)
    if before.stage is not ProposalStage.STARTING:
        for person in silent(after):
            await _ask_one(turn, after, person)
    await turn.toast(text("toast-ready"))
    await begin_if_all_ready(turn, after)


async def ready(turn: Turn, data: Data) -> None:
    """Say yes to starting."""
    after = say_ready(await _proposal(turn, data), turn.person.id)
    await turn.work.proposals.put(after)
    await _no_longer_ask(turn, after, turn.person.id)
    if not await begin_if_all_ready(turn, after):
        await turn.answer(say(text("ready-heard", missing=len(silent(after)))), private=True)


async def more(turn: Turn, data: Data) -> None:
    """Rather wait for more people: all go on gathering."""
    before = await _proposal(turn, data)
    if turn.person.id not in before.people:
        raise Refused(text("refused-start-not-in"))
    if before.stage is ProposalStage.STARTING:
        after = wait_for_more(before)
        await turn.work.proposals.put(after)
        await stop_asking(turn, before)
        chat = await turn.work.people.chat_by_id(after.chat)
        await turn.post(chat, say(text("we-wait", what=after.what)))
        await redraw(turn, after)
    else:
        await turn.toast(text("toast-wait"))


async def ask_newcomer(turn: Turn, proposal: Proposal) -> None:
    """Ask someone who sat down while the start was being asked."""
    await _ask_one(turn, proposal, turn.person.id)


async def begin_if_all_ready(scene: Scene, proposal: Proposal) -> bool:
    """Found the group once every one who is in said yes; says whether it did."""
    if not may_begin(proposal):
        return False
    await stop_asking(scene, proposal)
    await scene.work.queue.let_sleep("proposal.deadline", proposal.id)
    await found(scene, proposal)
    return True


async def stop_asking(scene: Scene, proposal: Proposal) -> None:
    """Ask nobody any more whether to start; as it stood while it was asked."""
    await scene.work.queue.let_sleep("start.remind", proposal.id)
    await scene.work.queue.let_sleep("start.free", proposal.id)
    await settled(scene, _thing(proposal))


async def remind(scene: Scene, timer: Timer) -> None:
    """Remind one person, privately, once."""
    proposal = await scene.work.proposals.get(ProposalId(timer.subject))
    if proposal is None or timer.person is None or timer.person not in silent(proposal):
        return
    if proposal.stage is ProposalStage.STARTING:
        chat = await scene.work.people.chat_by_id(proposal.chat)
        asked = _question(proposal, say(text("start-again", what=proposal.what)))
        freed = (proposal.asked_at or scene.now) + FREE_AFTER
        thing = _thing(proposal)
        await nudge_person(scene, timer.person, asked, thing=thing, past_use=max(freed, scene.now), near=chat)


async def _ask_one(scene: Scene, proposal: Proposal, person: PersonId) -> None:
    chat = await scene.work.people.chat_by_id(proposal.chat)
    asked = say(text("start-now", what=proposal.what, count=len(proposal.people)))
    await scene.tell(person, _question(proposal, asked), near=chat)
    await scene.wake_in("start.remind", proposal.id, REMIND_AFTER, person)
    await scene.wake_in("start.free", proposal.id, FREE_AFTER, person)


def _thing(proposal: Proposal) -> str:
    return f"start:{proposal.id}@{int(proposal.asked_at.timestamp()) if proposal.asked_at else 0}"


def _question(proposal: Proposal, asked: Message) -> Message:
    which = {"proposal": proposal.id}
    choices = (
        Choice("proposal.ready", text("tap-ready"), which),
        Choice("proposal.more", text("tap-wait-for-more"), which),
        Choice("proposal.not-now", text("tap-step-out"), which),
    )
    return Message(asked.lines, choices)


async def _no_longer_ask(scene: Scene, proposal: Proposal, person: PersonId) -> None:
    await scene.work.queue.let_sleep("start.remind", proposal.id, person)
    await scene.work.queue.let_sleep("start.free", proposal.id, person)
    await settled(scene, _thing(proposal), person)


async def _proposal(turn: Turn, data: Data) -> Proposal:
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    return proposal
