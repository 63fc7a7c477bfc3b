"""How does someone choose their language and their time zone, for themselves or for a chat?"""

from dataclasses import replace

from core.app.turn import Data, Turn, Values
from core.commands.zones import zone_named
from core.ids import ChatId
from core.messenger.messages import Choice, say
from core.texts.translator import languages
from core.wording import Moment, Text, text


async def lang(turn: Turn, values: Values) -> None:
    """Choose a language; in a room, ask whether for oneself or for all."""
    code = values.get("language")
    if code is None:
        choices = tuple(Choice("lang.pick", Text(f"choice-{one}"), {"language": one}) for one in languages())
        await turn.answer(say(text("which-language"), choices=choices), private=True)
    else:
        await pick(turn, {"language": str(code)})


async def pick(turn: Turn, data: Data) -> None:
    """Take a language; in a room it may be meant for all who read there."""
    if turn.chat.is_private:
        await for_me(turn, data)
        return
    choices = (
        Choice("lang.me", text("tap-for-me"), data),
        Choice("lang.chat", text("tap-for-chat"), {**data, "chat": turn.chat.id}),
    )
    await turn.answer(say(text("language-for-whom"), choices=choices), private=True)


async def for_me(turn: Turn, data: Data) -> None:
    """Speak this language to this person."""
    await turn.work.people.put_person(replace(turn.person, language=data["language"]))
    await turn.answer(say(text("language-chosen")), private=True)


async def for_chat(turn: Turn, data: Data) -> None:
    """Speak this language to all in this chat; anyone there may choose."""
    chat = await turn.work.people.chat_by_id(ChatId(data["chat"]))
    await turn.work.people.put_chat(replace(chat, language=data["language"]))
    await turn.post(chat, say(text("language-chosen")))


async def zone(turn: Turn, values: Values) -> None:
    """Choose the IANA zone in which dates and hours are meant and shown."""
    found = zone_named(str(values["zone"]))
    await turn.work.people.put_person(replace(turn.person, zone=found))
    if turn.chat.group:
        await turn.work.people.put_chat(replace(turn.chat, zone=found))
    await turn.answer(say(text("zone-chosen", zone=found, now=Moment(turn.now))), private=True)
