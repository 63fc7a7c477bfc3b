"""How does someone come back: by a tap, on the day, or simply by speaking?"""

from core.app.amending.reopen import changed_meanwhile
from core.app.drafting import ask_about_drafts
from core.app.nudge import nudge_person
from core.app.queue import Timer
from core.app.turn import Scene, Turn
from core.groups.group import Group
from core.groups.pauses import Pause
from core.ids import GroupId, PersonId
from core.messenger.events import Called, Incoming, Said
from core.messenger.messages import Message, say
from core.wording import text

ITSELF = "pause"
"""The command that says for how long: whoever says it anew has not come back."""


async def welcome_whoever_speaks(turn: Turn, incoming: Incoming) -> None:
    """End the pauses of someone who speaks where their group lives."""
    if not _speaks(incoming):
        return
    for pause in await turn.work.pauses.of_person(turn.person.id):
        group = await turn.work.groups.get(pause.group)
        if group is not None and await _lives_here(turn, group):
            await end_pause(turn, group, turn.person.id)


async def end_pause(scene: Scene, group: Group, person: PersonId) -> bool:
    """Note that someone is back, and show them what changed; False when they were not away."""
    pause = await _ended(scene, group.id, person)
    if pause is None:
        return False
    await scene.tell(person, say(text("welcome-back", name=group.name)))
    changed = await _come_in_again(scene, group, pause)
    if changed is not None:
        await scene.tell(person, changed)
    return True


async def pause_over(scene: Scene, timer: Timer) -> None:
    """Welcome someone back on the day they named."""
    group = await scene.work.groups.get(GroupId(timer.subject))
    if group is None or timer.person is None or group.member(timer.person) is None:
        return
    pause = await _ended(scene, group.id, timer.person)
    if pause is None:
        return
    changed = await _come_in_again(scene, group, pause)
    welcome = say(text("welcome-back", name=group.name))
    message = Message((*welcome.lines, *changed.lines), changed.choices) if changed else welcome
    await nudge_person(scene, timer.person, message, thing=f"pause:{group.id}", group=group)


async def _ended(scene: Scene, group: GroupId, person: PersonId) -> Pause | None:
    pauses = await scene.work.pauses.of_group(group)
    pause = next((one for one in pauses if one.person == person), None)
    if pause is not None:
        await scene.work.pauses.end(group, person)
        await scene.work.queue.let_sleep("pause.end", group, person)
    return pause


async def _come_in_again(scene: Scene, group: Group, pause: Pause) -> Message | None:
    await ask_about_drafts(scene, group, pause.person)
    return await changed_meanwhile(scene, pause)


def _speaks(incoming: Incoming) -> bool:
    match incoming.what:
        case Said(words):
            return not words.lstrip("/!").casefold().startswith(ITSELF)
        case Called(command):
            return command != ITSELF
        case _:
            return False


async def _lives_here(turn: Turn, group: Group) -> bool:
    if turn.chat.is_private:
        return not await turn.work.people.homes(group.id)
    return turn.chat.group == group.id
