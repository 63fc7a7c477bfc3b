"""How are needs and offers kept, who fits whom, and how often anyone was asked?"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, or_, select

from core.exchange.notices import Notice, NoticeKind, NoticeStage, Pairing, PairingStage
from core.ids import GroupId, NoticeId, PairingId, PersonId
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import notice_words, notices, pairings, private_asks


class NoticeRows(Rows):
    """Implements `core.app.needs.ports.Notices`."""

    async def get(self, notice: NoticeId) -> Notice | None:
        """Return a notice."""
        row = await self._first(self._held(select(notices).where(notices.c.id == notice), notices))
        return from_row(Notice, row) if row else None

    async def put(self, notice: Notice, words: Collection[str]) -> None:
        """Keep a notice and by which words it is found."""
        await self.renew(notice)
        await self._connection.execute(delete(notice_words).where(notice_words.c.notice == notice.id))
        rows = [{"word": word, "notice": notice.id} for word in sorted(words)]
        if rows:
            await self._connection.execute(insert(notice_words), rows)

    async def renew(self, notice: Notice) -> None:
        """Keep what became of a notice; its words stay."""
        await self._put(notices, to_row(notice, notices))

    async def open_of(self, person: PersonId, groups: Collection[GroupId]) -> Sequence[Notice]:
        """List the open ones of a person and of these groups, oldest first."""
        mine = or_(notices.c.person == person, notices.c.group.in_(groups))
        question = select(notices).where(mine, notices.c.stage == NoticeStage.OPEN)
        rows = await self._all(question.order_by(notices.c.created, notices.c.id))
        return [from_row(Notice, row) for row in rows]

    async def sharing(self, kind: NoticeKind, words: Collection[str], now: datetime, most: int) -> Sequence[Notice]:
        """List the open ones of a kind that share a word, those kept longest first."""
        found = select(notice_words.c.notice).where(notice_words.c.word.in_(words))
        question = select(notices).where(notices.c.id.in_(found), notices.c.kind == kind)
        alive = question.where(notices.c.stage == NoticeStage.OPEN, notices.c.until > now)
        rows = await self._all(alive.order_by(notices.c.created, notices.c.id).limit(most))
        return [from_row(Notice, row) for row in rows]


class PairingRows(Rows):
    """Implements `core.app.needs.ports.Pairings`."""

    async def get(self, pairing: PairingId) -> Pairing | None:
        """Return a pairing."""
        row = await self._first(self._held(select(pairings).where(pairings.c.id == pairing), pairings))
        return from_row(Pairing, row) if row else None

    async def put(self, pairing: Pairing) -> None:
        """Keep a pairing."""
        await self._put(pairings, to_row(pairing, pairings))

    async def of_notice(self, notice: NoticeId) -> Sequence[Pairing]:
        """List all pairings a notice was ever in, on either side, oldest first."""
        question = select(pairings).where(or_(pairings.c.notice == notice, pairings.c.other == notice))
        rows = await self._all(question.order_by(pairings.c.since, pairings.c.id))
        return [from_row(Pairing, row) for row in rows]

    async def waiting_for(self, person: PersonId) -> Sequence[Pairing]:
        """List those in which a person is to be asked next, oldest first."""
        question = select(pairings).where(pairings.c.asked == person, pairings.c.stage == PairingStage.WAITING)
        rows = await self._all(self._held(question, pairings).order_by(pairings.c.since, pairings.c.id))
        return [from_row(Pairing, row) for row in rows]

    async def asked_now(self, person: PersonId) -> Pairing | None:
        """Return what a person is being asked about, if anything."""
        asked = (pairings.c.asked == person) & (pairings.c.stage == PairingStage.ASKED)
        row = await self._first(select(pairings).where(asked))
        return from_row(Pairing, row) if row else None

    async def is_being_asked(self, person: PersonId) -> bool:
        """Say whether a private ask is open at a person."""
        return await self.asked_now(person) is not None

    async def asks_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """List when strangers' notices were put to a person since then, oldest first."""
        question = select(private_asks.c.at).where(private_asks.c.person == person, private_asks.c.at > since)
        rows = await self._all(question.order_by(private_asks.c.at))
        return [row["at"] for row in rows]

    async def note_ask(self, pairing: PairingId, person: PersonId, now: datetime) -> None:
        """Count that a stranger's notice was put to a person."""
        await self._put_if_new(private_asks, {"pairing": pairing, "person": person, "at": now}, ("pairing", "person"))
