"""Which line could a contract have that the house acts on, and what must be asked before it is there?"""

import json
from collections.abc import Mapping

from core.app.questions import ask
from core.app.turn import Data, Turn
from core.commands.clause_words import said_anew
from core.contract.acting import BLOCKED_DAYS, LICENCES, Act, Introduced, Step
from core.contract.clauses import ACTING, Clause, ClauseKind, clause_text
from core.contract.rhythm import SHOWN, next_dates, rhythm_from
from core.contract.versions import Version, add, restate
from core.groups.group import Group
from core.ids import ClauseId, new_id
from core.messenger.messages import Choice, Line, Message, Style, say
from core.platforms.packs import pack_for, usual_line
from core.wording import Moment, Text, text

TRY_DAYS = 28

_CHOSEN: Mapping[ClauseKind, tuple[Mapping[str, int], ...]] = {
    ClauseKind.SILENCE_FINE: ({},),
    ClauseKind.JOINING: ({"step": Step.TALK}, {"step": Step.VISIT}, {"step": Step.NONE}),
    ClauseKind.INTRODUCTIONS: (
        {"way": Introduced.SILENCE_FINE},
        {"way": Introduced.NEVER},
        {"way": Introduced.BY_ALL},
    ),
    ClauseKind.LICENCE: tuple({"licence": place} for place in range(len(LICENCES))),
    ClauseKind.WHEN_BLOCKED: (
        {"act": Act.TRY, "days": TRY_DAYS},
        {"act": Act.POSTPONE, "days": BLOCKED_DAYS},
        {"act": Act.BUD, "days": BLOCKED_DAYS},
    ),
}
"""Lines that are chosen rather than told, with what there is to choose from."""


def kind_choices(version: Version, action: str, which: Data) -> tuple[Choice, ...]:
    """Offer the kinds of lines the house acts on that this contract does not have yet."""
    missing = (kind for kind in ACTING if version.of(kind) is None)
    return tuple(Choice(action, Text(f"tap-line-{kind}"), {**which, "kind": kind}) for kind in missing)


async def ask_kind_or_words(turn: Turn, group: Group, data: Data, answer: str, action: str) -> None:
    """Ask for the words of a line, or let its meaning be chosen where it is no matter of words.

    Args:
        turn: Who is asked, privately.
        group: Whose contract; what such groups often have is offered first.
        data: With the `kind`, and the `clause` when an old line is said anew.
        answer: Who takes the words, as in `core.app.doors`.
        action: Who takes what was chosen.
    """
    kind = ClauseKind(data["kind"])
    key = ClauseId(data.get("clause") or new_id())
    lines = [Clause(key, kind, numbers=dict(numbers)) for numbers in _CHOSEN.get(kind, ())]
    choices = [Choice(action, _label(line), written_line(line, data)) for line in lines]
    usual = await _usual(turn, group, kind, key)
    if usual is not None and usual not in lines:
        choices.insert(0, Choice(action, clause_text(usual), written_line(usual, data)))
    question = say(Text(f"ask-line-{kind}"), choices=tuple(choices), asks=not lines)
    if lines:
        await turn.answer(question, private=True)
    else:
        await ask(turn, answer, data, question, private=True)


async def confirm_rhythm(turn: Turn, clause: Clause, data: Data, put: str, again: str) -> None:
    """Show what was understood with the next three dates, before it is put to anybody."""
    dates = next_dates(rhythm_from(clause.numbers, clause.zone), turn.now, SHOWN)
    choices = (
        Choice(put, text("tap-so-it-is"), written_line(clause, data)),
        Choice(again, text("tap-say-differently"), data),
    )
    told = text("rhythm-dates", dates=tuple(Moment(one) for one in dates))
    await turn.answer(Message((Line(clause_text(clause), Style.QUOTE), Line(told)), choices), private=True)


def read_new_line(turn: Turn, data: Data, words: str, old: Clause | None) -> Clause:
    """Read a line that somebody added or said anew."""
    clause = old or Clause(ClauseId(new_id()), ClauseKind(data.get("kind", ClauseKind.OWN)))
    return said_anew(clause, words, turn.person.language, turn.now, turn.zone)


def written_line(clause: Clause, data: Data) -> dict[str, str]:
    """Write a line into what a choice remembers."""
    numbers = json.dumps(dict(clause.numbers))
    return {
        **data,
        "line": clause.id,
        "kind": clause.kind,
        "words": clause.words,
        "numbers": numbers,
        "zone": clause.zone,
    }


def kept_line(data: Data) -> Clause:
    """Read what `written_line` wrote."""
    numbers: dict[str, int] = json.loads(data["numbers"])
    return Clause(ClauseId(data["line"]), ClauseKind(data["kind"]), data["words"], numbers, data["zone"])


def with_line(draft: Version, clause: Clause) -> Version:
    """Return the draft with a line said anew where it is, or added where it is not."""
    known = any(one.id == clause.id for one in draft.clauses)
    return restate(draft, clause) if known else add(draft, clause)


async def _usual(turn: Turn, group: Group, kind: ClauseKind, key: ClauseId) -> Clause | None:
    proposal = await turn.work.proposals.get(group.proposal)
    pack = pack_for(proposal.topics if proposal else (), group.name)
    return usual_line(pack, kind, key)


def _label(line: Clause) -> Text:
    if line.kind is ClauseKind.LICENCE:
        return text("own-words", words=LICENCES[line.numbers["licence"]])
    numbers = line.numbers
    place = next((numbers[one] for one in ("step", "way", "act") if one in numbers), 0)
    return Text(f"tap-{line.kind}-{int(place)}")
