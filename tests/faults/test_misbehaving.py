"""Is anything lost, said out of order or too often when the messengers themselves misbehave?

A messenger refuses one send in ten, for each of the reasons there are, before or after the message appeared. Time is
the test's own: a day of messages passes as fast as the house works.
"""

import asyncio
import random
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from core.app.dispatch import Application
from core.app.queue import Deed, Sending, Urgency
from core.app.turn import Node
from core.clock import VirtualClock
from core.delivery.limits import Limit, Limits
from core.delivery.outbox import Delivery, Habits
from core.errors import TryAgain
from core.ids import EventKey, PostId
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, MessageRef, Said
from core.messenger.port import Post
from core.storage.work import Database
from tests.delivery.fakes import ABLE, Ear, Recorder
from tests.stage import until
from tests.storage.samples import HERE, NOW, a_message, some_room

LIMITS = Limits(Limit(30, 1), Limit(1, 1), Limit(20, 60))
BAD = 0.1
STEP = timedelta(milliseconds=250)
FINEST = timedelta(milliseconds=50)
"""Time goes on to the next moment at which anything may happen, and by no less than this."""


@dataclass
class Moody(Recorder):
    """A messenger in a bad mood.

    Attributes:
        clock: Says when something was asked of it.
        chance: Decides.
        asked: Moments of all sends, and of those into each chat.
        repeats: How often a message appeared again, by its id.
        unsure: How often it appeared and we were told nothing of it.
    """

    clock: VirtualClock = field(default_factory=lambda: VirtualClock(NOW))
    chance: random.Random = field(default_factory=lambda: random.Random(4))
    asked: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    arrived: dict[str, datetime] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    repeats: Counter[str] = field(default_factory=Counter)
    unsure: int = 0

    async def send(self, post: Post) -> MessageRef:
        """Send it, or fail in one of the ways messengers fail."""
        self.asked[""].append(self.clock.now())
        self.asked[post.chat.id].append(self.clock.now())
        mood = self.chance.choice(("429", "5xx", "reset", "late", "lost")) if self.chance.random() < BAD else ""
        if mood == "429":
            raise TryAgain("too many requests", after=self.chance.uniform(0.1, 5))
        if mood in {"5xx", "reset", "lost"}:
            raise TryAgain(mood, may_have_arrived=mood == "lost")
        if post.key in self.arrived:
            self.repeats[post.key] += 1
        else:
            self.arrived[post.key] = self.clock.now()
            self.order[post.chat.id].append(post.body[0].text)
        if mood == "late":
            self.unsure += 1
            raise TryAgain("no answer in time", may_have_arrived=True)
        return MessageRef(post.chat, f"m{len(self.arrived)}")


async def test_one_send_in_ten_fails(database: Database, long: bool) -> None:
    """Every message arrives in its order, the limits are kept, and a chat with a long backlog delays no other."""
    backlog, others, passing = (100_000, 300, 1_000) if long else (150, 12, 100)
    alone = await _life(database, 0, others, passing, "quiet")
    beside = await _life(database, backlog, others, passing, "busy")

    assert beside[-1] <= alone[-1] + STEP.total_seconds()


async def _life(database: Database, backlog: int, others: int, seconds: int, name: str) -> list[float]:
    """Let one chat have a backlog while in others something is said now and then; returns p50 and p95 of those, s."""
    clock = VirtualClock(NOW)
    moody = Moody(clock=clock)
    habits = Habits("house", limits={HERE: LIMITS}, chance=random.Random(1))
    delivery = Delivery(database.outbox, {HERE: moody}, Ear(database), clock, database.bell, habits=habits)
    put: dict[str, datetime] = {}
    said = await _put(database, clock, f"{name}-long", ChatKind.PRIVATE, range(backlog))
    chance = random.Random(2)
    moments = deque(sorted(NOW + timedelta(seconds=chance.uniform(1, seconds)) for _ in range(others * 4)))
    number = 0
    for _ in range(100 * (backlog + seconds * 4) + 10_000):
        while moments and moments[0] <= clock.now():
            moments.popleft()
            number += 1
            new = await _put(database, clock, f"{name}-{number % others}", ChatKind.ROOM, [number])
            put |= dict.fromkeys(new, clock.now())
        await delivery.drain()
        if not moments and len(moody.arrived) == len(put) + len(said):
            break
        free = await database.outbox.next_time([HERE])
        soon = min((moment for moment in (free, moments[0] if moments else None) if moment), default=clock.now())
        clock.advance(max(FINEST, soon - clock.now()))

    assert set(moody.arrived) == {*put, *said}
    assert moody.order[f"{name}-long"] == [f"{number}" for number in range(backlog)]
    assert sum(moody.repeats.values()) <= moody.unsure
    _within(moody.asked.pop(""), LIMITS.account)
    for chat, moments_there in moody.asked.items():
        _within(moments_there, LIMITS.chat)
        if not chat.endswith("long"):
            _within(moments_there, LIMITS.room)
    waited = sorted((moody.arrived[key] - moment).total_seconds() for key, moment in put.items())
    return [waited[len(waited) // 2], waited[int(len(waited) * 0.95)]]


async def _put(
    database: Database, clock: VirtualClock, chat: str, kind: ChatKind, numbers: "range | list[int]"
) -> list[str]:
    """Put messages into a chat, some hundreds in a transaction; returns their ids."""
    made: list[str] = []
    for begin in range(0, len(numbers), 500):
        async with database.write() as work:
            place = await work.people.chat(ChatRef(HERE, chat, kind), "en")
            for number in numbers[begin : begin + 500]:
                post = PostId(f"{chat}-{number}")
                words = a_message(str(number))
                urgency = Urgency.NEWS if "long" in chat else Urgency.ANSWER
                one = Sending(post, Deed.SEND, f"chat:{place.id}", HERE, place.id, message=words, urgency=urgency)
                await work.queue.put(one, clock.now())
                made.append(post)
    return made


def _within(moments: list[datetime], limit: Limit | None) -> None:
    """Check that no window of a limit's length holds more than its count."""
    assert limit is not None
    window: deque[datetime] = deque()
    for moment in moments:
        window.append(moment)
        while moment - window[0] >= timedelta(seconds=limit.seconds):
            window.popleft()
        assert len(window) <= limit.count, (limit, moment)


async def test_updates_repeated_swapped_and_delayed_act_once_each(database: Database, long: bool) -> None:
    """However often and in whatever order a messenger hands an event in, and many at once, it acts once."""
    chance, events = random.Random(3), 2_000 if long else 60
    application = Application(database, VirtualClock(NOW), Node("en", "UTC", lambda _chat: ABLE))
    once = [_asking(number) for number in range(events)]
    handed = sorted(once + chance.choices(once, k=events), key=lambda event: chance.uniform(0, 5) + int(event.key))

    for begin in range(0, len(handed), 8):
        await asyncio.gather(*(application.handle(event) for event in handed[begin : begin + 8]))

    answered: Counter[str] = Counter()
    until = NOW + timedelta(minutes=3)
    while leased := await database.outbox.lease("test", [HERE], NOW, until, 100):
        for one in leased:
            answered[str(one.sending.answering)] += 1
            await database.outbox.done(one.sending.id, None, NOW)
    assert answered == Counter({str(number): 1 for number in range(events)})


def _asking(number: int) -> Incoming:
    chat, account = ChatRef(HERE, f"chat{number % 5}", title="Square"), AccountRef(HERE, f"p{number % 7}", "Lena", "en")
    return Incoming(EventKey(str(number)), chat, account, Said("/constitution"), datetime.now(UTC))


async def test_a_clock_that_jumps_a_day_stops_nothing(database: Database) -> None:
    """Set ahead or back by a day, with sends in the air and waiting, everything is said at once and only once."""
    clock = VirtualClock(NOW)
    moody = Moody(clock=clock, chance=random.Random(5))
    habits = Habits("house", limits={}, chance=random.Random(1))
    delivery = Delivery(database.outbox, {HERE: moody}, Ear(database), clock, database.bell, habits=habits)
    waiting: list[str] = []
    for jump, day in enumerate((1, -1, -1, 1)):
        for chat in range(6):
            waiting += await _put(database, clock, f"j{jump}-{chat}", ChatKind.ROOM, range(3))
        await delivery.drain()
        clock.advance(timedelta(days=day))
        for _ in range(60):
            await delivery.drain()
            clock.advance(timedelta(seconds=1))

    assert set(moody.arrived) == set(waiting)
    assert sum(moody.repeats.values()) <= moody.unsure


async def test_what_was_put_while_the_clock_ran_ahead_waits_for_nobody(database: Database) -> None:
    """A process that starts after the clock was set right says at once what one that ran ahead left waiting."""
    ahead = VirtualClock(NOW + timedelta(days=1))
    async with database.write() as work:
        room = await some_room(work)
        post = Sending(PostId("late"), Deed.SEND, f"chat:{room.id}", HERE, room.id, message=a_message("hello"))
        await work.queue.put(post, ahead.now())
    recorder = Recorder()
    delivery = Delivery(
        database.outbox, {HERE: recorder}, Ear(database), VirtualClock(NOW), database.bell, habits=Habits("house")
    )

    running = asyncio.create_task(delivery.run())
    try:
        await until(lambda: recorder.sent, 60)
    finally:
        delivery.stop()
        await running

    assert recorder.said("room") == ["hello"]
