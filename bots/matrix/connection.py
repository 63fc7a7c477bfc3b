"""What belongs together while we are connected?"""

import asyncio
from dataclasses import dataclass

import nio

from bots.matrix.directs import Directs
from bots.matrix.encryption import Encryption
from bots.matrix.places import Places
from bots.matrix.rooms import membership
from bots.matrix.session import Account
from core.errors import ChatGone, NoPrivateWay, TryAgain
from core.messenger.events import ChatKind, ChatRef

_SEEN_AFTER = 10.0
"""Seconds until a sync has surely brought a room that we are in."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One login with all it knows; gone with the connection.

    Attributes:
        ready: Set once the rooms are known.
        news: Pulsed after every sync.
    """

    client: nio.AsyncClient
    directs: Directs
    places: Places
    encryption: Encryption
    ready: asyncio.Event
    news: asyncio.Event

    def synced(self) -> None:
        """Wake whoever waits for the next sync."""
        self.ready.set()
        self.news.set()
        self.news.clear()

    async def enter(self, chat: ChatRef) -> None:
        """Make sure that a chat can be spoken to now; one we have just entered is waited for.

        Raises:
            TryAgain: It is not in sight yet, or the homeserver out of reach.
            ChatGone: We are not in it.
            NoPrivateWay: It was private, and is not any more.
        """
        if not self.places.is_in(chat.id):
            if await membership(self.client, chat.id, self.client.user_id) != "join":
                raise ChatGone(f"we are not in {chat.id}")
            await self.seen(chat.id, set())
        if chat.kind is ChatKind.PRIVATE and len(self.places.people(chat.id)) != 1:
            raise NoPrivateWay(f"{chat.id} is not a conversation with one person any more")

    async def seen(self, room_id: str, people: set[str]) -> None:
        """Wait until the sync brought a room of ours, and these people in it: only then it is safe to speak.

        Raises:
            TryAgain: They are not in sight yet.
        """
        try:
            async with asyncio.timeout(_SEEN_AFTER):
                while not (self.places.is_in(room_id) and people <= self.places.people(room_id)):
                    await self.news.wait()
        except TimeoutError as error:
            raise TryAgain(f"{room_id} was made and is not in sight yet", after=1.0) from error

    def meets_encrypted(self, person: str) -> bool:
        """Say whether we meet that person in an encrypted room: then we speak privately encrypted too."""
        return any(room.encrypted and person in room.users for room in self.client.rooms.values())


async def connect(client: nio.AsyncClient, account: Account) -> Connection:
    """Begin with a client that is logged in; raises as `Directs.load`."""
    directs = Directs(client)
    await directs.load()
    places, encryption = Places(client, directs), Encryption(client, account)
    return Connection(client, directs, places, encryption, asyncio.Event(), asyncio.Event())
