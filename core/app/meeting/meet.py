"""How does someone ask to meet a group they do not know?

Whatever is found or not, the asker sees the same card, the same question and the same wait.
"""

from dataclasses import replace

from core.app.carrying import carry
from core.app.meeting.finding import NOT_AGAIN_FOR, Wish, find
from core.app.meeting.ports import FirstContact
from core.app.meeting.showing import asked_card, introduction_subject, messenger_of
from core.app.meeting.speaking import WITHDRAW, say_to_asked
from core.app.questions import ask
from core.app.turn import Data, Scene, Turn, Values
from core.errors import Refused
from core.exchange.caps import check_introductions
from core.exchange.first_contact import first_contact
from core.exchange.introductions import TIME_TO_ANSWER, Introduction, first_contact_of, seems_open, take_back
from core.exchange.introductions import ask as say_asked
from core.exchange.meeting import Withdraw
from core.exchange.parties import Party, PartyKind
from core.groups.group import Group, GroupStage
from core.ids import GroupId, IntroductionId, SaidId, new_id
from core.messenger.messages import Choice, Line, Message, say
from core.wording import text


async def meet(turn: Turn, values: Values) -> None:
    """Find out for whom they ask, then say what will happen."""
    what = str(values["what"])
    mine = await turn.work.groups.of_person(turn.person.id)
    here = next((group for group in mine if group.id == turn.chat.group), None)
    living = [group for group in mine if group.stage is not GroupStage.CLOSED]
    if here is not None or not living:
        await _offer(turn, what, here)
        return
    for_group = tuple(
        Choice("meet.as", text("tap-meet-as", name=group.name), {"what": what, "group": group.id}) for group in living
    )
    for_me = Choice("meet.as", text("tap-meet-me"), {"what": what, "group": ""})
    await turn.answer(say(text("meet-as-whom"), choices=(*for_group, for_me)), private=True)


async def meet_as(turn: Turn, data: Data) -> None:
    """Go on, for a group or for themselves."""
    await _offer(turn, data["what"], await _asker(turn, data))


async def ask_line(turn: Turn, data: Data) -> None:
    """Ask for the one line the others will read."""
    await _asker(turn, data)
    await ask(turn, "meet.line", data, say(text("meet-ask-line"), asks=True))


async def not_now(turn: Turn, _data: Data) -> None:
    """Leave it."""
    await turn.answer(say(text("meet-left")), private=True)


async def line_told(turn: Turn, data: Data, words: str) -> None:
    """Check the line and ask, if there is anyone to ask; the 48 hours begin."""
    group = await _asker(turn, data)
    line = first_contact(words, await _names(turn, group))
    await _check_open(turn, group)
    people = group.people if group else (turn.person.id,)
    wish = Wish(data["what"], turn.person.id, group.id if group else None, people)
    contact = await _first_contact(turn, wish, line)
    await turn.work.introductions.put(contact)
    await turn.wake("meet.over", contact.id, contact.introduction.answer_by)
    subject, card = introduction_subject(contact), asked_card(turn, contact)
    if group is None:
        await turn.answer(card, private=True, about=subject)
    else:
        await turn.tell_group(group, card, about=subject)
    introduce = first_contact_of(contact.introduction)
    if introduce is not None:
        await carry(turn, say_to_asked(contact, introduce, 1, turn.now))


async def withdraw(turn: Turn, data: Data) -> None:
    """Take it back, by whoever asked or any member of the asking group."""
    contact = await turn.work.introductions.get(IntroductionId(data["introduction"]))
    if contact is None:
        raise Refused(text("refused-gone"))
    await _asker(turn, {"group": contact.group or ""})
    if contact.group is None and contact.person != turn.person.id:
        raise Refused(text("refused-gone"))
    await let_go(turn, contact)
    await turn.answer(say(text("meet-withdrawn")), private=True)


async def let_go(scene: Scene, contact: FirstContact) -> None:
    """Let a first contact be as if its asker had taken it back; the asked side sees no more than that.

    Raises:
        Refused: Its end can already be seen.
    """
    after = replace(contact, introduction=take_back(contact.introduction, scene.now))
    await scene.work.introductions.put(after)
    await scene.work.queue.let_sleep("meet.over", contact.id)
    await scene.refresh(introduction_subject(after), asked_card(scene, after))
    if contact.introduction.asked is not None:
        await carry(scene, say_to_asked(contact, Withdraw(SaidId(contact.id)), WITHDRAW, scene.now))


async def _offer(turn: Turn, what: str, group: Group | None) -> None:
    topic = first_contact(what, await _names(turn, group))
    await _check_open(turn, group)
    data = {"what": topic, "group": group.id if group else ""}
    yes = Choice("meet.ask", text("tap-meet-ask"), data)
    no = Choice("meet.not-now", text("tap-not-now"), data)
    told = (Line(text("meet-offer", topic=topic)), Line(text("meet-offer-wait")))
    await turn.answer(Message(told, (yes, no)), private=group is None)


async def _first_contact(turn: Turn, wish: Wish, line: str) -> FirstContact:
    found = await find(turn, wish)
    alias = Party(PartyKind.GROUP if wish.group else PartyKind.PERSON, new_id())
    asked = Party(PartyKind.GROUP, new_id()) if found else None
    messenger = await messenger_of(turn, wish.people, wish.group)
    introduction = Introduction(
        IntroductionId(new_id()),
        alias,
        asked,
        wish.what,
        line,
        len(wish.people),
        messenger,
        turn.now + TIME_TO_ANSWER,
    )
    whom = found.id if found else None
    return FirstContact(say_asked(introduction, turn.now), wish.person, wish.group, whom, turn.now)


async def _check_open(turn: Turn, group: Group | None) -> None:
    """Refuse a fourth open introduction; whoever asks is held until the transaction ends, so that none slips through.

    A group is held since it was read.
    """
    if group is None:
        await turn.work.people.hold(turn.person.id)
    since = turn.now - NOT_AGAIN_FOR
    asked = await turn.work.introductions.asked_by(group.id if group else None, turn.person.id, since)
    check_introductions(sum(seems_open(one.introduction, turn.now) for one in asked))


async def _names(turn: Turn, group: Group | None) -> list[str]:
    """List what the asking side is called, on all accounts."""
    people = group.people if group else (turn.person.id,)
    names = [group.name] if group else []
    for person in people:
        names += [account.ref.name for account in await turn.work.people.accounts(person)]
    return names


async def _asker(turn: Turn, data: Data) -> Group | None:
    if not data["group"]:
        return None
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group
