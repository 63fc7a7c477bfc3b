"""What runs, and is killed, in the fault tests: a small process that puts, rings and delivers as fast as it can.

    python -m tests.faults.hammer <database> <folder>

Its messenger is the folder: one line per message that appeared, and one per send that was repeated. Both outlive
the process, as a real messenger does.
"""

import asyncio
import logging
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.app.patience import at_last
from core.app.queue import Deed, Sending, Timer
from core.app.rows import Chat
from core.clock import SystemClock
from core.delivery.outbox import Delivery, Habits
from core.delivery.timers import Timers
from core.ids import MessengerName, PostId, TimerId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, Attached, ChatRef, MessageRef
from core.messenger.messages import say
from core.messenger.port import Desk, Home, HomeMade, Post
from core.storage.work import Database, DatabaseWork
from core.wording import text

HERE = MessengerName("folder")
CHATS = 4
APPEARED, REPEATED = "appeared", "repeated"
AT_ONCE = 4


class Folder:
    """A messenger that knows send keys: the same key appears once."""

    name = HERE

    def __init__(self, folder: Path) -> None:
        self.appeared, self.repeated = folder / APPEARED, folder / REPEATED
        lines = self.appeared.read_text().splitlines() if self.appeared.exists() else []
        self._keys = {line.split()[0] for line in lines}

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Know keys, and little else."""
        none = Can.ABSENT
        return Capabilities(none, Can.NATIVE, none, none, none, Can.NATIVE, True, 4000, 80, 10)

    async def send(self, post: Post) -> MessageRef:
        """Write a message down, once per key."""
        again = post.key in self._keys
        self._keys.add(post.key)
        with (self.repeated if again else self.appeared).open("a") as journal:
            journal.write(f"{post.key} {post.chat.id} {post.body[0].text}\n")
        await asyncio.sleep(0)
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

    def __init__(self, database: Database) -> None:
        self._database = database

    async def say_next(self) -> None:
        """Say the next number in one chat and set a timer for it."""
        async with self._database.write() as work:
            await _chat(work, "counter")
            number = await count(work) + 1
            await work.queue.wake(_timer("count", "", timedelta(days=999), number=str(number)))
            await work.queue.wake(_timer("ring", str(number), timedelta(milliseconds=50)))
            await _say(work, await _chat(work, f"chat{number % CHATS}"), number)

    async def ring(self) -> bool:
        """Say the number of a timer in the chat of timers."""
        async with self._database.write() as work:
            timer = await work.queue.take_due(datetime.now(UTC))
            if timer is None:
                return False
            await _say(work, await _chat(work, "timers"), int(timer.subject))
            return True

    async def home_made(self, sending: Sending, made: HomeMade) -> None: ...

    async def home_failed(self, sending: Sending) -> None: ...

    async def admitted(self, sending: Sending, way_in: str) -> None: ...


async def count(work: DatabaseWork) -> int:
    """Return the last number that was said."""
    timer = await work.queue.timer("count", "")
    return int(timer.data["number"]) if timer else 0


async def hammer(setting: str, folder: Path, puts: bool = True) -> None:
    """Put, ring and deliver until killed; without `puts`, until nothing waits."""
    database, clock = Database.at(setting), SystemClock()
    counting = Counting(database)
    delivery = Delivery(
        database.outbox, {HERE: Folder(folder)}, counting, clock, database.bell, habits=Habits("hammer")
    )
    timers = Timers(counting, database.next_due, clock, database.bell)
    if not puts:
        await database.outbox.reclaim("hammer", clock.now())
        await asyncio.sleep(0.1)
        await timers.drain()
        await delivery.drain()
        await database.close()
        return
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(delivery.run())
        tasks.create_task(timers.run())
        while True:
            await asyncio.gather(*[at_last(counting.say_next) for _ in range(AT_ONCE)])


async def _say(work: DatabaseWork, chat: Chat, number: int) -> None:
    words = say(text("own-words", words=str(number)))
    post = Sending(PostId(new_id()), Deed.SEND, f"chat:{chat.id}", HERE, chat.id, message=words)
    await work.queue.put(post, datetime.now(UTC))


async def _chat(work: DatabaseWork, name: str) -> Chat:
    return await work.people.chat(ChatRef(HERE, name), "en")


def _timer(kind: str, subject: str, after: timedelta, **data: str) -> Timer:
    return Timer(TimerId(new_id()), kind, subject, datetime.now(UTC) + after, None, data)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    asyncio.run(hammer(sys.argv[1], Path(sys.argv[2])))
