"""What follows when the asked group has spoken, or nobody spoke in time?"""

from dataclasses import replace

from core.app.carrying import carry
from core.app.meeting.asked import end_round
from core.app.meeting.blocked import are_apart
from core.app.meeting.hearing import not_met
from core.app.meeting.ports import FirstContact
from core.app.meeting.speaking import say_to_asker
from core.app.queue import Timer
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundStage
from core.exchange.introductions import AskerSees, asker_sees, let_lapse, say_no
from core.exchange.meeting import NotNow, Yes
from core.exchange.stages import IntroductionStage
from core.groups.group import Group
from core.ids import IntroductionId


async def introduction_wanted(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Say yes to whoever asked; where a block was put up meanwhile, it counts as a no."""
    contact = await _asked(scene, asked)
    if contact is None:
        return
    asker = await scene.work.groups.get(contact.group) if contact.group else None
    people = asker.people if asker else (contact.person,)
    if await are_apart(scene, people, group.people, contact.group, group.id):
        await introduction_over(scene, group, asked)
    else:
        await carry(scene, say_to_asker(contact, Yes(), 1, scene.now))


async def introduction_over(scene: Scene, _group: Group, asked: ConsentRound) -> None:
    """Note the no; the asker hears nothing of it before the time is up."""
    contact = await _asked(scene, asked)
    if contact is not None and contact.introduction.asked is not None:
        declined = say_no(contact.introduction, contact.introduction.asked, scene.now)
        await scene.work.introductions.put(replace(contact, introduction=declined))


async def time_is_up(scene: Scene, timer: Timer) -> None:
    """Tell the asker that nothing came of it: the same word at the same moment, whatever the reason was."""
    contact = await scene.work.introductions.get(IntroductionId(timer.subject))
    if contact is None or asker_sees(contact.introduction, scene.now) is not AskerSees.NOT_NOW:
        return
    await end_round(scene, contact.round, RoundStage.UNSETTLED)
    contact = replace(contact, introduction=let_lapse(contact.introduction, scene.now))
    await scene.work.introductions.put(contact)
    if contact.introduction.asked is None:
        await not_met(scene, contact)
    else:
        await carry(scene, say_to_asker(contact, NotNow(), 1, scene.now))


async def _asked(scene: Scene, asked: ConsentRound) -> FirstContact | None:
    """Return what the round was about, unless its time is up or it was taken back."""
    contact = await scene.work.introductions.get(IntroductionId(asked.data["introduction"]))
    if contact is None or contact.introduction.stage is not IntroductionStage.ASKED:
        return None
    return contact if scene.now < contact.introduction.answer_by else None
