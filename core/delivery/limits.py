"""How often may a messenger, or one chat of it, be spoken to?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.ids import MessengerName
from core.messenger.events import ChatKind, ChatRef

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` in any `seconds`."""

    count: int
    seconds: float

    @property
    def at_once(self) -> int:
        """How many may go in one breath; the rest is spread so that no window holds more than `count`."""
        return max(1, self.count // 6)

    @property
    def period(self) -> timedelta:
        """How far apart they go in the long run."""
        return timedelta(seconds=self.seconds / max(1, self.count - self.at_once))


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one messenger.

    Attributes:
        account: For all chats of our account together.
        chat: For each chat.
        room: Also for each chat where several read along.
    """

    account: Limit | None = None
    chat: Limit | None = None
    room: Limit | None = None


LIMITS: Mapping[MessengerName, Limits] = {
    MessengerName("telegram"): Limits(Limit(30, 1), Limit(1, 1), Limit(20, 60)),
    MessengerName("discord"): Limits(Limit(50, 1)),
}
"""Source: Telegram, Bots FAQ, "My bot is hitting limits" (1/s per chat, 20/min per group, 30/s in all); Discord,
Rate Limits, "Global Rate Limit" (50/s). Matrix homeservers say how long to wait."""


class Bucket:
    """A limit that remembers.

    Source:
        ITU-T I.371, the generic cell rate algorithm: only the moment when the next one is due in theory is kept.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._due: datetime | None = None

    def free(self, now: datetime) -> int:
        """Count how many may go now."""
        ahead = self._ahead(now)
        return max(0, int((self._limit.at_once * self._limit.period - ahead) / self._limit.period))

    def next_free(self, now: datetime) -> datetime:
        """Say when one more may go; `now` when it may at once."""
        return max(now, now + self._ahead(now) - (self._limit.at_once - 1) * self._limit.period)

    def take(self, now: datetime, many: int = 1) -> None:
        """Count what goes now."""
        self._due = now + self._ahead(now) + many * self._limit.period

    def is_full(self, now: datetime) -> bool:
        """Say whether nothing is remembered any more."""
        return not self._ahead(now)

    def _ahead(self, now: datetime) -> timedelta:
        """How far the theoretical moment lies ahead; a clock set back makes nobody wait longer than a full bucket."""
        if self._due is None:
            return timedelta()
        most = self._limit.at_once * self._limit.period
        return min(max(timedelta(), self._due - now), most)


class Paces:
    """All limits of all messengers, as far as they were used.

    Kept in memory: one process alone speaks for an account. After a restart a messenger that is asked too
    much says so itself.
    """

    def __init__(self, limits: Mapping[MessengerName, Limits]) -> None:
        self._limits = limits
        self._accounts = {name: Bucket(one.account) for name, one in limits.items() if one.account}
        self._chats: dict[tuple[MessengerName, str], tuple[Bucket, ...]] = {}

    def account(self, messenger: MessengerName) -> Bucket | None:
        """Return the bucket of our account there, if it is limited."""
        return self._accounts.get(messenger)

    def next_free(self, chat: ChatRef, now: datetime) -> datetime:
        """Say when a chat may be spoken to again."""
        return max((bucket.next_free(now) for bucket in self._of(chat, now)), default=now)

    def take(self, chat: ChatRef, now: datetime) -> None:
        """Count one that goes to a chat now."""
        for bucket in self._of(chat, now):
            bucket.take(now)

    def _of(self, chat: ChatRef, now: datetime) -> tuple[Bucket, ...]:
        limits = self._limits.get(chat.messenger, Limits())
        wanted = (limits.chat, limits.room if chat.kind is ChatKind.ROOM else None)
        if not any(wanted):
            return ()
        if len(self._chats) > _REMEMBERED:
            self._forget(now)
        made = tuple(Bucket(limit) for limit in wanted if limit)
        return self._chats.setdefault((chat.messenger, chat.parent or chat.id), made)

    def _forget(self, now: datetime) -> None:
        kept = {key: buckets for key, buckets in self._chats.items() if not all(one.is_full(now) for one in buckets)}
        self._chats = kept
