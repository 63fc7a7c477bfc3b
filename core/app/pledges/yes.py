"""What happens when someone says "I do it if", thinks better of it, or there are enough?"""

import re

from core.app.nudge import nudge_person
from core.app.pledges.card import NAMES_SHOWN, pledge_card, pledge_subject, redraw
from core.app.questions import ask
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.groups.pledges import FEWEST_PLEDGED, MOST_PLEDGED, Pledge, PledgeStage, Yes, say_yes, take_back
from core.ids import PersonId, PledgeId
from core.messenger.messages import Choice, Message, say
from core.wording import text

_NUMBER = re.compile(r"\d{1,5}")


async def yes(turn: Turn, data: Data) -> None:
    """Say "I do it if enough do"; only the person themselves sees that they said so."""
    before = await _pledge(turn, data)
    await _count(turn, before, before.least)


async def privately(turn: Turn, data: Data) -> None:
    """Show the card to one person alone; asking for it is no yes."""
    pledge = await _pledge(turn, data)
    await turn.answer(await pledge_card(turn, pledge), about=pledge_subject(pledge), private=True)


async def if_more(turn: Turn, data: Data) -> None:
    """Ask how many there must be for this person."""
    await _pledge(turn, data)
    await ask(turn, "pledge.number", data, say(text("ask-pledge-number"), asks=True), private=True)


async def number_told(turn: Turn, data: Data, words: str) -> None:
    """Say "I do it if so many do"."""
    before = await _pledge(turn, data)
    found = _NUMBER.search(words)
    if found is None:
        raise Refused(text("refused-pledge-number", fewest=FEWEST_PLEDGED, most=MOST_PLEDGED))
    await _count(turn, before, max(int(found[0]), before.least))


async def no_more(turn: Turn, data: Data) -> None:
    """Take a yes back, as long as nobody counts on it."""
    before = await _pledge(turn, data)
    after = take_back(before, turn.person.id)
    await turn.work.pledges.put(after)
    await redraw(turn, after)
    await turn.answer(say(text("pledge-taken-back", what=after.what)), private=True)


async def _count(turn: Turn, before: Pledge, least: int) -> None:
    place = turn.chat.id if not turn.chat.is_private else before.chat
    mine = before.answer_of(turn.person.id)
    said = Yes(turn.person.id, least, mine.chat if mine else place, turn.now)
    after = say_yes(before, said)
    await turn.work.pledges.put(after)
    if turn.person.id not in after.named:
        choice = Choice("pledge.take-back", text("tap-pledge-back"), {"pledge": after.id})
        heard = text("pledge-heard", least=max(least, after.least))
        await turn.answer(say(heard, choices=(choice,)), private=True)
    elif turn.person.id in before.named:
        await turn.answer(await _told(turn, after), private=True)
    await _tell_newly_named(turn, before, after)
    await redraw(turn, after)


async def _tell_newly_named(turn: Turn, before: Pledge, after: Pledge) -> None:
    newly: list[PersonId] = [person for person in after.named if person not in before.named]
    if not newly:
        return
    told = await _told(turn, after)
    for person in newly:
        if person == turn.person.id:
            await turn.answer(told, private=True)
        else:
            await nudge_person(turn, person, told, thing=pledge_subject(after))


async def _told(scene: Scene, pledge: Pledge) -> Message:
    names = await scene.names(pledge.named[:NAMES_SHOWN])
    lines = [text("pledge-enough", what=pledge.what, count=len(pledge.named)), text("pledge-names", names=names)]
    if pledge.place:
        lines.append(text("pledge-place", place=pledge.place))
    choice = Choice("pledge.corner", text("tap-pledge-corner"), {"pledge": pledge.id})
    return say(*lines, choices=(choice,))


async def _pledge(turn: Turn, data: Data) -> Pledge:
    """Return a pledge that still counts; its time may be up though its timer has not rung yet."""
    pledge = await turn.work.pledges.get(PledgeId(data["pledge"]))
    if pledge is None or pledge.by <= turn.now or pledge.stage is PledgeStage.OVER:
        raise Refused(text("refused-gone"))
    return pledge
