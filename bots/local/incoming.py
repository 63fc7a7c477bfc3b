"""What does something that happened in the local world mean to the house?"""

from bots.local.happened import (
    BotEdited,
    BotRemoved,
    BotSaid,
    ChatMade,
    Entry,
    Flavour,
    Joined,
    Left,
    PersonCame,
    PersonReacted,
    PersonSaid,
    PersonTapped,
    ReactionTaken,
    flavour_of,
)
from bots.local.outgoing import CAPABILITIES
from bots.local.state import State
from core.ids import ChoiceKey, EventKey, MessengerName
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
        case PersonSaid() | PersonTapped() | PersonReacted() | Joined() | Left() | BotRemoved() as act:
            return _event(entry, state, world, act.chat, act.person)
        case ChatMade(private=False, home="") as made:
            return _event(entry, state, world, made.chat, made.members[0])
        case ChatMade() | PersonCame() | ReactionTaken() | BotSaid() | BotEdited():
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
    return Incoming(key, where, account_ref(state, person), _what(entry, where), entry.at)


def _what(entry: Entry, where: ChatRef) -> What:
    match entry.what:
        case PersonSaid(text=text, reply_to=reply_to):
            return Said(_plain(text, flavour_of(where.id)), MessageRef(where, reply_to) if reply_to else None)
        case PersonTapped(message=message, option=option):
            return Tapped(ChoiceKey(option), MessageRef(where, message))
        case PersonReacted(message=message, symbol=symbol):
            return Reacted(MessageRef(where, message), symbol)
        case Joined():
            return ChatChanged(Change.PERSON_JOINED)
        case Left():
            return ChatChanged(Change.PERSON_LEFT)
        case BotRemoved():
            return ChatChanged(Change.BOT_REMOVED)
        case _:
            return ChatChanged(Change.BOT_ADDED)


def _plain(text: str, flavour: Flavour) -> str:
    """Reduce the flavour's own command prefix to a leading slash."""
    prefix = CAPABILITIES[flavour].command_prefix
    return "/" + text.removeprefix(prefix) if text.startswith(prefix) else text
