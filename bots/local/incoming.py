"""What does something that happened in the local world mean to the house?"""

from base64 import b64decode

from bots.local.happened import (
    BotEdited,
    BotRemoved,
    BotSaid,
    ChatMade,
    Entry,
    File,
    Flavour,
    Joined,
    Left,
    PersonCame,
    PersonEdited,
    PersonReacted,
    PersonSaid,
    PersonTapped,
    ReactionTaken,
    Removed,
    flavour_of,
)
from bots.local.outgoing import CAPABILITIES
from bots.local.state import State
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.events import (
    AccountRef,
    Attached,
    Change,
    ChatChanged,
    ChatKind,
    ChatRef,
    Deleted,
    Edited,
    FileKind,
    Incoming,
    MessageRef,
    Quoted,
    Reacted,
    Said,
    Tapped,
    What,
)

LOCAL = MessengerName("local")


def read(entry: Entry, state: State, world: str) -> Incoming | None:
    """Turn an entry of the world into an event for the desk; None for what concerns only the page.

    Args:
        entry: What happened.
        state: The world after it, for titles and names.
        world: Name of the world; stands in the key, so that a new world's events are new.
    """
    match entry.what:
        case Removed(person=""):
            return None
        case (
            PersonSaid()
            | PersonEdited()
            | Removed()
            | PersonTapped()
            | PersonReacted()
            | ReactionTaken()
            | Joined()
            | Left()
            | BotRemoved()
        ) as act:
            return _event(entry, state, world, act.chat, act.person)
        case ChatMade(private=False, home="") as made:
            return _event(entry, state, world, made.chat, made.members[0])
        case ChatMade() | PersonCame() | BotSaid() | BotEdited():
            return None


def chat_ref(state: State, chat: str) -> ChatRef:
    """Name a chat of the world as the house does."""
    known = state.chats[chat]
    return ChatRef(LOCAL, chat, ChatKind.PRIVATE if known.private else ChatKind.ROOM, known.title)


def account_ref(state: State, person: str) -> AccountRef:
    """Name a person of the world as the house does."""
    known = state.people[person]
    return AccountRef(LOCAL, person, known.name, known.language)


def _event(entry: Entry, state: State, world: str, chat: str, person: str) -> Incoming:
    where = chat_ref(state, chat)
    key = EventKey(f"{world}-{entry.name}")
    return Incoming(key, where, account_ref(state, person), _what(entry, where, state), entry.at)


def _what(entry: Entry, where: ChatRef, state: State) -> What:
    match entry.what:
        case PersonSaid(text=text, reply_to=reply_to, files=files):
            return Said(
                _plain(text, flavour_of(where.id)),
                MessageRef(where, reply_to) if reply_to else None,
                MessageRef(where, str(entry.number)),
                _attached(files, entry.number),
                _quoted(state, where, reply_to),
            )
        case PersonEdited(message=message, text=text):
            return Edited(MessageRef(where, message), text)
        case Removed(message=message):
            return Deleted(MessageRef(where, message))
        case PersonTapped(message=message, option=option):
            return Tapped(ChoiceKey(option), MessageRef(where, message))
        case PersonReacted(message=message, symbol=symbol):
            return Reacted(MessageRef(where, message), symbol)
        case ReactionTaken(message=message, symbol=symbol):
            return Reacted(MessageRef(where, message), symbol, given=False)
        case Joined():
            return ChatChanged(Change.PERSON_JOINED)
        case Left():
            return ChatChanged(Change.PERSON_LEFT)
        case BotRemoved():
            return ChatChanged(Change.BOT_REMOVED)
        case _:
            return ChatChanged(Change.BOT_ADDED)


def _quoted(state: State, where: ChatRef, message: str) -> Quoted | None:
    """Say what the answered message says; one that is no longer there says nothing."""
    spoken = state.chats[where.id].said.get(message)
    if spoken is None:
        return None
    author = account_ref(state, spoken.author) if spoken.author else None
    answers = MessageRef(where, spoken.reply_to) if spoken.reply_to else None
    words = "\n".join(line.text for line in spoken.words.body)
    return Quoted(author, words, _attached(spoken.words.files, int(message)), answers)


def _attached(files: tuple[File, ...], message: int) -> tuple[Attached, ...]:
    return tuple(
        Attached(
            FileKind.PICTURE if file.media.startswith("image/") else FileKind.FILE,
            file.name,
            file.media,
            len(b64decode(file.data)),
            f"{message}/{place}",
        )
        for place, file in enumerate(files)
    )


def _plain(text: str, flavour: Flavour) -> str:
    """Reduce the flavour's own command prefix to a leading slash."""
    prefix = CAPABILITIES[flavour].command_prefix
    return "/" + text.removeprefix(prefix) if text.startswith(prefix) else text
