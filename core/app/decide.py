"""How does a group decide something?"""

from dataclasses import replace
from datetime import timedelta

from core.app.deciding.ask_again import looked_at_again, plan_review
from core.app.deciding.fallback import fall_back
from core.app.pausing.away import voices_of
from core.app.questions import ask
from core.app.rounds import open_round
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn, Values
from core.commands.free_text import read_words
from core.commands.until import until_in
from core.contract.rounds import REVISIONS_BEFORE_FALLBACK, ConsentRound, RoundKind, RoundStage, review_of
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import QUESTION
from core.ids import RoundId, new_id
from core.messenger.messages import Choice, say
from core.wording import text

_KINDS = {"consent": RoundKind.DECISION, "advice": RoundKind.ADVICE, "sense": RoundKind.SENSE}


async def decide(turn: Turn, values: Values) -> None:
    """Ask everyone present whether they can live with it, or only what they sense or advise."""
    kind = _KINDS[str(values.get("kind", "consent"))]
    await _open(turn, turn.here, str(values["what"]), kind, 0)


async def decision_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Say that it stands, and see to it that it is looked at again."""
    await scene.tell_group(group, say(text("decided", what=asked.what), *looked_at_again(asked)))
    if review_of(asked) is not None or group.member(asked.asker) is not None:
        await plan_review(scene, asked)


async def decision_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Offer whoever asked to revise, withdraw or talk; after two revisions the contract's own line acts."""
    if asked.revision >= REVISIONS_BEFORE_FALLBACK:
        await fall_back(scene, group, asked)
        return
    which = {"round": asked.id}
    choices = tuple(
        Choice(f"decision.{name}", text(f"tap-{name}"), which) for name in ("revise", "withdraw", "talk-first")
    )
    await scene.tell(asked.asker, say(text("decision-blocked", what=asked.what), choices=choices))


async def revise(turn: Turn, data: Data) -> None:
    """Ask for the better words."""
    asked = await _blocked(turn, data)
    await ask(turn, "decision.revise", data, say(text("ask-revision", what=asked.what), asks=True), private=True)


async def revised(turn: Turn, data: Data, words: str) -> None:
    """Ask everyone present again, about the better words."""
    asked = await _blocked(turn, data)
    group = await turn.work.groups.get(asked.group)
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    await turn.work.rounds.put(replace(asked, stage=RoundStage.WITHDRAWN))
    await _open(turn, group, read_words(words, QUESTION, turn.now), RoundKind.DECISION, asked.revision + 1)


async def withdraw(turn: Turn, data: Data) -> None:
    """Let the question go."""
    asked = await _blocked(turn, data)
    over = replace(asked, stage=RoundStage.WITHDRAWN)
    await turn.work.rounds.put(over)
    await turn.refresh(round_subject(over), await round_card(turn, over))
    await turn.answer(say(text("decision-withdrawn", what=asked.what)), private=True)


async def talk_first(turn: Turn, data: Data) -> None:
    """Ask the group to talk before anything is asked again."""
    asked = await _blocked(turn, data)
    group = await turn.work.groups.get(asked.group)
    if group is not None:
        await turn.tell_group(group, say(text("decision-talk", what=asked.what)))


async def _open(turn: Turn, group: Group, what: str, kind: RoundKind, revision: int) -> None:
    contract = await turn.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else 2)
    until = until_in(what, turn.person.language, turn.now, turn.zone)
    asked = ConsentRound(
        RoundId(new_id()),
        kind,
        group.id,
        what,
        turn.person.id,
        await voices_of(turn, group),
        turn.now,
        turn.now + time,
        revision=revision,
        data={"review": str(int(until.timestamp()))} if until else {},
    )
    await open_round(turn, group, asked)


async def _blocked(turn: Turn, data: Data) -> ConsentRound:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    if asked is None or asked.stage is not RoundStage.BLOCKED:
        raise Refused(text("refused-round-over"))
    if asked.asker != turn.person.id:
        raise Refused(text("refused-not-yours", name=await turn.name(asked.asker)))
    return asked
