"""What do topics need from outside: who follows what, and what is new?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.ids import ChatId, NewsId


class Pace(StrEnum):
    """How often a chat wants to hear: once a day at most, or of each thing as it comes."""

    DAILY = "daily"
    ALL = "all"


class NewsKind(StrEnum):
    """What can be new in a topic."""

    PROPOSAL = "proposal"
    NEED = "need"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Follow:
    """A topic that a chat follows.

    Attributes:
        folded: Its words without case and accents: no chat follows one topic twice.
        topic: As it was written.
        keys: What it listens for.
    """

    chat: ChatId
    folded: str
    topic: str
    since: datetime
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Follower:
    """A chat that follows something.

    Attributes:
        told_at: When it was last told of something new, aware UTC; None before.
        looks: How often it was shown a list: equals take turns in standing first.
    """

    chat: ChatId
    pace: Pace = Pace.DAILY
    told_at: datetime | None = None
    looks: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new in its topics.

    Attributes:
        subject: Id of the proposal, need or offer.
        chat: Where it was posted: it is not told there again.
        until: When it is over by itself, aware UTC.
        keys: By which it is found.
    """

    id: NewsId
    kind: NewsKind
    subject: str
    chat: ChatId
    put_at: datetime
    until: datetime
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many groups a topic has, and how concentrated they are.

    Attributes:
        most_of_one: In how many of them the same person sits at most.
    """

    groups: int = 0
    people: int = 0
    most_of_one: int = 0


class Follows(Protocol):
    """Who follows what."""

    async def add(self, follow: Follow) -> bool:
        """Let a chat follow a topic; False when it did."""
        ...

    async def drop(self, chat: ChatId, folded: str) -> bool:
        """Let a chat follow a topic no more; False when it did not."""
        ...

    async def of(self, chat: ChatId) -> Sequence[Follow]:
        """List what a chat follows, the oldest first."""
        ...

    async def of_all(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[Follow]]:
        """List what each of many chats follows, as `of`."""
        ...

    async def follower(self, chat: ChatId) -> Follower:
        """Return how a chat wants to hear; a fresh one when it never followed anything."""
        ...

    async def put(self, *some: Follower) -> None:
        """Keep how some chats want to hear and when they last heard, in one statement."""
        ...

    async def leave(self, chat: ChatId) -> None:
        """Forget all that a chat follows and all that waits for it; when it last heard is remembered."""
        ...


class NewsBoard(Protocol):
    """What is new, and who has yet to hear of it."""

    async def put(self, news: News) -> bool:
        """Keep a new thing; False when it was kept before."""
        ...

    async def get(self, news: NewsId) -> News | None: ...

    async def about(self, subject: str) -> News | None:
        """Return what is told of a subject, by its id."""
        ...

    async def prolong(self, subject: str, until: datetime) -> None:
        """Let a thing be found until later."""
        ...

    async def open_for(self, keys: Collection[str], now: datetime, most: int) -> Sequence[News]:
        """List the things with one of these keys whose time is not over, the newest first."""
        ...

    async def spread(self, news: News, after: ChatId | None, most: int, now: datetime) -> ChatId | None:
        """Let the thing wait for the next chats that follow it, in few statements for all of them.

        A chat that wants one message a day hears a day after the last, the others now.

        Args:
            after: The last chat of the batch before; None to begin.
            most: How many chats at once.

        Returns:
            The last chat of this batch; None when no more follow.
        """
        ...

    async def due(self, now: datetime, most: int) -> Sequence[Follower]:
        """List the chats that may hear now and for which something waits, the longest waiting first."""
        ...

    async def take_waiting(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[News]]:
        """Take all that waits for each of many chats, oldest first; from now on nothing waits for them."""
        ...

    async def later(self, chat: ChatId, due: datetime) -> None:
        """Let what waits for a chat, if anything, wait until then."""
        ...

    async def next_due(self) -> datetime | None:
        """Say when the next chat may hear something that waits."""
        ...

    async def crowd(self, keys: Collection[str]) -> Crowd:
        """Count the living groups that came of proposals with one of these keys."""
        ...
