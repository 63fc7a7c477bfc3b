"""How does everything that waits in the outbox reach its chat, in order, within limits, and never twice if avoidable?

One loop hands out the heads of free lanes; each deed is a task of its own, so that a slow chat holds nobody up.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from core.app.arrivals import Arrivals
from core.app.outbox import Leased, Outbox
from core.app.queue import Deed
from core.bell import Bell
from core.clock import Clock
from core.delivery.acts import Actor, Admitted, Fruit, Reading, Sent
from core.delivery.drawing import Easel
from core.delivery.limits import LIMITS, Limits, Paces
from core.delivery.notes import Notes
from core.delivery.patience import Patience
from core.errors import ChatGone, NoPrivateWay, TryAgain, Undeliverable
from core.ids import MessengerName, PostId
from core.messenger.capabilities import Can
from core.messenger.port import HomeMade, Messenger
from core.tally import Tally, Uncounted

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(seconds=1)
AT_ONCE = 64

WAITS_AT_MOST = timedelta(hours=1)
"""What seems to wait longer when we start was put while the clock ran ahead; longer than any pause of `Patience`."""

SET_BACK = timedelta(seconds=5)
"""A clock that is corrected by less is no trouble."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How delivery goes about it.

    Attributes:
        owner: Name of this process; lanes are held under it.
        reading: Language and zone where nobody chose.
        patience: How deeds are repeated.
        limits: By messenger; one that is not named says itself when it is too much.
        at_once: Most deeds in the air.
        chance: Source of jitter.
        tally: Counts what became of each deed.
        serves: Whether this process is the one that speaks on a messenger now; the others stand by.
    """

    owner: str
    reading: Reading = field(default_factory=Reading)
    patience: Patience = field(default_factory=Patience)
    limits: Mapping[MessengerName, Limits] = field(default_factory=lambda: LIMITS)
    at_once: int = AT_ONCE
    chance: Random = field(default_factory=Random)
    tally: Tally = field(default_factory=Uncounted)
    serves: Callable[[MessengerName], bool] = lambda messenger: True


class Delivery:
    """Takes deeds out of the outbox and has messengers do them.

    Args:
        outbox: Where they wait.
        messengers: Those that run in this process.
        arrivals: Told of homes and admissions.
        clock: Says what is due.
        bell: Rung when something was put.
        habits: The rest.
    """

    def __init__(
        self,
        outbox: Outbox,
        messengers: Mapping[MessengerName, Messenger],
        arrivals: Arrivals,
        clock: Clock,
        bell: Bell,
        *,
        habits: Habits,
    ) -> None:
        self._outbox, self._arrivals, self._clock, self._habits = outbox, arrivals, clock, habits
        easel = Easel()
        self._actors = {
            name: Actor(messenger, outbox, habits.reading, habits.patience.deed, messengers, easel)
            for name, messenger in messengers.items()
        }
        self._paces = Paces(habits.limits)
        self._rung = bell.listen()
        self._hands: set[PostId] = set()
        self._seen = clock.now()
        self._stopping = False
        self._notes = Notes(habits.patience.lease - habits.patience.deed)

    async def run(self) -> None:
        """Deliver until stopped, then finish what is in hand."""
        await self._notes.surely(lambda: self._outbox.reclaim(self._habits.owner, self._clock.now()))
        await self._notes.surely(
            lambda: self._outbox.hasten(list(self._actors), self._clock.now(), beyond=WAITS_AT_MOST)
        )
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping:
                self._rung.clear()
                for leased in await self._lease():
                    tasks.create_task(self._deliver(leased))
                await self._pause()

    def stop(self) -> None:
        """Take nothing new; `run` returns once what is in hand is done."""
        self._stopping = True
        self._rung.set()

    async def drain(self) -> int:
        """Deliver everything that may go now, without waiting for any clock; returns how many deeds were tried."""
        tried = 0
        while batch := await self._lease():
            async with asyncio.TaskGroup() as tasks:
                for leased in batch:
                    tasks.create_task(self._deliver(leased))
            tried += len(batch)
        return tried

    async def _lease(self) -> list[Leased]:
        """Take what may go now; a database in trouble is logged once and asked again later."""
        found: list[Leased] = []
        try:
            await self._mind_the_clock()
            for name in filter(self._habits.serves, self._actors):
                found += await self._lease_from(name)
        except TryAgain:
            return found
        except Exception:
            self._notes.trouble("the outbox cannot be read")
        else:
            self._notes.well()
        return found

    async def _mind_the_clock(self) -> None:
        """Where the clock was set back, let nobody wait for moments that lie further away now than they were meant."""
        now, before = self._clock.now(), self._seen
        if now < before - SET_BACK:
            log.warning("the clock was set back by %s; what waits goes on", before - now)
            await self._outbox.hasten(list(self._actors), now, by=before - now)
        self._seen = now

    async def _lease_from(self, messenger: MessengerName) -> list[Leased]:
        now = self._clock.now()
        bucket = self._paces.account(messenger)
        room = self._habits.at_once - len(self._hands)
        most = room if bucket is None else min(room, bucket.free(now))
        first = await self._outbox.next_time([messenger]) if most > 0 else None
        if first is None or first > now:
            return []
        until = now + self._habits.patience.lease
        batch = await self._outbox.lease(self._habits.owner, [messenger], now, until, most)
        # Where the clock went ahead, leases end early: what is in hand is not begun a second time.
        fresh = [leased for leased in batch if leased.sending.id not in self._hands]
        if bucket is not None:
            bucket.take(now, len(fresh))
        self._hands.update(leased.sending.id for leased in fresh)
        return fresh

    async def _pause(self) -> None:
        """Wait for the bell, for a limit to pass, or for a second."""
        now = self._clock.now()
        buckets = [bucket for name in self._actors if (bucket := self._paces.account(name)) and not bucket.free(now)]
        waits = [bucket.next_free(now) - now for bucket in buckets]
        try:
            async with asyncio.timeout(min([LOOK_EVERY, *waits]).total_seconds()):
                await self._rung.wait()
        except TimeoutError:
            pass

    async def _deliver(self, leased: Leased) -> None:
        """Do one deed and note what became of it; nothing a deed does can end the loop.

        Whatever else may go now is looked for, unless it is known that there is nothing.
        """
        look_again = True
        try:
            look_again = await self._try(leased) or len(self._hands) >= self._habits.at_once
        finally:
            self._hands.discard(leased.sending.id)
            if look_again or self._stopping:
                self._rung.set()

    async def _try(self, leased: Leased) -> bool:
        """Do it; says whether something may wait that could not go before."""
        now, sending = self._clock.now(), leased.sending
        actor = self._actors[sending.messenger]
        if leased.unsure and sending.at_most_once and not _knows_repeats(actor, leased):
            await self._give_up(leased, "it may have arrived before a restart")
            return True
        if leased.chat is not None and (free := self._paces.next_free(leased.chat, now)) > now:
            await self._notes.surely(lambda: self._outbox.later(sending.id, free, "the chat rests"))
            return True
        try:
            if leased.chat is not None:
                self._paces.take(leased.chat, now)
            return await self._arrived(leased, await actor.act(leased))
        except TryAgain as wait:
            await self._later(leased, wait)
        except NoPrivateWay:
            await self._no_private_way(leased)
        except ChatGone as gone:
            await self._chat_gone(leased, gone)
        except Undeliverable as never:
            await self._never(leased, never)
        except Exception as bug:
            log.exception("deed %s of %s failed", sending.deed, sending.id)
            await self._later(leased, TryAgain(type(bug).__name__), self._habits.patience.bugs)
        return True

    async def _arrived(self, leased: Leased, fruit: Fruit) -> bool:
        """Note success; what else comes of it, the application notes in the same transaction.

        Says whether something may wait behind it.
        """
        sending = leased.sending
        self._count(leased, "done")
        match fruit:
            case HomeMade():
                await self._notes.in_time(lambda: self._arrivals.home_made(sending, fruit))
            case Admitted(way_in):
                await self._notes.in_time(lambda: self._arrivals.admitted(sending, way_in))
            case Sent(message):
                now = self._clock.now()
                rest = self._paces.next_free(leased.chat, now) if leased.chat else None
                return await self._notes.surely(lambda: self._outbox.done(sending.id, message, now, rest)) is not False
        return True

    async def _later(self, leased: Leased, wait: TryAgain, most: int | None = None) -> None:
        sending, patience = leased.sending, self._habits.patience
        if wait.may_have_arrived and sending.at_most_once:
            await self._give_up(leased, f"it may have arrived: {wait}")
        elif leased.attempts + 1 >= (most or patience.tries):
            await self._never(leased, Undeliverable(f"tried {leased.attempts + 1} times: {wait}"))
        else:
            again = self._clock.now() + patience.wait(leased.attempts, wait.after, self._habits.chance)
            self._count(leased, "later")
            await self._notes.surely(lambda: self._outbox.later(sending.id, again, str(wait) or "later"))

    async def _no_private_way(self, leased: Leased) -> None:
        if leased.sending.deed is not Deed.SEND:
            await self._never(leased, Undeliverable("no private way"))
        else:
            self._count(leased, "parked")
            await self._notes.surely(lambda: self._outbox.park(leased.sending.id, self._clock.now()))

    async def _chat_gone(self, leased: Leased, gone: ChatGone) -> None:
        chat = leased.edits.chat if leased.edits else leased.chat
        if chat is not None and leased.sending.deed is not Deed.HOME:
            await self._notes.surely(lambda: self._outbox.sleep(chat, self._clock.now()))
        await self._never(leased, gone)

    async def _never(self, leased: Leased, never: Undeliverable) -> None:
        if leased.sending.deed is Deed.HOME:
            await self._notes.surely(lambda: self._arrivals.home_failed(leased.sending))
        await self._give_up(leased, str(never) or type(never).__name__)

    async def _give_up(self, leased: Leased, reason: str) -> None:
        sending = leased.sending
        log.warning("gave up %s %s on %s: %s", sending.deed, sending.id, sending.messenger, reason)
        self._count(leased, "given-up")
        await self._notes.surely(lambda: self._outbox.give_up(sending.id, reason, self._clock.now()))

    def _count(self, leased: Leased, outcome: str) -> None:
        self._habits.tally.delivered(leased.sending.messenger, leased.sending.deed, outcome)


def _knows_repeats(actor: Actor, leased: Leased) -> bool:
    chat = leased.chat
    return chat is not None and actor.messenger.capabilities(chat).send_keys is Can.NATIVE
