"""How do people with a strict client speak in encrypted rooms?

Plain HTTP cannot decrypt, so these people use a nio client with a store of their own. What nio knows nothing of,
whether a device is vouched for by its owner's cross-signing identity, is checked here on the bare answers with
another library than the bot signs with; whoever is not vouched for gets no keys and is not read.
"""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import nio
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.edges.matrix_people import Person
from tests.edges.synapse import User

Json = dict[str, Any]


class StrictPerson:
    """Someone who reads and writes encrypted, and only with devices that are vouched for."""

    def __init__(self, user: User, url: str, store: Path) -> None:
        store.mkdir(parents=True, exist_ok=True)
        self.user = user
        self.plain = Person(user, url)
        config = nio.AsyncClientConfig(pickle_key="a strict person", max_limit_exceeded=0, max_timeouts=0)
        self.client = nio.AsyncClient(url, user.id, user.device, str(store), config)
        self.client.restore_login(user.id, user.device, user.token)
        self._heard: list[tuple[str, nio.Event]] = []

    async def close(self) -> None:
        """Go."""
        await self.plain.close()
        if self.client.client_session is not None:
            await self.client.client_session.close()

    async def sync(self) -> None:
        """Read what is new, and look after one's keys."""
        answer = await self.client.sync(0, full_state=not self.client.next_batch)
        assert isinstance(answer, nio.SyncResponse), answer
        for room_id, info in answer.rooms.join.items():
            self._heard += [(room_id, event) for event in info.timeline.events if isinstance(event, nio.Event)]
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()

    async def make_room(self, title: str, invite: list[str], **more: Any) -> str:
        """Make an encrypted room."""
        algorithm = {"algorithm": "m.megolm.v1.aes-sha2"}
        state = [{"type": "m.room.encryption", "state_key": "", "content": algorithm}]
        return await self.plain.make_room(title, invite, initial_state=state, **more)

    async def write(self, room: str, body: str) -> None:
        """Write a message that only vouched-for devices can read."""
        await self.sync()
        await self._shut_out_strangers(room)
        content = {"msgtype": "m.text", "body": body}
        sent = await self.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        assert isinstance(sent, nio.RoomSendResponse), sent

    async def write_before_the_key(self, room: str, body: str) -> Callable[[], Awaitable[None]]:
        """Write a message whose key is still on its way; what is returned hands the key over."""
        await self.sync()
        olm = self.client.olm
        assert olm is not None
        await self.client.joined_members(room)
        if self.client.should_query_keys:
            await self.client.keys_query()
        await self.client.keys_claim(olm.get_missing_sessions(list(self.client.rooms[room].users)))
        olm.create_outbound_group_session(room)
        members = list(self.client.rooms[room].users)
        letters = list(olm.share_group_session_parallel(room, members, ignore_unverified_devices=True))
        olm.outbound_group_sessions[room].shared = True
        kind, content = self.client.encrypt(room, "m.room.message", {"msgtype": "m.text", "body": body})
        await self.plain.put(room, kind, content)

        async def hand_over() -> None:
            for place, (_devices, letter) in enumerate(letters):
                await self.plain.ask("PUT", "sendToDevice", "m.room.encrypted", f"late{place}", body=letter)

        return hand_over

    async def reads(self, room: str) -> list[str]:
        """Return what can be read in a room and was encrypted by a vouched-for device, oldest first."""
        await self.sync()
        words = []
        for where, event in self._heard:
            clear = self._clear(event) if where == room else None
            if isinstance(clear, nio.RoomMessageText | nio.RoomMessageNotice) and clear.decrypted:
                owner = await self.vouched(clear.sender)
                words += [clear.body] if clear.sender_key in owner.values() else []
        return words

    def sealed(self, room: str) -> int:
        """Count what cannot be read in a room."""
        return sum(where == room and isinstance(self._clear(event), nio.MegolmEvent) for where, event in self._heard)

    def _clear(self, event: nio.Event) -> nio.Event:
        if not isinstance(event, nio.MegolmEvent):
            return event
        try:
            clear = self.client.decrypt_event(event)
        except nio.EncryptionError:
            return event
        return clear if isinstance(clear, nio.Event) else event

    async def _shut_out_strangers(self, room: str) -> None:
        """Leave devices that are not vouched for without keys, as strict clients do."""
        for user in self.client.rooms[room].users:
            vouched = await self.vouched(user)
            for device in self.client.device_store.active_user_devices(user):
                if user != self.user.id and device.id not in vouched:
                    self.client.blacklist_device(device)

    async def vouched(self, user: str) -> dict[str, str]:
        """Return the Curve25519 keys of a user's devices that their own identity vouches for, by device id."""
        found = await self.plain.ask("POST", "keys", "query", body={"device_keys": {user: []}})
        master = found.get("master_keys", {}).get(user)
        signing = found.get("self_signing_keys", {}).get(user)
        if user == self.user.id:
            return {name: keys["keys"][f"curve25519:{name}"] for name, keys in found["device_keys"][user].items()}
        if master is None or signing is None or not is_signed(signing, user, _only_key(master)):
            return {}
        devices = found["device_keys"][user].items()
        signer = _only_key(signing)
        return {name: keys["keys"][f"curve25519:{name}"] for name, keys in devices if is_signed(keys, user, signer)}


def is_signed(thing: Json, user: str, key: str) -> bool:
    """Say whether a user's Ed25519 key, unpadded base64, signed a JSON object."""
    signature = thing.get("signatures", {}).get(user, {}).get(f"ed25519:{key}")
    if signature is None:
        return False
    bare = {name: value for name, value in thing.items() if name not in {"signatures", "unsigned"}}
    message = nio.Api.to_canonical_json(bare).encode()
    try:
        Ed25519PublicKey.from_public_bytes(_raw(key)).verify(_raw(signature), message)
    except InvalidSignature:
        return False
    return True


def _only_key(identity: Json) -> str:
    [key] = identity["keys"].values()
    return str(key)


def _raw(unpadded: str) -> bytes:
    return b64decode(unpadded + "=" * (-len(unpadded) % 4))
