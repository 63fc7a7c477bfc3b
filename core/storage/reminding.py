"""How is kept what is said unprompted, how people can be reached, and when they acted?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, insert, literal, or_, select, update
from sqlalchemy import text as sql

from core.app.reminding.ports import Act, Nudge, Reached, Whom, Wish
from core.ids import ChatId, GroupId, NudgeId, PersonId, PostId, new_id
from core.messenger.events import MessageRef
from core.messenger.messages import Message
from core.reminding.plan import Fate
from core.storage.payload import pack, unpack
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import acts, chats, members, nudges, outbox, reaches, wishes

TO_THE_HOUR = timedelta(hours=1)
_MOST_WAITING = 100
_UNSEEN = (Fate.WAITING, Fate.MERGED)
_SAID = (Fate.SAID, Fate.MERGED)
_WAITS = sql("fate = 'waiting'")  # Written out: a partial index is not found by a bound value.
_IS_CARD = sql("about <> ''")
_HEARD = (
    update(reaches)
    .where(or_(reaches.c.person == bindparam("who"), reaches.c.chat == bindparam("where")), reaches.c.ignored > 0)
    .values(ignored=0)
)


class ReminderRows(Rows):
    """Implements `core.app.reminding.ports.Reminders`."""

    async def add(self, nudge: Nudge) -> None:
        """Keep one thing more."""
        await self._connection.execute(insert(nudges).values(_row(nudge)))

    async def get(self, nudge: NudgeId) -> Nudge | None:
        """Return one thing."""
        row = await self._first(self._held(select(nudges).where(nudges.c.id == nudge), nudges))
        return _nudge(row) if row else None

    async def waiting(self, whom: Whom) -> Sequence[Nudge]:
        """List what waits for somebody, in the order in which it was put."""
        question = select(nudges).where(_is(nudges, whom), _WAITS)
        rows = await self._all(
            self._held(question, nudges).order_by(nudges.c.noticed, nudges.c.due, nudges.c.id).limit(_MOST_WAITING)
        )
        return [_nudge(row) for row in rows]

    async def history(self, whom: Whom, things: Collection[str]) -> Mapping[str, Sequence[Fate]]:
        """Collect what became of these things for somebody before."""
        question = select(nudges.c.thing, nudges.c.fate).where(
            _is(nudges, whom), nudges.c.thing.in_(things), nudges.c.fate != Fate.WAITING
        )
        found: dict[str, list[Fate]] = {}
        for row in await self._all(question):
            found.setdefault(row["thing"], []).append(row["fate"])
        return found

    async def decide(self, chosen: Collection[NudgeId], fate: Fate, now: datetime, post: PostId | None = None) -> None:
        """Note what became of some things."""
        changed = update(nudges).where(nudges.c.id.in_(chosen)).values(fate=fate, at=now, post=post)
        await self._connection.execute(changed)

    async def settle(self, thing: str, person: PersonId | None, fate: Fate, now: datetime) -> None:
        """Let a thing be over; for one person it is noted even if they never heard of it."""
        about = and_(nudges.c.thing == thing, _WAITS)
        over = update(nudges).where(and_(about, nudges.c.person == person) if person else about)
        await self._connection.execute(over.values(fate=fate, at=now))
        if person is not None:
            note = Nudge(NudgeId(new_id()), thing, Message(()), now, now, person, fate=fate, at=now)
            await self.add(note)

    async def drop(self, group: GroupId, person: PersonId | None, fate: Fate, now: datetime) -> None:
        """Let everything that waits on behalf of a group be over."""
        over = update(nudges).where(nudges.c.group == group, _WAITS)
        await self._connection.execute(
            (over.where(nudges.c.person == person) if person else over).values(fate=fate, at=now)
        )

    async def redraw(self, about: str, message: Message) -> None:
        """Change what waits as a card, or can still be opened as one."""
        cards = update(nudges).where(nudges.c.about == about, _IS_CARD, nudges.c.fate.in_(_UNSEEN))
        await self._connection.execute(cards.values(message=pack(message)))

    async def was_said_by(self, message: MessageRef) -> bool:
        """Say whether a message in a chat was one of ours that nobody asked for."""
        question = (
            select(nudges.c.id)
            .join(outbox, outbox.c.id == nudges.c.post)
            .join(chats, chats.c.id == outbox.c.chat)
            .where(outbox.c.message_id == message.id)
            .where(chats.c.messenger == message.chat.messenger, chats.c.messenger_id == message.chat.id)
        )
        return await self._first(question.limit(1)) is not None

    async def said_for(self, group: GroupId, since: datetime) -> Sequence[Nudge]:
        """List what was said on behalf of a group, newest first."""
        question = select(nudges).where(nudges.c.group == group, nudges.c.fate.in_(_SAID), nudges.c.at >= since)
        return [_nudge(row) for row in await self._all(question.order_by(nudges.c.at.desc(), nudges.c.id))]

    async def forget(self, whom: Whom, before: datetime) -> None:
        """Forget what became of things long ago."""
        old = delete(nudges).where(_is(nudges, whom), nudges.c.fate != Fate.WAITING, nudges.c.at < before)
        await self._connection.execute(old)

    async def reach(self, whom: Whom) -> Reached:
        """Return how somebody can be reached; made when they are reached first."""
        question = self._held(select(reaches).where(_is(reaches, whom)), reaches)
        row = await self._first(question)
        if row is None:
            fresh = Reached(new_id(), whom.person, whom.chat)
            if not self._locks:
                return fresh
            await self._put_if_new(reaches, to_row(fresh, reaches), ("person" if whom.person else "chat",))
            row = await self._first(question)
        assert row is not None
        return from_row(Reached, row)

    async def put_reach(self, reached: Reached) -> None:
        """Keep how somebody can be reached."""
        await self._put(reaches, to_row(reached, reaches))

    async def heard(self, person: PersonId, chat: ChatId) -> None:
        """Note that what was said to somebody, or in this chat, was not ignored."""
        await self._connection.execute(_HEARD, {"who": person, "where": chat})

    async def wish(self, group: GroupId) -> Wish:
        """Return what a group wishes of reminders on its behalf."""
        row = await self._first(self._held(select(wishes).where(wishes.c.group == group), wishes))
        return from_row(Wish, row) if row else Wish(group)

    async def put_wish(self, wish: Wish) -> None:
        """Keep what a group wishes."""
        await self._put(wishes, to_row(wish, wishes))

    async def acted(self, group: GroupId, person: PersonId, now: datetime) -> bool:
        """Note that a member did something: one statement, which writes once an hour."""
        seated = select(
            members.c.group, members.c.person, literal(now, acts.c.at.type), literal(0), literal(None, acts.c.at.type)
        ).where(members.c.group == group, members.c.person == person, members.c.left.is_(None))
        note = self._insert(acts).from_select(["group", "person", "at", "asked", "asked_at"], seated)
        renewed = note.on_conflict_do_update(
            index_elements=["group", "person"],
            set_={"at": now, "asked": 0, "asked_at": None},
            where=acts.c.at < now - TO_THE_HOUR,
        )
        return (await self._connection.execute(renewed.returning(acts.c.group))).first() is not None

    async def acts(self, group: GroupId) -> Sequence[Act]:
        """List when the members of a group acted."""
        rows = await self._all(self._held(select(acts).where(acts.c.group == group), acts).order_by(acts.c.person))
        return [from_row(Act, row) for row in rows]

    async def put_act(self, act: Act) -> None:
        """Keep when a member acted, and whether they were asked since."""
        await self._put(acts, to_row(act, acts))

    async def forget_acts(self, group: GroupId) -> None:
        """Forget when its members acted."""
        await self._connection.execute(delete(acts).where(acts.c.group == group))


def _is(table: Any, whom: Whom) -> ColumnElement[bool]:
    found: ColumnElement[bool] = table.c.person == whom.person if whom.person else table.c.chat == whom.chat
    return found


def _row(nudge: Nudge) -> dict[str, Any]:
    return {**to_row(nudge, nudges), "message": pack(nudge.message)}


def _nudge(row: Columns) -> Nudge:
    return from_row(Nudge, row, message=unpack(row["message"]))
