"""Where did an upgraded room go?"""

import nio

from bots.matrix.wire import Declined, ask, path, via


async def follow(client: nio.AsyncClient, old: str, tombstone: nio.RoomUpgradeEvent) -> str | None:
    """Enter the new room of an upgrade, once it names the old one as its predecessor.

    Returns:
        The new room's id; None when it is not (yet) open to us or is not the old one's successor. Then nothing
        remains of the attempt, and an invite to it later is another chance.

    Raises:
        TryAgain: The homeserver could not be asked.
    """
    new = tombstone.replacement_room
    if not new:
        return None
    try:
        await ask(client, "POST", f"{path('join', new)}{via(tombstone.sender)}", {})
        created = await ask(client, "GET", path("rooms", new, "state", "m.room.create", ""))
    except Declined:
        return None
    if is_successor(created, old):
        return new
    await ask(client, "POST", path("rooms", new, "leave"), {})
    return None


def is_successor(created: dict[str, object], old: str) -> bool:
    """Say whether a room's `m.room.create` names the old room as its predecessor."""
    predecessor = created.get("predecessor")
    return isinstance(predecessor, dict) and predecessor.get("room_id") == old
