"""What does a group see of someone who would like to meet it? One line, and no names."""

from core.app.meeting.words import messenger_word
from core.contract.rounds import ConsentRound, RoundStage
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text


def introduction_card(asked: ConsentRound) -> Message:
    """Draw the question, and what can be said to it; afterwards what came of it, never who said what."""
    data = asked.data
    where = messenger_word(data["messenger"])
    asks = text("meet-someone-asks", count=int(data["people"]), messenger=where, topic=data["topic"])
    lines = (Line(asks, Style.TITLE), Line(text("own-words", words=data["line"]), Style.QUOTE))
    return Message((*lines, Line(_standing(asked), Style.NOTE)), _choices(asked))


def _standing(asked: ConsentRound) -> Text:
    if asked.stage is RoundStage.OPEN:
        return text("round-heard", heard=len(asked.answers), all=len(asked.electorate))
    return Text(f"meet-answer-{asked.stage}")


def _choices(asked: ConsentRound) -> tuple[Choice, ...]:
    if asked.stage is not RoundStage.OPEN:
        return ()
    which = {"round": asked.id}
    return (
        Choice("round.fine", text("tap-meet-yes"), which),
        Choice("meet.no", text("tap-meet-no"), which),
        Choice("meet.never-topic", text("tap-never-topic"), which),
        Choice("meet.never-group", text("tap-never-group"), which),
    )
