"""What is someone told who seeks: after a week without anything, before it ends, and when it is over?"""

from datetime import timedelta

from core.app.asking import begin_command
from core.app.nudge import nudge_person
from core.app.pool.stopping import SUBJECT, end_seeking
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn
from core.messenger.messages import Choice, say
from core.wording import Moment, text

A_LITTLE = timedelta(minutes=1)


async def week(scene: Scene, timer: Timer) -> None:
    """Say honestly that nothing fitted for a week; offer to propose something oneself."""
    running = await scene.work.pool.seeking(timer.person) if timer.person else None
    if running is None or await scene.work.pool.asked_since(running.since, (running.person,)):
        return
    others = await scene.work.pool.count() - 1
    choices = (
        Choice("seek.propose", text("tap-seek-propose"), {"topic": running.topic}),
        Choice("seek.stop", text("tap-seek-stop")),
    )
    told = say(text("seek-week", count=others), choices=choices)
    chat = await scene.work.people.chat_by_id(running.chat)
    await nudge_person(scene, running.person, told, thing=f"seeking:{running.person}", near=chat)


async def ending(scene: Scene, timer: Timer) -> None:
    """Ask once whether to go on."""
    running = await scene.work.pool.seeking(timer.person) if timer.person else None
    if running is None:
        return
    choices = (Choice("seek.longer", text("tap-seek-longer")), Choice("seek.stop", text("tap-seek-stop")))
    asked = say(text("seek-ending", until=Moment(running.until, date_only=True)), choices=choices)
    chat = await scene.work.people.chat_by_id(running.chat)
    await nudge_person(
        scene, running.person, asked, thing=f"seeking:{running.person}", near=chat, past_use=running.until
    )


async def over(scene: Scene, timer: Timer) -> None:
    """Stop: the question before went unanswered, and it said when this would be; what is being asked is waited for."""
    running = await scene.work.pool.seeking(timer.person) if timer.person else None
    if running is None or running.until > scene.now:
        return
    offer = await scene.work.pool.offer_for(running.person)
    if offer is not None and offer.due > scene.now:
        await scene.wake("seek.over", SUBJECT, offer.due + A_LITTLE, running.person)
        return
    await end_seeking(scene, running.person)


async def propose(turn: Turn, data: Data) -> None:
    """Begin a proposal about what they seek."""
    await begin_command(turn, "propose", {"what": data["topic"]} if data["topic"] else {}, everything=True)
