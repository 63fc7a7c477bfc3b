"""How is one question asked at a time, and its answer found again?"""

from collections.abc import Mapping
from datetime import timedelta

from core.app.rows import Draft
from core.app.turn import Turn
from core.ids import ChatId
from core.messenger.messages import Message

FORGOTTEN_AFTER = timedelta(hours=1)


async def ask(turn: Turn, kind: str, data: Mapping[str, str], question: Message, *, private: bool = False) -> None:
    """Ask, and remember that the next thing this person says there is the answer.

    Args:
        turn: Who is asked, and where unless private.
        kind: Which use case takes the answer, as in `core.app.doors.ANSWERS`.
        data: What it needs to know.
        question: What is asked.
        private: Ask the person alone.
    """
    place = None if private or turn.chat.is_private else turn.chat.id
    await turn.work.people.put_draft(Draft(turn.account.id, place, kind, data, turn.now))
    if place is None:
        await turn.tell(turn.person.id, question, near=turn.chat)
    else:
        await turn.answer(question)


async def awaited(turn: Turn) -> Draft | None:
    """Return the question this person has not answered yet in this chat; an hour later it is forgotten."""
    draft = await turn.work.people.draft(turn.account.id, _place(turn))
    return draft if draft and turn.now - draft.asked_at < FORGOTTEN_AFTER else None


async def forget(turn: Turn) -> bool:
    """Drop the open question of this person in this chat; says whether there was one."""
    kept = await turn.work.people.draft(turn.account.id, _place(turn))
    if kept is None:
        return False
    await turn.work.people.drop_draft(turn.account.id, _place(turn))
    return turn.now - kept.asked_at < FORGOTTEN_AFTER


def _place(turn: Turn) -> ChatId | None:
    return None if turn.chat.is_private else turn.chat.id
