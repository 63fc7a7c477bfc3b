"""What happens when someone says "stop", in any language? It is obeyed at once, with a way back."""

from functools import cache

from core.app.questions import forget
from core.app.turn import Turn
from core.commands.vocabulary import fold
from core.messenger.events import Said
from core.texts.translator import languages, render
from core.wording import text


async def obeys(turn: Turn, said: Said) -> bool:
    """Obey "stop" said in private or in answer to anything of ours; False when nothing of that kind was said.

    In a room without that it may be meant for anybody.
    """
    if not is_stop(said.text):
        return False
    if turn.chat.is_private:
        await forget(turn)
        await turn.do("quiet.me", {"stop": "yes"})
        return True
    if said.reply_to is None or not await turn.work.reminders.is_ours(said.reply_to):
        return False
    await forget(turn)
    await turn.do("quiet.chat", {"stop": "yes", "chat": str(turn.chat.id)})
    return True


def is_stop(words: str) -> bool:
    """Say whether somebody said "stop" and nothing else, in any shipped language."""
    return fold(words).strip(" .!¡") in _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    every = (render(text("words-stop"), language).split(",") for language in languages())
    return frozenset(fold(word.strip()) for words in every for word in words)
