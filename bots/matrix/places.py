"""What do we know of the rooms we are in?"""

import nio

from bots.matrix import MATRIX
from bots.matrix.directs import Directs
from bots.matrix.incoming import Place
from core.messenger.events import ChatKind, ChatRef

_A_PAIR = 2


class Places:
    """The rooms as the last sync left them."""

    def __init__(self, client: nio.AsyncClient, directs: Directs) -> None:
        self._client = client
        self._directs = directs

    def is_in(self, room_id: str) -> bool:
        """Say whether we are in that room, as far as the last sync knew."""
        return room_id in self._client.rooms

    def people(self, room_id: str) -> set[str]:
        """Return the ids of all others who are there or invited."""
        room = self._client.rooms.get(room_id)
        return set() if room is None else set(room.users) - {self._client.user_id}

    def waiting(self, room_id: str) -> set[str]:
        """Return the ids of those who are invited and have not come in yet."""
        room = self._client.rooms.get(room_id)
        return set() if room is None else set(room.invited_users)

    def is_encrypted(self, room_id: str) -> bool:
        """Say whether what is said there is encrypted."""
        room = self._client.rooms.get(room_id)
        return room is not None and room.encrypted

    def chat(self, room_id: str) -> ChatRef:
        """Describe a room: private only while one single person can read along."""
        room = self._client.rooms.get(room_id)
        alone = room is None or len(room.users) <= _A_PAIR
        kind = ChatKind.PRIVATE if alone and self._directs.holds(room_id) else ChatKind.ROOM
        return ChatRef(MATRIX, room_id, kind, room.name or "" if room is not None else "")

    def place(self, room_id: str, event: nio.Event) -> Place:
        """Say what reading an event of that room needs to know."""
        me = self._client.user_id
        who = {event.sender, event.state_key} if isinstance(event, nio.RoomMemberEvent) else {event.sender}
        names = {user: self._name(room_id, user) for user in who}
        return Place(self.chat(room_id), me, self._name(room_id, me), names)

    def _name(self, room_id: str, user_id: str) -> str:
        room = self._client.rooms.get(room_id)
        return (room.user_name(user_id) if room is not None else None) or user_id
