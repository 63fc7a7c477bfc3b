"""How does a use case put deeds, choices and timers in, and look them up?"""

import hashlib
from base64 import b32encode
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, or_, select, update

from core.app.queue import Deed, KeptChoice, Sending, Timer
from core.app.reminding.keep import LOOK
from core.ids import AccountId, ChatId, ChoiceKey, EventKey, MessengerName, PersonId, PostId
from core.messenger.events import MessageRef
from core.storage.deeds import Deeds, Gathered, lane_row, sending_from
from core.storage.rows import THESE, Columns, Question, from_row, insert_into, to_row
from core.storage.tables import chats, choices, inbox, outbox, timers
from core.storage.tables.queue import State
from core.storage.types import canonical

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.sql.dml import ReturningDelete

_LOOKED_THROUGH = 30
_ONE_TIMER = ("kind", "subject", "person")
_KEY_BYTES = 10
"""Five make eight letters: sixteen letters in all."""

_KEYS_UNDER = (
    select(outbox.c["keys"])
    .join(chats, chats.c.id == outbox.c.chat)
    .where(outbox.c.message_id == bindparam("named"), outbox.c.deed == Deed.SEND)
    .where(chats.c.messenger == bindparam("of"), chats.c.messenger_id == bindparam("where"))
    .order_by(outbox.c.seq.desc())
    .limit(1)
)
_IN_THE_AIR = (
    select(outbox.c.seq)
    .where(outbox.c.chat == bindparam("into"), outbox.c.state == State.WAITING)
    .where(or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("by")))
    .limit(1)
)
_TRIED_INTO_IT = _IN_THE_AIR.where(outbox.c.deed == Deed.SEND, outbox.c.attempts > 0)
_CHOICES_INTO_IT = _IN_THE_AIR.where(outbox.c["keys"].is_not(None), outbox.c.deed.in_((Deed.SEND, Deed.EDIT)))
_POSTS = (
    select(outbox)
    .where(outbox.c.about == bindparam("of"), outbox.c.deed == Deed.SEND, outbox.c.state != State.GIVEN_UP)
    .order_by(outbox.c.seq)
)
_CHOICES = select(choices).where(choices.c.key.in_(THESE))
_NEXT_DUE = select(func.min(timers.c.due))
_LET_SLEEP = delete(timers).where(timers.c.kind == bindparam("what"), timers.c.subject == bindparam("of"))
_LET_ONE_SLEEP = _LET_SLEEP.where(timers.c.person == bindparam("is"))
_TIMER = Question(
    select(timers).where(
        timers.c.kind == bindparam("what"),
        timers.c.subject == bindparam("of"),
        timers.c.person == bindparam("is"),
    ),
    timers,
)


class QueueRows(Deeds):
    """Implements `core.app.queue.Queue`.

    Attributes:
        has_woken: Whether a timer was set.
    """

    has_woken = False

    async def first_time(self, messenger: MessengerName, key: EventKey, now: datetime) -> bool:
        """Note that an event was handled; False when it was before."""
        return await self._put_if_new(inbox, {"messenger": messenger, "key": key, "at": now}, ("messenger", "key"))

    async def finish(self, sending: PostId, now: datetime) -> bool:
        """Note inside this transaction that a deed is done; False when that was known before."""
        row = await self.take(sending)
        if row is None:
            return False
        await self.settle(row, State.DONE, now, message=None)
        return True

    async def offer(self, card: str, action: str, data: Mapping[str, str], reader: PersonId | None) -> ChoiceKey:
        """Return the key of a choice on a card: the same card, action, data and reader, the same key."""
        return (await self.offer_all(card, ((action, data),), reader))[0]

    async def offer_all(
        self, card: str, offered: Sequence[tuple[str, Mapping[str, str]]], reader: PersonId | None
    ) -> tuple[ChoiceKey, ...]:
        """Return the keys of all choices on a card, in order; one statement for all."""
        keys = tuple(_choice_key(card, action, data, reader) for action, data in offered)
        new = [
            {"key": key, "reader": reader, "card": card, "action": action, "data": dict(data)}
            for key, (action, data) in zip(keys, offered, strict=True)
        ]
        if self._gathered is not None:
            self._gathered.choices += new
        else:
            await self._offer(new)
        return keys

    async def choice(self, key: ChoiceKey) -> KeptChoice | None:
        """Return what a key stands for; None for one that no longer exists."""
        row = await self._first(select(choices).where(choices.c.key == key))
        return from_row(KeptChoice, row) if row else None

    async def choices_under(self, message: MessageRef) -> tuple[KeptChoice, ...]:
        """Return the choices of a message of ours, in the order shown; empty when there are none or it is not ours."""
        named = {"named": message.id, "of": message.chat.messenger, "where": message.chat.id}
        keys = (await self._connection.execute(_KEYS_UNDER, named)).scalar_one_or_none()
        return await self._choices(keys or ())

    async def is_known(self, message: MessageRef) -> bool:
        """Say whether a message in a chat is one that we sent, and know to be there."""
        named = {"named": message.id, "of": message.chat.messenger, "where": message.chat.id}
        return (await self._connection.execute(_KEYS_UNDER, named)).first() is not None

    async def is_in_the_air(self, chat: ChatId, now: datetime, *, with_choices: bool = False) -> bool:
        """Say whether a message is being sent into a chat, or one with choices, or its change, is on its way there."""
        question = _CHOICES_INTO_IT if with_choices else _TRIED_INTO_IT
        return (await self._connection.execute(question, {"into": chat, "by": now})).first() is not None

    async def may_have_been_seen(self, chat: ChatId) -> bool:
        """Say whether a message with choices, or a change of one, was tried in a chat and its fate is not noted yet."""
        question = select(outbox.c.seq).where(
            outbox.c.chat == chat,
            outbox.c["keys"].is_not(None),
            outbox.c.deed.in_((Deed.SEND, Deed.EDIT)),
            outbox.c.state == State.WAITING,
            outbox.c.attempts > 0,
        )
        return (await self._connection.execute(question.limit(1))).first() is not None

    async def newest_choices(self, chat: ChatId, reader: PersonId) -> tuple[KeptChoice, ...]:
        """Return what a typed number means: the choices of the newest message there that offers any to the reader."""
        question = select(outbox.c["keys"]).where(
            outbox.c.chat == chat,
            outbox.c["keys"].is_not(None),
            outbox.c.deed == Deed.SEND,
            outbox.c.state == State.DONE,
        )
        shown = await self._connection.execute(question.order_by(outbox.c.seq.desc()).limit(_LOOKED_THROUGH))
        for keys in shown.scalars().all():
            offered = await self._choices(keys)
            if any(choice.reader in {None, reader} for choice in offered):
                return offered
        return ()

    async def posts(self, about: str, after: PostId | None = None, most: int | None = None) -> Sequence[Sending]:
        """Return the sent or waiting SENDs of a card, oldest first: the messages to edit when it changes."""
        question = _POSTS
        if after is not None:
            before = select(outbox.c.seq).where(outbox.c.id == after).scalar_subquery()
            question = question.where(outbox.c.seq > before)
        if most is not None:
            question = question.limit(most)
        rows = await self._all(question, {"of": about}) if about else []
        return [sending_from(row) for row in rows]

    async def rename(self, about: str, anew: str, chat: ChatId) -> None:
        """Let the messages of a card in one chat be those of another card from now on."""
        there = update(outbox).where(outbox.c.about == about, outbox.c.chat == chat)
        await self._connection.execute(there.values(about=anew))

    async def take_back(self, about: str, now: datetime, lanes: Collection[str] | None = None) -> None:
        """Take out of the outbox what of a card was never tried; what is in the air goes on."""
        waiting = select(outbox.c.id).where(outbox.c.about == about, outbox.c.state.in_((State.WAITING, State.PARKED)))
        if lanes is not None:
            waiting = waiting.where(outbox.c.lane.in_(lanes))
        for one in (await self._connection.execute(waiting.order_by(outbox.c.seq))).scalars().all():
            await self.take_out(PostId(one), "its link was closed", now)

    async def wake(self, timer: Timer) -> None:
        """Set a timer; one of the same kind, subject and person is replaced."""
        self.has_woken = True
        row = {**to_row(timer, timers), "person": timer.person or "", "data": dict(timer.data)}
        if self._gathered is not None:
            self._gathered.timers.append(row)
        else:
            await self._put_all(timers, (row,), _ONE_TIMER)

    @asynccontextmanager
    async def gathered(self) -> AsyncIterator[None]:
        """Let what is put, offered and set meanwhile go in at the end, in few statements."""
        if self._gathered is not None:
            yield
            return
        self._gathered = Gathered()
        try:
            yield
            found, self._gathered = self._gathered, None
            await self._offer(found.choices)
            await self.put_new(found.sendings)
            await self._put_all(timers, found.timers, _ONE_TIMER)
        finally:
            self._gathered = None

    async def _offer(self, rows: Sequence[Columns]) -> None:
        if rows:
            await self._connection.execute(_offered(self._connection.dialect.name), list(rows))

    async def let_sleep(self, kind: str, subject: str, person: PersonId | None = None) -> None:
        """Take timers of a kind and subject away; None takes everybody's."""
        which = {"what": kind, "of": subject, **({"is": person} if person else {})}
        await self._connection.execute(_LET_ONE_SLEEP if person else _LET_SLEEP, which)

    async def timer(self, kind: str, subject: str, person: PersonId | None = None) -> Timer | None:
        """Return a waiting timer."""
        row = await self._first(_TIMER, {"what": kind, "of": subject, "is": person or ""})
        return _timer(row) if row else None

    async def take_due(self, now: datetime) -> Timer | None:
        """Take the timer that is due longest, if any; it is gone when the transaction commits."""
        return next(iter(await self.take_all_due(now, 1)), None)

    async def take_all_due(self, now: datetime, most: int) -> Sequence[Timer]:
        """Take the timers that are due longest, in order; they are gone when the transaction commits."""
        taken = _take_longest_due(most, rings_beside=self._connection.dialect.name != "sqlite")
        rows = (await self._connection.execute(taken, {"by": now})).mappings().all()
        return sorted(map(_timer, rows), key=lambda timer: (timer.due, timer.id))

    async def next_due(self) -> datetime | None:
        """Say when the next timer rings."""
        due: datetime | None = (await self._connection.execute(_NEXT_DUE)).scalar_one()
        return due

    async def release(self, account: AccountId, chat: ChatId, now: datetime) -> int:
        """Let go what was parked because an account could not be written to; returns how many.

        All of it goes through the lane of the chat that was opened, in the order it was put.
        """
        parked = select(outbox).where(outbox.c.account == account, outbox.c.state == State.PARKED)
        rows = await self._all(parked.order_by(outbox.c.seq))
        for row in rows:
            changed = {"state": State.WAITING, "chat": chat, "lane": f"chat:{chat}", "attempts": 0, "done_at": None}
            await self._connection.execute(update(outbox).where(outbox.c.seq == row["seq"]).values(changed))
            await self._join((lane_row(f"chat:{chat}", sending_from(row), row["seq"], now),))
        await self._connection.execute(update(outbox).where(outbox.c.about == open_card(account)).values(about=""))
        return len(rows)

    async def _choices(self, keys: Sequence[str]) -> tuple[KeptChoice, ...]:
        if not keys:
            return ()
        rows = await self._all(_CHOICES, {"these": list(keys)})
        found = {row["key"]: from_row(KeptChoice, row) for row in rows}
        return tuple(found[key] for key in keys if key in found)


@cache
def _take_longest_due(most: int, *, rings_beside: bool) -> "ReturningDelete[Any]":
    """Make the statement that takes timers.

    What is looked for stands before the deletion: inside it PostgreSQL may look again for each row it deletes, find
    others each time because those found are locked, and delete more than `most`.

    Args:
        most: How many.
        rings_beside: Whether other timers may ring meanwhile. Then nobody looks at what waits while what was due before
            still rings elsewhere: all of it is said as one.
    """
    longest = select(timers.c.id).where(timers.c.due <= bindparam("by"))
    if rings_beside:
        longest = longest.where(
            or_(timers.c.kind != LOOK, timers.c.due <= select(func.min(timers.c.due)).scalar_subquery())
        )
    found = longest.order_by(timers.c.due, timers.c.id).limit(most).with_for_update(skip_locked=True).cte("longest")
    return delete(timers).where(timers.c.id.in_(select(found.c.id))).returning(*timers.c)


@cache
def _offered(dialect: str) -> "postgresql.Insert":
    return insert_into(choices, dialect).on_conflict_do_nothing(index_elements=["key"])


def open_card(account: AccountId) -> str:
    """Name the card of the one tap-to-open an account may have."""
    return f"open:{account}"


def _choice_key(card: str, action: str, data: Mapping[str, str], reader: PersonId | None) -> ChoiceKey:
    """Make the key from what it stands for; the card's own unguessable id keeps it unguessable."""
    meant = canonical([card, action, dict(data), reader])
    return ChoiceKey(b32encode(hashlib.sha256(meant.encode()).digest()[:_KEY_BYTES]).decode().lower())


def _timer(row: Columns) -> Timer:
    more: dict[str, Any] = {"person": row["person"] or None}
    return from_row(Timer, row, **more)
