"""What can be done once the group has heard a concern: settle it, ask neighbours, find a remedy, or part?"""

from dataclasses import replace
from datetime import timedelta

from core.app.asking import begin_command
from core.app.concerns.raising import group_of, raised_by
from core.app.pausing.away import voices_of
from core.app.rounds import open_round
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.contract.clauses import ANSWER_DAYS
from core.contract.concerns import Concern, ConcernStage, Step, step
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.groups.group import Group
from core.ids import ConcernId, RoundId, new_id
from core.messenger.messages import Choice, Message, say
from core.wording import Text, text


async def concern_heard(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Tell whoever raised it what they may do next."""
    raised = await scene.work.concerns.get(ConcernId(asked.data["concern"]))
    if raised is None or raised.stage is not ConcernStage.ROUND:
        return
    heard = step(raised, Step.ROUND_OVER)
    await scene.work.concerns.put(heard)
    if group.member(raised.person) is not None:
        await offer_next(scene, heard, text("concern-heard", what=raised.words))


async def offer_next(scene: Scene, raised: Concern, told: Text) -> None:
    """Show whoever raised it the steps that are left."""
    await scene.tell(raised.person, next_steps(raised, told))


def next_steps(raised: Concern, told: Text) -> Message:
    """Draw the steps that are left."""
    which = {"concern": raised.id, "group": raised.group}
    names = ["settled", "neighbours", "remedy", "part"]
    if raised.stage is ConcernStage.ADVISED:
        names.remove("neighbours")
    choices = tuple(Choice(f"concern.{name}", Text(f"tap-concern-{name}"), which) for name in names)
    return say(told, choices=choices)


async def settled(turn: Turn, data: Data) -> None:
    """Say that it no longer weighs; the group is not asked about neighbours for it any more."""
    raised, group = await raised_by(turn, data), await group_of(turn, data)
    await turn.work.concerns.put(step(raised, Step.SETTLE))
    for asked in await turn.work.rounds.open_in(group.id):
        if asked.kind is RoundKind.NEIGHBOURS and asked.data["concern"] == raised.id:
            over = replace(asked, stage=RoundStage.WITHDRAWN)
            await turn.work.rounds.put(over)
            await turn.refresh(round_subject(over), await round_card(turn, over))
    await turn.tell_group(group, say(text("concern-settled", what=raised.words)))
    await turn.answer(say(text("concern-talked")), private=True)


async def ask_for_neighbours(turn: Turn, data: Data) -> None:
    """Ask the group whether it wants advice from outside: what it decides is its own to share."""
    raised, group = await raised_by(turn, data), await group_of(turn, data)
    if raised.stage is not ConcernStage.HEARD:
        raise Refused(text("refused-concern-step"))
    if any(one.kind is RoundKind.NEIGHBOURS for one in await turn.work.rounds.open_in(group.id)):
        raise Refused(text("refused-concern-step"))
    contract = await turn.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.NEIGHBOURS,
        group.id,
        raised.words,
        turn.person.id,
        await voices_of(turn, group),
        turn.now,
        turn.now + time,
        data={"concern": raised.id},
    )
    await open_round(turn, group, asked)
    await turn.answer(say(text("neighbours-asked")), private=True)


async def neighbours_refused(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Let it stay within the group."""
    raised = await scene.work.concerns.get(ConcernId(asked.data["concern"]))
    if raised is not None and group.member(raised.person) is not None:
        await offer_next(scene, raised, text("neighbours-refused"))


async def remedy(turn: Turn, data: Data) -> None:
    """Let the group decide on its own remedy."""
    raised = await raised_by(turn, data)
    await begin_command(turn, "decide", {"kind": "consent"}, raised.group)


async def part(turn: Turn, data: Data) -> None:
    """Show the two ways to part: to leave oneself, or to go on without someone if all the others consent."""
    group = await group_of(turn, data)
    which = {"group": group.id}
    choices = (
        Choice("group.leave", text("tap-leave"), which),
        Choice("reform.pick", text("tap-go-on-without"), which),
        Choice("concern.not-now", text("tap-not-now"), which),
    )
    await turn.answer(say(text("part-how", name=group.name), choices=choices), private=True)
