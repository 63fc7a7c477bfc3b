"""How does a new group begin once enough have said yes? As any other: a proposal whose people all said yes."""

from core.app.found import found_near
from core.app.pool.stopping import end_seeking
from core.app.turn import Scene
from core.constitution import FEWEST, MOST_AT_START, Size
from core.groups.limits import SEAT
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import ChatId, PersonId, ProposalId, SeatId, new_id
from core.matching.offers import Offer
from core.messenger.messages import say
from core.wording import text


async def begin_group(scene: Scene, offer: Offer) -> None:
    """Make the group of those who said yes, tell them who they are, and let them seek no more."""
    people: list[PersonId] = [one.person for one in offer.agreed][:MOST_AT_START]
    chats = [await scene.work.people.chat_by_id(chat) for chat in await _sought_in(scene, people)]
    near = next((chat for chat in chats if not chat.is_private and chats.count(chat) >= FEWEST), None)
    seats = tuple(
        Seat(SeatId(new_id()), one.seat or offer.title[:SEAT], wanted=False, person=one.person)
        for one in offer.agreed[:MOST_AT_START]
    )
    proposal = Proposal(
        ProposalId(new_id()),
        offer.title,
        (),
        Size(FEWEST, MOST_AT_START),
        scene.now,
        chats[0].id,
        people[0],
        ProposalStage.STARTING,
        seats,
        scene.now,
        ready=tuple(people),
        asked_at=scene.now,
    )
    read = [(await scene.work.people.person(person)).language for person in people]
    spoken = max(read, key=read.count)
    names = await scene.names(people)
    for person in people:
        await scene.tell(person, say(text("offer-formed", title=offer.title, names=names)))
        await end_seeking(scene, person)
    await found_near(scene, proposal, spoken, near.ref if near else None)


async def _sought_in(scene: Scene, people: list[PersonId]) -> list[ChatId]:
    """List where they said that they seek; they seek until the offer is settled."""
    running = [await scene.work.pool.seeking(person) for person in people]
    return [one.chat for one in running if one is not None]
