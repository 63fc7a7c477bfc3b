"""Is a messenger spoken to as often as it allows, and what is remembered of it no longer than needed?"""

from datetime import datetime, timedelta

import pytest

from core.delivery.limits import Bucket, Limit, Limits, Paces
from core.ids import MessengerName
from core.messenger.events import ChatKind, ChatRef
from tests.storage.samples import HERE, NOW

SECOND = timedelta(seconds=1)
LIMITS = Limits(Limit(30, 1), Limit(1, 1), Limit(20, 60))


def room(name: str, parent: str = "", kind: ChatKind = ChatKind.ROOM) -> ChatRef:
    """Name a chat."""
    return ChatRef(HERE, name, kind, parent=parent)


@pytest.mark.parametrize(
    ("limit", "at_once", "period"),
    [
        (Limit(30, 1), 5, SECOND / 25),
        (Limit(20, 60), 3, timedelta(seconds=60) / 17),
        (Limit(1, 1), 1, SECOND),
        (Limit(12, 10), 2, SECOND),
    ],
)
def test_how_many_at_once_and_how_far_apart(limit: Limit, at_once: int, period: timedelta) -> None:
    """A sixth in one breath, the rest spread so that no window holds more than the limit."""
    assert limit.at_once == at_once
    assert abs(limit.period - period) < timedelta(microseconds=2)


def test_a_bucket_fills_and_empties() -> None:
    """Two at once, then one a second; once a breath has passed nothing is remembered."""
    bucket = Bucket(Limit(12, 10))
    assert bucket.is_full(NOW)
    assert (bucket.free(NOW), bucket.next_free(NOW)) == (2, NOW)

    bucket.take(NOW)
    assert not bucket.is_full(NOW)
    assert (bucket.free(NOW), bucket.next_free(NOW)) == (1, NOW)
    bucket.take(NOW)
    assert (bucket.free(NOW), bucket.next_free(NOW)) == (0, NOW + SECOND)
    assert (bucket.free(NOW + SECOND), bucket.next_free(NOW + SECOND)) == (1, NOW + SECOND)
    assert bucket.free(NOW + 1.5 * SECOND) == 1
    assert not bucket.is_full(NOW + 1.5 * SECOND)
    assert (bucket.free(NOW + 2 * SECOND), bucket.is_full(NOW + 2 * SECOND)) == (2, True)
    bucket.take(NOW + 9 * SECOND, 2)
    assert bucket.next_free(NOW + 9 * SECOND) == NOW + 10 * SECOND


def test_a_clock_set_back_makes_nobody_wait_long() -> None:
    """A day back is no longer a wait than a full bucket."""
    bucket = Bucket(Limit(12, 10))
    bucket.take(NOW, 2)

    assert bucket.next_free(NOW - timedelta(days=1)) == NOW - timedelta(days=1) + SECOND


def test_chats_have_their_own_limits() -> None:
    """One chat rests, another does not; topics of one room share its limit, and private chats have no room's."""
    paces = Paces({HERE: LIMITS})
    assert paces.account(MessengerName("elsewhere")) is None
    account = paces.account(HERE)
    assert account is not None
    assert account.free(NOW) == 5

    assert paces.next_free(room("a"), NOW) == NOW
    paces.take(room("a"), NOW)
    assert paces.next_free(room("a"), NOW) == NOW + SECOND
    assert paces.next_free(room("b"), NOW) == NOW
    assert paces.next_free(room("topic", parent="a"), NOW) == NOW + SECOND
    assert account.free(NOW) == 5, "the account is counted by whoever hands out"
    assert paces.next_free(ChatRef(MessengerName("elsewhere"), "a"), NOW) == NOW

    assert _sent_in_a_minute(paces, room("busy")) == 19
    assert _sent_in_a_minute(paces, room("alone", kind=ChatKind.PRIVATE)) == 60


def test_chats_that_are_quiet_are_forgotten() -> None:
    """Past ten thousand chats only those are remembered that still have to rest."""
    paces = Paces({HERE: Limits(chat=Limit(1, 1))})
    for number in range(10_001):
        paces.take(room(f"old{number}"), NOW)
    later = NOW + 2 * SECOND
    assert paces.next_free(room("new"), later) == later
    paces.take(room("new"), later)
    assert len(paces._chats) == 1
    assert paces.next_free(room("new"), later) == later + SECOND


def _sent_in_a_minute(paces: Paces, chat: ChatRef) -> int:
    now: datetime = NOW
    sent = 0
    while (now := paces.next_free(chat, now)) < NOW + timedelta(seconds=60):
        paces.take(chat, now)
        sent += 1
    return sent
