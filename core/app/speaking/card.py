"""What does the card of a round show that only listens: a sense check, advice, every voice once, a concern?"""

from core.app.turn import Scene
from core.contract.concerns import in_order
from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice, review_of
from core.ids import PersonId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, text

_TITLES = {RoundKind.SENSE: "sense-title", RoundKind.VOICES: "voices-title", RoundKind.CONCERN: "concern-title"}


async def listening_card(scene: Scene, asked: ConsentRound) -> Message:
    """Draw it as it stands; what anybody said is shown once all have spoken or the time is up."""
    lines = [Line(await _title(scene, asked), Style.TITLE)]
    if asked.stage is RoundStage.OPEN:
        lines += [Line(Text(f"meaning-{asked.kind}"), Style.NOTE), *await _order(scene, asked)]
        heard = text("round-heard", heard=len(asked.answers), all=len(asked.electorate))
        return Message((*lines, Line(heard, Style.NOTE)), _choices(asked))
    if asked.stage is RoundStage.AGREED:
        lines += await _said(scene, asked)
        return Message((*lines, Line(_sum(asked), Style.NOTE), *await _outcome(scene, asked)))
    return Message((*lines, Line(text("round-quiet"), Style.NOTE)))


def order_of(asked: ConsentRound) -> tuple[PersonId, ...]:
    """Say who speaks after whom: by lot, and for one round always the same."""
    return in_order(asked.electorate, asked.id)


async def _title(scene: Scene, asked: ConsentRound) -> Text:
    if asked.kind is RoundKind.ADVICE:
        return text("advice-title", name=await scene.name(asked.asker), what=asked.what)
    if asked.kind is RoundKind.CONCERN and asked.data.get("named"):
        return text("concern-title-named", name=await scene.name(asked.asker), what=asked.what)
    return Text(_TITLES[asked.kind], {"what": asked.what})


async def _order(scene: Scene, asked: ConsentRound) -> tuple[Line, ...]:
    if asked.kind is not RoundKind.VOICES:
        return ()
    return (Line(text("voices-order", names=await scene.names(order_of(asked))), Style.NOTE),)


async def _said(scene: Scene, asked: ConsentRound) -> list[Line]:
    answers = [one for one in map(asked.answer_of, order_of(asked)) if one is not None and one.harmed]
    if asked.kind is RoundKind.VOICES:
        return [
            Line(text("voice-said", name=await scene.name(one.person), words=one.harmed), Style.QUOTE)
            for one in answers
        ]
    return [Line(_without_name(one, asked.kind), Style.QUOTE) for one in answers]


async def _outcome(scene: Scene, asked: ConsentRound) -> tuple[Line, ...]:
    """Show what was decided after advice, and when it is looked at again."""
    if "decided" not in asked.data:
        return ()
    decided = Line(text("advice-decided", name=await scene.name(asked.asker), what=asked.data["decided"]))
    on = review_of(asked)
    return (decided, Line(text("decided-until", on=Moment(on, date_only=True)), Style.NOTE)) if on else (decided,)


def _without_name(answer: Answer, kind: RoundKind) -> Text:
    if kind is RoundKind.SENSE:
        return text("sense-no-because" if answer.voice is Voice.BLOCK else "sense-unsure-because", words=answer.harmed)
    return text("own-words", words=answer.harmed)


def _sum(asked: ConsentRound) -> Text:
    if asked.kind is RoundKind.SENSE:
        counts = {voice: len(asked.said(voice)) for voice in Voice}
        return text("sense-sum", fine=counts[Voice.FINE], unsure=counts[Voice.WORRY], against=counts[Voice.BLOCK])
    return text("voices-sum", heard=len(asked.answers), all=len(asked.electorate))


def _choices(asked: ConsentRound) -> tuple[Choice, ...]:
    which = {"round": asked.id}
    if asked.kind is RoundKind.SENSE:
        return (
            Choice("round.fine", text("tap-sense-yes"), which),
            Choice("round.words", text("tap-sense-unsure"), {**which, "voice": Voice.WORRY}),
            Choice("round.words", text("tap-sense-no"), {**which, "voice": Voice.BLOCK}),
        )
    say = Choice("round.words", Text(f"tap-speak-{asked.kind}"), {**which, "voice": Voice.WORRY})
    return (say, Choice("round.fine", text("tap-nothing-to-add"), which))
