"""How does something get into a room, once?"""

from collections.abc import Sequence

import aiohttp
import nio

from bots.matrix.reactions import annotation
from bots.matrix.wire import Content, Declined, OutOfReach, ask, path, refusal
from core.errors import ChatGone, MessageGone, TryAgain, Undeliverable
from core.messenger.fit import SYMBOLS

_ALREADY = "M_DUPLICATE_ANNOTATION"
_GONE = {403, 404}


async def speak(client: nio.AsyncClient, room_id: str, kind: str, content: Content, key: str) -> str:
    """Send an event and return its id; the same key from the same device again returns the same id.

    Raises:
        TryAgain: No answer, too many requests, or keys of an encrypted room not settled yet.
        ChatGone: We may not speak there.
        Undeliverable: The homeserver refuses it for another reason, as its size.
    """
    try:
        answer = await client.room_send(room_id, kind, content, key, ignore_unverified_devices=True)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    except (nio.LocalProtocolError, nio.EncryptionError) as error:
        raise TryAgain(f"{room_id} is not ready: {error!r}", after=1.0) from error
    if isinstance(answer, nio.RoomSendResponse):
        return str(answer.event_id)
    trouble = refusal(answer)
    raise gone(trouble) if isinstance(trouble, Declined) else trouble


def gone(declined: Declined) -> Undeliverable:
    """Turn a refusal that concerns the room itself into `ChatGone`."""
    return ChatGone(str(declined)) if declined.status in _GONE else declined


async def put_symbols(client: nio.AsyncClient, room_id: str, message: str, symbols: Sequence[str], key: str) -> None:
    """Put symbols under a message, in order; those that stand there already stay as they are."""
    for place, symbol in enumerate(symbols):
        try:
            await speak(client, room_id, "m.reaction", annotation(message, symbol), f"{key}.{place}")
        except Declined as declined:
            if declined.errcode != _ALREADY:
                raise


async def own_symbols(client: nio.AsyncClient, room_id: str, message: str) -> dict[str, str]:
    """Return the event ids of our symbols under a message, by symbol; raises as `ask`."""
    where = path("rooms", room_id, "relations", message, "m.annotation", "m.reaction", version="v1")
    answer = await ask(client, "GET", f"{where}?limit=100")
    found: dict[str, str] = {}
    for event in answer.get("chunk", []):
        symbol = event.get("content", {}).get("m.relates_to", {}).get("key")
        if event.get("sender") == client.user_id and symbol in SYMBOLS:
            found[symbol] = event["event_id"]
    return found


async def take_away(client: nio.AsyncClient, room_id: str, event_id: str, key: str) -> None:
    """Redact an event of ours; raises as `ask`."""
    await ask(client, "PUT", path("rooms", room_id, "redact", event_id, key), {})


async def still_there(client: nio.AsyncClient, room_id: str, message: str) -> None:
    """Refuse when a message is not there any more.

    Raises:
        MessageGone: It was redacted, or we cannot see it.
    """
    try:
        event = await ask(client, "GET", path("rooms", room_id, "event", message))
    except Declined as declined:
        raise MessageGone(str(declined)) from declined
    if "redacted_because" in event.get("unsigned", {}):
        raise MessageGone(f"{message} was removed")
