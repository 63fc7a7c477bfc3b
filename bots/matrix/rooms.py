"""How is a room made, and who holds a key to it?"""

from hashlib import sha256

import nio

from bots.matrix.directs import Directs
from bots.matrix.places import Places
from bots.matrix.speak import gone
from bots.matrix.wire import Content, Declined, ask, path
from core.errors import ChatGone, NoPrivateWay, Undeliverable
from core.messenger.events import AccountRef
from core.messenger.port import Home

_PRESENT = {"join", "invite"}
_IN_USE = "M_ROOM_IN_USE"

# Members are equal: each may set name, topic and picture, nobody but us lets in or takes out, so that there
# are exactly as many keys as members.
_EQUALS: Content = {
    "invite": 100,
    "kick": 100,
    "ban": 100,
    "redact": 100,
    "events": {"m.room.name": 0, "m.room.topic": 0, "m.room.avatar": 0},
}
_ENCRYPTED: Content = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}
_NO_GUESTS: Content = {"type": "m.room.guest_access", "state_key": "", "content": {"guest_access": "forbidden"}}


async def make_home(client: nio.AsyncClient, home: Home, encrypted: bool) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Make the room of a home, or find it made, and invite every member who is not in or invited.

    Returns:
        The room's id, and for each member who cannot be invited the account id with a link to the room.

    Raises:
        TryAgain: The homeserver was out of reach or busy; making it again goes on where it stopped.
        Undeliverable: It refuses to make rooms for us.
    """
    room_id = await _room_of(client, home, encrypted)
    keys = [(member.id, await _invite(client, room_id, member.id)) for member in home.members]
    return room_id, tuple((member, link) for member, link in keys if link)


async def _room_of(client: nio.AsyncClient, home: Home, encrypted: bool) -> str:
    """The alias is made from the token and belongs to one room only: so does the home."""
    name = alias(home.token)
    try:
        return await _create(client, name=home.title, room_alias_name=name, power=_EQUALS, encrypted=encrypted)
    except Declined as declined:
        if declined.errcode != _IN_USE:
            raise
    server = client.user_id.partition(":")[2]
    found = await ask(client, "GET", path("directory", "room", f"#{name}:{server}"))
    room_id = str(found["room_id"])
    await _be_inside(client, room_id)
    return room_id


def alias(token: str) -> str:
    """Write a home's token as the local part of a room alias."""
    return f"socium-{sha256(token.encode()).hexdigest()[:24]}"


async def open_private(client: nio.AsyncClient, places: Places, directs: Directs, person: str, encrypted: bool) -> str:
    """Find the private room with that person, or make one and invite them.

    Raises:
        TryAgain: The homeserver was out of reach or busy.
        NoPrivateWay: They cannot be invited, or they went out of the room before: that was a no.
    """
    ours = directs.with_person(person)
    for room_id in ours:
        if places.people(room_id) == {person}:
            return room_id
    if ours:
        raise NoPrivateWay(f"{person} left the private room")
    try:
        room_id = await _create(client, is_direct=True, invite=[person], encrypted=encrypted)
    except Declined as declined:
        raise NoPrivateWay(str(declined)) from declined
    await directs.add(person, room_id)
    return room_id


async def admit(client: nio.AsyncClient, room_id: str, account: AccountRef) -> str:
    """Invite one person who is neither in nor invited.

    Returns:
        Empty when they are in or invited now, else a link to the room for the one who may invite them.

    Raises:
        TryAgain: The homeserver was out of reach or busy.
        ChatGone: We are not in the room.
    """
    await _be_inside(client, room_id)
    return await _invite(client, room_id, account.id)


async def _invite(client: nio.AsyncClient, room_id: str, person: str) -> str:
    if await membership(client, room_id, person) in _PRESENT:
        return ""
    try:
        await ask(client, "POST", path("rooms", room_id, "invite"), {"user_id": person})
    except Declined:
        present = await membership(client, room_id, person) in _PRESENT
        return "" if present else f"https://matrix.to/#/{room_id}"
    return ""


async def _be_inside(client: nio.AsyncClient, room_id: str) -> None:
    """Refuse when we are out: the homeserver would go on showing us the room as it was when we left."""
    if await membership(client, room_id, client.user_id) != "join":
        raise ChatGone(f"we are not in {room_id}")


async def dismiss(client: nio.AsyncClient, room_id: str, account: AccountRef) -> None:
    """Take someone out of a room, or their invite back; nothing happens when they are not there.

    Raises:
        TryAgain: The homeserver was out of reach or busy.
        ChatGone: We are not in the room.
        Undeliverable: We may not take anyone out there.
    """
    await _be_inside(client, room_id)
    if await membership(client, room_id, account.id) not in _PRESENT:
        return
    try:
        await ask(client, "POST", path("rooms", room_id, "kick"), {"user_id": account.id})
    except Declined as declined:
        raise Undeliverable(f"{account.id} could not be taken out of {room_id}: {declined}") from declined


async def membership(client: nio.AsyncClient, room_id: str, user_id: str) -> str:
    """Return "join", "invite", "leave", "ban", or empty for someone who never was there.

    Raises:
        TryAgain: The homeserver was out of reach or busy.
        ChatGone: We are not in the room.
    """
    try:
        found = await ask(client, "GET", path("rooms", room_id, "state", "m.room.member", user_id))
    except Declined as declined:
        if declined.status == 404 and declined.errcode == "M_NOT_FOUND":
            return ""
        raise gone(declined) from declined
    return str(found.get("membership", ""))


async def _create(
    client: nio.AsyncClient,
    *,
    encrypted: bool,
    name: str = "",
    room_alias_name: str = "",
    is_direct: bool = False,
    invite: list[str] | None = None,
    power: Content | None = None,
) -> str:
    wish: Content = {
        "preset": "private_chat",
        "visibility": "private",
        "initial_state": [_NO_GUESTS, _ENCRYPTED] if encrypted else [_NO_GUESTS],
        "name": name,
        "room_alias_name": room_alias_name,
        "is_direct": is_direct,
        "invite": invite,
        "power_level_content_override": power,
    }
    made = await ask(client, "POST", path("createRoom"), {key: value for key, value in wish.items() if value})
    return str(made["room_id"])
