"""How do two groups whose need and offer fit meet? By an introduction, as any two groups: each by its own contract."""

from core.app.carrying import carry
from core.app.meeting.finding import NOT_AGAIN_FOR
from core.app.meeting.ports import FirstContact
from core.app.meeting.showing import asked_card, introduction_subject, messenger_of
from core.app.meeting.speaking import say_to_asked
from core.app.turn import Scene
from core.errors import Refused
from core.exchange.caps import check_introductions
from core.exchange.introductions import TIME_TO_ANSWER, Introduction, ask, first_contact_of, seems_open
from core.exchange.notices import Notice
from core.exchange.parties import Party, PartyKind
from core.groups.limits import TOPIC
from core.ids import IntroductionId, new_id
from core.wording import text


async def introduce_groups(scene: Scene, asker: Notice, asked: Notice) -> None:
    """Put the asker's notice before the other's group, without a name; that group decides as its contract says.

    Raises:
        Refused: A group is gone, or the asker's has as many introductions open as it may.
    """
    ours = await scene.work.groups.get(asker.group) if asker.group else None
    theirs = await scene.work.groups.get(asked.group) if asked.group else None
    if ours is None or theirs is None:
        raise Refused(text("refused-gone"))
    since = scene.now - NOT_AGAIN_FOR
    opened = await scene.work.introductions.asked_by(ours.id, asker.person, since)
    check_introductions(sum(seems_open(one.introduction, scene.now) for one in opened))
    introduction = Introduction(
        IntroductionId(new_id()),
        Party(PartyKind.GROUP, new_id()),
        Party(PartyKind.GROUP, new_id()),
        asked.what[:TOPIC],
        asker.what,
        len(ours.people),
        await messenger_of(scene, ours.people, ours.id),
        scene.now + TIME_TO_ANSWER,
    )
    contact = FirstContact(ask(introduction, scene.now), asker.person, ours.id, theirs.id, scene.now)
    await scene.work.introductions.put(contact)
    await scene.wake("meet.over", contact.id, contact.introduction.answer_by)
    await scene.tell_group(ours, asked_card(scene, contact), about=introduction_subject(contact))
    introduce = first_contact_of(contact.introduction)
    if introduce is not None:
        await carry(scene, say_to_asked(contact, introduce, 1, scene.now))
