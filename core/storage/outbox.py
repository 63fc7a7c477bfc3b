"""How are deeds handed out for a while, and their fate noted?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.outbox import Leased
from core.app.queue import Deed, Sending, Urgency
from core.ids import AccountId, ChatId, MessengerName, PostId, new_id
from core.messenger.events import ChatKind, ChatRef, MessageRef
from core.messenger.messages import Choice, say
from core.storage.commits import Writer
from core.storage.deeds import REASON, Deeds
from core.storage.handing import Times, hand_out
from core.storage.moving import let_lane_become
from core.storage.people import PeopleRows
from core.storage.queue import QueueRows, open_card
from core.storage.refs import account_from
from core.storage.rows import THESE, Columns
from core.storage.tables import accounts, chats, lanes, outbox
from core.storage.tables.queue import State
from core.storage.topics import stop_following
from core.storage.trouble import Reader
from core.wording import text

OPEN_PRIVATELY = "open-privately"
_NEXT_TIME = select(func.min(lanes.c.free_at)).where(lanes.c.messenger.in_(THESE))
_WAITS_FOR_CHAT = update(outbox).where(
    outbox.c.account == bindparam("of"), outbox.c.chat.is_(None), outbox.c.state == State.WAITING
)
_NOTE_CHAT = update(outbox).where(outbox.c.seq == bindparam("which"))
_RENEW_FIRST = update(outbox).where(outbox.c.id == bindparam("which"))


class OutboxRows:
    """Implements `core.app.queue.Outbox`; every call is a short transaction of its own.

    Args:
        write: Where its transactions come from.
        read: Only looks, so that an idle loop never takes the write lock.
        answers: As `write`, for the fate of a deed: who is killed before it is noted does the deed again.
    """

    def __init__(self, write: Writer, read: Reader, answers: Writer) -> None:
        self._write = write
        self._read = read
        self._answers = answers

    async def lease(
        self, owner: str, messengers: Sequence[MessengerName], now: datetime, until: datetime, most: int
    ) -> Sequence[Leased]:
        """Hand out the heads of free lanes: at most one deed per lane, most urgent first, none before its time."""
        if not messengers or most < 1:
            return ()
        async with self._write.begin() as connection:
            return await hand_out(connection, owner, messengers, Times(now, until), most)

    async def reclaim(self, owner: str, now: datetime) -> None:
        """Free the lanes that an earlier run of the same owner held when it ended."""
        async with self._write.begin() as connection:
            held = update(lanes).where(lanes.c.owner == owner, lanes.c.free_at > now)
            await connection.execute(held.values(free_at=now, owner=""))

    async def hasten(
        self,
        messengers: Sequence[MessengerName],
        now: datetime,
        *,
        beyond: timedelta = timedelta(),
        by: timedelta | None = None,
    ) -> None:
        """Let nobody wait for moments that a clock running ahead set; what was put for later keeps its moment.

        Args:
            messengers: Whose lanes.
            now: Aware UTC.
            beyond: Lanes that are free within this time are left alone.
            by: How much earlier they are free, and then leases are left alone; None frees all of them now.
        """
        late = lanes.c.messenger.in_(messengers) & (lanes.c.free_at > now + beyond) & ~lanes.c.lane.contains("@")
        unleased = late & (lanes.c.owner == "") if by else late
        async with self._write.begin() as connection:
            question = select(lanes.c.lane, lanes.c.free_at).where(unleased).with_for_update()
            for lane, free_at in (await connection.execute(question)).all():
                earlier = max(now, free_at - by) if by else now
                await connection.execute(update(lanes).where(lanes.c.lane == lane).values(free_at=earlier))

    async def done(
        self, sending: PostId, message: MessageRef | None, now: datetime, rest_until: datetime | None = None
    ) -> bool:
        """Note success, with the message that appeared; frees the lane, not before `rest_until` if it needs rest.

        Returns whether more waits in the lane, as far as is known.
        """
        async with self._answers.begin() as connection:
            deeds = Deeds(connection, locks=True)
            row = await deeds.take(sending)
            if row is None:
                return True
            if row["deed"] is Deed.EDIT:
                await _renew_first(connection, row, message)
            said = {"message": None, "message_id": message.id if message else None, "data": None}
            return await deeds.settle(row, State.DONE, now, rest_until, **said)

    async def opened(self, sending: PostId, chat: ChatRef) -> None:
        """Note the private chat found for an account, before anything is sent to it."""
        async with self._answers.begin() as connection:
            row = await Deeds(connection, locks=True).take(sending)
            if row is None or row["account"] is None:
                return
            private = await _private_chat(connection, row["account"], chat)
            await connection.execute(_NOTE_CHAT, {"which": row["seq"], "chat": private})
            await let_lane_become(connection, f"account:{row['account']}", f"chat:{private}")

    async def later(self, sending: PostId, not_before: datetime, reason: str) -> None:
        """Put back, to be tried again from that moment; the lane waits with it."""
        async with self._answers.begin() as connection:
            row = await Deeds(connection, locks=True).take(sending)
            if row is None:
                return
            lane = update(lanes).where(lanes.c.lane == row["lane"], lanes.c.head == row["seq"])
            await connection.execute(lane.values(free_at=not_before, owner=""))
            deed = update(outbox).where(outbox.c.seq == row["seq"])
            await connection.execute(deed.values(reason=reason[:REASON]))

    async def give_up(self, sending: PostId, reason: str, now: datetime) -> None:
        """Note that it will never arrive; frees the lane."""
        async with self._answers.begin() as connection:
            deeds = Deeds(connection, locks=True)
            row = await deeds.take(sending)
            if row is not None:
                await deeds.give_up(row, reason, now)

    async def park(self, sending: PostId, now: datetime) -> bool:
        """Keep it until its account opens the private chat; True when a tap-to-open was put into the fallback room."""
        async with self._answers.begin() as connection:
            deeds = Deeds(connection, locks=True)
            row = await deeds.take(sending)
            if row is None:
                return False
            await _fold_edits(connection, row)
            await deeds.settle(row, State.PARKED, now)
            return await _put_tap_to_open(connection, row, now)

    async def sleep(self, chat: ChatRef, now: datetime) -> None:
        """Note that the bot is no longer in a chat: what waits for it is given up, it takes part no more."""
        async with self._write.begin() as connection:
            known = await PeopleRows(connection, locks=True).find_chat(chat)
            if known is None:
                return
            await connection.execute(update(chats).where(chats.c.id == known.id).values(asleep=True))
            await stop_following(connection, known.id)
            deeds = Deeds(connection, locks=True)
            for waiting in await _waiting_for(connection, known.id):
                row = await deeds.take(waiting)
                if row is not None:
                    await deeds.give_up(row, "chat is gone", now)

    async def next_time(self, messengers: Sequence[MessengerName]) -> datetime | None:
        """Say when the earliest waiting deed may go."""
        async with self._read.connect() as connection:
            moment: datetime | None = (await connection.execute(_NEXT_TIME, {"these": list(messengers)})).scalar_one()
            return moment


async def _renew_first(connection: AsyncConnection, edit: Columns, message: MessageRef | None) -> None:
    """Give the message that was changed the choices it shows now, and its new name if it had to be said anew."""
    named = {"message_id": message.id} if message else {}
    await connection.execute(_RENEW_FIRST, {"which": edit["edits"], "keys": edit["keys"], **named})


async def _private_chat(connection: AsyncConnection, account: AccountId, chat: ChatRef) -> ChatId:
    people = PeopleRows(connection, locks=True)
    person = await people.person((await people.account_by_id(account)).person)
    private = (await people.chat(chat, person.language)).id
    await people.set_private(account, private)
    await connection.execute(_WAITS_FOR_CHAT, {"of": account, "chat": private})
    return private


async def _fold_edits(connection: AsyncConnection, parked: Columns) -> None:
    """Let a message that must wait say at once what it was to be changed into."""
    edits = (outbox.c.edits == parked["id"], outbox.c.state == State.WAITING)
    newest = select(outbox.c.message, outbox.c["keys"]).where(*edits).order_by(outbox.c.seq.desc()).limit(1)
    row = (await connection.execute(newest)).mappings().first()
    if row is not None:
        await connection.execute(update(outbox).where(outbox.c.seq == parked["seq"]).values(dict(row)))
        await connection.execute(update(outbox).where(*edits).values(state=State.DONE, message=None))


async def _put_tap_to_open(connection: AsyncConnection, parked: Columns, now: datetime) -> bool:
    """Ask someone, in the room it is about, to open the private chat; once for all that is parked for them."""
    queue = QueueRows(connection, locks=True)
    card = open_card(parked["account"])
    room = parked["fallback"] or await _room_of(connection, parked["chat"])
    if room is None or await queue.posts(card):
        return False
    row = (await connection.execute(select(accounts).where(accounts.c.id == parked["account"]))).mappings().one()
    account = account_from(row)
    choice = Choice(OPEN_PRIVATELY, text("tap-open-privately"), {"account": account.id})
    key = await queue.offer(card, choice.action, choice.data, account.person)
    asking = Sending(
        PostId(new_id()),
        Deed.SEND,
        f"chat:{room}",
        parked["messenger"],
        ChatId(room),
        message=say(text(OPEN_PRIVATELY, name=account.ref.name), choices=(choice,)),
        keys=(key,),
        about=card,
        urgency=Urgency(parked["urgency"]),
    )
    await queue.put(asking, now)
    return True


async def _room_of(connection: AsyncConnection, chat: ChatId | None) -> str | None:
    """Return the chat if several read along there: then it was an answer that only one of them could see."""
    question = select(chats.c.id).where(chats.c.id == chat, chats.c.kind == ChatKind.ROOM)
    room: str | None = (await connection.execute(question)).scalar_one_or_none()
    return room


async def _waiting_for(connection: AsyncConnection, chat: ChatId) -> Sequence[PostId]:
    question = select(outbox.c.id).where(outbox.c.chat == chat, outbox.c.state == State.WAITING)
    return [PostId(one) for one in (await connection.execute(question)).scalars().all()]
