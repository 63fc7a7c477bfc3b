"""Which rooms are private conversations, and with whom?

The account's own `m.direct` list says so; it lives on the homeserver and outlives our store.
"""

import asyncio

import nio

from bots.matrix.wire import Content, Declined, ask, path


class Directs:
    """The `m.direct` list of our account."""

    def __init__(self, client: nio.AsyncClient) -> None:
        self._client = client
        self._rooms: dict[str, list[str]] = {}
        self._turn = asyncio.Lock()

    async def load(self) -> None:
        """Read the list from the homeserver; raises as `ask`."""
        try:
            self._take(await ask(self._client, "GET", self._path()))
        except Declined as declined:
            if declined.status != 404:
                raise
            self._rooms = {}

    async def add(self, user_id: str, room_id: str) -> None:
        """Note that a room is the private conversation with that person; raises as `ask`."""
        async with self._turn:
            if room_id not in self.with_person(user_id):
                changed = {**self._rooms, user_id: [*self.with_person(user_id), room_id]}
                await ask(self._client, "PUT", self._path(), changed)
                self._rooms = changed

    def with_person(self, user_id: str) -> list[str]:
        """List the rooms that are, or once were, private with that person, oldest first."""
        return self._rooms.get(user_id, [])

    def holds(self, room_id: str) -> bool:
        """Say whether a room was opened as a private conversation."""
        return any(room_id in rooms for rooms in self._rooms.values())

    def _take(self, content: Content) -> None:
        self._rooms = {user: list(rooms) for user, rooms in content.items() if isinstance(rooms, list)}

    def _path(self) -> str:
        return path("user", self._client.user_id, "account_data", "m.direct")
