"""Do two processes with the same token ever listen at once, and does one take over when the other has ended?"""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from bots.alone import Alone, Pace, has_ended, this_process
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.delivery.outbox import Delivery, Habits
from core.errors import WrongSetting
from core.messenger.port import Desk
from core.storage.listeners import NOBODY
from core.storage.work import Database
from tests.delivery.fakes import ABLE, Ear, Recorder
from tests.stage import until
from tests.storage.samples import HERE, NOW, sending, some_place

PATIENT, HASTY = Pace(0.02, 600), Pace(0.02, 0.1)
LEASE = timedelta(seconds=180)


class Account:
    """A bot account that counts who listens to it, in whatever process.

    Attributes:
        listening: How often each process listens now.
        most: How many ever did at once.
    """

    def __init__(self) -> None:
        self.listening: Counter[str] = Counter()
        self.most = 0

    def of(self, name: str) -> "Listening":
        """Give a process a messenger for this account."""
        return Listening(self, name)


class Listening(Recorder):
    """One process's messenger."""

    def __init__(self, account: Account, name: str) -> None:
        super().__init__()
        self.account, self.process, self.wrong = account, name, asyncio.Event()

    async def run(self, desk: Desk) -> None:
        """Listen until cancelled, or until something is wrong."""
        self.account.listening[self.process] += 1
        self.account.most = max(self.account.most, self.account.listening.total())
        try:
            await self.wrong.wait()
            raise WrongSetting("the token is not known")
        finally:
            self.account.listening[self.process] -= 1


class Process:
    """One of several that share a database and an account.

    Args:
        url: Of the database.
        account: Which all listen to.
        name: Under which it is counted.
        pace: How soon it takes over.
    """

    def __init__(self, url: str, account: Account, name: str, pace: Pace) -> None:
        self.database, self.messenger = Database.at(url), account.of(name)
        clock = VirtualClock(NOW)
        application = Application(self.database, clock, Node("en", "UTC", lambda chat: ABLE))
        self.alone = Alone(self.database, clock, f"elsewhere 1 {name}", pace)
        self.delivery = Delivery(
            self.database.outbox,
            {HERE: self.messenger},
            Ear(self.database),
            clock,
            self.database.bell,
            habits=Habits(self.alone.owner, serves=self.alone.serves, limits={}),
        )
        self.running = asyncio.create_task(self.alone.run(self.messenger, application))

    async def ends(self) -> None:
        """End as one does that is told to."""
        self.running.cancel()
        with suppress(asyncio.CancelledError, WrongSetting):
            await self.running


@pytest.fixture
def account() -> Account:
    """Give an account nobody listens to."""
    return Account()


@pytest.fixture
async def start(database_url: str, account: Account) -> AsyncIterator[Callable[..., Process]]:
    """Start processes; whatever becomes of them, they end."""
    started: list[Process] = []

    def one(name: str, pace: Pace = PATIENT) -> Process:
        started.append(Process(database_url, account, name, pace))
        return started[-1]

    yield one
    for process in started:
        await process.ends()
        await process.database.close()


def who(account: Account) -> list[str]:
    """Name those that listen."""
    return sorted(account.listening.elements())


async def test_of_many_one_listens_and_each_that_leaves_is_followed(
    account: Account, start: Callable[..., Process], caplog: pytest.LogCaptureFixture
) -> None:
    """Started at once, one listens; when it is stopped the next one does, without ever two at a time."""
    processes = {name: start(name) for name in "abcd"}

    await until(lambda: caplog.text.count("this one stands by") == len(processes) - 1)
    while processes:
        await until(lambda: len(who(account)) == 1)
        await processes.pop(who(account)[0]).ends()

    assert account.most == 1
    assert who(account) == []


async def test_one_that_died_is_followed_and_what_it_held_goes_out(
    database: Database, account: Account, start: Callable[[str], Process]
) -> None:
    """Killed on this machine: another process listens at once and sends what the dead one had in hand."""
    died = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await died.wait()
    await held_by(database, this_process().replace(f" {os.getpid()} ", f" {died.pid} "))

    heir = start("heir")
    await until(lambda: who(account) == ["heir"])
    await heir.delivery.drain()

    assert heir.messenger.said("room") == ["hello"]


async def test_one_that_falls_silent_is_followed(
    database: Database, account: Account, start: Callable[[str, Pace], Process]
) -> None:
    """Where nobody can see whether it ended, a while of silence is enough; what it may still do waits for its lease."""
    await held_by(database, "elsewhere 1 silent")

    heir = start("heir", HASTY)
    await until(lambda: who(account) == ["heir"])
    await heir.delivery.drain()

    assert heir.messenger.said("room") == []


async def test_one_that_slept_too_long_lets_go(
    database: Database, account: Account, start: Callable[[str], Process]
) -> None:
    """Whoever wakes up and finds another one listening neither listens nor sends, until that one leaves."""
    place = await some_place(database)
    slept = start("slept")
    await until(lambda: who(account) == ["slept"])

    while not await database.listeners.take_over(HERE, "other", await database.listeners.listener(HERE)):
        pass
    await until(lambda: who(account) == [])
    async with database.write() as work:
        await work.queue.put(sending(place.room, "hello"), NOW)
    await slept.delivery.drain()
    assert slept.messenger.said("room") == []

    await database.listeners.leave(HERE, "other")
    await until(lambda: who(account) == ["slept"])
    await slept.delivery.drain()
    assert slept.messenger.said("room") == ["hello"]


async def test_one_that_is_refused_holds_nobody_up(account: Account, start: Callable[[str], Process]) -> None:
    """Where a messenger ends by itself the operator hears why, and another process may try."""
    refused = start("refused")
    await until(lambda: who(account) == ["refused"])

    refused.messenger.wrong.set()
    with pytest.raises(WrongSetting):
        await refused.running

    start("other")
    await until(lambda: who(account) == ["other"])


def test_the_living_have_not_ended() -> None:
    """Only what is known to have ended is taken for dead: not a neighbour, nor anybody on another machine."""
    mine = this_process()

    assert not has_ended(mine.replace(f" {os.getpid()} ", f" {os.getppid()} "))
    assert not has_ended(f"elsewhere {os.getpid()} x")
    assert not has_ended("")
    assert not has_ended(mine)
    assert has_ended(f"{mine}before"), "it had the number this process has now"


async def held_by(database: Database, owner: str) -> None:
    """Let a process listen, and have a message in hand."""
    place = await some_place(database)
    async with database.write() as work:
        await work.queue.put(sending(place.room, "hello"), NOW)
    assert await database.listeners.take_over(HERE, owner, NOBODY)
    assert await database.outbox.lease(owner, [HERE], NOW, NOW + LEASE, 1)
