"""How does someone speak in a round that only listens?"""

from core.app.questions import ask
from core.app.turn import Data, Turn
from core.app.voices import asked_of, hear_voice
from core.commands.free_text import read_words
from core.contract.rounds import Answer, RoundKind, Voice, check_voice
from core.errors import Refused
from core.groups.limits import WORRY
from core.messenger.messages import say
from core.wording import Text, text


async def ask_words(turn: Turn, data: Data) -> None:
    """Ask for the words, privately: nobody reads them before all have spoken."""
    asked = await asked_of(turn, data)
    check_voice(asked, turn.person.id)
    if asked.kind in {RoundKind.VOICES, RoundKind.CONCERN} and asked.answer_of(turn.person.id) is not None:
        raise Refused(text("refused-spoken"))
    against = asked.kind is RoundKind.SENSE and data["voice"] == Voice.BLOCK
    question = text("ask-sense-no") if against else Text(f"ask-speak-{asked.kind}", {"what": asked.what})
    await ask(turn, "round.words", data, say(question, asks=True), private=True)


async def words_told(turn: Turn, data: Data, words: str) -> None:
    """Count the voice."""
    said = read_words(words, WORRY, turn.now)
    await hear_voice(turn, data, Answer(turn.person.id, Voice(data["voice"]), said, at=turn.now))
