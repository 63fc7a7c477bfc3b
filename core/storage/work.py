"""How does a use case get one transaction over all rows?"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.bell import Bell
from core.ids import MessengerName
from core.storage.blocks import BlockRows
from core.storage.contracts import ContractRows
from core.storage.engine import Engines, open_database
from core.storage.groups import GroupRows
from core.storage.introductions import IntroductionRows
from core.storage.links import LinkRows
from core.storage.needs import NoticeRows, PairingRows
from core.storage.outbox import OutboxRows
from core.storage.people import PeopleRows
from core.storage.promises import PromiseRows
from core.storage.proposals import ProposalRows
from core.storage.queue import QueueRows
from core.storage.rounds import RoundRows
from core.storage.rows import Rows
from core.storage.tables import tokens
from core.storage.topics import FollowRows, NewsRows


class DatabaseWork:
    """Implements `core.app.ports.Work`: one open transaction, and the repositories in it.

    Args:
        connection: Inside a transaction.
        locks: True when the transaction may write.
    """

    def __init__(self, connection: AsyncConnection, locks: bool) -> None:
        self._connection = connection
        self.people = PeopleRows(connection, locks)
        self.queue = QueueRows(connection, locks)
        self.proposals = ProposalRows(connection, locks)
        self.groups = GroupRows(connection, locks)
        self.contracts = ContractRows(connection, locks)
        self.rounds = RoundRows(connection, locks)
        self.promises = PromiseRows(connection, locks)
        self.follows = FollowRows(connection, locks)
        self.news = NewsRows(connection, locks)
        self.notices = NoticeRows(connection, locks)
        self.pairings = PairingRows(connection, locks)
        self.introductions = IntroductionRows(connection, locks)
        self.links = LinkRows(connection, locks)
        self.blocks = BlockRows(connection, locks)

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """Open a savepoint: an error inside undoes what was done inside, and passes on."""
        async with self._connection.begin_nested():
            yield


class Database:
    """Implements `core.app.ports.Store`: where transactions come from.

    Args:
        engines: The open database.
        bell: Rung after each commit, so that what was put is looked at at once.
    """

    def __init__(self, engines: Engines, bell: Bell) -> None:
        self._engines = engines
        self.bell = bell
        self.outbox = OutboxRows(engines.write, engines.read)

    @classmethod
    def at(cls, setting: str) -> "Database":
        """Open the database a setting names, with a bell of its own.

        Raises:
            WrongSetting: It names none.
        """
        return cls(open_database(setting), Bell())

    @asynccontextmanager
    async def write(self) -> AsyncIterator[DatabaseWork]:
        """Open a transaction that commits at the end of the block, or leaves no trace."""
        async with self._engines.write.begin() as connection:
            yield DatabaseWork(connection, locks=True)
        self.bell.ring()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DatabaseWork]:
        """Open a transaction that can only look; it waits for nobody."""
        async with self._engines.read.connect() as connection:
            yield DatabaseWork(connection, locks=False)

    async def next_due(self) -> datetime | None:
        """Say when the next timer rings, without taking the write lock."""
        async with self.read() as work:
            return await work.queue.next_due()

    async def token(self, messenger: MessengerName) -> str:
        """Return where a messenger stopped reading; empty at first."""
        question = select(tokens.c.token).where(tokens.c.messenger == messenger)
        async with self._engines.read.connect() as connection:
            return (await connection.execute(question)).scalar_one_or_none() or ""

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where a messenger stopped reading."""
        async with self._engines.write.begin() as connection:
            await Rows(connection, locks=True)._put(tokens, {"messenger": messenger, "token": token})

    async def close(self) -> None:
        """Close all connections."""
        await self._engines.close()
