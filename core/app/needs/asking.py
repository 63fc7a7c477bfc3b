"""How is one person asked privately whether they would meet somebody whose need or offer fits, without any name?"""

from dataclasses import replace

from core.app.needs.card import place_lines
from core.app.nudge import nudge_person
from core.app.queue import Timer
from core.app.turn import Scene
from core.exchange.caps import ASKS_A_WEEK
from core.exchange.notices import (
    TIME_TO_ANSWER,
    WEEK,
    Notice,
    NoticeKind,
    NoticeStage,
    Pairing,
    PairingStage,
    let_lapse,
    put_to,
)
from core.ids import PairingId, PersonId
from core.messenger.messages import Choice, Line, Message
from core.wording import text


async def put_next(scene: Scene, person: PersonId) -> None:
    """Ask someone the next thing that waits for them, one at a time, and strangers' things three times a week.

    An answer to what they look for themselves is not counted: it is what they asked for.
    """
    await scene.work.people.hold(person)
    if await scene.work.pairings.is_being_asked(person):
        return
    for pairing in await scene.work.pairings.waiting_for(person):
        sides = await sides_of(scene, pairing)
        if sides is None:
            await scene.work.pairings.put(replace(pairing, stage=PairingStage.OVER, since=scene.now))
        elif pairing.asked == pairing.comer or await _is_not_weary(scene, person):
            await _put(scene, pairing, *sides)
            return


async def silent(scene: Scene, timer: Timer) -> None:
    """Let silence end it, without a word to anyone; then whoever waits is asked."""
    pairing = await scene.work.pairings.get(PairingId(timer.subject))
    if pairing is None or pairing.stage is not PairingStage.ASKED:
        return
    after = let_lapse(pairing, scene.now)
    await scene.work.pairings.put(after)
    if after.stage is PairingStage.OVER:
        await put_next(scene, pairing.asked)


async def sides_of(scene: Scene, pairing: Pairing) -> tuple[Notice, Notice | None] | None:
    """Return both notices, the second None for who answered a card; None when one of them is over."""
    notice = await scene.work.notices.get(pairing.notice)
    other = await scene.work.notices.get(pairing.other) if pairing.other else None
    known = [one for one in (notice, other) if one is not None]
    if notice is None or any(one.stage is not NoticeStage.OPEN or scene.now >= one.until for one in known):
        return None
    return notice, other


async def _is_not_weary(scene: Scene, person: PersonId) -> bool:
    return len(await scene.work.pairings.asks_since(person, scene.now - WEEK)) < ASKS_A_WEEK


async def _put(scene: Scene, pairing: Pairing, notice: Notice, other: Notice | None) -> None:
    asked = put_to(pairing, scene.now)
    await scene.work.pairings.put(asked)
    if asked.asked != asked.comer:
        await scene.work.pairings.note_ask(asked.id, asked.asked, scene.now)
    await scene.wake_in("needs.silent", asked.id, TIME_TO_ANSWER)
    mine, theirs = (notice, other) if asked.asked == asked.owner else (other, notice)
    question = _question(asked, mine or notice, theirs)
    past_use = scene.now + TIME_TO_ANSWER
    await nudge_person(scene, asked.asked, question, thing=f"pairing:{asked.id}", past_use=past_use)


def _question(pairing: Pairing, mine: Notice, theirs: Notice | None) -> Message:
    """Write one sentence and one question; the other side is someone."""
    which = {"pairing": pairing.id}
    choices = tuple(
        Choice(f"needs.{name}", text(label), which)
        for name, label in (("yes", "tap-let-us-meet"), ("no", "tap-not-now"), ("never", "tap-never-topic"))
    )
    if theirs is None:
        key = "pair-came-need" if mine.kind is NoticeKind.NEED else "pair-came-offer"
        return Message((Line(text(key, mine=mine.what)),), choices)
    key = "pair-needs" if theirs.kind is NoticeKind.NEED else "pair-offers"
    return Message((Line(text(key, what=theirs.what, mine=mine.what)), *place_lines(theirs)), choices)
