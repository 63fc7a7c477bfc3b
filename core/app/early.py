"""Did someone answer a message of ours before we know what it shows?

People see a message, or what it was changed into, before we hear that it arrived: where choices are reactions or
numbers, and where a command, or "stop", answers it. A process that was killed in between hears it only when it has
said the same again under its key.
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
    """Say whether to look again, later, for what a number, a symbol or an answer to a message means.

    Words may well answer what people said, so they wait only for what is on its way.

    Args:
        turn: Where it was said.
        what: What happened there.
        look: How often was looked before.
    """
    if look >= LOOKS:
        return False
    queue = turn.work.queue
    match what:
        case Reacted(message, symbol, given=True) if (place := place_of(symbol)) is not None:
            return await _choice_is_to_come(turn, place, message, look)
        case Said(words, reply_to) if (place := place_of(words)) is not None:
            return await _choice_is_to_come(turn, place, reply_to, look)
        case Said(reply_to=MessageRef() as message) if look < SOON:
            return await queue.is_in_the_air(turn.chat.id, turn.now) and not await queue.is_known(message)
    return False


async def _choice_is_to_come(turn: Turn, place: int, answered: MessageRef | None, look: int) -> bool:
    """Say whether this place in a list is not known, or not of the message it answers, and may be before long."""
    queue = turn.work.queue
    if answered is not None and place < len(await queue.choices_under(answered)):
        return False
    if look < SOON:
        return await queue.is_in_the_air(turn.chat.id, turn.now, with_choices=True)
    return turn.can.buttons is not Can.NATIVE and await queue.may_have_been_seen(turn.chat.id)
