"""What follows when someone answers whether they would come in?"""

from datetime import timedelta

from core.app.cards import proposal_card, proposal_subject
from core.app.nudge import nudge_person
from core.app.pool.apart import kept_apart
from core.app.pool.beginning import begin_group
from core.app.pool.planning import plan_around
from core.app.pool.stopping import end_seeking
from core.app.propose import check_seats_cap, may_hold_another
from core.app.queue import Timer
from core.app.seats import seat_person
from core.app.turn import Data, Scene, Turn
from core.constitution import SEATS_PER_PERSON
from core.errors import Refused
from core.ids import OfferId, PersonId
from core.matching.offers import Answer, Offer, OfferStage, answer, keep_apart, settle
from core.matching.season import new_around
from core.messenger.messages import say
from core.wording import text

LATER = timedelta(days=14)
NEVER = timedelta(days=3650)


async def yes(turn: Turn, data: Data) -> None:
    """Say yes: an open seat is theirs at once, a new group waits until enough have said so."""
    before = await _offer(turn, data)
    await check_seats_cap(turn)
    after = answer(before, turn.person.id, Answer.YES)
    if before.proposal is not None:
        await _sit_down(turn, after)
        return
    await turn.answer(say(text("offer-heard", title=after.title)), private=True)
    await settle_offer(turn, after)


async def later(turn: Turn, data: Data) -> None:
    """Say not now: this is not asked again for two weeks."""
    await _decline(turn, data, Answer.LATER)


async def never(turn: Turn, data: Data) -> None:
    """Say not this: it is not asked again."""
    await _decline(turn, data, Answer.NEVER)


async def due(scene: Scene, timer: Timer) -> None:
    """Wait no longer for those who are silent; silence is never a yes."""
    offer = await scene.work.pool.offer(OfferId(timer.subject))
    if offer is not None:
        await settle_offer(scene, offer)


async def withdraw_ask(scene: Scene, person: PersonId) -> None:
    """Take back what someone was asked or said: they seek no more."""
    offer = await scene.work.pool.offer_for(person)
    if offer is not None:
        await settle_offer(scene, answer(offer, person, Answer.LATER))
        await plan_around(scene, offer.proposal or offer.id)


async def settle_offer(scene: Scene, offer: Offer) -> None:
    """Keep an offer as it stands now, and go on where it has come to its end."""
    people = [one.person for one in offer.agreed]
    apart = keep_apart(offer, await kept_apart(scene.work, people))
    after = settle(apart, scene.now)
    if after.stage is OfferStage.FORMED:
        after = settle(await _without_full(scene, apart), scene.now)
    await scene.work.pool.put_offer(after)
    if after.stage is not OfferStage.ASKING:
        await scene.work.queue.let_sleep("offer.due", after.id)
    if after.proposal is not None:
        return
    if after.stage is OfferStage.FORMED:
        await begin_group(scene, after)
    elif after.stage is OfferStage.ASKING and after.agreed != apart.agreed:
        await plan_around(scene, after.id)
    elif after.stage is OfferStage.OVER:
        for one in after.agreed:
            told = say(text("offer-fell", title=after.title))
            await nudge_person(scene, one.person, told, thing=f"offer:{after.id}")
        await scene.work.pool.want_plan()


async def _without_full(scene: Scene, offer: Offer) -> Offer:
    """Let go, and tell, who sits in five places by now: a yes holds no seat until the group begins."""
    for person in sorted(one.person for one in offer.agreed):
        if not await may_hold_another(scene, person):
            offer = answer(offer, person, Answer.LATER)
            full = say(text("refused-seats-cap", most=SEATS_PER_PERSON))
            await nudge_person(scene, person, full, thing=f"offer:{offer.id}")
    return offer


async def _sit_down(turn: Turn, offer: Offer) -> None:
    """Take the seat of an open proposal, and show its card."""
    assert offer.proposal is not None
    one = offer.asked(turn.person.id)
    proposal = await turn.work.proposals.get(offer.proposal)
    if one is None or proposal is None or not proposal.is_gathering:
        await settle_offer(turn, answer(offer, turn.person.id, Answer.LATER))
        await turn.answer(say(text("refused-proposal-over")), private=True)
        return
    await settle_offer(turn, offer)
    after = await seat_person(turn, proposal, one.seat)
    if after.seat_of(turn.person.id) is not None:
        await end_seeking(turn, turn.person.id)
        card = await proposal_card(turn, after)
        await turn.answer(card, private=True, about=proposal_subject(after))


async def _decline(turn: Turn, data: Data, said: Answer) -> None:
    before = await _offer(turn, data)
    what = before.proposal or _around(before)
    after = answer(before, turn.person.id, said)
    await turn.work.pool.bar(turn.person.id, what, turn.now + (LATER if said is Answer.LATER else NEVER))
    await settle_offer(turn, after)
    await plan_around(turn, before.proposal or before.id)
    await turn.answer(say(text("offer-declined")), private=True)


def _around(offer: Offer) -> str:
    """Say what is declined: a group around whoever it began with, or, where they went, this one alone."""
    first = offer.people[0]
    return new_around(first.person) if first in offer.still_in else offer.id


async def _offer(turn: Turn, data: Data) -> Offer:
    offer = await turn.work.pool.offer(OfferId(data["offer"]))
    if offer is None:
        raise Refused(text("refused-gone"))
    return offer
