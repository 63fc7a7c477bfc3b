"""How does a member of the asked group say no, to this once or for good? One no is enough, and needs no reason."""

from dataclasses import replace

from core.app.meeting.outcomes import introduction_over
from core.app.meeting.ports import Block
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Turn
from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice, check_voice, hear
from core.errors import Refused
from core.ids import BlockId, IntroductionId, RoundId, new_id
from core.messenger.messages import say
from core.wording import Text, text


async def no(turn: Turn, data: Data) -> None:
    """Say no this time."""
    await _decline(turn, data, text("meet-no-noted"))


async def never_topic(turn: Turn, data: Data) -> None:
    """Say no, and that this topic need not come again while this person sits here."""
    asked = await _decline(turn, data, text("meet-never-topic-noted"))
    await turn.work.blocks.never(turn.person.id, asked.data["topic"], turn.now)


async def never_group(turn: Turn, data: Data) -> None:
    """Say no, and that whoever asked need not come again; who that is stays unknown."""
    asked = await _decline(turn, data, text("meet-never-group-noted"))
    contact = await turn.work.introductions.get(IntroductionId(asked.data["introduction"]))
    if contact is None:
        return
    person = None if contact.group else contact.person
    block = Block(BlockId(new_id()), turn.person.id, person, contact.group, "", turn.now)
    await turn.work.blocks.put(block)


async def _decline(turn: Turn, data: Data, noted: Text) -> ConsentRound:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    group = await turn.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.kind is not RoundKind.INTRODUCTION:
        raise Refused(text("refused-gone"))
    check_voice(asked, turn.person.id)
    if group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    heard = hear(asked, Answer(turn.person.id, Voice.BLOCK, at=turn.now))
    over = replace(heard, stage=RoundStage.BLOCKED)
    await turn.work.rounds.put(over)
    await turn.work.queue.let_sleep("round.remind", over.id)
    await introduction_over(turn, group, over)
    await turn.refresh(round_subject(over), await round_card(turn, over))
    await turn.answer(say(noted), private=True)
    return over
