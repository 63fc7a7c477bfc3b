"""When is a decision looked at again, and how is it asked then?"""

from dataclasses import replace
from datetime import datetime, timedelta

from core.app.pausing.away import voices_of
from core.app.questions import ask
from core.app.queue import Timer
from core.app.rounds import open_unasked
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.commands.when import read_when
from core.contract.clauses import ANSWER_DAYS
from core.contract.rounds import ConsentRound, RoundKind, RoundStage, outcome_of, review_of
from core.errors import Refused
from core.ids import RoundId, new_id
from core.messenger.messages import Choice, say
from core.wording import Moment, Text, text

OFFERED_DAYS = (30, 90)


def looked_at_again(asked: ConsentRound) -> tuple[Text, ...]:
    """Say on which day a decision is looked at again, where a day is known."""
    on = review_of(asked)
    return (text("decided-until", on=Moment(on, date_only=True)),) if on else ()


async def plan_review(scene: Scene, asked: ConsentRound) -> None:
    """Wind up the day the words named, or ask whoever put the question."""
    on = review_of(asked)
    if on is not None:
        await scene.wake("decision.review", asked.id, on)
        return
    which = {"round": asked.id}
    days = tuple(
        Choice("decision.review-in", Text(f"tap-in-{days}-days"), {**which, "days": str(days)}) for days in OFFERED_DAYS
    )
    other = Choice("decision.review-day", text("tap-another-day"), which)
    never = Choice("decision.review-in", text("tap-not-needed"), {**which, "days": "0"})
    await scene.tell(asked.asker, say(text("ask-review", what=outcome_of(asked)), choices=(*days, other, never)))


async def review_in(turn: Turn, data: Data) -> None:
    """Take the day that was tapped, or none."""
    asked = await _mine(turn, data)
    if data["days"] == "0":
        await turn.answer(say(text("no-review", what=outcome_of(asked))), private=True)
        return
    await _set(turn, asked, turn.now + timedelta(days=int(data["days"])))


async def review_day(turn: Turn, data: Data) -> None:
    """Ask for another day."""
    asked = await _mine(turn, data)
    await ask(
        turn, "decision.review-day", data, say(text("ask-review-day", what=outcome_of(asked)), asks=True), private=True
    )


async def review_day_told(turn: Turn, data: Data, words: str) -> None:
    """Take the day that was told."""
    asked = await _mine(turn, data)
    await _set(turn, asked, read_when(words, turn.person.language, turn.now, turn.zone))


async def ask_again(scene: Scene, timer: Timer) -> None:
    """Ask everyone anew whether a decision still fits; its earlier answers stay with the earlier question."""
    before = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(before.group) if before else None
    if before is None or group is None or not group.people:
        return
    contract = await scene.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    again = replace(
        before,
        id=RoundId(new_id()),
        kind=RoundKind.DECISION,
        what=outcome_of(before),
        asker=before.asker if group.member(before.asker) else group.people[0],
        electorate=await voices_of(scene, group),
        opened=scene.now,
        due=scene.now + time,
        stage=RoundStage.OPEN,
        answers=(),
        revision=0,
        data={"again": before.id},
    )
    await open_unasked(scene, group, again)


async def _set(turn: Turn, asked: ConsentRound, on: datetime) -> None:
    after = replace(asked, data={**asked.data, "review": str(int(on.timestamp()))})
    await turn.work.rounds.put(after)
    await turn.refresh(round_subject(after), await round_card(turn, after))
    await turn.wake("decision.review", asked.id, on)
    told = text("review-set", what=outcome_of(asked), on=Moment(on, date_only=True))
    await turn.answer(say(told), private=True)


async def _mine(turn: Turn, data: Data) -> ConsentRound:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    if asked is None or asked.stage is not RoundStage.AGREED:
        raise Refused(text("refused-round-over"))
    if asked.asker != turn.person.id:
        raise Refused(text("refused-not-yours", name=await turn.name(asked.asker)))
    return asked
