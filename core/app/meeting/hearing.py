"""How does the asking side hear the answer, and how do both sides come to see each other?"""

from collections.abc import Sequence
from dataclasses import replace

from core.app.links.opening import open_link
from core.app.meeting.ports import FirstContact
from core.app.meeting.showing import (
    asked_card,
    card_of_group,
    card_of_person,
    introduction_subject,
    met_lines,
)
from core.app.meeting.speaking import say_to_asked, say_to_asker
from core.app.nudge import nudge_group, nudge_person
from core.app.turn import Scene
from core.errors import Refused
from core.exchange.introductions import say_yes, show_ourselves
from core.exchange.meeting import Meet
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.said import Said
from core.groups.group import Group
from core.ids import IntroductionId, LinkId
from core.messenger.messages import Choice, Message, say
from core.wording import text


async def hear_yes(scene: Scene, said: Said) -> Sequence[Said]:
    """Both said yes: open the link, and show ourselves first."""
    contact = await contact_of(scene, said)
    met = say_yes(contact.introduction, said.sender, scene.now)
    link = await _link(scene, contact)
    contact = replace(contact, introduction=met, link=link)
    await scene.work.introductions.put(contact)
    await scene.work.queue.let_sleep("meet.over", contact.id)
    await scene.refresh(introduction_subject(contact), asked_card(scene, contact))
    meet = show_ourselves(met, link, await _asker_card(scene, contact))
    return (say_to_asked(contact, meet, 2, scene.now),)


async def hear_meet(scene: Scene, said: Said) -> Sequence[Said]:
    """Show the other side's card to our people; the asked side then shows itself as well."""
    contact, body = await contact_of(scene, said), said.body
    if not isinstance(body, Meet):
        return ()
    if said.sender == contact.introduction.asker:
        group = await _group(scene, contact)
        await scene.tell_group(group, await _met(scene, contact, body.card))
        meet = show_ourselves(contact.introduction, body.link, await card_of_group(scene, group))
        return (say_to_asker(contact, meet, 2, scene.now),)
    check_sender(said, contact.introduction.asked)
    await tell_asker(scene, contact, await _met(scene, contact, body.card))
    return ()


async def hear_not_now(scene: Scene, said: Said) -> Sequence[Said]:
    """Say what is said for a no, a silence, a cap and nobody there alike."""
    await not_met(scene, await contact_of(scene, said))
    return ()


async def not_met(scene: Scene, contact: FirstContact) -> None:
    """Tell the asker that nothing came of it, once its time is up."""
    await scene.refresh(introduction_subject(contact), asked_card(scene, contact))
    await tell_asker(scene, contact, say(text("meet-nothing", topic=contact.introduction.topic)))


async def tell_asker(scene: Scene, contact: FirstContact, message: Message) -> None:
    """Bring the asking side news of its introduction."""
    thing = introduction_subject(contact)
    group = await scene.work.groups.get(contact.group) if contact.group else None
    if group is not None:
        await nudge_group(scene, group, message, thing=thing)
    elif contact.group is None:
        await nudge_person(scene, contact.person, message, thing=thing)


async def contact_of(scene: Scene, said: Said) -> FirstContact:
    """Find the introduction something is about, between exactly these two.

    Raises:
        Refused: There is none here.
    """
    contact = await scene.work.introductions.get(IntroductionId(said.about))
    if contact is None or {said.sender, said.receiver} != {contact.introduction.asker, contact.introduction.asked}:
        raise Refused(text("refused-gone"))
    return contact


def check_sender(said: Said, expected: Party | None) -> None:
    """Refuse what the other side alone could say."""
    if said.sender != expected:
        raise Refused(text("refused-introduction-not-yours"))


async def _link(scene: Scene, contact: FirstContact) -> LinkId:
    """Open a link between two groups; a person who meets a group has none: they ask to come in, or go on alone."""
    ours = await scene.work.groups.get(contact.group) if contact.group else None
    if ours is None:
        return LinkId(contact.id)
    link = await open_link(scene, ours, await _group(scene, contact))
    return link.id


async def _met(scene: Scene, contact: FirstContact, card: Card) -> Message:
    met = await scene.work.introductions.met(contact.group) if contact.group else {}
    lines = met_lines(card, again=contact.asked is not None and met.get(contact.asked, 0) > 1)
    if card.party.kind is PartyKind.PERSON:
        return Message((*lines, *say(text("meet-person-next", name=card.name)).lines))
    if contact.group is None:
        knock = Choice("group.knock", text("tap-ask-to-join"), {"group": card.party.id})
        return Message((*lines, *say(text("meet-group-next")).lines), (knock,))
    return Message((*lines, *say(text("meet-link-next")).lines))


async def _asker_card(scene: Scene, contact: FirstContact) -> Card:
    group = await scene.work.groups.get(contact.group) if contact.group else None
    return await card_of_group(scene, group) if group else await card_of_person(scene, contact.person)


async def _group(scene: Scene, contact: FirstContact) -> Group:
    group = await scene.work.groups.get(contact.asked) if contact.asked else None
    if group is None:
        raise Refused(text("refused-gone"))
    return group
