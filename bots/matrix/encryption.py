"""How are encrypted rooms read and written?

nio and vodozemac do the cryptography; here stands when keys are looked up, shared and tried again, so that
everybody who is in a room, or invited, can read what is said there.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import nio

from bots.matrix.session import Account
from bots.matrix.signing import vouch
from bots.matrix.wire import OutOfReach, refusal
from core.errors import TryAgain

_SEALED = 500


class Encryption:
    """The keys of our device, and what could not be read yet."""

    def __init__(self, client: nio.AsyncClient, account: Account) -> None:
        self._client = client
        self._account = account
        self._vouched = False
        self._turns: dict[str, asyncio.Lock] = {}
        self._sealed: OrderedDict[str, nio.MegolmEvent] = OrderedDict()

    async def settle(self) -> None:
        """Do what the keys ask for after a sync: upload ours, look up others', mend lost sessions, sign our device.

        Raises:
            TryAgain: The homeserver could not be asked; it is due again after the next sync.
            Declined: It refused.
        """
        client = self._client
        async with _reachable():
            if client.should_upload_keys:
                _expect(await client.keys_upload())
            if client.should_query_keys:
                _expect(await client.keys_query())
            if client.should_claim_keys:
                _expect(await client.keys_claim(client.get_users_for_key_claiming()))
            for answer in await client.send_to_device_messages():
                _expect(answer)
        if not self._vouched:
            await vouch(client, self._account)
            self._vouched = True

    @asynccontextmanager
    async def turn(self, room_id: str) -> AsyncIterator[None]:
        """Let one event at a time be sent to an encrypted room, once everybody there can read it.

        In a room that is not encrypted nothing waits.

        Raises:
            TryAgain: Keys could not be looked up or handed out yet.
            Declined: The homeserver refuses that.
        """
        room = self._client.rooms.get(room_id)
        if room is None or not room.encrypted:
            yield
            return
        async with self._turns.setdefault(room_id, asyncio.Lock()):
            await self._hand_out(room)
            yield

    async def _hand_out(self, room: nio.MatrixRoom) -> None:
        """Share the room's key with every device of everybody, also of those who are only invited.

        nio counts a key as shared even when handing it out failed, and forgets to take back its own mark
        when claiming keys failed: both would leave people unable to read for good.
        """
        client = self._client
        olm = client.olm
        assert olm is not None, "the store is opened with the login"
        async with _reachable():
            if not room.members_synced:
                _expect(await client.joined_members(room.room_id))
            if client.should_query_keys:
                _expect(await client.keys_query())
            if not olm.should_share_group_session(room.room_id):
                return
            try:
                shared = await client.share_group_session(room.room_id, ignore_unverified_devices=True)
            except BaseException:
                client.sharing_session.pop(room.room_id, None)
                client.invalidate_outbound_session(room.room_id)
                raise
        got = shared.users_shared_with if isinstance(shared, nio.ShareGroupSessionResponse) else set()
        if self._reachable_devices(room) - got:
            client.invalidate_outbound_session(room.room_id)
            raise TryAgain(f"not everybody in {room.room_id} has the key yet", after=1.0)

    def _reachable_devices(self, room: nio.MatrixRoom) -> set[tuple[str, str]]:
        """List the devices in a room to which we have a way: (user id, device id)."""
        olm = self._client.olm
        assert olm is not None, "the store is opened with the login"
        devices = [device for user in room.users for device in olm.device_store.active_user_devices(user)]
        ours = (self._client.user_id, self._client.device_id)
        named = {(device.user_id, device.id) for device in devices if olm.session_store.get(device.curve25519)}
        return named - {ours}

    def open(self, room_id: str, event: nio.MegolmEvent) -> nio.Event | None:
        """Decrypt an event; one whose key has not come yet is remembered, the oldest of too many forgotten."""
        event.room_id = room_id
        try:
            clear = self._client.decrypt_event(event)
        except nio.EncryptionError:
            self._sealed[event.event_id] = event
            while len(self._sealed) > _SEALED:
                self._sealed.popitem(last=False)
            return None
        self._sealed.pop(event.event_id, None)
        return clear if isinstance(clear, nio.Event) else None

    def opened(self) -> dict[str, list[nio.Event]]:
        """Take out what can be read by now, by room, oldest first."""
        found: dict[str, list[nio.Event]] = {}
        for event in list(self._sealed.values()):
            clear = self.open(event.room_id, event)
            if clear is not None:
                found.setdefault(event.room_id, []).append(clear)
        return found


@asynccontextmanager
async def _reachable() -> AsyncIterator[None]:
    try:
        yield
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    except (nio.LocalProtocolError, nio.EncryptionError) as error:
        raise TryAgain(f"keys are not ready: {error!r}", after=1.0) from error


def _expect(answer: nio.Response) -> None:
    if isinstance(answer, nio.ErrorResponse):
        raise refusal(answer)
