"""How does someone raise what weighs on them: to the person first, and only then to the group?"""

from dataclasses import replace
from datetime import timedelta

from core.app.pausing.away import voices_of
from core.app.questions import ask
from core.app.rounds import open_round
from core.app.turn import Data, Turn, Values
from core.commands.free_text import read_words
from core.contract.clauses import ANSWER_DAYS, Clause, clause_text
from core.contract.concerns import Concern, ConcernStage, Step, step
from core.contract.rounds import ConsentRound, RoundKind
from core.contract.versions import Version
from core.errors import Refused
from core.groups.group import Group
from core.groups.limits import WORRY
from core.ids import ClauseId, ConcernId, GroupId, RoundId, new_id
from core.messenger.messages import Choice, Line, Message, Style, say
from core.texts.translator import render
from core.wording import text


async def concern(turn: Turn, values: Values) -> None:
    """Ask which line it touches, unless that was said; only the raiser reads any of this."""
    version = await turn.work.contracts.current(turn.here.id)
    named = str(values.get("clause", ""))
    line = _line_named(version, named, turn) if version and named else None
    if version is None or line is not None:
        await say_it_first(turn, {"group": turn.here.id, "clause": line.id if line else ""})
        return
    which = {"group": turn.here.id}
    lines = tuple(
        Choice(
            "concern.line",
            text("tap-line", number=place, line=clause_text(clause)),
            {**which, "clause": clause.id},
        )
        for place, clause in enumerate(version.clauses, 1)
    )
    other = Choice("concern.line", text("tap-something-else"), {**which, "clause": ""})
    await turn.answer(say(text("concern-which-line"), choices=(*lines, other)), private=True)


async def say_it_first(turn: Turn, data: Data) -> None:
    """Offer words to say it to the person, drafted from the line; nothing of it is kept."""
    group = await group_of(turn, data)
    line = await _line(turn, group, data)
    words = text("concern-words", line=clause_text(line)) if line else text("concern-words-own")
    choices = (
        Choice("concern.talked", text("tap-talked"), data),
        Choice("concern.ask-words", text("tap-to-group"), data),
        Choice("concern.not-now", text("tap-not-now"), data),
    )
    lines = (Line(text("concern-first")), Line(words, Style.QUOTE), Line(text("concern-then"), Style.NOTE))
    await turn.answer(Message(lines, choices), private=True)


async def talked(turn: Turn, _data: Data) -> None:
    """It is settled between two people; nobody else ever hears of it."""
    await turn.answer(say(text("concern-talked")), private=True)


async def not_now(turn: Turn, _data: Data) -> None:
    """Let it rest."""
    await turn.answer(say(text("concern-rests")), private=True)


async def ask_words(turn: Turn, data: Data) -> None:
    """Ask how to say it to all."""
    await group_of(turn, data)
    await ask(turn, "concern.words", data, say(text("ask-concern-words"), asks=True), private=True)


async def words_told(turn: Turn, data: Data, words: str) -> None:
    """Ask whether with or without their name."""
    await group_of(turn, data)
    said = {**data, "words": read_words(words, WORRY, turn.now)}
    choices = (
        Choice("concern.open", text("tap-without-name"), {**said, "named": ""}),
        Choice("concern.open", text("tap-with-name"), {**said, "named": "yes"}),
        Choice("concern.not-now", text("tap-not-now"), data),
    )
    await turn.answer(say(text("concern-show", words=said["words"]), choices=choices), private=True)


async def open_to_group(turn: Turn, data: Data) -> None:
    """Put it to everyone who is here; who raised it is told only if they wish."""
    group = await group_of(turn, data)
    line = await _line(turn, group, data)
    raised = Concern(
        ConcernId(new_id()),
        group.id,
        turn.person.id,
        turn.now,
        clause=line.id if line else None,
        words=data["words"],
        named=bool(data["named"]),
    )
    asked = await _round(turn, group, raised)
    await turn.work.rounds.put(asked)
    await turn.work.concerns.put(replace(step(raised, Step.OPEN_ROUND), round=asked.id))
    await open_round(turn, group, asked)
    await turn.answer(say(text("concern-asked")), private=True)


async def group_of(turn: Turn, data: Data) -> Group:
    """Return the group something is about; raises `Refused` for whoever is not in it."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group


async def raised_by(turn: Turn, data: Data) -> Concern:
    """Return a concern that still weighs; raises `Refused` for everyone but whoever raised it."""
    found = await turn.work.concerns.get(ConcernId(data["concern"]))
    if found is None or found.person != turn.person.id or found.stage is ConcernStage.SETTLED:
        raise Refused(text("refused-gone"))
    return found


async def _round(turn: Turn, group: Group, raised: Concern) -> ConsentRound:
    contract = await turn.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    return ConsentRound(
        RoundId(new_id()),
        RoundKind.CONCERN,
        group.id,
        raised.words,
        turn.person.id,
        await voices_of(turn, group),
        turn.now,
        turn.now + time,
        data={"concern": raised.id, "named": "yes" if raised.named else ""},
    )


async def _line(turn: Turn, group: Group, data: Data) -> Clause | None:
    version = await turn.work.contracts.current(group.id)
    lines = version.clauses if version else ()
    return next((one for one in lines if one.id == ClauseId(data["clause"])), None)


def _line_named(version: Version, named: str, turn: Turn) -> Clause | None:
    """Find the line of that number, or the only one in which these words stand."""
    if named.isascii() and named.isdigit():
        return version.clauses[int(named) - 1] if 1 <= int(named) <= len(version.clauses) else None
    folded = named.casefold()
    found = [one for one in version.clauses if folded in render(clause_text(one), turn.person.language).casefold()]
    return found[0] if len(found) == 1 else None
