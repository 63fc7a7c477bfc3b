"""How does Socium live on a Matrix homeserver?

The port's promises, kept with the pieces beside this file; foreign errors become ours there.
"""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

import nio

from bots.matrix import MATRIX
from bots.matrix.answers import Answers
from bots.matrix.directs import Directs
from bots.matrix.outgoing import CAPABILITIES, edit_key, write, write_edit
from bots.matrix.places import Places
from bots.matrix.reactions import symbols
from bots.matrix.rooms import admit, dismiss, make_home, membership, open_private
from bots.matrix.session import Account, close, sign_in
from bots.matrix.speak import gone, own_symbols, put_symbols, speak, still_there, take_away
from bots.matrix.sync import listen, pause
from bots.matrix.wire import Declined, TokenRefused
from core.errors import ChatGone, NoPrivateWay, TryAgain, WrongSetting
from core.ids import MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Paragraph, Post
from core.texts.translator import render
from core.wording import text

logger = logging.getLogger(__name__)

_REMEMBERED = 1000
_SEEN_AFTER = 10.0


@dataclass(frozen=True, slots=True)
class _Connection:
    client: nio.AsyncClient
    directs: Directs
    places: Places
    ready: asyncio.Event
    news: asyncio.Event

    def synced(self) -> None:
        """Wake whoever waits for the next sync."""
        self.ready.set()
        self.news.set()
        self.news.clear()


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
        language: str = "en",
    ) -> None:
        """Take the settings; nothing is asked of the homeserver yet.

        Args:
            homeserver: Base address, as "https://matrix.example.org".
            user: Full id, or its first part.
            password: For the first login, when there is no token.
            token: Access token, when there is no password.
            store: Folder for session and keys; losing it means a new device.
            store_key: Locks the keys there; empty makes one on first start.
            language: Of the one line said in rooms whose language nobody told us yet.
        """
        self._account = Account(homeserver, user, password, token, store, store_key)
        self._language = language
        self._connection: _Connection | None = None
        self._symbols: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._making = asyncio.Lock()

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
            directs = Directs(client)
            await directs.load()
            connection = _Connection(client, directs, Places(client, directs), asyncio.Event(), asyncio.Event())
            self._connection = connection
            reader = Answers(client, connection.places, directs, desk, self._hint)
            await listen(client, desk, reader, connection.synced)
        finally:
            self._connection = None
            await close(client)

    async def send(self, post: Post) -> MessageRef:
        """Send a notice, and the symbols of its choices under it; a key is one message for ever."""
        connection = await self._there(post.chat)
        if post.reader is not None and post.chat.kind is not ChatKind.PRIVATE:
            raise NoPrivateWay(f"{post.chat.id} shows everything to everybody")
        event_id = await speak(connection.client, post.chat.id, "m.room.message", write(post), post.key)
        wanted = symbols(post)
        await put_symbols(connection.client, post.chat.id, event_id, wanted, post.key)
        return MessageRef(post.chat, event_id)

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Replace a message of ours, and add or take away symbols so that they fit its choices."""
        connection = await self._there(message.chat)
        client, room_id, key = connection.client, message.chat.id, edit_key(post)
        await still_there(client, room_id, message.id)
        await speak(client, room_id, "m.room.message", write_edit(message.id, post), key)
        try:
            await self._fit_symbols(client, message, post, key)
        except Declined as declined:
            raise gone(declined) from declined

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
        connection = self._connected()
        async with self._making:
            encrypted = self._meets_encrypted(connection, {account.id})
            room_id = await open_private(
                connection.client, connection.places, connection.directs, account.id, encrypted
            )
            await self._seen(connection, room_id, {account.id})
        return replace(connection.places.chat(room_id), kind=ChatKind.PRIVATE)

    async def make_home(self, home: Home) -> HomeMade:
        """Make the room once per token and invite exactly the members."""
        connection = self._connected()
        encrypted = home.near is not None and connection.places.is_encrypted(home.near.id)
        room_id, keys = await make_home(connection.client, home, encrypted)
        await self._seen(connection, room_id, set())
        return HomeMade(replace(connection.places.chat(room_id), title=home.title), keys=keys)

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Invite one more person; returns a link only when we may not invite there."""
        return await admit(self._connected().client, chat.id, account)

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take someone out, or their invite back."""
        await dismiss(self._connected().client, chat.id, account)

    def _connected(self) -> _Connection:
        """Return the connection once the rooms are known; before that nobody knows what is encrypted."""
        if self._connection is None or not self._connection.ready.is_set():
            raise TryAgain("not connected yet", after=0.5)
        return self._connection

    async def _there(self, chat: ChatRef) -> _Connection:
        """Return the connection if that chat can be spoken to now; one we have just entered is waited for."""
        connection = self._connected()
        if not connection.places.is_in(chat.id):
            if await membership(connection.client, chat.id, connection.client.user_id) != "join":
                raise ChatGone(f"we are not in {chat.id}")
            await self._seen(connection, chat.id, set())
        if chat.kind is ChatKind.PRIVATE and len(connection.places.people(chat.id)) != 1:
            raise NoPrivateWay(f"{chat.id} is not a conversation with one person any more")
        return connection

    async def _seen(self, connection: _Connection, room_id: str, people: set[str]) -> None:
        """Wait until the sync brought a room we made, and these people in it: only then it is safe to speak."""
        try:
            async with asyncio.timeout(_SEEN_AFTER):
                while not (connection.places.is_in(room_id) and people <= connection.places.people(room_id)):
                    await connection.news.wait()
        except TimeoutError as error:
            raise TryAgain(f"{room_id} was made and is not in sight yet", after=1.0) from error

    def _meets_encrypted(self, connection: _Connection, people: set[str]) -> bool:
        """Say whether we meet these people in an encrypted room: then we speak privately encrypted too."""
        rooms = connection.client.rooms
        return any(room.encrypted and people <= set(room.users) for room in rooms.values())

    async def _hint(self, room_id: str, key: str) -> MessageRef:
        words = render(text("matrix-hint"), self._language)
        chat = self._connected().places.chat(room_id)
        return await self.send(Post(chat, key, (Paragraph(words),)))
