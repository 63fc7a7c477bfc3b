"""How does a member ask the group to change, add or drop one line of its contract?"""

from dataclasses import replace

from core.app.amending.lines import (
    ask_kind_or_words,
    confirm_rhythm,
    kept_line,
    kind_choices,
    read_new_line,
    with_line,
)
from core.app.drafting import put_to_group
from core.app.questions import ask
from core.app.rounds_card import clause_lines
from core.app.turn import Data, Scene, Turn, Values
from core.contract.clauses import Clause, ClauseKind, clause_text
from core.contract.rounds import ConsentRound, RoundKind
from core.contract.versions import Version, drop
from core.errors import Refused
from core.groups.group import Group
from core.ids import ClauseId, GroupId, VersionId, new_id
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text


async def amend(turn: Turn, _values: Values) -> None:
    """Show the lines that bind, and ask what is to be done about one of them."""
    version = await _binding(turn, turn.here)
    which = {"group": turn.here.id}
    choices = tuple(Choice(f"amend.pick-{name}", text(f"tap-{name}-line"), which) for name in ("change", "add", "drop"))
    title = Line(text("contract-title", name=turn.here.name, number=version.number), Style.TITLE)
    await turn.answer(Message((title, *clause_lines(version)), choices), private=True)


async def pick_change(turn: Turn, data: Data) -> None:
    """Ask which line to say differently."""
    await _pick(turn, data, "amend.change", "which-line")


async def pick_drop(turn: Turn, data: Data) -> None:
    """Ask which line to drop."""
    await _pick(turn, data, "amend.drop", "which-line-drop")


async def pick_add(turn: Turn, data: Data) -> None:
    """Ask for one line more."""
    version = await _binding(turn, await _group(turn, data))
    choices = kind_choices(version, "amend.add-kind", data)
    await ask(turn, "amend.words", data, say(text("ask-added-line"), choices=choices, asks=True), private=True)


async def add_kind(turn: Turn, data: Data) -> None:
    """Ask for what a line needs on which the house acts."""
    group = await _group(turn, data)
    await _binding(turn, group)
    await ask_kind_or_words(turn, group, data, "amend.words", "amend.put")


async def change_line(turn: Turn, data: Data) -> None:
    """Ask for the line's new words."""
    version = await _binding(turn, await _group(turn, data))
    clause = version.clause(ClauseId(data["clause"]))
    question = Message((Line(clause_text(clause), Style.QUOTE), Line(text("ask-new-words"))), asks=True)
    await ask(turn, "amend.words", data, question, private=True)


async def words_told(turn: Turn, data: Data, words: str) -> None:
    """Put the line before everyone, or show first what was understood of a rhythm."""
    group = await _group(turn, data)
    version = await _binding(turn, group)
    old = version.clause(ClauseId(data["clause"])) if "clause" in data else None
    clause = read_new_line(turn, data, words, old)
    if clause.kind is ClauseKind.RHYTHM:
        await confirm_rhythm(turn, clause, data, "amend.put", "amend.change" if old else "amend.add-kind")
    else:
        await _put(turn, group, version, clause)


async def put_line(turn: Turn, data: Data) -> None:
    """Put a line that was chosen or confirmed before everyone."""
    group = await _group(turn, data)
    await _put(turn, group, await _binding(turn, group), kept_line(data))


async def drop_line(turn: Turn, data: Data) -> None:
    """Ask everyone whether a line may go."""
    group = await _group(turn, data)
    version = await _binding(turn, group)
    await _open(turn, group, drop(_draft_of(version), ClauseId(data["clause"])))


async def amendment_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Say that the old version goes on to bind, and let whoever asked try again."""
    current = await scene.work.contracts.current(group.id)
    if current is None:
        return
    again = Choice("amend.begin", text("tap-amend-again"), {"group": group.id})
    told = text("amendment-blocked", number=current.number)
    await scene.tell_group(group, say(told))
    await scene.tell(asked.asker, say(text("amendment-again"), choices=(again,)))


async def begin_again(turn: Turn, data: Data) -> None:
    """Begin another amendment."""
    turn.group = await _group(turn, data)
    await amend(turn, {})


async def _put(turn: Turn, group: Group, version: Version, clause: Clause) -> None:
    await _open(turn, group, with_line(_draft_of(version), clause))


async def _open(turn: Turn, group: Group, draft: Version) -> None:
    asked = await put_to_group(turn, group, draft, turn.person.id)
    days = max((asked.due - asked.opened).days, 1)
    await turn.answer(say(text("amendment-asked", count=len(asked.electorate), days=days)), private=True)


def _draft_of(version: Version) -> Version:
    return replace(version, id=VersionId(new_id()), number=version.number + 1, agreed_at=None, agreed_by=())


async def _pick(turn: Turn, data: Data, action: str, question: str) -> None:
    version = await _binding(turn, await _group(turn, data))
    lines = tuple(
        Choice(action, text("tap-line", number=place, line=clause_text(clause)), {**data, "clause": clause.id})
        for place, clause in enumerate(version.clauses, 1)
    )
    await turn.answer(say(text(question), choices=lines), private=True)


async def _group(turn: Turn, data: Data) -> Group:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group


async def _binding(turn: Turn, group: Group) -> Version:
    """Return the version that binds, where no other change of it is being asked."""
    version = await turn.work.contracts.current(group.id)
    if version is None:
        raise Refused(text("refused-no-contract"))
    if any(one.kind in {RoundKind.REVIEW, RoundKind.CONTRACT} for one in await turn.work.rounds.open_in(group.id)):
        raise Refused(text("refused-review-runs"))
    return version
