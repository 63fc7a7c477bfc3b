"""What happens when a chat itself changes: the bot comes, goes, or the chat moves?"""

from dataclasses import replace
from typing import assert_never

from core.app.turn import Data, Turn
from core.messenger.events import Change, ChatChanged
from core.messenger.messages import say
from core.wording import text


async def changed(turn: Turn, what: ChatChanged) -> None:
    """Greet, sleep, or move along; people's comings and goings are theirs."""
    match what.change:
        case Change.BOT_ADDED:
            await turn.answer(say(text("hello", prefix=turn.can.command_prefix)))
        case Change.BOT_REMOVED:
            await turn.work.people.put_chat(replace(turn.chat, asleep=True))
            await turn.work.follows.leave(turn.chat.id)
        case Change.MOVED:
            if what.moved_to is not None:
                await turn.work.people.move_chat(turn.chat.id, what.moved_to)
        case Change.PERSON_JOINED | Change.PERSON_LEFT:
            return
        case _:
            assert_never(what.change)


async def opened(turn: Turn, _data: Data) -> None:
    """Answer the one who tapped "open": what waits for them follows, released by their coming."""
    await turn.toast(text("toast-opened"))
