"""How is advice asked of neighbours: people of other groups without ties, drawn by lot, who said yes to being asked?"""

from dataclasses import replace
from datetime import timedelta

from core.app.concerns.onward import next_steps, offer_next
from core.app.concerns.ties import tied_groups
from core.app.nudge import nudge_person
from core.app.questions import ask
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn, Values
from core.commands.free_text import read_words
from core.contract.clauses import clause_text
from core.contract.concerns import NEIGHBOURS_ASKED, Advice, AdviceStage, Concern, ConcernStage, Step, draw, step
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import WORRY
from core.ids import ConcernId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text

TIME_TO_ADVISE = timedelta(days=7)


async def advise(turn: Turn, _values: Values) -> None:
    """Ask someone whether they may be asked for advice."""
    gives = await turn.work.concerns.gives_advice(turn.person.id)
    choices = (
        Choice("advise.yes", text("tap-advise-yes"), {}),
        Choice("advise.no", text("tap-advise-no"), {}),
    )
    key = "advise-now-yes" if gives else "advise-now-no"
    await turn.answer(say(text(key), choices=choices), private=True)


async def advise_yes(turn: Turn, _data: Data) -> None:
    """Note that they may be asked."""
    await turn.work.concerns.offer_advice(turn.person.id, turn.now)
    await turn.answer(say(text("advise-yes")), private=True)


async def advise_no(turn: Turn, _data: Data) -> None:
    """Note that they would rather not be asked."""
    await turn.work.concerns.stop_advice(turn.person.id)
    await turn.answer(say(text("advise-no")), private=True)


async def ask_neighbours(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Draw neighbours by lot and ask each of them; they read what it is about only after their yes."""
    raised = await scene.work.concerns.get(ConcernId(asked.data["concern"]))
    if raised is None or raised.stage is not ConcernStage.HEARD:
        return
    advised = step(raised, Step.ASK_NEIGHBOURS)
    await scene.work.concerns.put(advised)
    if await _draw(scene, advised):
        await scene.wake_in("advice.due", advised.id, TIME_TO_ADVISE)
        await scene.tell_group(group, say(text("neighbours-drawn")))
    else:
        await scene.tell_group(group, say(text("neighbours-none")))
        await offer_next(scene, advised, text("concern-next"))


async def can_advise(turn: Turn, data: Data) -> None:
    """Show what it is about, without any name, and ask for advice."""
    mine, raised = await _mine(turn, data)
    await turn.work.concerns.put_advice(replace(mine, stage=AdviceStage.WILLING))
    version = await turn.work.contracts.current(raised.group)
    line = next((one for one in version.clauses if one.id == raised.clause), None) if version else None
    quoted = (Line(text("advice-line", line=clause_text(line)), Style.NOTE),) if line else ()
    question = (Line(text("own-words", words=raised.words), Style.QUOTE), *quoted, Line(text("ask-neighbour")))
    await ask(turn, "advice.words", data, Message(question, asks=True), private=True)


async def cannot_advise(turn: Turn, data: Data) -> None:
    """Draw another one."""
    mine, raised = await _mine(turn, data)
    await turn.work.concerns.put_advice(replace(mine, stage=AdviceStage.DECLINED))
    await turn.answer(say(text("advice-declined")), private=True)
    if not await _draw(turn, raised):
        await _go_on_if_all_spoke(turn, raised)


async def advice_told(turn: Turn, data: Data, words: str) -> None:
    """Hand the advice to the group; who gave it is not said."""
    mine, raised = await _mine(turn, data)
    said = read_words(words, WORRY, turn.now)
    await turn.work.concerns.put_advice(replace(mine, stage=AdviceStage.GIVEN, words=said))
    await turn.answer(say(text("advice-thanks")), private=True)
    group = await turn.work.groups.get(raised.group)
    if group is not None and group.people:
        lines = (Line(text("neighbour-says")), Line(text("own-words", words=said), Style.QUOTE))
        await turn.tell_group(group, Message(lines))
    await _go_on_if_all_spoke(turn, raised)


async def advice_due(scene: Scene, timer: Timer) -> None:
    """Go on with what was advised by now."""
    raised = await scene.work.concerns.get(ConcernId(timer.subject))
    group = await scene.work.groups.get(raised.group) if raised else None
    if raised is None or group is None or raised.stage is not ConcernStage.ADVISED:
        return
    if group.member(raised.person) is not None:
        message = next_steps(raised, text("concern-next"))
        await nudge_person(scene, raised.person, message, thing=f"concern:{raised.id}", group=group)


async def _draw(scene: Scene, raised: Concern) -> bool:
    """Draw as many neighbours as are still wanted; says whether anybody is asked now."""
    known = await scene.work.concerns.advice(raised.id)
    wanted = NEIGHBOURS_ASKED - sum(one.stage is not AdviceStage.DECLINED for one in known)
    group = await scene.work.groups.get(raised.group)
    willing = await scene.work.concerns.advisers(await tied_groups(scene, group)) if group else ()
    drawn = draw(willing, raised.id, [one.person for one in known], wanted)
    for place, person in enumerate(drawn, len(known)):
        await scene.work.concerns.put_advice(Advice(raised.id, person, place, scene.now))
        which = {"concern": raised.id}
        choices = (
            Choice("advice.can", text("tap-can-advise"), which),
            Choice("advice.not-now", text("tap-not-now"), which),
        )
        message = say(text("advice-wanted"), choices=choices)
        past_use = scene.now + TIME_TO_ADVISE
        await nudge_person(scene, person, message, thing=f"advice:{raised.id}", past_use=past_use)
    return bool(drawn)


async def _go_on_if_all_spoke(scene: Scene, raised: Concern) -> None:
    """Offer the next steps once nobody who was asked is still to answer; where all declined, the group hears that."""
    known = await scene.work.concerns.advice(raised.id)
    if any(one.stage in {AdviceStage.ASKED, AdviceStage.WILLING} for one in known):
        return
    await scene.work.queue.let_sleep("advice.due", raised.id)
    group = await scene.work.groups.get(raised.group)
    if group is None or not group.people:
        return
    if all(one.stage is AdviceStage.DECLINED for one in known):
        await scene.tell_group(group, say(text("neighbours-none")))
    if group.member(raised.person) is not None:
        await offer_next(scene, raised, text("concern-next"))


async def _mine(turn: Turn, data: Data) -> tuple[Advice, Concern]:
    raised = await turn.work.concerns.get(ConcernId(data["concern"]))
    asked = await turn.work.concerns.advice(raised.id) if raised else ()
    mine = next((one for one in asked if one.person == turn.person.id), None)
    if raised is None or mine is None or raised.stage is not ConcernStage.ADVISED:
        raise Refused(text("refused-gone"))
    if mine.stage in {AdviceStage.GIVEN, AdviceStage.DECLINED}:
        raise Refused(text("refused-gone"))
    return mine, raised
