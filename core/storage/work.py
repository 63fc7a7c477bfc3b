"""How does a use case get one transaction over all rows?"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.bell import Bell
from core.ids import MessengerName
from core.storage.accounts import AccountRows
from core.storage.agreements import AgreementRows
from core.storage.blocks import BlockRows
from core.storage.concerns import ConcernRows
from core.storage.contracts import ContractRows
from core.storage.engine import Engines, open_database
from core.storage.gauges import Gauges, gauges
from core.storage.groups import GroupRows
from core.storage.guarding import GuardRows
from core.storage.histories import HistoryRows
from core.storage.introductions import IntroductionRows
from core.storage.kin import FamilyRows
from core.storage.links import LinkRows, ShareRows
from core.storage.listeners import ListenerRows
from core.storage.needs import NoticeRows, PairingRows
from core.storage.outbox import OutboxRows
from core.storage.pauses import PauseRows
from core.storage.people import PeopleRows
from core.storage.pledges import PledgeRows
from core.storage.pool import PoolRows
from core.storage.profiles import ProfileRows
from core.storage.promises import PromiseRows
from core.storage.proposals import ProposalRows
from core.storage.queue import QueueRows
from core.storage.reminding import ReminderRows
from core.storage.retention import tidy
from core.storage.rounds import RoundRows
from core.storage.rows import Rows
from core.storage.tables import tokens
from core.storage.topics import FollowRows, NewsRows
from core.storage.trouble import Alarm, Watched, in_time

RINGS_AT_ONCE = 50


class DatabaseWork:
    """Implements `core.app.ports.Work`: one open transaction, and the repositories in it.

    Args:
        connection: Inside a transaction.
        locks: True when the transaction may write.
    """

    def __init__(self, connection: AsyncConnection, locks: bool) -> None:
        self.connection = connection
        self.people = PeopleRows(connection, locks)
        self.queue = QueueRows(connection, locks)
        self.proposals = ProposalRows(connection, locks)
        self.groups = GroupRows(connection, locks)
        self.contracts = ContractRows(connection, locks)
        self.rounds = RoundRows(connection, locks)
        self.promises = PromiseRows(connection, locks)
        self.accounts = AccountRows(connection, locks)
        self.pauses = PauseRows(connection, locks)
        self.reminders = ReminderRows(connection, locks)
        self.histories = HistoryRows(connection, locks)
        self.concerns = ConcernRows(connection, locks)
        self.profiles = ProfileRows(connection, locks)
        self.pool = PoolRows(connection, locks)
        self.follows = FollowRows(connection, locks)
        self.news = NewsRows(connection, locks)
        self.notices = NoticeRows(connection, locks)
        self.pairings = PairingRows(connection, locks)
        self.introductions = IntroductionRows(connection, locks)
        self.links = LinkRows(connection, locks)
        self.shares = ShareRows(connection, locks)
        self.agreements = AgreementRows(connection, locks)
        self.blocks = BlockRows(connection, locks)
        self.family = FamilyRows(connection, locks)
        self.pledges = PledgeRows(connection, locks)
        self.guards = GuardRows(connection, locks)

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """Open a savepoint: an error inside undoes what was done inside, and passes on.

        Raises:
            TryAgain: Not the act is at fault but the database; then the whole transaction is.
        """
        try:
            async with self.connection.begin_nested():
                yield
        except Exception as failed:
            again = in_time(failed)
            if again is None:
                raise
            raise again from failed


class Database:
    """Implements `core.app.ports.Store`: where transactions come from.

    Args:
        engines: The open database.
        bell: Rung after each commit, so that what was put is looked at at once.

    Attributes:
        timers_bell: Rung after each commit that set a timer.
    """

    def __init__(self, engines: Engines, bell: Bell) -> None:
        self._engines = engines
        alarm = Alarm()
        self._watched = Watched(engines.writer, engines.read, alarm)
        self.bell, self.timers_bell = bell, Bell()
        self.outbox = OutboxRows(self._watched, self._watched, Watched(engines.answers, engines.read, alarm))
        self.listeners = ListenerRows(self._watched, self._watched)

    @classmethod
    def at(cls, setting: str) -> "Database":
        """Open the database a setting names, with a bell of its own.

        Raises:
            WrongSetting: It names none.
        """
        return cls(open_database(setting), Bell())

    @property
    def rings_at_once(self) -> int:
        """Say how many timers ring in one transaction: SQLite has one writer, PostgreSQL locks rows."""
        return RINGS_AT_ONCE if self._engines.write.dialect.name == "sqlite" else 1

    @asynccontextmanager
    async def write(self) -> AsyncIterator[DatabaseWork]:
        """Open a transaction that commits at the end of the block, or leaves no trace.

        Raises:
            TryAgain: It met another one; nothing of it is kept, and the same again may well succeed.
            OutOfReach: The database cannot be asked now. Nothing of it is kept, unless only its answer was lost.
        """
        async with self._watched.begin() as connection:
            work = DatabaseWork(connection, locks=True)
            yield work
        self.bell.ring()
        if work.queue.has_woken:
            self.timers_bell.ring()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DatabaseWork]:
        """Open a transaction that can only look; it waits for nobody."""
        async with self._watched.connect() as connection:
            yield DatabaseWork(connection, locks=False)

    async def gauges(self, now: datetime) -> Gauges:
        """Say how much waits, and for how long."""
        return await gauges(self._watched, now)

    async def tidy(self, now: datetime) -> int:
        """Let go of what is past its time; returns how many rows went."""
        return await tidy(self._watched, self._watched, now)

    async def next_due(self) -> datetime | None:
        """Say when the next timer rings, without taking the write lock."""
        async with self.read() as work:
            return await work.queue.next_due()

    async def token(self, messenger: MessengerName) -> str:
        """Return where a messenger stopped reading; empty at first."""
        question = select(tokens.c.token).where(tokens.c.messenger == messenger)
        async with self._watched.connect() as connection:
            return (await connection.execute(question)).scalar_one_or_none() or ""

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where a messenger stopped reading."""
        async with self._watched.begin() as connection:
            await Rows(connection, locks=True)._put(tokens, {"messenger": messenger, "token": token})

    async def close(self) -> None:
        """Close all connections."""
        await self._engines.close()
