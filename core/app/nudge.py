"""How is something said that nobody asked for just now?

Everything unprompted goes through here: what is due, what came up elsewhere, what somebody else would like to ask.
Answers, and what follows at once from what somebody did in the same room, do not. Nothing is said here and now: it
waits for its turn within the budget, and may be merged with others (`docs/decisions/reminding.md`).
"""

from datetime import datetime

from core.app.reminding.keep import About, put
from core.app.reminding.ports import Whom
from core.app.rows import Chat
from core.app.turn import Scene
from core.groups.group import Group
from core.ids import ClauseId, PersonId
from core.messenger.messages import Message
from core.reminding.plan import Fate


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
    about: str = "",
) -> None:
    """Say something unprompted to one person alone.

    Args:
        scene: The transaction.
        person: Whom.
        message: One sentence and one question; the first line also stands alone where several are merged.
        thing: What it is about, such as `promise:<id>`: nobody hears of one thing more than twice.
        group: On whose behalf; that group can see that it was sent.
        clause: Which line of its contract asks for it; it is quoted under the first line.
        past_use: Aware UTC; after it, saying it makes no sense any more. None when it always does.
        near: The room it is about, as in `Scene.tell`.
        about: Names a card that is edited later.
    """
    await put(scene, (Whom(person),), message, About(thing, group, clause, about, past_use, near))


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
    await put(scene, (Whom(chat=chat.id),), message, About(thing, group, clause, about, past_use))


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
    homes = await scene.work.people.homes(group.id)
    served = {home.messenger for home in homes}
    whom = [Whom(chat=home.id) for home in homes]
    for person in group.people:
        messengers = {account.ref.messenger for account in await scene.work.people.accounts(person)}
        if not messengers & served:
            whom.append(Whom(person))
    await put(scene, whom, message, About(thing, group, clause, about, past_use))


async def settled(scene: Scene, thing: str, person: PersonId | None = None) -> None:
    """Note that somebody answered, or that a thing is over for all: nobody hears of it any more.

    Args:
        scene: The transaction.
        thing: As it was named when it was put.
        person: Who answered; None when it is over for everybody.
    """
    await scene.work.reminders.settle(thing, person, Fate.ANSWERED, scene.now)
