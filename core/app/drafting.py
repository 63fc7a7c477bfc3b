"""How does a contract come to be agreed: the first one, and every later version?

A draft stands in the group; each member says fine, or changes a line, or adds one. Any change is a new draft that
everyone sees anew. It binds once all present members said fine to the very same lines.
"""

from dataclasses import replace
from datetime import timedelta

from core.app.amending.lines import (
    ask_kind_or_words,
    confirm_rhythm,
    kept_line,
    kind_choices,
    read_new_line,
    with_line,
)
from core.app.kin.inherit import inherited_draft
from core.app.kin.offer import offer_sister
from core.app.pausing.away import voices_of
from core.app.questions import ask
from core.app.rounds import open_round
from core.app.rounds_card import contract_card, round_subject
from core.app.rows import Chat
from core.app.turn import Data, Scene, Turn
from core.app.waiting import invite_first_waiting
from core.contract.clauses import ANSWER_DAYS, FIRST, ClauseKind, clause_text, first_clauses
from core.contract.history import events_of
from core.contract.rounds import ConsentRound, RoundKind, RoundStage, check_voice
from core.contract.versions import Version, add, agree, restate
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import ClauseId, PersonId, RoundId, VersionId, new_id
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text

AHEAD = timedelta(days=3)


async def begin_contract(scene: Scene, group: Group, only: Chat | None = None) -> None:
    """Put the five first lines before the group; where they already stand, show them in the new home too."""
    running = [one for one in await scene.work.rounds.open_in(group.id) if one.kind is RoundKind.CONTRACT]
    if running:
        if only is not None:
            await scene.post(only, await contract_card(scene, running[0]), about=round_subject(running[0]))
        return
    if await scene.work.contracts.current(group.id) is not None:
        return
    ids = tuple(ClauseId(new_id()) for _kind in FIRST)
    first = Version(VersionId(new_id()), group.id, 1, first_clauses(ids, scene.now))
    draft = await inherited_draft(scene, group) or first
    await put_to_group(scene, group, draft, group.people[0])


async def put_to_group(scene: Scene, group: Group, draft: Version, asker: PersonId, against: str = "") -> ConsentRound:
    """Open the consent round on a draft, with everyone present asked; the version before it binds until all said fine.

    Args:
        scene: The transaction.
        group: Whose contract.
        draft: The lines as they would read.
        asker: Who asks.
        against: Id of the version from which the difference is shown; empty for the one that binds.
    """
    await scene.work.contracts.put(draft)
    current = await scene.work.contracts.current(group.id)
    time = timedelta(days=current.answer_days if current else ANSWER_DAYS)
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.CONTRACT,
        group.id,
        "",
        asker,
        await voices_of(scene, group),
        scene.now,
        scene.now + time,
        data={"version": draft.id} | ({"against": against} if against else {}),
    )
    await open_round(scene, group, asked)
    return asked


async def ask_about_drafts(scene: Scene, group: Group, person: PersonId) -> list[ConsentRound]:
    """Let a draft that is open wait for someone who came or came back: a version needs every present member.

    Returns:
        The rounds that wait for them now and did not before; their cards may stand where they never read.
    """
    waiting = []
    for asked in await scene.work.rounds.open_in(group.id):
        if asked.kind is RoundKind.CONTRACT and person not in asked.electorate:
            wider = replace(asked, electorate=(*asked.electorate, person))
            await scene.work.rounds.put(wider)
            await scene.refresh(round_subject(wider), await contract_card(scene, wider))
            waiting.append(wider)
    return waiting


async def which_line(turn: Turn, data: Data) -> None:
    """Ask which line to change."""
    asked, draft = await _open_draft(turn, data)
    lines = tuple(
        Choice(
            "contract.change-line",
            text("tap-line", number=place, line=clause_text(clause)),
            {"round": asked.id, "clause": clause.id},
        )
        for place, clause in enumerate(draft.clauses, 1)
    )
    await turn.answer(say(text("which-line"), choices=lines), private=True)


async def ask_line(turn: Turn, data: Data) -> None:
    """Ask for the line's new words."""
    _asked, draft = await _open_draft(turn, data)
    clause = draft.clause(ClauseId(data["clause"]))
    question = Message((Line(clause_text(clause), Style.QUOTE), Line(text("ask-new-words"))), asks=True)
    await ask(turn, "contract.change", data, question, private=True)


async def ask_added(turn: Turn, data: Data) -> None:
    """Ask for one line more."""
    _asked, draft = await _open_draft(turn, data)
    choices = kind_choices(draft, "contract.add-kind", data)
    await ask(turn, "contract.add", data, say(text("ask-added-line"), choices=choices, asks=True), private=True)


async def add_kind(turn: Turn, data: Data) -> None:
    """Add a line the house acts on: ask for what it needs, or take what was chosen."""
    asked, _draft = await _open_draft(turn, data)
    group = await turn.work.groups.get(asked.group)
    if group is None:
        raise Refused(text("refused-gone"))
    await ask_kind_or_words(turn, group, data, "contract.add", "contract.put-line")


async def put_line(turn: Turn, data: Data) -> None:
    """Put the draft with the line that was chosen or confirmed before everyone anew."""
    asked, draft = await _open_draft(turn, data)
    await _redraft(turn, asked, with_line(draft, kept_line(data)))


async def line_changed(turn: Turn, data: Data, words: str) -> None:
    """Put the draft with the changed line before everyone anew."""
    asked, draft = await _open_draft(turn, data)
    clause = read_new_line(turn, data, words, draft.clause(ClauseId(data["clause"])))
    if clause.kind is ClauseKind.RHYTHM:
        await confirm_rhythm(turn, clause, data, "contract.put-line", "contract.change-line")
    else:
        await _redraft(turn, asked, restate(draft, clause))


async def line_added(turn: Turn, data: Data, words: str) -> None:
    """Put the draft with one line more before everyone anew."""
    asked, draft = await _open_draft(turn, data)
    clause = read_new_line(turn, data, words, None)
    if clause.kind is ClauseKind.RHYTHM:
        await confirm_rhythm(turn, clause, data, "contract.put-line", "contract.add-kind")
    else:
        await _redraft(turn, asked, add(draft, clause))


async def contract_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Let the version bind, say so, and ask for the group's first task."""
    draft = await scene.work.contracts.get(VersionId(asked.data["version"]))
    if draft is None:
        return
    heard = tuple(person for person in group.people if asked.answer_of(person) is not None)
    before, version = await scene.work.contracts.current(group.id), agree(draft, heard, scene.now)
    await scene.work.contracts.put(version)
    await scene.work.histories.add(events_of(before, version))
    await scene.work.groups.put(replace(group, stage=GroupStage.LIVING))
    await scene.refresh(round_subject(asked), await contract_card(scene, asked))
    await scene.wake_in("group.watch", group.id, timedelta(days=1))
    if version.review_on is not None:
        await scene.wake("review.ahead", group.id, version.review_on - AHEAD)
        await scene.wake("review.open", group.id, version.review_on)
    if version.number == 1:
        await invite_first_waiting(scene, group)
        await offer_sister(scene, replace(group, stage=GroupStage.LIVING))
        task = Choice("promise.begin", text("tap-first-task"), {"group": group.id})
        agreed = say(text("agreed-first", count=len(heard)), text("first-task"), choices=(task,))
    else:
        agreed = say(text("agreed-version", number=version.number, count=len(heard)))
    await scene.tell_group(group, agreed)


async def _redraft(turn: Turn, asked: ConsentRound, changed: Version) -> None:
    group = await turn.work.groups.get(asked.group)
    if group is None:
        raise Refused(text("refused-gone"))
    over = replace(asked, stage=RoundStage.WITHDRAWN)
    await turn.work.rounds.put(over)
    await turn.refresh(round_subject(asked), say(text("draft-changed")))
    draft = replace(changed, id=VersionId(new_id()))
    await put_to_group(turn, group, draft, turn.person.id, asked.data.get("against", ""))


async def _open_draft(turn: Turn, data: Data) -> tuple[ConsentRound, Version]:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    draft = await turn.work.contracts.get(VersionId(asked.data["version"])) if asked else None
    if asked is None or draft is None:
        raise Refused(text("refused-gone"))
    check_voice(asked, turn.person.id)
    return asked, draft
