"""What waits to be done: messages to send, choices to be tapped, timers to ring?

Values, and the port through which use cases put them in and look them up. Storage implements it; how delivery takes
them out again stands in `core.app.outbox`.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Protocol

from core.ids import AccountId, ChatId, ChoiceKey, EventKey, MessengerName, PersonId, PostId, TimerId
from core.messenger.events import MessageRef
from core.messenger.messages import Message


class Deed(StrEnum):
    """What the outbox is to do at the messenger."""

    SEND = "send"
    EDIT = "edit"
    ERASE = "erase"
    HOME = "home"
    ADMIT = "admit"
    DISMISS = "dismiss"


class Urgency(IntEnum):
    """Which goes first when a limit makes all wait; order within one lane is never changed."""

    ANSWER = 0
    NEWS = 1
    REMINDER = 2
    DIGEST = 3


@dataclass(frozen=True, slots=True)
class Sending:
    """One deed in the outbox.

    Attributes:
        id: Also the send key: the same id is the same message.
        lane: `chat:<id>` or `account:<id>`; deeds of one lane happen in the order they were put.
        chat: Where; None when it goes privately to `account` and no private chat is known yet.
        account: Whom a private message, an admission or a dismissal concerns. With `chat` a room and a SEND, it is
            the only reader of an answer inside that room; where that fails, it goes to them privately instead.
        message: What is said; None for deeds that say nothing.
        keys: Choice keys in the order of `message.choices`.
        about: The card this is, such as `proposal:<id>`: all posts of a card are edited together; empty for none.
        edits: The earlier sending whose message is changed or taken away.
        answering: The event this answers directly.
        fallback: The room where a tap-to-open appears when `account` cannot be written to.
        at_most_once: Reminders: rather lost than doubled when a send's fate is unknown.
        not_before: Aware UTC; waits until then.
        data: What a HOME deed needs: token, title, group and member account ids. For a SEND, what
            `core.app.carried` remembers.
    """

    id: PostId
    deed: Deed
    lane: str
    messenger: MessengerName
    chat: ChatId | None = None
    account: AccountId | None = None
    message: Message | None = None
    keys: tuple[ChoiceKey, ...] = ()
    about: str = ""
    edits: PostId | None = None
    answering: EventKey | None = None
    fallback: ChatId | None = None
    urgency: Urgency = Urgency.ANSWER
    at_most_once: bool = False
    not_before: datetime | None = None
    data: Mapping[str, str | list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """A choice as its row remembers it.

    Attributes:
        reader: The only person it is for; None when anyone who sees it may choose.
    """

    key: ChoiceKey
    action: str
    data: Mapping[str, str]
    reader: PersonId | None


@dataclass(frozen=True, slots=True)
class Timer:
    """Something due at a moment.

    Attributes:
        kind: The use case that answers, as in `core.app.doors.TIMERS`.
        subject: What it is about, such as a proposal's id. One timer per kind, subject and person.
        person: Whom it concerns, None for all.
        due: Aware UTC.
    """

    id: TimerId
    kind: str
    subject: str
    due: datetime
    person: PersonId | None = None
    data: Mapping[str, str] = field(default_factory=dict)


class Queue(Protocol):
    """What use cases put in and look up, inside their own transaction."""

    def gathered(self) -> AbstractAsyncContextManager[None]:
        """Let new deeds, choices and timers go in together at the end of the block, in few statements.

        Nothing of the queue is read in the block: what was put in it is not there yet. An error lets nothing go in.
        """
        ...

    async def first_time(self, messenger: MessengerName, key: EventKey, now: datetime) -> bool:
        """Note that an event was handled; False when it was before."""
        ...

    async def put(self, sending: Sending, now: datetime) -> None:
        """Add a deed at the end of its lane.

        An EDIT replaces an edit of the same message that still waits, so that a flood of changes becomes one. An
        ERASE of what was never tried takes it out of the outbox instead.
        """
        ...

    async def put_edits(self, edits: Sequence[Sending], now: datetime) -> None:
        """Add EDITs, each of another message, as `put` would one after the other; few statements for all."""
        ...

    async def finish(self, sending: PostId, now: datetime) -> bool:
        """Note, inside this transaction, that a deed bore fruit; False when that was known before."""
        ...

    async def offer(self, card: str, action: str, data: Mapping[str, str], reader: PersonId | None) -> ChoiceKey:
        """Return the key of a choice on a card: the same card, action, data and reader, the same key."""
        ...

    async def offer_all(
        self, card: str, offered: Sequence[tuple[str, Mapping[str, str]]], reader: PersonId | None
    ) -> tuple[ChoiceKey, ...]:
        """Return the keys of all choices (action, data) on a card, in order, as `offer` would."""
        ...

    async def choice(self, key: ChoiceKey) -> KeptChoice | None:
        """Return what a key stands for; None for one that no longer exists."""
        ...

    async def choices_under(self, message: MessageRef) -> tuple[KeptChoice, ...]:
        """Return the choices of a message of ours, in the order shown; empty when there are none or it is not ours."""
        ...

    async def newest_choices(self, chat: ChatId, reader: PersonId) -> tuple[KeptChoice, ...]:
        """Return what a typed number means: the choices of the newest message there that offers any to the reader."""
        ...

    async def is_known(self, message: MessageRef) -> bool:
        """Say whether a message in a chat is one that we sent, and know to be there."""
        ...

    async def is_in_the_air(self, chat: ChatId, now: datetime, *, with_choices: bool = False) -> bool:
        """Say whether a message is being sent, or one with choices, or its change, is on its way.

        People may see it before we know; what waits behind others in a long lane, nobody sees.
        """
        ...

    async def may_have_been_seen(self, chat: ChatId) -> bool:
        """Say whether a message with choices, or a change of one, was tried in a chat and its fate is not noted yet."""
        ...

    async def posts(self, about: str, after: PostId | None = None, most: int | None = None) -> Sequence[Sending]:
        """Return every sent or waiting SEND of a card, oldest first: the messages to edit when it changes.

        Args:
            about: Which card.
            after: Only those put after this one.
            most: How many at once; None for all.
        """
        ...

    async def rename(self, about: str, anew: str, chat: ChatId) -> None:
        """Let the messages of a card in one chat be those of another card from now on."""
        ...

    async def take_back(self, about: str, now: datetime, lanes: Collection[str] | None = None) -> None:
        """Take out of the outbox what of a card was never tried; what is in the air goes on.

        Args:
            about: Which card.
            now: Aware UTC.
            lanes: Only what stands in these; None for all.
        """
        ...

    async def wake(self, timer: Timer) -> None:
        """Set a timer; one of the same kind, subject and person is replaced."""
        ...

    async def let_sleep(self, kind: str, subject: str, person: PersonId | None = None) -> None:
        """Take timers of a kind and subject away; None takes everybody's."""
        ...

    async def timer(self, kind: str, subject: str, person: PersonId | None = None) -> Timer | None:
        """Return a waiting timer."""
        ...

    async def take_due(self, now: datetime) -> Timer | None:
        """Take the timer that is due longest, if any; it is gone when the transaction commits."""
        ...

    async def take_all_due(self, now: datetime, most: int) -> Sequence[Timer]:
        """Take the timers that are due longest, in order, likewise."""
        ...

    async def next_due(self) -> datetime | None:
        """Say when the next timer rings."""
        ...

    async def release(self, account: AccountId, chat: ChatId, now: datetime) -> int:
        """Let go what was parked because an account could not be written to; returns how many."""
        ...
