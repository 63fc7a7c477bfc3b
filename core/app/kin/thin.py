"""What can a group do of which two are left, or one? Seek, merge, sleep or close."""

from core.app.cards import proposal_card, proposal_subject, redraw
from core.app.kin.asking import ask_all, lay_down
from core.app.kin.card import CLOSE, PLAN
from core.app.kin.merge import mine
from core.app.turn import Data, Scene, Turn
from core.contract.promises import let_go
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.groups.group import Group
from core.groups.kin import end, sleep, wake
from core.messenger.messages import Choice, Message, say
from core.wording import text


def thin_message(group: Group) -> Message:
    """Say so kindly, with the four ways on."""
    which = {"group": group.id}
    ways = ("seek", "merge-which", "sleep", "close")
    choices = tuple(Choice(f"kin.{way}", text(f"tap-kin-{way}"), which) for way in ways)
    return say(text("thin", count=len(group.people)), choices=choices)


async def seek(turn: Turn, data: Data) -> None:
    """Post the card with the open seats again, where the group came from."""
    group = await mine(turn, data)
    proposal = await turn.work.proposals.get(group.proposal)
    if proposal is None or proposal.group is None:
        raise Refused(text("refused-gone"))
    chat = await turn.work.people.chat_by_id(proposal.chat)
    await turn.post(chat, await proposal_card(turn, proposal), about=proposal_subject(proposal))
    await turn.answer(say(text("seeking", name=group.name)), private=True)


async def rest(turn: Turn, data: Data) -> None:
    """Let the group sleep; one tap wakes it."""
    group = sleep(await mine(turn, data))
    await turn.work.groups.put(group)
    choice = Choice("kin.wake", text("tap-kin-wake"), {"group": group.id})
    await turn.tell_group(group, say(text("thin-sleeps", name=group.name), choices=(choice,)))


async def wake_up(turn: Turn, data: Data) -> None:
    """Wake it."""
    group = wake(await mine(turn, data))
    await turn.work.groups.put(group)
    await turn.tell_group(group, say(text("group-woke", name=group.name)))
    if group.is_thin:
        await turn.tell_group(group, thin_message(group))


async def close(turn: Turn, data: Data) -> None:
    """Ask whoever is there whether to close; the last one is asked too, so that a slip of the finger is no end."""
    group = await mine(turn, data)
    if not group.is_thin:
        raise Refused(text("refused-gone"))
    await ask_all(turn, group, turn.person.id, {PLAN: CLOSE})


async def close_agreed(scene: Scene, group: Group, _asked: ConsentRound) -> None:
    """Close; what was agreed and done stays."""
    if not group.is_thin:
        await scene.tell_group(group, say(text("close-changed", name=group.name)))
        return
    await scene.tell_group(group, say(text("thin-closed", name=group.name)))
    over = end(group, scene.now)
    await scene.work.groups.put(over)
    for made in await scene.work.promises.unfinished(group.id):
        await scene.work.promises.put(let_go(made))
        await scene.work.queue.let_sleep("promise.due", made.id)
    await lay_down(scene, group)
    proposal = await scene.work.proposals.get(group.proposal)
    if proposal is not None:
        await redraw(scene, proposal)
