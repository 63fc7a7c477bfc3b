"""How does a chat take a card of strangers away, or all of its author's, and how does it bring it back?

Anyone who is there may, and anyone may undo it: what is done stands where the card stood, for all to see.
"""

from core.app.guarding.cards import Shown, shown_as
from core.app.guarding.ports import Mute
from core.app.topics.away import away_subject
from core.app.topics.page import open_things
from core.app.topics.things import thing_of_card
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text


async def not_here(turn: Turn, data: Data) -> None:
    """Take a card away from this chat; it goes on elsewhere."""
    shown = await _shown(turn, data)
    await _keep(turn, shown, shown.card)
    await _instead(turn, shown, _taken_away(shown))


async def nothing_from(turn: Turn, data: Data) -> None:
    """Take away, with the card, everything of whoever wrote it that is still to come."""
    shown = await _shown(turn, data)
    await _keep(turn, shown, shown.card)
    await _keep(turn, shown, f"author:{shown.author}")
    again = Choice("guard.show-again", text("tap-show-again"), {"card": shown.card})
    await _instead(turn, shown, say(text("muted-author", what=shown.what), choices=(again,)))


async def show_again(turn: Turn, data: Data) -> None:
    """Bring a card back, and whatever else its author has."""
    shown = await shown_as(turn, data["card"])
    mute = await turn.work.guards.unmute(turn.chat.id, data["card"], shown.author if shown else None)
    if mute is None:
        raise Refused(text("refused-gone"))
    told = say(text("unmuted", what=mute.what))
    standing = _instead_subject(turn, mute.card)
    if await turn.work.queue.posts(standing):
        await turn.refresh(standing, told)
    else:
        await turn.answer(told)
    thing = await thing_of_card(turn, mute.card)
    if thing is not None:
        await turn.answer(thing.card, about=thing.about)


async def mute(turn: Turn, _values: Values) -> None:
    """List what strangers have open here, each with the way to take it away, and what was taken away."""
    _in_a_room(turn)
    follows = await turn.work.follows.of(turn.chat.id)
    keys = frozenset(key for follow in follows for key in follow.keys)
    things = await open_things(turn, keys, await turn.work.follows.follower(turn.chat.id)) if keys else ()
    muted = [one for one in await turn.work.guards.muted(turn.chat.id) if not one.card.startswith("author:")]
    away = tuple(Choice("guard.not-here", text("tap-mute-this", what=one.what), {"card": one.name}) for one in things)
    back = tuple(
        Choice("guard.show-again", text("tap-unmute-this", what=one.what), {"card": one.card}) for one in muted
    )
    if not (away or back):
        raise Refused(text("refused-mute-nothing"))
    head = Line(text("mute-title"), Style.TITLE)
    await turn.answer(Message((head, Line(text("mute-how"), Style.NOTE)), (*away, *back)))


def _taken_away(shown: Shown) -> Message:
    which = {"card": shown.card}
    choices = (
        Choice("guard.show-again", text("tap-show-again"), which),
        Choice("guard.nothing-from", text("tap-nothing-from"), which),
        Choice("guard.report", text("tap-report"), which),
    )
    return say(text("muted", what=shown.what), choices=choices)


async def _keep(turn: Turn, shown: Shown, card: str) -> None:
    await turn.work.guards.mute(Mute(turn.chat.id, card, shown.what, shown.author, turn.person.id, turn.now))


async def _instead(turn: Turn, shown: Shown, message: Message) -> None:
    """Let a message stand where the card stood in this chat, if it stood there."""
    standing = _instead_subject(turn, shown.card)
    await turn.work.queue.rename(away_subject(shown.card), standing, turn.chat.id)
    if await turn.work.queue.posts(standing):
        await turn.refresh(standing, message)
    else:
        await turn.answer(message, about=standing)


def _instead_subject(turn: Turn, card: str) -> str:
    return f"muted:{turn.chat.id}:{card}"


async def _shown(turn: Turn, data: Data) -> Shown:
    _in_a_room(turn)
    shown = await shown_as(turn, data["card"])
    if shown is None:
        raise Refused(text("refused-gone"))
    return shown


def _in_a_room(turn: Turn) -> None:
    if turn.chat.is_private:
        raise Refused(text("refused-mute-private"))
