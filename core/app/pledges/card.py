"""What does the card of a pledge show? How many said yes; who, only once they are enough.

Where choices are reactions or typed numbers, a room would see who takes one: there the card offers only to be asked
privately, which is no yes, and the choices stand on a card of one's own.
"""

from core.app.rows import Chat
from core.app.turn import Scene
from core.groups.pledges import Pledge, PledgeStage
from core.messenger.capabilities import Can
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, text

NAMES_SHOWN = 30


async def show(scene: Scene, pledge: Pledge, chat: Chat) -> None:
    """Post the card in a chat."""
    if _is_seen_there(scene, chat):
        await scene.post(chat, await _card(scene, pledge, in_room=True), about=_subject(pledge, in_room=True))
    else:
        await scene.post(chat, await pledge_card(scene, pledge), about=pledge_subject(pledge))


async def redraw(scene: Scene, pledge: Pledge) -> None:
    """Change the card wherever it stands."""
    for in_room in (True, False):
        await scene.refresh(_subject(pledge, in_room=in_room), await _card(scene, pledge, in_room=in_room))


def pledge_subject(pledge: Pledge) -> str:
    """Name the card that can be answered."""
    return _subject(pledge, in_room=False)


async def pledge_card(scene: Scene, pledge: Pledge) -> Message:
    """Draw the card that can be answered, as it is now; the order of its choices never changes."""
    return await _card(scene, pledge, in_room=False)


async def _card(scene: Scene, pledge: Pledge, *, in_room: bool) -> Message:
    title = Line(text("own-words", words=pledge.what), Style.TITLE)
    until = Line(text("card-until", by=Moment(pledge.by)), Style.NOTE)
    choices = _choices(pledge, in_room)
    if pledge.stage is PledgeStage.OVER:
        return Message((title, Line(text("pledge-unreached", least=pledge.least))))
    if pledge.stage is PledgeStage.OPEN:
        standing = Line(text("pledge-standing", count=len(pledge.yes), least=pledge.least))
        return Message((title, standing, Line(text("pledge-hidden"), Style.NOTE), until), choices)
    names = await scene.names(pledge.named[:NAMES_SHOWN])
    reached = Line(text("pledge-reached", count=len(pledge.named)))
    return Message((title, reached, Line(text("pledge-names", names=names), Style.ITEM), until), choices)


def _choices(pledge: Pledge, in_room: bool) -> tuple[Choice, ...]:
    which = {"pledge": pledge.id}
    if in_room:
        return (Choice("pledge.privately", text("tap-pledge-privately"), which),)
    is_open = pledge.stage is PledgeStage.OPEN
    label = text("tap-pledge-yes", least=pledge.least) if is_open else text("tap-pledge-too")
    return Choice("pledge.yes", label, which), Choice("pledge.if-more", text("tap-pledge-more"), which)


def _subject(pledge: Pledge, *, in_room: bool) -> str:
    return f"pledge-room:{pledge.id}" if in_room else f"pledge:{pledge.id}"


def _is_seen_there(scene: Scene, chat: Chat) -> bool:
    return not chat.is_private and scene.node.capabilities(chat.ref).buttons is not Can.NATIVE
