"""Which rows do the storage tests begin with?"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.app.queue import Deed, Sending, Timer, Urgency
from core.app.rows import Account, Chat
from core.ids import ChatId, MessengerName, PersonId, PostId, TimerId, new_id
from core.messenger.events import AccountRef, ChatKind, ChatRef, MessageRef
from core.messenger.messages import Message, say
from core.storage.work import Database, DatabaseWork
from core.wording import text

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
HERE = MessengerName("here")


@dataclass(frozen=True, slots=True)
class Place:
    """A room with one person in it."""

    room: Chat
    account: Account

    @property
    def person(self) -> PersonId:
        """Name the person."""
        return self.account.person


async def some_account(work: DatabaseWork, name: str) -> Account:
    """Make an account of a new person."""
    return await work.people.account(AccountRef(HERE, name, name.title()), "en", NOW)


async def some_room(work: DatabaseWork, name: str = "room") -> Chat:
    """Make a room."""
    return await work.people.chat(ChatRef(HERE, name, ChatKind.ROOM, name.title()), "en")


async def some_place(database: Database) -> Place:
    """Make a room with one person in it, stored."""
    async with database.write() as work:
        return Place(await some_room(work), await some_account(work, "lena"))


def a_message(words: str = "hello") -> Message:
    """Say something."""
    return say(text("own-words", words=words))


def sending(chat: Chat, words: str = "hello", *, about: str = "", urgency: Urgency = Urgency.ANSWER) -> Sending:
    """Make a SEND into a chat."""
    lane = f"chat:{chat.id}"
    post = PostId(new_id())
    return Sending(post, Deed.SEND, lane, HERE, ChatId(chat.id), message=a_message(words), about=about, urgency=urgency)


def shown(chat: Chat, name: str) -> MessageRef:
    """Name a message in a chat."""
    return MessageRef(chat.ref, name)


def a_timer(kind: str, subject: str, after: float = 0, person: PersonId | None = None, **data: str) -> Timer:
    """Make a timer that rings some seconds from now."""
    return Timer(TimerId(new_id()), kind, subject, NOW + timedelta(seconds=after), person, data)
