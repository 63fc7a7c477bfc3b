"""What does a group see of an agreement: while it is asked, while it stands, and among its others?"""

from core.app.turn import Scene
from core.contract.agreements import term_text
from core.contract.rounds import Answer, ConsentRound, RoundStage, Voice
from core.contract.versions import Version
from core.exchange.agreements import Agreement
from core.exchange.parties import Party
from core.ids import AgreementId, GroupId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text


async def agreement_card(scene: Scene, asked: ConsentRound) -> Message:
    """Draw the round on a text in one of the groups: the same lines as in the other, and our own voices."""
    name, number = AgreementId(asked.data["agreement"]), int(asked.data["number"])
    agreement = await scene.work.agreements.get(name, asked.group)
    version = await scene.work.agreements.text(name, asked.group, number)
    if agreement is None or version is None:
        return Message((Line(text("agree-gone")),))
    title = text("agree-title", name=await other_names(scene, agreement, asked.group), number=number)
    lines = await agreement_lines(scene, agreement, version)
    spoken = tuple(Line(_told(one), Style.QUOTE) for one in asked.answers if _is_shown(asked, one))
    return Message(
        (Line(title, Style.TITLE), *lines, *spoken, Line(_standing(asked), Style.NOTE)),
        _voices(asked),
    )


async def agreement_lines(scene: Scene, agreement: Agreement, version: Version) -> tuple[Line, ...]:
    """Number the lines, with the groups' names in those that say who gives."""
    names = await party_names(scene, agreement.parties)
    return tuple(
        Line(text("numbered", number=place, line=term_text(clause, names)), Style.ITEM)
        for place, clause in enumerate(version.clauses, 1)
    )


async def party_names(scene: Scene, parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Return what the groups of an agreement are called, in its order; they have met."""
    ids = [GroupId(one.id) for one in parties]
    # Always looked up in the same order, so that two who ask for the same groups never wait in a circle.
    groups = {one: await scene.work.groups.get(one) for one in sorted(ids)}
    return tuple(group.name if (group := groups[one]) else "" for one in ids)


async def other_names(scene: Scene, agreement: Agreement, ours: GroupId) -> tuple[str, ...]:
    """Return what the others are called."""
    return await party_names(scene, tuple(one for one in agreement.parties if one.id != ours))


def _voices(asked: ConsentRound) -> tuple[Choice, ...]:
    if asked.stage is not RoundStage.OPEN:
        return ()
    which = {"round": asked.id}
    return (
        Choice("round.fine", text("tap-fine"), which),
        Choice("round.worry", text("tap-worry"), which),
        Choice("round.block", text("tap-block"), which),
    )


def _standing(asked: ConsentRound) -> Text:
    if asked.stage is RoundStage.OPEN:
        return text("round-heard", heard=len(asked.answers), all=len(asked.electorate))
    return Text(f"agree-round-{asked.stage}")


def _is_shown(asked: ConsentRound, answer: Answer) -> bool:
    return asked.stage is not RoundStage.OPEN and answer.voice is not Voice.FINE


def _told(answer: Answer) -> Text:
    if answer.voice is Voice.WORRY:
        return text("told-worry", words=answer.harmed)
    return text("told-block", harmed=answer.harmed, help=answer.help)
