"""What happens when someone who was asked answers, or when somebody answers a card?"""

from core.app.meeting.words import messenger_word
from core.app.needs.asking import put_next, sides_of
from core.app.needs.groups_meet import introduce_groups
from core.app.needs.looking import look, may_meet
from core.app.nudge import nudge_person
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.exchange.notices import Notice, NoticeStage, Pairing, PairingStage, names_for, say_no, say_yes
from core.groups.limits import TOPIC
from core.ids import NoticeId, PairingId, PersonId, new_id
from core.matching.topics import topics_in
from core.messenger.messages import Choice, Message, say
from core.wording import text


async def come(turn: Turn, data: Data) -> None:
    """Answer a card: its owner is asked privately. The answer is the same whatever comes of it."""
    notice = await turn.work.notices.get(NoticeId(data["notice"]))
    if notice is None or notice.stage is not NoticeStage.OPEN:
        raise Refused(text("refused-gone"))
    if notice.person == turn.person.id:
        raise Refused(text("refused-own-notice"))
    if await may_meet(turn, notice, turn.person.id) and not await _came_before(turn, notice):
        pairing = Pairing(
            PairingId(new_id()),
            notice.id,
            notice.person,
            None,
            turn.person.id,
            notice.person,
            (turn.person.id,),
            PairingStage.WAITING,
            turn.now,
        )
        await turn.work.pairings.put(pairing)
        await put_next(turn, notice.person)
    await turn.answer(say(text("notice-came", what=notice.what)), private=True)


async def yes(turn: Turn, data: Data) -> None:
    """Count a yes; the second one brings the names."""
    before, sides = await _asked(turn, data)
    after = say_yes(before, turn.person.id, turn.now)
    await turn.work.pairings.put(after)
    await turn.work.queue.let_sleep("needs.silent", after.id)
    if after.stage is PairingStage.MET:
        await _bring_together(turn, after, *sides)
    else:
        await turn.answer(say(text("pair-yes-heard")), private=True)
        await put_next(turn, after.asked)
    await put_next(turn, turn.person.id)


async def no(turn: Turn, data: Data) -> None:
    """End it; the other side hears nothing, and somebody else is asked."""
    before, sides = await _asked(turn, data)
    await turn.work.pairings.put(say_no(before, turn.person.id, turn.now))
    await turn.work.queue.let_sleep("needs.silent", before.id)
    await turn.answer(say(text("pair-no-heard")), private=True)
    await put_next(turn, turn.person.id)
    if sides[1] is not None:
        await look(turn, sides[1])


async def never(turn: Turn, data: Data) -> None:
    """End it, and ask nothing of that topic any more."""
    before, sides = await _asked(turn, data)
    theirs = sides[1] if before.asked == before.owner and sides[1] is not None else sides[0]
    await turn.work.blocks.never(turn.person.id, topic_of(theirs), turn.now)
    await no(turn, data)


def topic_of(notice: Notice) -> str:
    """Name what a notice is about: as its owner did, else by the thesaurus, else in its own words."""
    known = sorted(topics_in(notice.what))
    return (notice.topics or tuple(known[:1]) or (notice.what,))[0][:TOPIC]


async def _bring_together(turn: Turn, pairing: Pairing, notice: Notice, other: Notice | None) -> None:
    """Introduce two groups by their own contracts; in all other cases give each the other's name and messenger."""
    if other is not None and other.group is not None and notice.group is not None:
        await introduce_groups(turn, other, notice)
        await turn.answer(say(text("pair-groups")), private=True)
        return
    owner, comer = names_for(pairing)
    for person, whom, mine in ((owner, comer, notice), (comer, owner, other)):
        message = await _name(turn, whom, (mine or notice).what, mine)
        if person == turn.person.id:
            await turn.answer(message, private=True)
        else:
            await nudge_person(turn, person, message, thing=f"met:{pairing.id}")


async def _name(scene: Scene, whom: PersonId, what: str, mine: Notice | None) -> Message:
    """Write who the other is and where, with the way to let one's own card go."""
    account = (await scene.work.people.accounts(whom))[0]
    told = text("pair-met", what=what, name=account.ref.name, messenger=messenger_word(account.ref.messenger))
    done = (Choice("needs.drop", text("tap-settled"), {"notice": mine.id}),) if mine else ()
    return say(told, choices=done)


async def _came_before(turn: Turn, notice: Notice) -> bool:
    return any(one.comer == turn.person.id for one in await turn.work.pairings.of_notice(notice.id))


async def _asked(turn: Turn, data: Data) -> tuple[Pairing, tuple[Notice, Notice | None]]:
    pairing = await turn.work.pairings.get(PairingId(data["pairing"]))
    sides = await sides_of(turn, pairing) if pairing else None
    if pairing is None or sides is None:
        raise Refused(text("refused-gone"))
    return pairing, sides
