"""How does a group read its contract again: keep, change or drop, line by line?

One card, one line at a time, edited in place. What anybody would change or drop becomes a draft, and that binds
only once everyone said fine to it.
"""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from core.app.drafting import put_to_group
from core.app.nudge import nudge_group
from core.app.pausing.away import voices_of
from core.app.questions import ask
from core.app.queue import Timer
from core.app.rounds import open_round
from core.app.turn import Data, Scene, Turn, Values
from core.commands.clause_words import said_anew
from core.contract.clauses import Clause, ClauseKind, clause_text
from core.contract.rounds import ConsentRound, RoundKind, Voice, check_voice
from core.contract.versions import Version, drop, next_review, restate
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import ClauseId, GroupId, RoundId, VersionId, new_id
from core.messenger.messages import Line, Message, Style, say
from core.wording import Moment, text

TIME_PER_LINE = timedelta(days=3)
AGAIN_AFTER = timedelta(days=1)


async def review(turn: Turn, _values: Values) -> None:
    """Begin now, on a member's wish."""
    await _begin(turn, turn.here)


async def review_due(scene: Scene, timer: Timer) -> None:
    """Begin because the date the group chose has come; while a draft is open, look again the next day."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is None or not group.people or group.stage is not GroupStage.LIVING:
        return
    if await _is_read(scene, group):
        await scene.wake_in(timer.kind, group.id, AGAIN_AFTER)
    else:
        await _begin(scene, group)


async def review_ahead(scene: Scene, timer: Timer) -> None:
    """Say three days ahead that the date is near."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    version = await scene.work.contracts.current(GroupId(timer.subject))
    if group is None or version is None or version.review_on is None:
        return
    on = Moment(version.review_on, date_only=True)
    line = version.of(ClauseKind.REVIEW_ON)
    thing = f"review:{group.id}@{int(version.review_on.timestamp())}"
    clause = line.id if line else None
    told = say(text("review-ahead", on=on))
    await nudge_group(scene, group, told, thing=thing, clause=clause, past_use=version.review_on)


async def ask_words(turn: Turn, data: Data) -> None:
    """Ask how the line should read."""
    asked, clause = await _line(turn, data)
    check_voice(asked, turn.person.id)
    question = Message((Line(clause_text(clause), Style.QUOTE), Line(text("ask-new-words"))), asks=True)
    await ask(turn, "review.words", data, question, private=True)


async def read_line(turn: Turn, data: Data, words: str) -> str:
    """Check the new words of the line under review; returns them as they will stand."""
    _asked, clause = await _line(turn, data)
    said_anew(clause, words, turn.person.language, turn.now, turn.zone)
    return words.strip()


async def line_reviewed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Go on to the next line, or put what is to change before everyone."""
    version = await scene.work.contracts.get(VersionId(asked.data["version"]))
    if version is None:
        return
    wishes: dict[str, str | None] = json.loads(asked.data["wishes"])
    if asked.said(Voice.BLOCK):
        wishes[asked.data["clause"]] = None
    elif asked.said(Voice.WORRY):
        wishes[asked.data["clause"]] = asked.said(Voice.WORRY)[-1].harmed
    place = int(asked.data["number"])
    if place < len(version.clauses):
        await _open_line(scene, group, version, place, wishes)
    else:
        await put_to_group(scene, group, _draft(scene, group, version, wishes), asked.asker)


async def _begin(scene: Scene, group: Group) -> None:
    version = await scene.work.contracts.current(group.id)
    if version is None:
        raise Refused(text("refused-no-contract"))
    if await _is_read(scene, group):
        raise Refused(text("refused-review-runs"))
    await _open_line(scene, group, version, 0, {})


async def _is_read(scene: Scene, group: Group) -> bool:
    """Say whether the group is reading its lines just now: one by one, or those of a draft."""
    reading = {RoundKind.REVIEW, RoundKind.CONTRACT}
    return any(one.kind in reading for one in await scene.work.rounds.open_in(group.id))


async def _open_line(scene: Scene, group: Group, version: Version, place: int, wishes: dict[str, str | None]) -> None:
    data = {
        "version": str(version.id),
        "clause": str(version.clauses[place].id),
        "number": str(place + 1),
        "wishes": json.dumps(wishes),
    }
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.REVIEW,
        group.id,
        "",
        group.people[0],
        await voices_of(scene, group),
        scene.now,
        scene.now + TIME_PER_LINE,
        data=data,
    )
    await open_round(scene, group, asked)


def _draft(scene: Scene, group: Group, version: Version, wishes: dict[str, str | None]) -> Version:
    draft = replace(version, id=VersionId(new_id()), number=version.number + 1, agreed_at=None, agreed_by=())
    for key, words in wishes.items():
        if words is None:
            draft = drop(draft, ClauseId(key))
            continue
        clause = draft.clause(ClauseId(key))
        with suppress(Refused):  # A date that was still to come when it was said may have passed: the line stays.
            draft = restate(draft, said_anew(clause, words, group.language, scene.now, scene.node.zone))
    return next_review(draft, scene.now)


async def _line(turn: Turn, data: Data) -> tuple[ConsentRound, Clause]:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    version = await turn.work.contracts.get(VersionId(asked.data["version"])) if asked else None
    if asked is None or version is None:
        raise Refused(text("refused-gone"))
    return asked, version.clause(ClauseId(asked.data["clause"]))
