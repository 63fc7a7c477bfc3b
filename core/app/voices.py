"""What happens when someone speaks in a consent round, and when all have?"""

from collections.abc import Awaitable, Callable, Mapping

from core.app.agreeing.outcomes import agreement_blocked, agreement_wanted
from core.app.amending.amend import amendment_blocked
from core.app.concerns.neighbours import ask_neighbours
from core.app.concerns.onward import concern_heard, neighbours_refused
from core.app.concerns.reforming import reform_agreed, reform_blocked
from core.app.decide import decision_agreed, decision_blocked
from core.app.deciding.listened import advice_heard, sense_heard
from core.app.drafting import contract_agreed
from core.app.enter import entry_agreed, entry_blocked
from core.app.kin.outcomes import kin_agreed, kin_blocked
from core.app.links.widened import widening_wanted
from core.app.meeting.outcomes import introduction_over, introduction_wanted
from core.app.nudge import nudge_group, nudge_person
from core.app.nudge import settled as answered
from core.app.pausing.away import away_from
from core.app.questions import ask
from core.app.queue import Timer
from core.app.review import line_reviewed, read_line
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.commands.free_text import read_words
from core.contract.clauses import ClauseKind
from core.contract.rounds import (
    EVERYONE,
    Answer,
    ConsentRound,
    RoundKind,
    RoundStage,
    Voice,
    check_voice,
    hear,
    missing,
    settle,
    time_is_up,
)
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import WORRY
from core.ids import ClauseId, PersonId, RoundId
from core.messenger.messages import Message, say
from core.wording import text

Outcome = Callable[[Scene, Group, ConsentRound], Awaitable[None]]


async def fine(turn: Turn, data: Data) -> None:
    """Say fine."""
    await hear_voice(turn, data, Answer(turn.person.id, Voice.FINE, at=turn.now))


async def worry(turn: Turn, data: Data) -> None:
    """Ask what the worry is; the voice counts once it is told."""
    await asked_of(turn, data)
    await ask(turn, "round.worry", data, say(text("ask-worry"), asks=True), private=True)


async def block(turn: Turn, data: Data) -> None:
    """Ask what would be harmed; the voice counts once that and what would help are told."""
    await asked_of(turn, data)
    await ask(turn, "round.harmed", data, say(text("ask-harmed"), asks=True), private=True)


async def worry_told(turn: Turn, data: Data, words: str) -> None:
    """Count "fine, with a worry"."""
    await hear_voice(turn, data, Answer(turn.person.id, Voice.WORRY, read_words(words, WORRY, turn.now), at=turn.now))


async def harmed_told(turn: Turn, data: Data, words: str) -> None:
    """Ask what would help."""
    await asked_of(turn, data)
    known = {**data, "harmed": read_words(words, WORRY, turn.now)}
    await ask(turn, "round.help", known, say(text("ask-help"), asks=True), private=True)


async def help_told(turn: Turn, data: Data, words: str) -> None:
    """Count "I can't live with it"."""
    answer = Answer(turn.person.id, Voice.BLOCK, data["harmed"], read_words(words, WORRY, turn.now), turn.now)
    await hear_voice(turn, data, answer)


async def keep_line(turn: Turn, data: Data) -> None:
    """Say in a review that the line is good as it is."""
    await hear_voice(turn, data, Answer(turn.person.id, Voice.FINE, at=turn.now))


async def drop_line(turn: Turn, data: Data) -> None:
    """Say in a review that the line could go."""
    await hear_voice(turn, data, Answer(turn.person.id, Voice.BLOCK, at=turn.now))


async def line_reworded(turn: Turn, data: Data, words: str) -> None:
    """Say in a review how the line should read."""
    line = await read_line(turn, data, words)
    await hear_voice(turn, data, Answer(turn.person.id, Voice.WORRY, line, at=turn.now))


async def mark(scene: Scene, timer: Timer) -> None:
    """Let the card say that voices are missing, and until when; nobody is told."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    if asked is not None and asked.stage is RoundStage.OPEN:
        await scene.refresh(round_subject(asked), await round_card(scene, asked))


async def remind(scene: Scene, timer: Timer) -> None:
    """Remind those whose voice is missing, privately, once."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.stage is not RoundStage.OPEN:
        return
    card = await round_card(scene, asked)
    clause = await _line_on_answers(scene, group)
    shown = [line for line in card.lines[:-1] if clause is None or line.text.key != "we-said"]  # One line is quoted.
    reminder = Message((*say(text("round-remind", name=group.name)).lines, *shown), card.choices)
    for person in missing(asked, set(group.people) - await _not_waited_for(scene, asked)):
        subject = round_subject(asked)
        await nudge_person(scene, person, reminder, thing=subject, group=group, clause=clause, about=subject)


async def due(scene: Scene, timer: Timer) -> None:
    """Say honestly where voices are missing and a line asks for answers; silence is no yes unless a line says so."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.stage is not RoundStage.OPEN:
        return
    contract = await scene.work.contracts.current(group.id)
    quorum, fine_so = (contract.quorum, contract.silence_is_fine) if contract else (1, False)
    waited_for = len(missing(asked, set(group.people) - await _not_waited_for(scene, asked)))
    after = time_is_up(asked, group.people, quorum, fine_so)
    if after.stage is RoundStage.OPEN:
        if asked.kind is not RoundKind.REFORM:
            await _say_who_is_waited_for(scene, group, asked, waited_for)
        return
    if asked.kind is RoundKind.DECISION:
        await scene.tell_group(group, say(text("silence-counted", what=asked.what, silent=waited_for)))
    await settled(scene, group, after)


async def _say_who_is_waited_for(scene: Scene, group: Group, asked: ConsentRound, waited_for: int) -> None:
    """Say in the room how many voices are missing, never whose."""
    clause = await _line_on_answers(scene, group)
    if clause is not None or await scene.work.contracts.current(group.id) is None:
        card = await round_card(scene, asked)
        told = say(text("round-waits-for", what=card.lines[0].text), text("round-waits", missing=waited_for))
        await nudge_group(scene, group, told, thing=f"{round_subject(asked)}:due", clause=clause)


async def _line_on_answers(scene: Scene, group: Group) -> ClauseId | None:
    contract = await scene.work.contracts.current(group.id)
    line = contract.of(ClauseKind.ANSWER_WITHIN) if contract else None
    return line.id if line else None


async def _not_waited_for(scene: Scene, asked: ConsentRound) -> frozenset[PersonId]:
    return frozenset() if asked.kind in EVERYONE else await away_from(scene, asked.group)


async def settle_open_rounds(scene: Scene, group: Group) -> None:
    """Look at every open round anew after somebody left: they are no longer waited for."""
    for asked in await scene.work.rounds.open_in(group.id):
        # What one round led to may have changed the group, or ended it with all its questions.
        current, still = await scene.work.groups.get(group.id), await scene.work.rounds.get(asked.id)
        if current is not None and still is not None and still.stage is RoundStage.OPEN:
            await _settle(scene, current, still)


async def asked_of(turn: Turn, data: Data) -> ConsentRound:
    """Return the round someone would speak in; raises `Refused` when it is over or not theirs."""
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    if asked is None:
        raise Refused(text("refused-gone"))
    check_voice(asked, turn.person.id)
    return asked


async def hear_voice(turn: Turn, data: Data, answer: Answer) -> None:
    """Count one voice, and close the round if it was the last."""
    asked = await asked_of(turn, data)
    group = await turn.work.groups.get(asked.group)
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    heard = hear(asked, answer)
    await answered(turn, round_subject(heard), turn.person.id)
    if turn.chat.is_private:
        await turn.answer(say(text("toast-heard")))
    else:
        await turn.toast(text("toast-heard"))
    await _settle(turn, group, heard)


async def _settle(scene: Scene, group: Group, heard: ConsentRound) -> None:
    contract = await scene.work.contracts.current(group.id)
    after = settle(heard, group.people, await away_from(scene, group.id), contract.quorum if contract else 1)
    await settled(scene, group, after)


async def settled(scene: Scene, group: Group, after: ConsentRound) -> None:
    """Keep a round as it stands now; if it is over, let follow what follows from it."""
    await scene.work.rounds.put(after)
    if after.stage is RoundStage.OPEN:
        await scene.refresh(round_subject(after), await round_card(scene, after))
        return
    for kind in ("round.mark", "round.remind", "round.due"):
        await scene.work.queue.let_sleep(kind, after.id)
    for thing in (round_subject(after), f"{round_subject(after)}:due"):
        await answered(scene, thing)
    outcome = _OUTCOMES.get((after.kind, after.stage))
    if outcome is not None:
        await outcome(scene, group, after)
    await scene.refresh(round_subject(after), await round_card(scene, after))


_OUTCOMES: Mapping[tuple[RoundKind, RoundStage], Outcome] = {
    (RoundKind.CONTRACT, RoundStage.AGREED): contract_agreed,
    (RoundKind.CONTRACT, RoundStage.BLOCKED): amendment_blocked,
    (RoundKind.DECISION, RoundStage.AGREED): decision_agreed,
    (RoundKind.DECISION, RoundStage.BLOCKED): decision_blocked,
    (RoundKind.CONCERN, RoundStage.AGREED): concern_heard,
    (RoundKind.CONCERN, RoundStage.UNSETTLED): concern_heard,
    (RoundKind.NEIGHBOURS, RoundStage.AGREED): ask_neighbours,
    (RoundKind.NEIGHBOURS, RoundStage.BLOCKED): neighbours_refused,
    (RoundKind.REFORM, RoundStage.AGREED): reform_agreed,
    (RoundKind.REFORM, RoundStage.BLOCKED): reform_blocked,
    (RoundKind.SENSE, RoundStage.AGREED): sense_heard,
    (RoundKind.ADVICE, RoundStage.AGREED): advice_heard,
    (RoundKind.ADVICE, RoundStage.UNSETTLED): advice_heard,
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
    (RoundKind.WIDENING, RoundStage.AGREED): widening_wanted,
    (RoundKind.REVIEW, RoundStage.AGREED): line_reviewed,
    (RoundKind.REVIEW, RoundStage.BLOCKED): line_reviewed,
}
