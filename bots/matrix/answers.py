"""What is done with what a sync answer brought?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

import nio

from bots.matrix.connection import Connection
from bots.matrix.incoming import moved, quoted, read
from bots.matrix.moves import follow, is_successor
from bots.matrix.sync import pause
from bots.matrix.timeline import fresh
from bots.matrix.wire import Content, Declined, OutOfReach, TokenRefused, ask, path, via
from core.errors import TryAgain
from core.messenger.events import Change, ChatChanged, Incoming, Quoted, Said
from core.messenger.port import Desk

_TRIES = 8
_SHARES = "/share"

logger = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]
T = TypeVar("T")


class Answers:
    """Turns sync answers into works, one per room."""

    def __init__(self, connection: Connection, desk: Desk) -> None:
        """Start.

        Args:
            connection: Logged in.
            desk: Gets every event.
        """
        self._client = connection.client
        self._places = connection.places
        self._directs = connection.directs
        self._encryption = connection.encryption
        self._desk = desk
        self._followed: set[str] = set()

    async def settle(self) -> None:
        """Look after the keys; raises as `Encryption.settle`."""
        await self._encryption.settle()

    def works(self, answer: nio.SyncResponse, since: str) -> dict[str, Work]:
        """Say what is to be done in each room; the works answer for their own failures."""
        works: dict[str, Work] = {}
        for room_id, events in self._encryption.opened().items():
            works[room_id] = partial(_guarded, room_id, partial(self._act_on, room_id, events))
        works.update(self.invites(answer))
        for room_id, info in answer.rooms.leave.items():
            incomings = self._last_words(room_id, info)
            self._client.rooms.pop(room_id, None)
            works[room_id] = partial(self._hand_over, incomings)
        for room_id, info in answer.rooms.join.items():
            work = partial(_guarded, room_id, partial(self._happened, room_id, info, since))
            works[room_id] = _both(works[room_id], work) if room_id in works else work
        return works

    def invites(self, answer: nio.SyncResponse) -> dict[str, Work]:
        """Say where we are to go in; the works answer for their own failures."""
        return {
            room_id: partial(_guarded, f"invite to {room_id}", partial(self._accept, room_id, invite))
            for room_id, invite in answer.rooms.invite.items()
        }

    async def _accept(self, room_id: str, invite: nio.InviteInfo) -> None:
        """Go in where we are invited; an invite taken back meanwhile is nothing."""
        ours = [event for event in invite.invite_state if _is_invite(event, self._client.user_id)]
        if not ours:
            return
        try:
            await insist(lambda: ask(self._client, "POST", path("join", room_id) + via(ours[-1].sender), {}))
        except Declined as declined:
            logger.info("matrix: the invite to %s is void: %s", room_id, declined)
            return
        if ours[-1].content.get("is_direct"):
            await insist(lambda: self._directs.add(ours[-1].sender, room_id))

    def _last_words(self, room_id: str, info: nio.RoomInfo) -> list[Incoming]:
        """Read what was said up to our own leaving, while the room's names are still known."""
        events = info.timeline.events
        read_out = [self._understood(room_id, event) for event in events if isinstance(event, nio.Event)]
        return [incoming for incoming in read_out if incoming is not None]

    async def _happened(self, room_id: str, info: nio.RoomInfo, since: str) -> None:
        await self._act_on(room_id, await self._since(room_id, info, since))

    async def _act_on(self, room_id: str, events: Sequence[nio.Event]) -> None:
        for event in events:
            if isinstance(event, nio.RoomUpgradeEvent):
                await self._upgraded(room_id, event)
            elif isinstance(event, nio.Event):
                await self._open(room_id, event)

    async def _open(self, room_id: str, event: nio.Event) -> None:
        """Read an event, or put it by until its key comes."""
        clear = self._encryption.open(room_id, event) if isinstance(event, nio.MegolmEvent) else event
        if clear is not None:
            await self._read(room_id, clear)

    async def _read(self, room_id: str, event: nio.Event) -> None:
        incoming = self._understood(room_id, event)
        if incoming is None:
            return
        if isinstance(incoming.what, Said) and incoming.what.reply_to and incoming.what.text.startswith(_SHARES):
            quote = await insist(partial(self._quoted, room_id, incoming.what.reply_to.id))
            incoming = replace(incoming, what=replace(incoming.what, quoted=quote))
        if not _is_arrival(incoming):
            await self._hand_over([incoming])
            return
        old = await self._predecessor(room_id)
        if old:
            await self._move(old, room_id, event)
        elif room_id not in self._followed:
            await self._hand_over([incoming])

    def _understood(self, room_id: str, event: nio.Event) -> Incoming | None:
        """Read an event; anybody may write any content, and one that cannot be read keeps no other from being heard."""
        try:
            return read(event, self._places.place(room_id, event))
        except Exception as bent:
            logger.warning("matrix: event %s was not understood (%s)", event.event_id, type(bent).__name__)
            return None

    async def _quoted(self, room_id: str, message: str) -> Quoted | None:
        """Read the message that is to cross, as it reads now; asked for only when someone shares it."""
        try:
            found = await ask(self._client, "GET", path("rooms", room_id, "event", message))
        except Declined:
            return None
        event = self._clear(room_id, found)
        if event is None:
            return None
        newer = found.get("unsigned", {}).get("m.relations", {}).get("m.replace")
        edit = self._clear(room_id, newer) if isinstance(newer, dict) and "content" in newer else None
        if edit is not None and edit.sender == event.sender:
            event.source["content"] = {
                **event.source["content"],
                "m.new_content": edit.source["content"]["m.new_content"],
            }
        return quoted(event, self._places.place(room_id, event))

    def _clear(self, room_id: str, source: Content) -> nio.Event | None:
        event = nio.Event.parse_event({**source, "room_id": room_id})
        clear = self._encryption.open(room_id, event) if isinstance(event, nio.MegolmEvent) else event
        return clear if isinstance(clear, nio.Event) else None

    async def _since(self, room_id: str, info: nio.RoomInfo, since: str) -> Sequence[nio.Event]:
        """Return what is new; a tombstone in the state is new as long as we sit at it."""
        try:
            events = await insist(lambda: fresh(self._client, room_id, info, since))
        except Declined as declined:
            logger.warning("matrix: what was missed in %s stays unknown: %s", room_id, declined)
            events = list(info.timeline.events)
        known = {event.event_id for event in events if isinstance(event, nio.Event)}
        states = [*info.state, *info.timeline.events]
        stones = [event for event in states if isinstance(event, nio.RoomUpgradeEvent) and event.event_id not in known]
        return [*stones, *events]

    async def _upgraded(self, room_id: str, tombstone: nio.RoomUpgradeEvent) -> None:
        new = await insist(lambda: follow(self._client, room_id, tombstone))
        if new is not None:
            await self._move(room_id, new, tombstone)

    async def _move(self, old: str, new: str, event: nio.Event) -> None:
        """Tell the desk, then go out of the old room, so that its tombstone is not found again and again."""
        self._followed.add(new)
        if self._directs.holds(old):
            for person in self._places.people(old):
                await insist(partial(self._directs.add, person, new))
        await self._hand_over([moved(event, self._places.place(old, event), self._places.chat(new))])
        await insist(lambda: ask(self._client, "POST", path("rooms", old, "leave"), {}))

    async def _predecessor(self, new: str) -> str:
        """Return the room of ours whose tombstone points here and whom this room names as its old self."""
        olds = [room_id for room_id, room in self._client.rooms.items() if room.replacement_room == new]
        if not olds:
            return ""
        created = await insist(lambda: ask(self._client, "GET", path("rooms", new, "state", "m.room.create", "")))
        return next((old for old in olds if is_successor(created, old)), "")

    async def _hand_over(self, incomings: Sequence[Incoming]) -> None:
        for incoming in incomings:
            try:
                await self._desk.handle(incoming)
            except Exception:
                logger.exception("matrix: event %s failed", incoming.key)


async def insist(act: Callable[[], Coroutine[None, None, T]], wait: Callable[[int], float] = pause) -> T:
    """Repeat something that time can help; what waits for it waits along.

    While the homeserver is out of reach or asks us to wait, there is no end; but one thing that fails again and
    again while others work (a room on a broken server) must not hold everything up.

    Args:
        act: What is to be done.
        wait: Seconds before the next attempt, by how many there were.

    Raises:
        TokenRefused: Time cannot help here.
        TryAgain: It failed eight times, which is about two minutes.
    """
    failures = tries = 0
    while True:
        try:
            return await act()
        except TokenRefused:
            raise
        except TryAgain as trouble:
            tries += 1
            failures += not isinstance(trouble, OutOfReach) and trouble.after is None
            if failures >= _TRIES:
                raise
            logger.info("matrix: again later: %s", trouble)
            await asyncio.sleep(trouble.after or wait(tries))


async def _guarded(what: str, work: Work) -> None:
    """Do a work so that only what ends everything gets out: one room's trouble is not another's.

    Raises:
        TokenRefused: Then this work is not done, and no token after it may be kept.
    """
    try:
        await work()
    except TokenRefused:
        raise
    except Exception:
        logger.exception("matrix: %s could not be handled", what)


def _both(first: Work, second: Work) -> Work:
    async def one_after_the_other() -> None:
        await first()
        await second()

    return one_after_the_other


def _is_invite(event: object, me: str) -> bool:
    return isinstance(event, nio.InviteMemberEvent) and event.state_key == me and event.membership == "invite"


def _is_arrival(incoming: Incoming) -> bool:
    return isinstance(incoming.what, ChatChanged) and incoming.what.change is Change.BOT_ADDED
