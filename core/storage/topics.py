"""How is kept who follows which topic, and what is new in it?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    type_coerce,
    union,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.topics.ports import Crowd, Follow, Follower, News, NewsKind, Pace
from core.groups.group import GroupStage
from core.ids import ChatId, NewsId
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import (
    chats,
    follow_keys,
    followers,
    follows,
    groups,
    members,
    news,
    news_keys,
    news_waiting,
)

DAY = timedelta(days=1)
TABLES = (follows, follow_keys, news_waiting)


class FollowRows(Rows):
    """Implements `core.app.topics.ports.Follows`."""

    async def add(self, follow: Follow) -> bool:
        """Let a chat follow a topic; False when it did."""
        if not await self._put_if_new(follows, to_row(follow, follows), ("chat", "folded")):
            return False
        keys = [{"key": key, "chat": follow.chat, "folded": follow.folded} for key in sorted(follow.keys)]
        if keys:
            await self._connection.execute(insert(follow_keys), keys)
        await self._put_if_new(followers, to_row(Follower(follow.chat), followers) | {"due": None}, ("chat",))
        return True

    async def drop(self, chat: ChatId, folded: str) -> bool:
        """Let a chat follow a topic no more; False when it did not."""
        gone = delete(follows).where(follows.c.chat == chat, follows.c.folded == folded)
        found = (await self._connection.execute(gone.returning(follows.c.chat))).first() is not None
        keys = delete(follow_keys).where(follow_keys.c.chat == chat, follow_keys.c.folded == folded)
        await self._connection.execute(keys)
        return found

    async def of(self, chat: ChatId) -> Sequence[Follow]:
        """List what a chat follows, the oldest first."""
        return (await self.of_all((chat,)))[chat]

    async def of_all(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[Follow]]:
        """List what each of many chats follows, in two statements."""
        found: dict[ChatId, list[Follow]] = {chat: [] for chat in some}
        keys: dict[tuple[str, str], set[str]] = {}
        for row in await self._all(select(follow_keys).where(follow_keys.c.chat.in_(found))):
            keys.setdefault((row["chat"], row["folded"]), set()).add(row["key"])
        question = select(follows).where(follows.c.chat.in_(found)).order_by(follows.c.since, follows.c.folded)
        for row in await self._all(question):
            theirs = frozenset(keys.get((row["chat"], row["folded"]), ()))
            found[row["chat"]].append(from_row(Follow, row, keys=theirs))
        return found

    async def follower(self, chat: ChatId) -> Follower:
        """Return how a chat wants to hear."""
        row = await self._first(self._held(select(followers).where(followers.c.chat == chat), followers))
        return from_row(Follower, row) if row else Follower(chat)

    async def put(self, *some: Follower) -> None:
        """Keep how some chats want to hear and when they last heard, in one statement."""
        await self._put_all(followers, [to_row(one, followers) for one in some])

    async def leave(self, chat: ChatId) -> None:
        """Forget all that a chat follows and all that waits for it; when it last heard is remembered."""
        await stop_following(self._connection, chat)


class NewsRows(Rows):
    """Implements `core.app.topics.ports.NewsBoard`."""

    async def put(self, new: News) -> bool:
        """Keep a new thing; False when it was kept before."""
        if not await self._put_if_new(news, to_row(new, news), ("subject",)):
            return False
        await self._connection.execute(insert(news_keys), [{"key": key, "news": new.id} for key in sorted(new.keys)])
        return True

    async def get(self, new: NewsId) -> News | None:
        """Return a new thing."""
        found = await self._read(await self._all(select(news).where(news.c.id == new)))
        return found[0] if found else None

    async def about(self, subject: str) -> News | None:
        """Return what is told of a subject."""
        found = await self._read(await self._all(select(news).where(news.c.subject == subject)))
        return found[0] if found else None

    async def prolong(self, subject: str, until: datetime) -> None:
        """Let a thing be found until later."""
        await self._connection.execute(update(news).where(news.c.subject == subject).values(until=until))

    async def open_for(self, keys: Collection[str], now: datetime, most: int) -> Sequence[News]:
        """List the things with one of these keys whose time is not over, the newest first."""
        fitting = select(news_keys.c.news).where(news_keys.c.key.in_(keys))
        question = select(news).where(news.c.id.in_(fitting), news.c.until > now)
        return await self._read(await self._all(question.order_by(news.c.put_at.desc(), news.c.id).limit(most)))

    async def spread(self, new: News, after: ChatId | None, most: int, now: datetime) -> ChatId | None:
        """Let the thing wait for the next chats that follow it, in three statements for all of them."""
        if not new.keys:
            return None
        batch = (await self._connection.execute(_listening(new, after, most))).scalars().all()
        if not batch:
            return None
        waiting = self._insert(news_waiting).on_conflict_do_nothing(index_elements=["chat", "news"])
        await self._connection.execute(waiting, [{"chat": chat, "news": new.id} for chat in batch])
        told = update(followers).where(followers.c.chat.in_(batch), followers.c.due.is_(None))
        await self._connection.execute(told.values(due=_when(now)))
        return ChatId(batch[-1])

    async def due(self, now: datetime, most: int) -> Sequence[Follower]:
        """List the chats that may hear now and for which something waits, the longest waiting first."""
        question = select(followers).where(followers.c.due.is_not(None), followers.c.due <= now)
        rows = await self._all(self._held(question, followers).order_by(followers.c.due, followers.c.chat).limit(most))
        return [from_row(Follower, row) for row in rows]

    async def take_waiting(self, some: Collection[ChatId]) -> Mapping[ChatId, Sequence[News]]:
        """Take all that waits for each of many chats, oldest first; four statements for all."""
        found: dict[ChatId, list[News]] = {chat: [] for chat in some}
        taken = delete(news_waiting).where(news_waiting.c.chat.in_(found)).returning(*news_waiting.c)
        waiting = (await self._connection.execute(taken)).all()
        await self._connection.execute(update(followers).where(followers.c.chat.in_(found)).values(due=None))
        question = select(news).where(news.c.id.in_({row.news for row in waiting}))
        new = await self._read(await self._all(question.order_by(news.c.put_at, news.c.id)))
        place = {one.id: place for place, one in enumerate(new)}
        for row in sorted((row for row in waiting if row.news in place), key=lambda row: place[row.news]):
            found[row.chat].append(new[place[row.news]])
        return found

    async def later(self, chat: ChatId, due: datetime) -> None:
        """Let what waits for a chat, if anything, wait until then."""
        waiting = update(followers).where(followers.c.chat == chat, followers.c.due.is_not(None))
        await self._connection.execute(waiting.values(due=due))

    async def next_due(self) -> datetime | None:
        """Say when the next chat may hear something that waits."""
        question = select(func.min(followers.c.due)).where(followers.c.due.is_not(None))
        due: datetime | None = (await self._connection.execute(question)).scalar_one()
        return due

    async def crowd(self, keys: Collection[str]) -> Crowd:
        """Count the living groups that came of proposals with one of these keys."""
        fitting = select(news.c.subject).join(news_keys, news_keys.c.news == news.c.id)
        fitting = fitting.where(news_keys.c.key.in_(keys), news.c.kind == NewsKind.PROPOSAL)
        seated = (
            select(members.c.person, members.c.group)
            .join(groups, groups.c.id == members.c.group)
            .where(groups.c.proposal.in_(fitting), groups.c.stage != GroupStage.CLOSED, members.c.left.is_(None))
        ).subquery()
        each = select(func.count().label("held")).select_from(seated).group_by(seated.c.person).subquery()
        most = (await self._connection.execute(select(func.count(), func.max(each.c.held)).select_from(each))).one()
        counted = select(func.count(seated.c.group.distinct()))
        return Crowd((await self._connection.execute(counted)).scalar_one(), most[0], most[1] or 0)

    async def _read(self, rows: Sequence[Columns]) -> Sequence[News]:
        ids = [row["id"] for row in rows]
        keys: dict[str, set[str]] = {one: set() for one in ids}
        if ids:
            for row in await self._all(select(news_keys).where(news_keys.c.news.in_(ids))):
                keys[row["news"]].add(row["key"])
        return [from_row(News, row, keys=frozenset(keys[row["id"]])) for row in rows]


async def stop_following(connection: AsyncConnection, chat: ChatId) -> None:
    """Let a chat follow nothing any more."""
    for table in TABLES:
        await connection.execute(delete(table).where(table.c.chat == chat))
    await connection.execute(update(followers).where(followers.c.chat == chat).values(due=None))


def _listening(new: News, after: ChatId | None, most: int) -> Select[Any]:
    """Ask for the next chats that follow a thing, are awake and are not where it was posted.

    Each key is read along the index and no further than one batch: with one list of keys all followers that are left
    would be sorted anew for every batch.
    """
    found = union(*(select(_listening_for(key, new, after, most).subquery().c.chat) for key in sorted(new.keys)))
    listening = found.subquery()
    return select(listening.c.chat).order_by(listening.c.chat).limit(most)


def _listening_for(key: str, new: News, after: ChatId | None, most: int) -> Select[Any]:
    question = (
        select(follow_keys.c.chat)
        .distinct()
        .join(chats, chats.c.id == follow_keys.c.chat)
        .where(follow_keys.c.key == key, follow_keys.c.chat != new.chat, chats.c.asleep.is_(False))
    )
    if after is not None:
        question = question.where(follow_keys.c.chat > after)
    return question.order_by(follow_keys.c.chat).limit(most)


def _when(now: datetime) -> ColumnElement[datetime]:
    """Say when a chat may hear: now, or a day after it last heard."""
    free = or_(followers.c.pace == Pace.ALL, followers.c.told_at.is_(None), followers.c.told_at <= now - DAY)
    later = type_coerce(followers.c.told_at, BigInteger) + literal(DAY // timedelta(milliseconds=1), BigInteger)
    return case((free, literal(now, followers.c.due.type)), else_=later)
