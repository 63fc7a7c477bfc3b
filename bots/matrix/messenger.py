"""How does Socium live on a Matrix homeserver?

The port's promises, kept with the pieces beside this file; foreign errors become ours there.
"""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import nio

from bots.matrix import MATRIX
from bots.matrix.answers import Answers
from bots.matrix.connection import Connection, connect
from bots.matrix.files import fetch, put
from bots.matrix.outgoing import CAPABILITIES, edit_key, write, write_edit
from bots.matrix.reactions import symbols
from bots.matrix.rooms import admit, dismiss, make_home, open_private
from bots.matrix.session import Account, close, sign_in
from bots.matrix.speak import gone, own_symbols, put_symbols, speak, still_there, take_away
from bots.matrix.sync import listen, pause
from bots.matrix.wire import Declined, TokenRefused
from core.errors import NoPrivateWay, TryAgain, WrongSetting
from core.ids import MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, Attached, ChatKind, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Post

logger = logging.getLogger(__name__)

_NOT_FOUND = 404

_OPENS_WITHIN = 10.0
"""Seconds after the start in which what is to be said waits for the connection, instead of being tried in vain."""


class MatrixMessenger:
    """One account on one homeserver."""

    def __init__(
        self,
        homeserver: str,
        user: str,
        password: str = "",
        token: str = "",
        *,
        store: Path,
        store_key: str = "",
    ) -> None:
        """Take the settings; nothing is asked of the homeserver yet.

        Args:
            homeserver: Base address, as "https://matrix.example.org".
            user: Full id, or its first part.
            password: For the first login, when there is no token.
            token: Access token, when there is no password.
            store: Folder for session and keys; losing it means a new device.
            store_key: Locks the keys there; empty makes one on first start.
        """
        self._account = Account(homeserver, user, password, token, store, store_key)
        self._connection: Connection | None = None
        self._making = asyncio.Lock()
        self._opening = 0.0
        self._opened = asyncio.Event()

    @property
    def name(self) -> MessengerName:
        """Return "matrix"."""
        return MATRIX

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Every room can show the same."""
        return CAPABILITIES

    async def check(self) -> str:
        """Log in and say who we are there; raises as the port says."""
        client = await sign_in(self._account)
        try:
            return f"{client.user_id} on {self._account.homeserver}, device {client.device_id}"
        finally:
            await close(client)

    async def run(self, desk: Desk) -> None:
        """Listen until cancelled.

        Raises:
            WrongSetting: Password or token are not accepted (any more).
        """
        failures = 0
        self._opening = asyncio.get_running_loop().time() + _OPENS_WITHIN
        while True:
            try:
                await self._live(desk)
            except TokenRefused as refused:
                raise WrongSetting(
                    "Matrix does not know our access token any more: set SOCIUM_MATRIX_TOKEN anew, "
                    "or start again with SOCIUM_MATRIX_PASSWORD."
                ) from refused
            except (TryAgain, Declined) as trouble:
                failures += 1
                logger.warning("matrix: %s", trouble)
                await asyncio.sleep(getattr(trouble, "after", None) or pause(failures))

    async def _live(self, desk: Desk) -> None:
        client = await sign_in(self._account)
        try:
            connection = await connect(client, self._account)
            self._connection = connection
            reader = Answers(connection, desk)
            await listen(client, desk, reader, partial(self._synced, connection))
        finally:
            self._connection = None
            self._opened.clear()
            await close(client)

    async def send(self, post: Post) -> MessageRef:
        """Send a notice, and the symbols of its choices under it; a key is one message for ever."""
        connection = await self._there(post.chat)
        if post.reader is not None and post.chat.kind is not ChatKind.PRIVATE:
            raise NoPrivateWay(f"{post.chat.id} shows everything to everybody")
        client, room_id = connection.client, post.chat.id
        try:
            async with connection.encryption.turn(room_id):
                file = await put(client, post.file, connection.places.is_encrypted(room_id)) if post.file else None
                event_id = await speak(client, room_id, "m.room.message", write(post, file), post.key)
                await put_symbols(client, room_id, event_id, symbols(post), post.key)
        except Declined as declined:
            raise gone(declined) from declined
        return MessageRef(post.chat, event_id)

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Replace a message of ours, and add or take away symbols so that they fit its choices."""
        connection = await self._there(message.chat)
        client, room_id, key = connection.client, message.chat.id, edit_key(post)
        await still_there(client, room_id, message.id)
        try:
            async with connection.encryption.turn(room_id):
                await speak(client, room_id, "m.room.message", write_edit(message.id, post), key)
                await self._fit_symbols(client, message, post, key)
        except Declined as declined:
            raise gone(declined) from declined

    async def remove(self, message: MessageRef) -> None:
        """Redact a message of ours; already gone is no error."""
        connection = await self._there(message.chat)
        try:
            await take_away(connection.client, message.chat.id, message.id, f"r{message.id[-20:]}")
        except Declined as declined:
            if declined.status != _NOT_FOUND:
                raise gone(declined) from declined

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Download a file that came with a message."""
        return await fetch((await self._connected()).client, file, most)

    async def _fit_symbols(self, client: nio.AsyncClient, message: MessageRef, post: Post, key: str) -> None:
        wanted = symbols(post)
        there = await own_symbols(client, message.chat.id, message.id)
        missing = [symbol for symbol in wanted if symbol not in there]
        await put_symbols(client, message.chat.id, message.id, missing, key)
        for symbol, event_id in there.items():
            if symbol not in wanted:
                await take_away(client, message.chat.id, event_id, f"{key}.x{event_id[-8:]}")

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Find or make the private room with that account and invite them."""
        connection = await self._connected()
        async with self._making:
            encrypted = connection.meets_encrypted(account.id)
            room_id = await open_private(
                connection.client, connection.places, connection.directs, account.id, encrypted
            )
            await connection.seen(room_id, {account.id})
        return replace(connection.places.chat(room_id), kind=ChatKind.PRIVATE)

    async def make_home(self, home: Home) -> HomeMade:
        """Make the room once per token and invite exactly the members."""
        connection = await self._connected()
        encrypted = home.near is not None and connection.places.is_encrypted(home.near.id)
        room_id, keys = await make_home(connection.client, home, encrypted)
        uninvited = {person for person, _link in keys}
        invited = {member.id for member in home.members} - uninvited if encrypted else set()
        await connection.seen(room_id, invited)
        return HomeMade(replace(connection.places.chat(room_id), title=home.title), keys=keys)

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Invite one more person; returns a link only when we may not invite there."""
        return await admit((await self._connected()).client, chat.id, account)

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take someone out, or their invite back."""
        await dismiss((await self._connected()).client, chat.id, account)

    def _synced(self, connection: Connection) -> None:
        connection.synced()
        self._opened.set()

    async def _connected(self) -> Connection:
        """Return the connection once the rooms are known; before that nobody knows what is encrypted.

        Just started we wait for it: a try in vain would make the pause before the next one longer, for each restart.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._opening):
                await self._opened.wait()
        if self._connection is None or not self._connection.ready.is_set():
            raise TryAgain("not connected yet", after=0.5)
        return self._connection

    async def _there(self, chat: ChatRef) -> Connection:
        connection = await self._connected()
        await connection.enter(chat)
        return connection
