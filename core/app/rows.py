"""Who and where, as our own rows know them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.ids import AccountId, ChatId, GroupId, MessengerName, PersonId
from core.messenger.events import AccountRef, ChatKind, ChatRef


@dataclass(frozen=True, slots=True)
class Person:
    """One human being.

    Attributes:
        language: Language code chosen with `/lang`, or first seen.
        zone: IANA zone chosen with `/zone`; empty means the node's own.
    """

    id: PersonId
    language: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One identity of a person on one messenger.

    Attributes:
        private: The private chat with this account, once known.
        last_seen: When it last did something, aware UTC: private messages go where a person is.
    """

    id: AccountId
    person: PersonId
    ref: AccountRef
    last_seen: datetime
    private: ChatId | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """A place where the bot is or was present.

    Attributes:
        language: Of what is said there to all.
        zone: IANA zone; empty means the node's own.
        group: The group whose home this is, if any.
        asleep: Whether the bot was removed.
    """

    id: ChatId
    ref: ChatRef
    language: str
    zone: str = ""
    group: GroupId | None = None
    asleep: bool = False

    @property
    def is_private(self) -> bool:
        """Say whether one person alone reads along."""
        return self.ref.kind is ChatKind.PRIVATE

    @property
    def messenger(self) -> MessengerName:
        """Name the messenger."""
        return self.ref.messenger


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-finished conversation: a question was asked, the answer is awaited.

    Attributes:
        chat: Where the answer is awaited; None for the private chat, which may not exist yet.
        kind: The use case that asked, as in `core.app.doors.ANSWERS`.
        data: What is known so far; plain JSON values.
        asked_at: Aware UTC; a draft older than a day is forgotten, the person says so again.
    """

    account: AccountId
    chat: ChatId | None
    kind: str
    data: Mapping[str, str]
    asked_at: datetime


def nearest(accounts: Sequence[Account], messenger: MessengerName | None) -> Account | None:
    """Choose the account on a messenger, else the one seen last; None when there is none."""
    there = [account for account in accounts if account.ref.messenger == messenger]
    return next(iter(there or accounts), None)
