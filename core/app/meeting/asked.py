"""How does a group hear that someone would like to meet it, and what it answers?

As its contract says, else by consent of everyone present, within 48 hours; one objection is a no. The asker hears a
yes at once, and anything else when the time is up.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.meeting.hearing import check_sender, contact_of
from core.app.nudge import nudge_group
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Scene
from core.contract.acting import Introduced
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.exchange.meeting import Introduce
from core.exchange.said import Said
from core.ids import RoundId, new_id

SILENCE = "meet.silence"
BEFORE_THE_END = timedelta(hours=1)
"""Where silence is fine it is counted so long before the asker's time is up: a yes must still reach them."""


async def hear_introduce(scene: Scene, said: Said) -> Sequence[Said]:
    """Put a first contact before the group, as a consent round that shows all there is to see."""
    contact, body = await contact_of(scene, said), said.body
    group = await scene.work.groups.get(contact.asked) if contact.asked else None
    if group is None or not group.people or not isinstance(body, Introduce) or contact.round is not None:
        return ()
    shown = {"topic": body.topic, "line": body.line, "people": str(body.people), "messenger": body.messenger}
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.INTRODUCTION,
        group.id,
        "",
        group.people[0],
        group.people,
        scene.now,
        body.answer_by,
        data={"introduction": contact.id, **shown},
    )
    await scene.work.rounds.put(asked)
    await scene.work.introductions.put(replace(contact, round=asked.id))
    await scene.wake("round.remind", asked.id, asked.opened + (asked.due - asked.opened) * 3 / 4)
    contract = await scene.work.contracts.current(group.id)
    if contract is not None and contract.introduced is Introduced.SILENCE_FINE:
        await scene.wake(SILENCE, asked.id, asked.due - BEFORE_THE_END)
    subject = round_subject(asked)
    card = await round_card(scene, asked)
    await nudge_group(scene, group, card, thing=subject, past_use=body.answer_by, about=subject)
    return ()


async def hear_withdraw(scene: Scene, said: Said) -> Sequence[Said]:
    """Let the question go: whoever asked took it back."""
    contact = await contact_of(scene, said)
    check_sender(said, contact.introduction.asker)
    await end_round(scene, contact.round, RoundStage.WITHDRAWN)
    return ()


async def end_round(scene: Scene, name: RoundId | None, stage: RoundStage) -> None:
    """Close the question in the asked group, if it is still open."""
    asked = await scene.work.rounds.get(name) if name else None
    if asked is None or asked.stage is not RoundStage.OPEN:
        return
    over = replace(asked, stage=stage)
    await scene.work.rounds.put(over)
    for kind in ("round.remind", SILENCE):
        await scene.work.queue.let_sleep(kind, over.id)
    await scene.refresh(round_subject(over), await round_card(scene, over))
