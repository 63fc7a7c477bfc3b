"""How does what a plan suggests become questions to people? Each is looked at anew: much may have changed meanwhile."""

from core.app.nudge import nudge_person
from core.app.pool.apart import Source, kept_apart
from core.app.pool.ask_card import ask_card
from core.app.turn import Scene
from core.groups.proposal import Proposal
from core.ids import OfferId, PersonId, ProposalId, new_id
from core.matching.offers import TIME_TO_ANSWER, Asked, Offer, OfferStage, fill
from core.matching.season import Suggestion
from core.matching.week import WHOLE_WEEK, from_utc


async def put_to_people(scene: Scene, suggestion: Suggestion, apart: tuple[Source, ...]) -> None:
    """Ask those who can still be asked; of a new group, only if that is everybody it was made of.

    Args:
        apart: Who must not meet; somebody may have said so since the plan was made.
    """
    if await _are_apart(scene, suggestion, apart):
        return
    people = tuple([one for one in _asked(scene, suggestion) if await _may_be_asked(scene, one.person)])
    running = await scene.work.pool.offer(OfferId(suggestion.place)) if suggestion.place else None
    if running is not None:
        await _ask_more(scene, running, people, suggestion)
    elif suggestion.place:
        await _ask_about_seats(scene, ProposalId(suggestion.place), people, suggestion)
    elif len(people) == len(suggestion.people):
        offer = _offer(scene, suggestion.topic, None, people, suggestion)
        await _ask(scene, offer, people, None)


async def _are_apart(scene: Scene, suggestion: Suggestion, sources: tuple[Source, ...]) -> bool:
    names = {PersonId(one.person) for one in suggestion.people}
    proposal = await scene.work.proposals.get(ProposalId(suggestion.place))
    offer = await scene.work.pool.offer(OfferId(suggestion.place))
    sitting = proposal.people if proposal else [one.person for one in offer.still_in] if offer else ()
    together = {*names, *sitting}
    apart = await kept_apart(scene.work, together, sources)
    return any(apart.get(name, frozenset()) & together for name in names)


async def _ask_more(scene: Scene, running: Offer, people: tuple[Asked, ...], suggestion: Suggestion) -> None:
    if running.stage is not OfferStage.ASKING:
        return
    filled = fill(running, people, suggestion.common, suggestion.again, scene.now)
    more = tuple(one for one in people if one in filled.people)
    await _ask(scene, filled, more, None)


async def _ask_about_seats(scene: Scene, which: ProposalId, people: tuple[Asked, ...], suggestion: Suggestion) -> None:
    proposal = await scene.work.proposals.get(which)
    if proposal is None or not proposal.is_gathering:
        return
    missing = {name.casefold() for name in proposal.missing}
    wanted = any(seat.wanted for seat in proposal.seats)
    here = {*proposal.people, *(one.person for one in proposal.waiting)}
    fitting = [one for one in people if one.person not in here and (one.seat.casefold() in missing or not wanted)]
    fitting = fitting[: max(0, proposal.size.most - len(proposal.people))]
    for one in fitting:
        offer = _offer(scene, proposal.what, which, (one,), suggestion)
        await _ask(scene, offer, (one,), proposal)


async def _ask(scene: Scene, offer: Offer, people: tuple[Asked, ...], proposal: Proposal | None) -> None:
    if not people:
        return
    await scene.work.pool.put_offer(offer)
    await scene.wake("offer.due", offer.id, offer.due)
    for one in people:
        person = await scene.work.people.person(one.person)
        zone = person.zone or scene.node.zone
        common = offer.common if offer.common == WHOLE_WEEK else from_utc(offer.common, zone, scene.now.date())
        card = ask_card(offer, one, common, proposal)
        seeking = await scene.work.pool.seeking(one.person)
        near = await scene.work.people.chat_by_id(seeking.chat) if seeking else None
        thing = f"offer:{offer.id}"
        await nudge_person(scene, one.person, card, thing=thing, past_use=offer.due, near=near)


async def _may_be_asked(scene: Scene, person: PersonId) -> bool:
    """Say whether someone still seeks and is asked nothing else."""
    pool = scene.work.pool
    return await pool.seeking(person) is not None and await pool.offer_for(person) is None


def _asked(scene: Scene, suggestion: Suggestion) -> list[Asked]:
    return [Asked(PersonId(one.person), one.seat, scene.now, one.reasons) for one in suggestion.people]


def _offer(
    scene: Scene, title: str, proposal: ProposalId | None, people: tuple[Asked, ...], suggestion: Suggestion
) -> Offer:
    due = scene.now + TIME_TO_ANSWER
    return Offer(OfferId(new_id()), title, proposal, people, suggestion.common, suggestion.again, scene.now, due)
