"""How does someone propose a project?"""

import asyncio
from datetime import datetime
from functools import partial

from core.app.cards import announce, proposal_card, proposal_subject
from core.app.turn import Data, Scene, Turn, Values
from core.constitution import OPEN_PROPOSALS_PER_PERSON, SEATS_PER_PERSON, Size
from core.errors import Refused
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import PersonId, ProposalId, SeatId, new_id
from core.matching import semantic, topics
from core.messenger.messages import Choice, Message, say
from core.texts.own_name import reads_like_ours
from core.wording import text

SHOWN_SIMILAR = 3
COMPARED = 200
"""The newest ones: by meaning, each takes milliseconds when it is first compared."""


async def propose(turn: Turn, values: Values) -> None:
    """Post a card for the project; where similar ones are open, show those first."""
    if reads_like_ours(str(values["what"])):
        raise Refused(text("refused-own-name", name=str(values["what"])))
    await check_proposals_cap(turn)
    await check_seats_cap(turn)
    proposal = _proposal(turn, values)
    alike = await _similar(turn, proposal)
    await turn.work.proposals.put(proposal)
    if alike:
        await turn.answer(_show_similar(proposal, alike))
    else:
        await announce(turn, proposal, turn.chat)


async def post_anyway(turn: Turn, data: Data) -> None:
    """Post the proposal that was held back while similar ones were shown."""
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or proposal.stage is not ProposalStage.HELD:
        raise Refused(text("refused-gone"))
    await check_proposals_cap(turn)
    await check_seats_cap(turn)
    await announce(turn, proposal, turn.chat)


async def show_other(turn: Turn, data: Data) -> None:
    """Show the card of a similar proposal here, with its seats to take."""
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or not proposal.is_gathering:
        raise Refused(text("refused-proposal-over"))
    await turn.answer(await proposal_card(turn, proposal), about=proposal_subject(proposal))


async def check_seats_cap(turn: Turn) -> None:
    """Refuse one seat too many: nobody gathers seats.

    Raises:
        Refused: The person holds as many as one may.
    """
    if not await may_hold_another(turn, turn.person.id):
        raise Refused(text("refused-seats-cap", most=SEATS_PER_PERSON))


async def may_hold_another(scene: Scene, person: PersonId) -> bool:
    """Say whether someone may hold one seat more; until the transaction ends no other one gives them any."""
    await scene.work.people.hold(person)
    groups = await scene.work.groups.of_person(person)
    return await scene.work.proposals.seats_of(person) + len(groups) < SEATS_PER_PERSON


async def check_proposals_cap(turn: Turn) -> None:
    """Refuse one open proposal too many; until the transaction ends nothing else of theirs opens one.

    Raises:
        Refused: The person has as many open as one may.
    """
    await turn.work.people.hold(turn.person.id)
    if await turn.work.proposals.open_of(turn.person.id) >= OPEN_PROPOSALS_PER_PERSON:
        raise Refused(text("refused-proposals-cap", most=OPEN_PROPOSALS_PER_PERSON))


async def _similar(turn: Turn, proposal: Proposal) -> list[Proposal]:
    """Compare by meaning where that is installed, in a thread so that others are served meanwhile.

    Raises:
        NotLearned: Some titles were never read; the event begins anew once they are.
    """
    others = (await turn.work.proposals.gathering())[:COMPARED]
    likeness = semantic.either if semantic.is_installed() else topics.likeness
    if semantic.is_installed():
        semantic.require([proposal.what, *(other.what for other in others)])
    compare = partial(topics.similar, proposal.what, {other.what for other in others}, likeness, most=SHOWN_SIMILAR)
    alike = [one.title for one in await asyncio.to_thread(compare)]
    fitting = [other for title in alike for other in others if other.what == title]
    return fitting[:SHOWN_SIMILAR]


def _show_similar(proposal: Proposal, alike: list[Proposal]) -> Message:
    joins = [Choice("proposal.show", text("tap-join-that", what=other.what), {"proposal": other.id}) for other in alike]
    anyway = Choice("proposal.post", text("tap-post-anyway"), {"proposal": proposal.id})
    return say(text("similar-open", count=len(alike), what=proposal.what), choices=(*joins, anyway))


def _proposal(turn: Turn, values: Values) -> Proposal:
    size, by, needs, topics = values["people"], values["by"], values["need"], values.get("topics", ())
    assert isinstance(size, Size)
    assert isinstance(by, datetime)
    assert isinstance(needs, tuple)
    assert isinstance(topics, tuple)
    wanted = (Seat(SeatId(new_id()), name, wanted=True) for name in needs)
    return Proposal(
        id=ProposalId(new_id()),
        what=str(values["what"]),
        topics=topics,
        size=size,
        by=by,
        chat=turn.chat.id,
        proposer=turn.person.id,
        stage=ProposalStage.HELD,
        seats=(*wanted, Seat(SeatId(new_id()), "", wanted=False, person=turn.person.id)),
        created=turn.now,
    )
