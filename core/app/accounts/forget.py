"""How is someone forgotten, for good and on every account of theirs?"""

from dataclasses import replace
from datetime import timedelta

from core.app.getting_up import got_up
from core.app.leave import leave_group
from core.app.needs.keeping import close_notice
from core.app.pledges.pledge import withdraw as withdraw_pledge
from core.app.pool.asks import withdraw_ask
from core.app.pool.stopping import end_seeking
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn, Values
from core.exchange.notices import NoticeStage
from core.groups.proposal import Proposal, ProposalStage, step_out
from core.ids import PersonId
from core.messenger.messages import Choice, say
from core.wording import text

FAREWELL = timedelta(minutes=1)
"""So long the last words may take to arrive; then nobody could send them any more."""


async def forget(turn: Turn, _values: Values) -> None:
    """Ask once, and say what it means."""
    groups = await turn.work.groups.of_person(turn.person.id)
    accounts = await turn.work.people.accounts(turn.person.id)
    asked = text("forget-sure", groups=len(groups), accounts=len(accounts))
    choices = (Choice("forget.now", text("tap-forget")), Choice("forget.keep", text("tap-forget-not")))
    await turn.tell(turn.person.id, say(asked, choices=choices), near=turn.chat)


async def keep(turn: Turn, _data: Data) -> None:
    """Keep everything as it is."""
    await turn.answer(say(text("forget-not")), private=True)


async def forget_now(turn: Turn, _data: Data) -> None:
    """Seek no more, leave every group, proposal and card, say farewell; the erasing follows once that is delivered."""
    person = turn.person.id
    await withdraw_ask(turn, person)
    await end_seeking(turn, person)
    for group in await turn.work.groups.of_person(person):
        await leave_group(turn, group, person)
    for proposal in await turn.work.accounts.proposals_with(person):
        await _withdraw(turn, proposal, person)
    for notice in await turn.work.notices.open_of(person, ()):
        await close_notice(turn, notice, NoticeStage.DROPPED)
    for pledge in await turn.work.pledges.asked_by(person):
        await withdraw_pledge(turn, pledge)
    await turn.tell(person, say(text("forgotten")), near=turn.chat)
    await turn.wake_in("forget.erase", person, FAREWELL)


async def erase(scene: Scene, timer: Timer) -> None:
    """Erase who it was: from now on the same account would be somebody new."""
    person = PersonId(timer.subject)
    if await scene.work.people.accounts(person):
        await scene.work.accounts.erase(person)


async def _withdraw(turn: Turn, before: Proposal, person: PersonId) -> None:
    out = step_out(before, person)
    after = out if out.people else replace(out, stage=ProposalStage.CLOSED)
    await got_up(turn, before, after)
