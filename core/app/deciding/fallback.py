"""What becomes of a decision that was revised twice and still harms someone? What the group's own contract says."""

from dataclasses import replace
from datetime import timedelta

from core.app.kin.asking import is_asked
from core.app.kin.bud import propose_bud
from core.app.turn import Scene
from core.contract.acting import Act, Fallback
from core.contract.clauses import ClauseKind, clause_text
from core.contract.rounds import ConsentRound, RoundStage
from core.groups.group import Group
from core.messenger.messages import Line, Message, Style
from core.wording import Moment, Text, text


async def fall_back(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Act as the contract's line says, quoting it; without one, let it rest until the contract is read again."""
    contract = await scene.work.contracts.current(group.id)
    line = contract.of(ClauseKind.WHEN_BLOCKED) if contract else None
    if contract is None or line is None:
        await scene.tell_group(group, Message((Line(text("decision-postponed", what=asked.what)),)))
        return
    told = await _act(scene, group, asked, contract.when_blocked)
    await scene.tell_group(group, Message((Line(clause_text(line), Style.QUOTE), Line(told))))


async def _act(scene: Scene, group: Group, asked: ConsentRound, fallback: Fallback) -> Text:
    again = scene.now + timedelta(days=fallback.days)
    on = Moment(again, date_only=True)
    match fallback.act:
        case Act.POSTPONE:
            await scene.wake("decision.review", asked.id, again)
            return text("decision-rests", what=asked.what, on=on)
        case Act.TRY:
            trial = {**asked.data, "trial": "yes"}
            await scene.work.rounds.put(replace(asked, stage=RoundStage.AGREED, data=trial))
            await scene.wake("decision.review", asked.id, again)
            return text("decision-tried", what=asked.what, on=on)
        case Act.BUD:
            return text(await _bud(scene, group, asked), what=asked.what)


async def _bud(scene: Scene, group: Group, asked: ConsentRound) -> str:
    """Ask whether the group becomes two, if two could live and it is not being asked already; returns what to say."""
    if await is_asked(scene, group):
        return "decision-bud-asked"
    asker = asked.asker if group.member(asked.asker) else group.people[0]
    return "decision-bud" if await propose_bud(scene, group, asker) else "decision-bud-never"
