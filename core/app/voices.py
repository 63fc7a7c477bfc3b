"""What happens when someone speaks in a consent round, and when all have?"""

from collections.abc import Awaitable, Callable, Mapping

from core.app.agreeing.outcomes import agreement_blocked, agreement_wanted
from core.app.decide import decision_agreed, decision_blocked
from core.app.drafting import contract_agreed
from core.app.enter import entry_agreed, entry_blocked
from core.app.kin.outcomes import kin_agreed, kin_blocked
from core.app.meeting.outcomes import introduction_over, introduction_wanted
from core.app.questions import ask
from core.app.queue import Timer, Urgency
from core.app.review import line_reviewed, read_line
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_words
from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice, check_voice, hear, missing, settle
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import WORRY
from core.ids import RoundId
from core.messenger.messages import Message, say
from core.wording import text

Outcome = Callable[[Scene, Group, ConsentRound], Awaitable[None]]


async def fine(turn: Turn, data: Data) -> None:
    """Say fine."""
    await _hear(turn, data, Answer(turn.person.id, Voice.FINE, at=turn.now))


async def worry(turn: Turn, data: Data) -> None:
    """Ask what the worry is; the voice counts once it is told."""
    await _asked(turn, data)
    await ask(turn, "round.worry", data, say(text("ask-worry"), asks=True), private=True)


async def block(turn: Turn, data: Data) -> None:
    """Ask what would be harmed; the voice counts once that and what would help are told."""
    await _asked(turn, data)
    await ask(turn, "round.harmed", data, say(text("ask-harmed"), asks=True), private=True)


async def worry_told(turn: Turn, data: Data, words: str) -> None:
    """Count "fine, with a worry"."""
    await _hear(turn, data, Answer(turn.person.id, Voice.WORRY, read_words(words, WORRY, turn.now), at=turn.now))


async def harmed_told(turn: Turn, data: Data, words: str) -> None:
    """Ask what would help."""
    await _asked(turn, data)
    known = {**data, "harmed": read_words(words, WORRY, turn.now)}
    await ask(turn, "round.help", known, say(text("ask-help"), asks=True), private=True)


async def help_told(turn: Turn, data: Data, words: str) -> None:
    """Count "I can't live with it"."""
    answer = Answer(turn.person.id, Voice.BLOCK, data["harmed"], read_words(words, WORRY, turn.now), turn.now)
    await _hear(turn, data, answer)


async def keep_line(turn: Turn, data: Data) -> None:
    """Say in a review that the line is good as it is."""
    await _hear(turn, data, Answer(turn.person.id, Voice.FINE, at=turn.now))


async def drop_line(turn: Turn, data: Data) -> None:
    """Say in a review that the line could go."""
    await _hear(turn, data, Answer(turn.person.id, Voice.BLOCK, at=turn.now))


async def line_reworded(turn: Turn, data: Data, words: str) -> None:
    """Say in a review how the line should read."""
    line = await read_line(turn, data, words)
    await _hear(turn, data, Answer(turn.person.id, Voice.WORRY, line, at=turn.now))


async def remind(scene: Scene, timer: Timer) -> None:
    """Remind those whose voice is missing, privately, once."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.stage is not RoundStage.OPEN:
        return
    card = await round_card(scene, asked)
    for person in missing(asked, group.people):
        reminder = Message((*say(text("round-remind", name=group.name)).lines, *card.lines[:-1]), card.choices)
        await scene.tell(person, reminder, about=round_subject(asked), urgency=Urgency.REMINDER)


async def due(scene: Scene, timer: Timer) -> None:
    """Say honestly that voices are missing; silence is never a yes."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.stage is not RoundStage.OPEN:
        return
    waited_for = len(missing(asked, group.people))
    await scene.tell_group(group, Message((*say(text("round-waits", missing=waited_for)).lines,)))


async def settle_open_rounds(scene: Scene, group: Group) -> None:
    """Look at every open round anew after somebody left: they are no longer waited for."""
    for asked in await scene.work.rounds.open_in(group.id):
        # What one round led to may have changed the group, or ended it with all its questions.
        current, still = await scene.work.groups.get(group.id), await scene.work.rounds.get(asked.id)
        if current is not None and still is not None and still.stage is RoundStage.OPEN:
            await _settle(scene, current, still)


async def _asked(turn: Turn, data: Data) -> ConsentRound:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    if asked is None:
        raise Refused(text("refused-gone"))
    check_voice(asked, turn.person.id)
    return asked


async def _hear(turn: Turn, data: Data, answer: Answer) -> None:
    asked = await _asked(turn, data)
    group = await turn.work.groups.get(asked.group)
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    heard = hear(asked, answer)
    await turn.work.rounds.put(heard)
    if turn.chat.is_private:
        await turn.answer(say(text("toast-heard")))
    else:
        await turn.toast(text("toast-heard"))
    await _settle(turn, group, heard)


async def _settle(scene: Scene, group: Group, heard: ConsentRound) -> None:
    after = settle(heard, group.people)
    await scene.work.rounds.put(after)
    if after.stage is RoundStage.OPEN:
        await scene.refresh(round_subject(after), await round_card(scene, after))
        return
    await scene.work.queue.let_sleep("round.remind", after.id)
    await scene.work.queue.let_sleep("round.due", after.id)
    outcome = _OUTCOMES.get((after.kind, after.stage))
    if outcome is not None:
        await outcome(scene, group, after)
    await scene.refresh(round_subject(after), await round_card(scene, after))


_OUTCOMES: Mapping[tuple[RoundKind, RoundStage], Outcome] = {
    (RoundKind.CONTRACT, RoundStage.AGREED): contract_agreed,
    (RoundKind.DECISION, RoundStage.AGREED): decision_agreed,
    (RoundKind.DECISION, RoundStage.BLOCKED): decision_blocked,
    (RoundKind.ENTRY, RoundStage.AGREED): entry_agreed,
    (RoundKind.ENTRY, RoundStage.BLOCKED): entry_blocked,
    (RoundKind.AGREEMENT, RoundStage.AGREED): agreement_wanted,
    (RoundKind.AGREEMENT, RoundStage.BLOCKED): agreement_blocked,
    (RoundKind.AGREEMENT, RoundStage.UNSETTLED): agreement_blocked,
    (RoundKind.INTRODUCTION, RoundStage.AGREED): introduction_wanted,
    (RoundKind.INTRODUCTION, RoundStage.BLOCKED): introduction_over,
    (RoundKind.INTRODUCTION, RoundStage.UNSETTLED): introduction_over,
    (RoundKind.KIN, RoundStage.AGREED): kin_agreed,
    (RoundKind.KIN, RoundStage.BLOCKED): kin_blocked,
    (RoundKind.KIN, RoundStage.UNSETTLED): kin_blocked,
    (RoundKind.REVIEW, RoundStage.AGREED): line_reviewed,
    (RoundKind.REVIEW, RoundStage.BLOCKED): line_reviewed,
}
