"""Which events of a room's timeline are ours to act on?

Those since we last looked, also when the homeserver left some out, and none from before we were invited.
"""

import aiohttp
import nio

from bots.matrix.wire import OutOfReach, refusal

PAGE = 100
_PAGES = 100
"""At most 10,000 events are caught up on in one room; what is older is past its use."""


async def fresh(client: nio.AsyncClient, room_id: str, info: nio.RoomInfo, since: str) -> list[nio.Event]:
    """Return what happened in a room since the token `since`, oldest first.

    Args:
        client: Logged in.
        room_id: The room.
        info: The room's part of a sync answer.
        since: Sync token before that answer.

    Raises:
        TryAgain: The homeserver could not be asked for what it left out.
        Declined: It will not tell.
    """
    events = list(info.timeline.events)
    if info.timeline.limited and info.timeline.prev_batch and _entry(events, client.user_id) is None:
        events = await _left_out(client, room_id, info.timeline.prev_batch, since) + events
    entry = _entry(events, client.user_id)
    return events if entry is None else events[entry:]


def _entry(events: list[nio.Event], me: str) -> int | None:
    """Find where our time in the room begins: the last invite to us, else our last coming in."""
    for wanted in ("invite", "join"):
        for place in reversed(range(len(events))):
            event = events[place]
            if not isinstance(event, nio.RoomMemberEvent) or event.state_key != me:
                continue
            if event.membership == wanted and event.prev_membership not in {"join", wanted}:
                return place
    return None


async def _left_out(client: nio.AsyncClient, room_id: str, start: str, since: str) -> list[nio.Event]:
    newest_first: list[nio.Event] = []
    page: str | None = start
    for _ in range(_PAGES):
        answer = await _page(client, room_id, page, since)
        newest_first += [event for event in answer.chunk if isinstance(event, nio.Event)]
        page = answer.end
        if not answer.chunk or not page or _entry(newest_first, client.user_id) is not None:
            break
    return newest_first[::-1]


async def _page(client: nio.AsyncClient, room_id: str, start: str | None, since: str) -> nio.RoomMessagesResponse:
    try:
        answer = await client.room_messages(room_id, start, since, nio.MessageDirection.back, PAGE)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    if isinstance(answer, nio.RoomMessagesResponse):
        return answer
    raise refusal(answer)
