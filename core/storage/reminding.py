"""How is kept what is said unprompted, how people can be reached, and when they acted?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, bindparam, delete, literal, or_, select, update
from sqlalchemy import text as sql

from core.app.reminding.ports import Act, Decided, Nudge, Reached, Whom, Wish
from core.ids import ChatId, GroupId, NudgeId, PersonId, new_id
from core.messenger.events import MessageRef
from core.messenger.messages import Message
from core.reminding.plan import Fate
from core.storage.links import COPY
from core.storage.payload import pack, unpack
from core.storage.rows import Columns, Question, Rows, from_row, insert_into, into, to_row
from core.storage.tables import acts, chats, members, nudges, outbox, reaches, wishes

if TYPE_CHECKING:
    from sqlalchemy.sql.dml import ReturningInsert

TO_THE_HOUR = timedelta(hours=1)
_MOST_WAITING = 100
_UNSEEN = (Fate.WAITING, Fate.MERGED)
_SAID = (Fate.SAID, Fate.MERGED)
_WAITS = sql("fate = 'waiting'")  # Written out: a partial index is not found by a bound value.
_IS_CARD = sql("about <> ''")
_DECIDE = (
    update(nudges)
    .where(nudges.c.id == bindparam("which"))
    .values(fate=bindparam("how"), at=bindparam("when"), post=bindparam("where"))
)
_HEARD = (
    update(reaches)
    .where(or_(reaches.c.person == bindparam("who"), reaches.c.chat == bindparam("where")), reaches.c.ignored > 0)
    .values(ignored=0)
)

_OURS = (
    select(outbox.c.seq)
    .join(chats, chats.c.id == outbox.c.chat)
    .where(outbox.c.message_id == bindparam("named"), outbox.c.about.not_like(f"{COPY}%"))
    .where(chats.c.messenger == bindparam("of"), chats.c.messenger_id == bindparam("where"))
    .limit(1)
)
_OVER = update(nudges).where(nudges.c.thing == bindparam("what"), _WAITS)
_OVER_FOR = _OVER.where(nudges.c.person == bindparam("whom"))
_CARDS = update(nudges).where(nudges.c.about == bindparam("of"), _IS_CARD, nudges.c.fate.in_(_UNSEEN))
_WISH = Question(select(wishes).where(wishes.c.group == bindparam("of")), wishes)


class ReminderRows(Rows):
    """Implements `core.app.reminding.ports.Reminders`."""

    async def add(self, *more: Nudge) -> None:
        """Keep some things more, in one statement."""
        if more:
            packed = {id(message): pack(message) for message in {id(one.message): one.message for one in more}.values()}
            rows = [{**to_row(one, nudges), "message": packed[id(one.message)]} for one in more]
            await self._connection.execute(into(nudges), rows)

    async def get(self, nudge: NudgeId) -> Nudge | None:
        """Return one thing."""
        row = await self._first(self._held(select(nudges).where(nudges.c.id == nudge), nudges))
        return _nudge(row) if row else None

    async def waiting(self, whom: Whom) -> Sequence[Nudge]:
        """List what waits for somebody, in the order in which it was put."""
        return (await self.waiting_for((whom,))).get(whom, [])

    async def waiting_for(self, all_: Collection[Whom]) -> Mapping[Whom, Sequence[Nudge]]:
        """List what waits for each of many; who waits for nothing is left out."""
        found: dict[Whom, list[Nudge]] = {}
        for theirs in _are(nudges, all_):
            question = self._held(select(nudges).where(theirs, _WAITS), nudges)
            for row in await self._all(question.order_by(nudges.c.noticed, nudges.c.due, nudges.c.id)):
                waits = found.setdefault(_whom(row), [])
                if len(waits) < _MOST_WAITING:
                    waits.append(_nudge(row))
        return found

    async def history(self, whom: Whom, things: Collection[str]) -> Mapping[str, Sequence[Fate]]:
        """Collect what became of these things for somebody before."""
        found = await self.histories((whom,), things)
        return {thing: fates for (_whom, thing), fates in found.items()}

    async def histories(
        self, all_: Collection[Whom], things: Collection[str]
    ) -> Mapping[tuple[Whom, str], Sequence[Fate]]:
        """Collect what became of these things for each of many before."""
        found: dict[tuple[Whom, str], list[Fate]] = {}
        for theirs in _are(nudges, all_):
            before = nudges.c.thing.in_(things), nudges.c.fate != Fate.WAITING
            question = select(nudges.c.person, nudges.c.chat, nudges.c.thing, nudges.c.fate).where(theirs, *before)
            for row in await self._all(question):
                found.setdefault((_whom(row), row["thing"]), []).append(row["fate"])
        return found

    async def decide(self, *decided: Decided) -> None:
        """Note what became of some things, in one statement."""
        if decided:
            rows = [{"which": one.nudge, "how": one.fate, "when": one.at, "where": one.post} for one in decided]
            await self._connection.execute(_DECIDE, rows)

    async def settle(self, thing: str, person: PersonId | None, fate: Fate, now: datetime) -> None:
        """Let a thing be over; for one person it is noted even if they never heard of it."""
        whose = {"whom": person} if person else {}
        over = {"what": thing, **whose, "fate": fate, "at": now}
        await self._connection.execute(_OVER_FOR if person else _OVER, over)
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
        await self._connection.execute(_CARDS, {"of": about, "message": pack(message)})

    async def is_ours(self, message: MessageRef) -> bool:
        """Say whether a message in a chat was one of ours; what crossed a link was somebody else's."""
        named = {"named": message.id, "of": message.chat.messenger, "where": message.chat.id}
        return await self._first(_OURS, named) is not None

    async def said_for(self, group: GroupId, since: datetime) -> Sequence[Nudge]:
        """List what was said on behalf of a group, newest first."""
        question = select(nudges).where(nudges.c.group == group, nudges.c.fate.in_(_SAID), nudges.c.at >= since)
        return [_nudge(row) for row in await self._all(question.order_by(nudges.c.at.desc(), nudges.c.id))]

    async def forget(self, all_: Collection[Whom], before: datetime) -> None:
        """Forget what became of things long ago."""
        for theirs in _are(nudges, all_):
            old = delete(nudges).where(theirs, nudges.c.fate != Fate.WAITING, nudges.c.at < before)
            await self._connection.execute(old)

    async def reach(self, whom: Whom) -> Reached:
        """Return how somebody can be reached; made when they are reached first."""
        return (await self.reaches_of((whom,)))[whom]

    async def reaches_of(self, all_: Collection[Whom]) -> Mapping[Whom, Reached]:
        """Return how each of many can be reached; made where they are reached first."""
        found = await self._reached(all_)
        new = {one: Reached(new_id(), one.person, one.chat) for one in all_ if one not in found}
        if not new or not self._locks:
            return {**found, **new}
        for side in ("person", "chat"):
            rows = [to_row(one, reaches) for one in new.values() if getattr(one, side)]
            if rows:
                fresh = self._insert(reaches).on_conflict_do_nothing(index_elements=[side])
                await self._connection.execute(fresh, rows)
        return {**found, **await self._reached(new)}

    async def put_reach(self, *reached: Reached) -> None:
        """Keep how some can be reached, in one statement."""
        await self._put_all(reaches, [to_row(one, reaches) for one in reached])

    async def _reached(self, all_: Collection[Whom]) -> Mapping[Whom, Reached]:
        found: dict[Whom, Reached] = {}
        for theirs in _are(reaches, all_):
            for row in await self._all(self._held(select(reaches).where(theirs), reaches)):
                found[_whom(row)] = from_row(Reached, row)
        return found

    async def heard(self, person: PersonId, chat: ChatId) -> None:
        """Note that what was said to somebody, or in this chat, was not ignored."""
        await self._connection.execute(_HEARD, {"who": person, "where": chat})

    async def wish(self, group: GroupId) -> Wish:
        """Return what a group wishes of reminders on its behalf."""
        row = await self._first(_WISH, {"of": group})
        return from_row(Wish, row) if row else Wish(group)

    async def wishes_of(self, groups: Collection[GroupId]) -> Mapping[GroupId, Wish]:
        """Return what each of many groups wishes."""
        rows = await self._all(self._held(select(wishes).where(wishes.c.group.in_(groups)), wishes)) if groups else ()
        return {one: Wish(one) for one in groups} | {row["group"]: from_row(Wish, row) for row in rows}

    async def put_wish(self, wish: Wish) -> None:
        """Keep what a group wishes."""
        await self._put(wishes, to_row(wish, wishes))

    async def acted(self, group: GroupId, person: PersonId, now: datetime) -> bool:
        """Note that a member did something: one statement, which writes once an hour."""
        values = {"in": group, "who": person, "now": now, "before": now - TO_THE_HOUR}
        return (await self._connection.execute(_acted(self._connection.dialect.name), values)).first() is not None

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


@cache
def _acted(dialect: str) -> "ReturningInsert[Any]":
    never = literal(None, acts.c.at.type)
    seated = select(members.c.group, members.c.person, bindparam("now", type_=acts.c.at.type), literal(0), never).where(
        members.c.group == bindparam("in"), members.c.person == bindparam("who"), members.c.left.is_(None)
    )
    note = insert_into(acts, dialect).from_select(["group", "person", "at", "asked", "asked_at"], seated)
    renewed = note.on_conflict_do_update(
        index_elements=["group", "person"],
        set_={"at": bindparam("now", type_=acts.c.at.type), "asked": 0, "asked_at": None},
        where=acts.c.at < bindparam("before"),
    )
    return renewed.returning(acts.c.group)


def _are(table: Table, all_: Collection[Whom]) -> Iterator[ColumnElement[bool]]:
    """Ask for people and for rooms apart: each has an index of its own."""
    people, rooms = [one.person for one in all_ if one.person], [one.chat for one in all_ if one.chat]
    if people:
        yield table.c.person.in_(people)
    if rooms:
        yield table.c.chat.in_(rooms)


def _whom(row: Columns) -> Whom:
    return Whom(row["person"], row["chat"])


def _nudge(row: Columns) -> Nudge:
    return from_row(Nudge, row, message=unpack(row["message"]))
