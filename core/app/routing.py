"""Which use case does one event lead to?"""

from datetime import datetime
from typing import assert_never

from core.app.asking import begin_command
from core.app.chats import changed
from core.app.homes import bind_home
from core.app.links.following import deleted, edited, reacted
from core.app.links.sharing import said_in_place
from core.app.questions import awaited, forget
from core.app.queue import KeptChoice
from core.app.reminding.acts import acted_in_group, acted_on
from core.app.reminding.stopping import obeys
from core.app.turn import Turn
from core.commands.names import command_named, command_of
from core.commands.parse import Call, called, parse
from core.errors import Refused
from core.messenger.capabilities import Can
from core.messenger.events import (
    Called,
    ChatChanged,
    Deleted,
    Edited,
    HomeBound,
    Incoming,
    Reacted,
    Said,
    Tapped,
)
from core.messenger.fit import place_of
from core.messenger.messages import Line, Message, say
from core.wording import text


async def answers_a_question(turn: Turn, incoming: Incoming) -> bool:
    """Say whether someone was answering what they had been asked here: then here they are told why, and asked again."""
    answers = isinstance(incoming.what, Said) and not incoming.what.text.startswith("/")
    return answers and await awaited(turn) is not None


async def route(turn: Turn, incoming: Incoming) -> None:
    """Let one event act: what was said, called, tapped or changed finds its use case."""
    match incoming.what:
        case Said() as said:
            await _said(turn, said)
        case Called(command, arguments):
            await _begin(turn, called(command_named(command), arguments, *_reading(turn)))
        case Tapped(choice):
            await _choose(turn, await turn.work.queue.choice(choice))
        case Reacted(message, symbol) as reaction:
            place = place_of(symbol) if reaction.given else None
            under = await turn.work.queue.choices_under(message) if place is not None else ()
            if place is not None and place < len(under):
                await _choose(turn, under[place])
            else:
                await reacted(turn, reaction)
        case Edited() as edit:
            await edited(turn, edit)
        case Deleted() as deletion:
            await deleted(turn, deletion)
        case ChatChanged() as change:
            await changed(turn, change)
        case HomeBound() as bound:
            await bind_home(turn, bound)
        case _:
            assert_never(incoming.what)


async def _said(turn: Turn, said: Said) -> None:
    if not said.text.strip():
        await said_in_place(turn, said)
        return
    command = _command(turn, said.text)
    if command is not None:
        name, rest = command
        if name != "cancel":
            await forget(turn)
        await _begin(turn, parse(command_named(name), rest, *_reading(turn)))
        return
    if await obeys(turn, said):
        return
    numbered = await _numbered(turn, said)
    draft = await awaited(turn)
    if numbered is not None and (draft is None or turn.can.buttons is not Can.NATIVE):
        await _choose(turn, numbered)
    elif draft is not None:
        if draft.kind != "command":
            await forget(turn)
        await acted_on(turn, draft.data)
        await turn.doors.answers[draft.kind](turn, draft.data, said.text)
    elif await said_in_place(turn, said):
        return
    elif turn.chat.is_private:
        await turn.answer(say(text("hint", prefix=turn.can.command_prefix)))


def _command(turn: Turn, words: str) -> tuple[str, str] | None:
    """Find the command; one that nothing of ours resembles is, in a room, meant for another bot."""
    try:
        return command_of(words)
    except Refused as refused:
        if turn.chat.is_private or refused.why.key != "command-unknown":
            raise
        return None


async def _begin(turn: Turn, call: Call) -> None:
    if call.problems:
        lines = tuple(Line(problem.why) for problem in call.problems)
        await turn.answer(Message(lines), private=call.command.private)
    values = {name: value for name, value in call.values.items() if name not in call.missing}
    await begin_command(turn, call.command.name, values)
    await acted_in_group(turn)


async def _numbered(turn: Turn, said: Said) -> KeptChoice | None:
    """Find the choice a typed number means: under the message it answers, else the newest there."""
    place = place_of(said.text)
    if place is None:
        return None
    queue = turn.work.queue
    under = await queue.choices_under(said.reply_to) if said.reply_to else ()
    if not under:
        under = await queue.newest_choices(turn.chat.id, turn.person.id)
    return under[place] if place < len(under) else None


async def _choose(turn: Turn, choice: KeptChoice | None) -> None:
    if choice is None or choice.action not in turn.doors.actions:
        raise Refused(text("refused-gone"))
    if choice.reader is not None and choice.reader != turn.person.id:
        raise Refused(text("refused-for-other", name=await turn.name(choice.reader)))
    await acted_on(turn, choice.data)
    await turn.doors.actions[choice.action](turn, choice.data)


def _reading(turn: Turn) -> tuple[str, datetime, str]:
    return turn.person.language, turn.now, turn.zone
