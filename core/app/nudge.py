"""How is something said that nobody asked for just now?

Everything unprompted goes through here: what is due, what came up elsewhere, what somebody else would like to ask.
Answers, and what follows at once from what somebody did in the same room, do not.
"""

from datetime import datetime

from core.app.queue import Urgency
from core.app.rows import Chat
from core.app.turn import Scene
from core.groups.group import Group
from core.ids import ClauseId, PersonId
from core.messenger.messages import Message


async def nudge_person(
    scene: Scene,
    person: PersonId,
    message: Message,
    *,
    thing: str,
    group: Group | None = None,
    clause: ClauseId | None = None,
    past_use: datetime | None = None,
    near: Chat | None = None,
) -> None:
    """Say something unprompted to one person alone.

    Args:
        person: Whom.
        message: One sentence and one question.
        thing: What it is about, such as `promise:<id>`: nobody hears of one thing more than twice.
        group: On whose behalf; that group can see that it was sent.
        clause: Which line of its contract asks for it.
        past_use: Aware UTC; after it, saying it makes no sense any more. None when it always does.
        near: The room it is about, as in `Scene.tell`.
    """
    await scene.tell(person, message, near=near, urgency=Urgency.REMINDER)


async def nudge_room(
    scene: Scene,
    chat: Chat,
    message: Message,
    *,
    thing: str,
    group: Group | None = None,
    clause: ClauseId | None = None,
    past_use: datetime | None = None,
    about: str = "",
) -> None:
    """Say something unprompted in a room; `about` names a card that is edited later, the rest as `nudge_person`."""
    await scene.post(chat, message, about=about, urgency=Urgency.NEWS)


async def nudge_group(
    scene: Scene,
    group: Group,
    message: Message,
    *,
    thing: str,
    clause: ClauseId | None = None,
    past_use: datetime | None = None,
    about: str = "",
) -> None:
    """Say something unprompted to a group: in every home, and privately to those who have no home to read it in."""
    await scene.tell_group(group, message, about=about, urgency=Urgency.NEWS)
