"""How does someone ask for a thing that many do, or nobody?"""

from dataclasses import replace
from datetime import datetime

from core.app.nudge import nudge_person
from core.app.pledges.card import pledge_subject, redraw, show
from core.app.queue import Timer
from core.app.turn import Scene, Turn, Values
from core.constitution import OPEN_PROPOSALS_PER_PERSON
from core.errors import Refused
from core.groups.pledges import Pledge, PledgeStage, time_is_up
from core.ids import PledgeId, new_id
from core.messenger.messages import say
from core.wording import text

NO_PLACE = "-"


async def pledge(turn: Turn, values: Values) -> None:
    """Post the card; whoever asks has not said yes by that."""
    await turn.work.people.hold(turn.person.id)
    if await turn.work.pledges.open_of(turn.person.id) >= OPEN_PROPOSALS_PER_PERSON:
        raise Refused(text("refused-pledges-cap", most=OPEN_PROPOSALS_PER_PERSON))
    by, least = values["by"], values["least"]
    assert isinstance(by, datetime)
    assert isinstance(least, int)
    place = str(values.get("place", ""))
    asked = Pledge(
        PledgeId(new_id()),
        str(values["what"]),
        "" if place == NO_PLACE else place,
        least,
        by,
        turn.chat.id,
        turn.person.id,
        PledgeStage.OPEN,
        turn.now,
    )
    await turn.work.pledges.put(asked)
    await turn.wake("pledge.over", asked.id, by)
    await show(turn, asked, turn.chat)


async def withdraw(scene: Scene, before: Pledge) -> None:
    """Let a pledge be over, whoever said yes: who is named in it by then has each other's word, and nobody the card."""
    after = replace(before, stage=PledgeStage.OVER, yes=())
    await scene.work.pledges.put(after)
    await scene.work.queue.let_sleep("pledge.over", after.id)
    await redraw(scene, after)


async def over(scene: Scene, timer: Timer) -> None:
    """Forget who said yes without being enough; each of them hears so alone, nobody is named."""
    before = await scene.work.pledges.get(PledgeId(timer.subject))
    if before is None or before.stage is PledgeStage.OVER:
        return
    after = time_is_up(before)
    await scene.work.pledges.put(after)
    kept = {one.person for one in after.yes}
    for one in before.yes:
        if one.person not in kept:
            told = say(text("pledge-not-this-time", what=before.what))
            await nudge_person(scene, one.person, told, thing=pledge_subject(before))
    await redraw(scene, after)
