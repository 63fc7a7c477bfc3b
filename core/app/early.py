"""Did someone answer a message of ours before we know what it shows?

Where choices are reactions or numbers, people see a message, or what it was changed into, before we hear that it
arrived; so they do where a command answers it. A process that was killed in between hears it only when it has said the
same again under its key.
"""

from core.app.turn import Turn
from core.messenger.capabilities import Can
from core.messenger.events import MessageRef, Reacted, Said, What
from core.messenger.fit import place_of

SOON = 20
LOOKS = SOON + 60
"""The first looks are for what is on its way, the others for what may already have been seen."""

_SOON_AGAIN = 0.1
_LATER_AGAIN = 1.0


class TooEarly(Exception):
    """Someone answered what we do not know to be there yet; nothing of this attempt is kept."""


def pause(look: int) -> float:
    """Return seconds until the next look."""
    return _SOON_AGAIN if look < SOON else _LATER_AGAIN


async def is_too_early(turn: Turn, what: What, look: int) -> bool:
    """Say whether to look again, later, for what a number, a symbol or a command in answer to a message means.

    A command may well answer what people said, so it waits only for what is on its way.

    Args:
        turn: Where it was said.
        what: What was said.
        look: How often we looked before; from `LOOKS` on it is not too early any more.
    """
    if look >= LOOKS or not await _is_unknown(turn, what):
        return False
    if look < SOON:
        return await turn.work.queue.is_in_the_air(turn.chat.id, turn.now)
    if _is_command(what):
        return False
    return turn.can.buttons is not Can.NATIVE and await turn.work.queue.may_have_been_seen(turn.chat.id)


async def _is_unknown(turn: Turn, what: What) -> bool:
    """Say whether this means a message we do not know, or a place in a list that we do not know, or not so long."""
    answered: MessageRef | None
    match what:
        case Reacted(message, symbol, given=True):
            place, answered = place_of(symbol), message
        case Said(reply_to=None) if _is_command(what):
            return False
        case Said(reply_to=MessageRef() as message) if _is_command(what):
            return not await turn.work.queue.choices_under(message)
        case Said(words, reply_to):
            place, answered = place_of(words), reply_to
        case _:
            return False
    if place is None or answered is None:
        return place is not None
    return place >= len(await turn.work.queue.choices_under(answered))


def _is_command(what: What) -> bool:
    return isinstance(what, Said) and what.text.startswith("/")
