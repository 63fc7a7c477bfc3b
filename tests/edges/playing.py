"""In which words are the promises written: gather people, learn an account, read what is shown?"""

from typing import Protocol

import pytest

from core.errors import Undeliverable
from core.ids import ChoiceKey, new_id
from core.messenger.capabilities import Can
from core.messenger.events import (
    AccountRef,
    Change,
    ChatChanged,
    ChatKind,
    ChatRef,
    Incoming,
    MessageRef,
    Reacted,
    Said,
    Tapped,
)
from core.messenger.fit import fit, place_of
from core.messenger.messages import Choice, Line, Message, Style
from core.messenger.port import Home, Post
from core.texts.harmless import harmless
from core.wording import Text, text
from tests.edges.recording import RecordingDesk, words
from tests.stage import Seen, Stage, until

LABELS = ("I bring tea", "I bring sewing", "Not now")


class EdgeStage(Stage, Protocol):
    """A stage, and what only the promises ask of it."""

    async def repeats(self) -> None:
        """Let the wire deliver the newest event of a person once more, as after a lost answer."""
        ...

    async def slows_down(self) -> None:
        """Let the server refuse one of the bot's next messages because they come too fast, where it ever would."""
        ...

    async def pinged(self) -> list[str]:
        """List whom the bot's messages have pinged so far: people's names, or "everyone"."""
        ...


def read_out(words: Text) -> str:
    """Read test words out as the translator does with what people wrote: harmless."""
    return harmless(str(words.values["words"]))


def message(*lines: str, labels: tuple[str, ...] = ()) -> Message:
    """Make a message of words that are in no language file; the first line is its title."""
    styles = (Style.TITLE, *(Style.PLAIN for _ in lines))
    body = tuple(Line(text("words", words=line), style) for line, style in zip(lines, styles, strict=False))
    return Message(body, tuple(Choice("try", text("words", words=label)) for label in labels))


def post(stage: Stage, chat: ChatRef, said: Message, key: str = "") -> Post:
    """Make a message fit a chat, with a new choice key for each choice."""
    empty = Post(chat, key or new_id(), ())
    keys = [ChoiceKey(new_id()) for _ in said.choices]
    return fit(said, keys, stage.messenger.capabilities(chat), read_out, empty)


async def gather(stage: Stage, *people: str) -> ChatRef:
    """Make a room of a title not used before, with these people and the bot in it."""
    title = f"Town square {new_id()[:4]}"
    return ChatRef(stage.messenger.name, await stage.room(title, people), ChatKind.ROOM, title)


async def account_of(stage: Stage, desk: RecordingDesk, person: str, room: ChatRef) -> AccountRef:
    """Learn a person's account from something they wrote; also a fence: everything before it has arrived."""
    mark = new_id()
    await stage.says(person, room.id, f"/decide {mark}")
    heard = await desk.waits_for(lambda one: mark in words(one.what))
    return heard.account


async def shown_to(stage: Stage, person: str, chat: ChatRef, ref: MessageRef) -> Seen:
    """Wait until that person's client shows the message, and return it."""

    async def look() -> Seen | None:
        return next((one for one in await stage.reads(person, chat.id) if one.id == ref.id), None)

    found = await until(look)
    assert isinstance(found, Seen)
    return found


async def can_read(stage: Stage, person: str, chat: ChatRef | str, words: str) -> bool:
    """Say whether that person's client shows these words there now."""
    place = chat.id if isinstance(chat, ChatRef) else chat
    try:
        return any(words in one.text for one in await stage.reads(person, place))
    except LookupError:
        return False


async def whisper(stage: Stage, account: AccountRef, words: str) -> None:
    """Let the bot write to one person alone."""
    chat = await stage.messenger.open_private(account)
    assert chat.kind is ChatKind.PRIVATE
    await stage.messenger.send(post(stage, chat, message(words)))


async def is_in(stage: Stage, person: str, title: str) -> bool:
    """Say whether the person has a key to the room of that title."""
    return title in await stage.chats(person)


async def is_out(stage: Stage, person: str, title: str) -> bool:
    """Say whether the person has no key to the room of that title."""
    return not await is_in(stage, person, title)


async def lives_without_rooms(stage: Stage, home: Home) -> bool:
    """Where rooms are declared absent, check that making one is refused in our own words."""
    assert home.near is not None
    if stage.messenger.capabilities(home.near).rooms is not Can.ABSENT:
        return False
    with pytest.raises(Undeliverable):
        await stage.messenger.make_home(home)
    return True


def labels_of(seen: Seen) -> tuple[str, ...]:
    """Labels without the symbols some messengers write before them."""
    return tuple(
        label.split(" ", 1)[1] if place_of(label.split(" ")[0]) is not None else label for label in seen.choices
    )


def choice_of(one: Incoming, card: Post, ref: MessageRef) -> int | None:
    """Say which choice of the card an event means, counted from 0; None when it means none."""
    match one.what:
        case Tapped(choice=choice):
            keys = [offered.key for offered in card.choices]
            return keys.index(choice) if choice in keys else None
        case Reacted(message=under, symbol=symbol):
            return place_of(symbol) if under.id == ref.id else None
        case Said(text=typed) if typed.strip():
            return place_of(typed)
        case _:
            return None


def changed(one: Incoming, change: Change) -> bool:
    """Say whether the event is this change of a chat."""
    return isinstance(one.what, ChatChanged) and one.what.change is change


def filled(start: str, length: int) -> str:
    """Fill words up to exactly `length` characters."""
    return (start + " " + "x" * length)[:length]


def unlike(known: str) -> str:
    """Make an id of the same shape that names nothing: the last four signs become others."""
    digits = known.isdigit()
    return ("9" * len(known)) if digits else known[:-4] + "".join("b" if sign == "a" else "a" for sign in known[-4:])
