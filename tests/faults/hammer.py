"""What runs, and is killed, in the fault tests: a small process that puts, rings and delivers as fast as it can.

Its messenger is the folder: one line per message that appeared, and one per send that was repeated. Both outlive
the process, as a real messenger does.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.patience import at_last
from core.app.queue import Deed, Sending, Timer
from core.app.rows import Chat
from core.clock import SystemClock
from core.delivery.limits import LIMITS, Limits
from core.delivery.outbox import Delivery, Habits
from core.delivery.timers import Timers
from core.ids import MessengerName, PostId, TimerId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, Attached, ChatKind, ChatRef, MessageRef
from core.messenger.messages import say
from core.messenger.port import Desk, Home, HomeMade, Post
from core.storage.work import Database, DatabaseWork
from core.wording import text

APPEARED, REPEATED, LOG = "appeared", "repeated", "log"
AT_ONCE, BREATH = 4, 0.005
OWNER = "hammer"
BACKLOG = 300
"""Messages that may wait before the writers do; a longer queue would only be emptied, after the last death."""


@dataclass(frozen=True, slots=True)
class Manner:
    """As which messenger the folder is spoken to, and how fast.

    Attributes:
        name: Whose limits hold.
        chats: How many chats read the numbers; as many more read what the timers say.
        knows_keys: Whether a repeated send appears once.
        answers_after: Seconds from a message's appearance until we are told.
        every: Seconds between two numbers of one writer.
    """

    name: MessengerName
    chats: int
    knows_keys: bool = True
    answers_after: float = 0
    every: float = 0


FOLDER = Manner(MessengerName("folder"), 3)
TELEGRAM = Manner(MessengerName("telegram"), 40, knows_keys=False, answers_after=0.03, every=0.6)
"""About half of what its limit of an account lets through, each with the way back of a near server."""


class Folder:
    """A messenger that writes down what appeared, and beside it what was sent again."""

    def __init__(self, folder: Path, manner: Manner = FOLDER) -> None:
        self.name, self._manner = manner.name, manner
        self.appeared, self.repeated = folder / APPEARED, folder / REPEATED
        lines = self.appeared.read_text().splitlines() if self.appeared.exists() else []
        self._keys = {line.split()[0] for line in lines}

    @property
    def known(self) -> int:
        """How many messages appeared."""
        return len(self._keys)

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Know keys or not, and little else."""
        none, keys = Can.ABSENT, Can.NATIVE if self._manner.knows_keys else Can.ABSENT
        return Capabilities(none, Can.NATIVE, none, none, none, keys, True, 4000, 80, 10)

    async def send(self, post: Post) -> MessageRef:
        """Write a message down, once per key."""
        again = post.key in self._keys
        self._keys.add(post.key)
        with (self.repeated if again else self.appeared).open("a") as journal:
            journal.write(f"{post.key} {post.chat.id} {post.body[0].text}\n")
        await asyncio.sleep(self._manner.answers_after)
        return MessageRef(post.chat, post.key)

    async def run(self, desk: Desk) -> None: ...

    async def edit(self, message: MessageRef, post: Post) -> None: ...

    async def remove(self, message: MessageRef) -> None: ...

    async def fetch(self, file: Attached, most: int) -> bytes:
        raise NotImplementedError

    async def open_private(self, account: AccountRef) -> ChatRef:
        raise NotImplementedError

    async def make_home(self, home: Home) -> HomeMade:
        raise NotImplementedError

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        raise NotImplementedError

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None: ...

    async def check(self) -> str:
        return "folder"


class Counting:
    """An application that numbers what it says, in the same transaction as it says it."""

    def __init__(self, database: Database, manner: Manner = FOLDER) -> None:
        self._database, self._manner = database, manner

    async def say_next(self) -> int:
        """Say the next number in one chat and set a timer for it; returns the number."""
        async with self._database.write() as work:
            await self._chat(work, "counter")
            number = await count(work) + 1
            await work.queue.wake(_timer("count", "", timedelta(days=999), number=str(number)))
            await work.queue.wake(_timer("ring", str(number), timedelta(milliseconds=50)))
            await self._say(work, f"chat{number % self._manner.chats}", number)
            return number

    async def ring(self) -> bool:
        """Say the number of a timer in a chat of timers."""
        async with self._database.write() as work:
            timer = await work.queue.take_due(datetime.now(UTC))
            if timer is None:
                return False
            number = int(timer.subject)
            await self._say(work, f"timers{number % self._manner.chats}", number)
            return True

    async def home_made(self, sending: Sending, made: HomeMade) -> None: ...

    async def home_failed(self, sending: Sending) -> None: ...

    async def admitted(self, sending: Sending, way_in: str) -> None: ...

    async def _say(self, work: DatabaseWork, name: str, number: int) -> None:
        chat, words = await self._chat(work, name), say(text("own-words", words=str(number)))
        post = Sending(PostId(new_id()), Deed.SEND, f"chat:{chat.id}", self._manner.name, chat.id, message=words)
        await work.queue.put(post, datetime.now(UTC))

    async def _chat(self, work: DatabaseWork, name: str) -> Chat:
        return await work.people.chat(ChatRef(self._manner.name, name, ChatKind.PRIVATE), "en")


async def count(work: DatabaseWork) -> int:
    """Return the last number that was said."""
    timer = await work.queue.timer("count", "")
    return int(timer.data["number"]) if timer else 0


async def hammer(setting: str, folder: Path, manner: Manner = FOLDER) -> None:
    """Put, ring and deliver until killed."""
    database = Database.at(setting)
    counting = Counting(database, manner)
    messenger = Folder(folder, manner)
    delivery, timers = _loops(database, counting, messenger, LIMITS)

    async def write() -> None:
        number = 0
        while True:
            if 2 * number - messenger.known < BACKLOG:
                number = await at_last(counting.say_next)
            await asyncio.sleep(manner.every or BREATH)

    async with asyncio.TaskGroup() as tasks:
        for loop in (delivery.run, timers.run, *[write] * AT_ONCE):
            tasks.create_task(loop())


async def finish(setting: str, folder: Path, manner: Manner = FOLDER) -> None:
    """Ring and deliver until nothing waits, as fast as it goes."""
    database = Database.at(setting)
    delivery, timers = _loops(database, Counting(database, manner), Folder(folder, manner), {})
    await database.outbox.reclaim(OWNER, datetime.now(UTC))
    await database.outbox.hasten([manner.name], datetime.now(UTC), beyond=timedelta())
    await asyncio.sleep(0.1)
    await timers.drain()
    await delivery.drain()
    await database.close()


def _loops(
    database: Database, counting: Counting, messenger: Folder, limits: Mapping[MessengerName, Limits]
) -> tuple[Delivery, Timers]:
    clock, habits = SystemClock(), Habits(OWNER, limits=limits)
    outbox, messengers = database.outbox, {messenger.name: messenger}
    delivery = Delivery(outbox, messengers, counting, clock, database.bell, habits=habits)
    return delivery, Timers(counting, database.next_due, clock, database.bell)


def _timer(kind: str, subject: str, after: timedelta, **data: str) -> Timer:
    return Timer(TimerId(new_id()), kind, subject, datetime.now(UTC) + after, None, data)


def run(setting: str, folder: Path, manner: Manner) -> None:
    """Hammer in a process of its own; what it logs is added to `log` in the folder."""
    with (folder / LOG).open("ab") as log:
        os.dup2(log.fileno(), sys.stderr.fileno())
    logging.basicConfig(level=logging.INFO, force=True)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    asyncio.run(hammer(setting, folder, manner))
