"""Does this process listen to a messenger alone, though others may hold the same token?

Two that read one bot account would hear everything twice, or be refused. So the database says which one listens, and
only that one sends what waits. It is taken over when the listener left, when its process has ended (seen at once on
the same machine), or when it has not counted up for half a minute by the watch of whoever stands by.
"""

import asyncio
import logging
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic

from core.clock import Clock
from core.errors import TryAgain
from core.ids import MessengerName, new_id
from core.messenger.port import Desk, Messenger
from core.storage.listeners import Listener
from core.storage.work import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often is counted and looked, and when silence means an end; seconds.

    Attributes:
        every: Between two counts, and between two looks of whoever stands by.
        silence: Many times `every`, so that a busy machine is not taken for a dead one.
    """

    every: float = 5.0
    silence: float = 30.0


class Alone:
    """Lets a messenger listen only while no other process does.

    Args:
        store: Says who listens, and holds what waits.
        clock: For what waits.
        owner: Name of this process.
        pace: How often it is looked.
    """

    def __init__(self, store: Database, clock: Clock, owner: str = "", pace: Pace | None = None) -> None:
        self._store, self._clock, self._pace = store, clock, pace or Pace()
        self.owner = owner or this_process()
        self._listening: set[MessengerName] = set()

    def serves(self, messenger: MessengerName) -> bool:
        """Say whether this process is the one that listens to a messenger now."""
        return messenger in self._listening

    async def run(self, messenger: Messenger, desk: Desk) -> None:
        """Listen whenever no other process does, until cancelled or until the messenger ends by itself.

        Raises:
            WrongSetting: As the messenger does.
        """
        name = messenger.name
        while True:
            await self._wait_turn(name)
            self._listening.add(name)
            self._store.bell.ring()
            try:
                if await self._listen(messenger, desk):
                    return
            finally:
                self._listening.discard(name)
                with suppress(TryAgain):
                    await self._store.listeners.leave(name, self.owner)
            log.warning("%s: another process listens now; this one stands by", name)

    async def _listen(self, messenger: Messenger, desk: Desk) -> bool:
        """Listen; False when another process took over, True when the messenger ended by itself."""
        listening = asyncio.create_task(messenger.run(desk), name=f"{messenger.name} listens")
        beating = asyncio.create_task(self._beat(messenger.name), name=f"{messenger.name} is alone")
        try:
            await asyncio.wait({listening, beating}, return_when=asyncio.FIRST_COMPLETED)
            ended = listening if listening.done() else beating
            ended.result()
            return ended is listening
        finally:
            listening.cancel()
            beating.cancel()
            await asyncio.gather(listening, beating, return_exceptions=True)

    async def _beat(self, name: MessengerName) -> None:
        """Count up until another process listens; while the database is in trouble nobody can take over."""
        while True:
            await asyncio.sleep(self._pace.every)
            with suppress(TryAgain):
                if not await self._store.listeners.beat(name, self.owner):
                    return

    async def _wait_turn(self, name: MessengerName) -> None:
        """Wait until the messenger has no other listener, and become it."""
        seen, since, told = None, monotonic(), False
        while True:
            with suppress(TryAgain):
                now = await self._store.listeners.listener(name)
                if now != seen:
                    seen, since = now, monotonic()
                if (_is_over(now) or monotonic() - since >= self._pace.silence) and await self._take(name, now):
                    return
                if not told and not _is_over(now):
                    log.warning("%s: another process listens to it; this one stands by", name)
                    told = True
            await asyncio.sleep(self._pace.every)

    async def _take(self, name: MessengerName, before: Listener) -> bool:
        if not await self._store.listeners.take_over(name, self.owner, before):
            return False
        if has_ended(before.owner):
            # What it held in hand is nobody's; of one that is only silent, leases end by themselves.
            await self._store.outbox.reclaim(before.owner, self._clock.now())
        return True


@cache
def this_process() -> str:
    """Name this process: where process numbers mean the same, its number, and what no other one has."""
    return f"{_place()} {os.getpid()} {new_id()}"


def has_ended(owner: str) -> bool:
    """Say whether a process is known to have ended; False where that cannot be seen from here."""
    place, _, number = owner.rpartition(" ")[0].rpartition(" ")
    if place != _place() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return owner != this_process()  # Another one had our number before us.
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False


def _is_over(listener: Listener) -> bool:
    return not listener.owner or has_ended(listener.owner)


def _place() -> str:
    """Name what shares process numbers: this start of this machine, and in it this container."""
    try:
        start = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{start}/{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return socket.gethostname()
