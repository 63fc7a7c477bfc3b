"""What does the card of a consent round show?"""

from collections.abc import Sequence
from datetime import datetime

from core.app.agreeing.card import agreement_card
from core.app.kin.card import kin_head
from core.app.links.widening_card import widening_head
from core.app.meeting.asked_card import introduction_card
from core.app.speaking.card import listening_card
from core.app.turn import Scene
from core.contract.clauses import ClauseKind, clause_text
from core.contract.governing import governing
from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice, review_of
from core.contract.versions import Version
from core.ids import ClauseId, VersionId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, text


def round_subject(asked: ConsentRound) -> str:
    """Name the card of a round."""
    return f"round:{asked.id}"


async def round_card(scene: Scene, asked: ConsentRound) -> Message:
    """Draw a round as it stands now; before its end it shows how many have spoken, never who or what."""
    match asked.kind:
        case RoundKind.CONTRACT:
            return await contract_card(scene, asked)
        case RoundKind.SENSE | RoundKind.ADVICE | RoundKind.VOICES | RoundKind.CONCERN:
            return await listening_card(scene, asked)
        case RoundKind.INTRODUCTION:
            return introduction_card(asked)
        case RoundKind.AGREEMENT:
            return await agreement_card(scene, asked)
        case _:
            return await _asking_card(scene, asked)


async def _asking_card(scene: Scene, asked: ConsentRound) -> Message:
    """Draw a round that asks for consent and stays the same until it ends."""
    head = await _head(scene, asked)
    heard = [Line(_standing(asked, scene.now), Style.NOTE)]
    if asked.stage is RoundStage.OPEN:
        meaning = (Line(text("meaning-decision"), Style.NOTE),) if asked.kind is RoundKind.DECISION else ()
        heard = [*await _governed_by(scene, asked), *meaning, *heard]
    on = review_of(asked) if asked.stage is RoundStage.AGREED else None
    if on is not None:
        heard.append(Line(text("decided-until", on=Moment(on, date_only=True)), Style.NOTE))
    return Message((*head, *_spoken(asked), *heard), _voices(asked))


async def _head(scene: Scene, asked: ConsentRound) -> Sequence[Line]:
    match asked.kind:
        case RoundKind.NEIGHBOURS:
            return [Line(text("neighbours-title", what=asked.what), Style.TITLE)]
        case RoundKind.REFORM:
            return [Line(text("reform-title", name=asked.data["name"]), Style.TITLE)]
        case RoundKind.DECISION:
            again = (Line(text("decision-again"), Style.NOTE),) if "again" in asked.data else ()
            return [Line(text("decide-title", what=asked.what), Style.TITLE), *again]
        case RoundKind.ENTRY:
            return [Line(text("entry-title", name=asked.data["name"], seat=asked.what), Style.TITLE)]
        case RoundKind.KIN:
            return await kin_head(scene, asked)
        case RoundKind.WIDENING:
            return widening_head(asked)
        case RoundKind.REVIEW:
            return await _review_head(scene, asked)
    raise ValueError(asked.kind)


async def contract_card(scene: Scene, asked: ConsentRound) -> Message:
    """Draw a draft with what can be done about it, or the version it became; later drafts show only the difference."""
    version = await scene.work.contracts.get(VersionId(asked.data["version"]))
    if version is None or asked.stage is RoundStage.WITHDRAWN:
        return Message((Line(text("draft-changed")),))
    before = await before_draft(scene, asked)
    if asked.stage is RoundStage.AGREED:
        title = text("contract-agreed", number=version.number, count=len(version.agreed_by))
        return Message((Line(title, Style.TITLE), *clause_lines(version)))
    lines = [*difference(before, version), *await _bound(scene, asked)] if before else clause_lines(version)
    title = text("contract-draft", number=version.number)
    standing = (*_spoken(asked), Line(_standing(asked, scene.now), Style.NOTE))
    return Message((Line(title, Style.TITLE), *lines, *standing), _draft_choices(asked, version.number > 1))


async def before_draft(scene: Scene, asked: ConsentRound) -> Version | None:
    """Return the version from which a draft's difference is shown: the one that binds, unless another was meant."""
    against = asked.data.get("against")
    if against:
        return await scene.work.contracts.get(VersionId(against))
    return await scene.work.contracts.current(asked.group)


def clause_lines(version: Version) -> tuple[Line, ...]:
    """Number the lines of a contract."""
    return tuple(
        Line(text("numbered", number=place, line=clause_text(clause)), Style.ITEM)
        for place, clause in enumerate(version.clauses, 1)
    )


def difference(before: Version, after: Version) -> tuple[Line, ...]:
    """Show what a draft would change, line by line: dropped, changed from and to, added."""
    old = {clause.id: clause for clause in before.clauses}
    new = {clause.id: clause for clause in after.clauses}
    told: list[Text] = [text("diff-dropped", line=clause_text(old[key])) for key in old if key not in new]
    told += [
        text("diff-changed", before=clause_text(old[key]), after=clause_text(new[key]))
        for key in old
        if key in new and old[key] != new[key]
    ]
    told += [text("diff-added", line=clause_text(new[key])) for key in new if key not in old]
    return tuple(Line(one, Style.ITEM) for one in told)


async def _governed_by(scene: Scene, asked: ConsentRound) -> tuple[Line, ...]:
    """Quote the line of the contract that governs a decision or an entry, if there is one."""
    if asked.kind not in {RoundKind.DECISION, RoundKind.ENTRY}:
        return ()
    version = await scene.work.contracts.current(asked.group)
    entry = asked.kind is RoundKind.ENTRY
    line = (version.of(ClauseKind.JOINING) if entry else governing(version, asked.what)) if version else None
    return (Line(text("we-said", line=clause_text(line)), Style.QUOTE),) if line else ()


async def _bound(scene: Scene, asked: ConsentRound) -> tuple[Line, ...]:
    """Say who would be bound, while that is being asked."""
    group = await scene.work.groups.get(asked.group)
    if group is None or asked.stage is not RoundStage.OPEN:
        return ()
    return (Line(text("draft-binds", names=await scene.names(group.people)), Style.NOTE),)


async def _review_head(scene: Scene, asked: ConsentRound) -> list[Line]:
    version = await scene.work.contracts.get(VersionId(asked.data["version"]))
    if version is None:
        return []
    title = text("review-title", number=int(asked.data["number"]), all=len(version.clauses))
    line = clause_text(version.clause(ClauseId(asked.data["clause"])))
    return [Line(title, Style.TITLE), Line(line, Style.QUOTE)]


def _draft_choices(asked: ConsentRound, amends: bool) -> tuple[Choice, ...]:
    if asked.stage is not RoundStage.OPEN:
        return ()
    which = {"round": asked.id}
    block = (Choice("round.block", text("tap-block"), which),) if amends else ()
    return (
        Choice("round.fine", text("tap-all-fine"), which),
        Choice("contract.which-line", text("tap-change-line"), which),
        Choice("contract.add-line", text("tap-add-line"), which),
        *block,
    )


def _voices(asked: ConsentRound) -> tuple[Choice, ...]:
    if asked.stage is not RoundStage.OPEN:
        return ()
    which = {"round": asked.id}
    if asked.kind is RoundKind.REVIEW:
        names = ("keep", "change", "drop")
        return tuple(Choice(f"review.{name}", Text(f"tap-{name}"), which) for name in names)
    return (
        Choice("round.fine", text("tap-fine"), which),
        Choice("round.worry", text("tap-worry"), which),
        Choice("round.block", text("tap-block"), which),
    )


def half_way(asked: ConsentRound) -> datetime:
    """Say from when on the card itself reminds: it is a mark there, before anybody is reminded."""
    return asked.opened + (asked.due - asked.opened) / 2


def _standing(asked: ConsentRound, now: datetime) -> Text:
    if asked.stage is RoundStage.OPEN and half_way(asked) <= now < asked.due:
        by = Moment(asked.due)
        return text("round-heard-until", heard=len(asked.answers), all=len(asked.electorate), by=by)
    if asked.stage is RoundStage.OPEN:
        return text("round-heard", heard=len(asked.answers), all=len(asked.electorate))
    if asked.data.get("trial"):
        return text("round-tried")
    if asked.stage is RoundStage.AGREED:
        fine, worried = len(asked.said(Voice.FINE)), len(asked.said(Voice.WORRY))
        return text("round-agreed", fine=fine, worried=worried)
    return Text(f"round-{asked.stage}")


def _spoken(asked: ConsentRound) -> tuple[Line, ...]:
    if asked.stage is RoundStage.OPEN:
        return ()
    return tuple(Line(_told(answer), Style.QUOTE) for answer in asked.answers if answer.voice is not Voice.FINE)


def _told(answer: Answer) -> Text:
    if answer.voice is Voice.WORRY:
        return text("told-worry", words=answer.harmed)
    return text("told-block", harmed=answer.harmed, help=answer.help)
