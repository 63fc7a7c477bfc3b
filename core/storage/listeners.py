"""Which process listens to which messenger?

Of several that share a database and a bot account, one reads what comes; the others stand by. No clock is compared:
the one that listens counts up, and whoever stands by sees by their own watch for how long it has not.
"""

from dataclasses import dataclass

from sqlalchemy import select, update

from core.ids import MessengerName
from core.storage.commits import Writer
from core.storage.rows import Rows
from core.storage.tables import listeners
from core.storage.trouble import Reader


@dataclass(frozen=True, slots=True)
class Listener:
    """Who listens.

    Attributes:
        owner: Name of the process; empty when nobody does.
        beat: Counts up while it lives.
    """

    owner: str
    beat: int


NOBODY = Listener("", 0)


class ListenerRows:
    """Who listens to each messenger; every call is a short transaction of its own.

    Args:
        write: Where its transactions come from.
        read: Only looks, so that standing by never takes the write lock.
    """

    def __init__(self, write: Writer, read: Reader) -> None:
        self._write = write
        self._read = read

    async def listener(self, messenger: MessengerName) -> Listener:
        """Return who listens; `NOBODY` at first."""
        question = select(listeners.c.owner, listeners.c.beat).where(listeners.c.messenger == messenger)
        async with self._read.connect() as connection:
            row = (await connection.execute(question)).first()
        return Listener(row.owner, row.beat) if row else NOBODY

    async def take_over(self, messenger: MessengerName, owner: str, seen: Listener) -> bool:
        """Listen from now on, if all is still as it was seen; of several that try, one hears yes."""
        anew = {"messenger": messenger, "owner": owner, "beat": seen.beat + 1}
        as_seen = (
            listeners.c.messenger == messenger,
            listeners.c.owner == seen.owner,
            listeners.c.beat == seen.beat,
        )
        change = update(listeners).where(*as_seen).values(anew).returning(listeners.c.owner)
        async with self._write.begin() as connection:
            if seen == NOBODY and await Rows(connection, locks=True)._put_if_new(listeners, anew, ("messenger",)):
                return True
            return (await connection.execute(change)).first() is not None

    async def beat(self, messenger: MessengerName, owner: str) -> bool:
        """Count up; False when another one listens by now."""
        mine = (listeners.c.messenger == messenger, listeners.c.owner == owner)
        change = update(listeners).where(*mine).values(beat=listeners.c.beat + 1).returning(listeners.c.beat)
        async with self._write.begin() as connection:
            return (await connection.execute(change)).first() is not None

    async def leave(self, messenger: MessengerName, owner: str) -> None:
        """Listen no more, so that another one need not wait."""
        mine = (listeners.c.messenger == messenger, listeners.c.owner == owner)
        async with self._write.begin() as connection:
            await connection.execute(update(listeners).where(*mine).values(owner="", beat=listeners.c.beat + 1))
