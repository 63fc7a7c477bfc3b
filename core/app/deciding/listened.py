"""What follows when a sense check or a question for advice has been heard?"""

from dataclasses import replace

from core.app.asking import begin_command
from core.app.deciding.ask_again import looked_at_again, plan_review
from core.app.questions import ask
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_words
from core.commands.until import until_in
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import QUESTION
from core.ids import RoundId
from core.messenger.messages import Choice, say
from core.wording import text


async def sense_heard(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Offer whoever asked to let the group decide now; a sense check binds nobody."""
    decide = Choice("decision.from-sense", text("tap-decide-now"), {"round": asked.id})
    await scene.tell(asked.asker, say(text("sense-heard", what=asked.what), choices=(decide,)))


async def advice_heard(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Ask whoever asked what they decide, now that they have heard the others."""
    tell = Choice("decision.tell", text("tap-say-decision"), {"round": asked.id})
    count = sum(bool(one.harmed) for one in asked.answers)
    await scene.tell(asked.asker, say(text("advice-heard", what=asked.what, count=count), choices=(tell,)))


async def decide_now(turn: Turn, data: Data) -> None:
    """Put the same words to the group as a decision."""
    asked = await _mine(turn, data, RoundKind.SENSE)
    await begin_command(turn, "decide", {"what": asked.what}, asked.group)


async def ask_decision(turn: Turn, data: Data) -> None:
    """Ask what they decided."""
    asked = await _mine(turn, data, RoundKind.ADVICE)
    await ask(turn, "decision.tell", data, say(text("ask-decision", what=asked.what), asks=True), private=True)


async def decision_told(turn: Turn, data: Data, words: str) -> None:
    """Tell the group what came of its advice, and see to it that it is looked at again, as what all consented to is."""
    asked = await _mine(turn, data, RoundKind.ADVICE)
    group = await turn.work.groups.get(asked.group)
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    decided = read_words(words, QUESTION, turn.now)
    until = until_in(decided, turn.person.language, turn.now, turn.zone)
    review = {"review": str(int(until.timestamp()))} if until else {}
    after = replace(asked, stage=RoundStage.AGREED, data={**asked.data, "decided": decided, **review})
    await turn.work.rounds.put(after)
    name = await turn.name(turn.person.id)
    await turn.tell_group(group, say(text("advice-decided", name=name, what=decided), *looked_at_again(after)))
    await turn.refresh(round_subject(after), await round_card(turn, after))
    await plan_review(turn, after)


async def _mine(turn: Turn, data: Data, kind: RoundKind) -> ConsentRound:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    if asked is None or asked.kind is not kind or asked.stage is RoundStage.OPEN or "decided" in asked.data:
        raise Refused(text("refused-round-over"))
    if asked.asker != turn.person.id:
        raise Refused(text("refused-not-yours", name=await turn.name(asked.asker)))
    return asked
