"""How is kept what a chat took away, what was reported, and what was stopped by hand?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, or_, select

from core.app.guarding.ports import Mute, Report, Stop
from core.ids import ChatId, PersonId, ReportId
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import mutes, reports, stops


class GuardRows(Rows):
    """Implements `core.app.guarding.ports.Guards`."""

    async def mute(self, mute: Mute) -> None:
        """Keep that a chat does not want to see something; the same a second time changes nothing."""
        await self._put_if_new(mutes, to_row(mute, mutes), ("chat", "card"))

    async def unmute(self, chat: ChatId, card: str, author: PersonId | None = None) -> Mute | None:
        """Forget that a chat does not want to see a card, and with it its author's; returns it if it was so."""
        this = (mutes.c.chat == chat) & (mutes.c.card == card)
        row = await self._first(select(mutes).where(this))
        all_of_theirs = mutes.c.card.startswith("author:") & (mutes.c.author == author)
        await self._connection.execute(delete(mutes).where(mutes.c.chat == chat, or_(this, all_of_theirs)))
        return from_row(Mute, row) if row else None

    async def muted(self, chat: ChatId) -> Sequence[Mute]:
        """List what a chat does not want to see, oldest first."""
        return (await self.muted_in((chat,)))[chat]

    async def muted_in(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[Mute]]:
        """List what each of many chats does not want to see, in one statement."""
        found: dict[ChatId, list[Mute]] = {chat: [] for chat in some}
        question = select(mutes).where(mutes.c.chat.in_(found)).order_by(mutes.c.since, mutes.c.card)
        for row in await self._all(question):
            found[row["chat"]].append(from_row(Mute, row))
        return found

    async def report(self, report: Report) -> bool:
        """Keep a report; False when the same person reported the same before."""
        return await self._put_if_new(reports, to_row(report, reports), ("card", "person"))

    async def find_report(self, report: ReportId) -> Report | None:
        """Return a report."""
        row = await self._first(select(reports).where(reports.c.id == report))
        return from_row(Report, row) if row else None

    async def reports(self, most: int) -> Sequence[Report]:
        """List the newest reports, newest first."""
        question = select(reports).order_by(reports.c.at.desc(), reports.c.id).limit(most)
        return [from_row(Report, row) for row in await self._all(question)]

    async def reported_since(self, person: PersonId, since: datetime) -> int:
        """Count what someone reported since then."""
        question = select(func.count()).where(reports.c.person == person, reports.c.at > since)
        return int((await self._connection.execute(question)).scalar_one())

    async def note_stop(self, stop: Stop) -> None:
        """Write down what was stopped."""
        await self._put(stops, to_row(stop, stops))

    async def stops(self, most: int) -> Sequence[Stop]:
        """List what was stopped, newest first."""
        question = select(stops).order_by(stops.c.at.desc(), stops.c.id).limit(most)
        return [from_row(Stop, row) for row in await self._all(question)]
