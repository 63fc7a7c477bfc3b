"""How are encrypted rooms read and written, and who may trust our device?"""

import aiohttp
import nio

from bots.matrix.wire import refusal
from core.errors import TryAgain


async def settle(client: nio.AsyncClient) -> None:
    """Do what the keys ask for after a sync: upload ours, look up others', answer for lost sessions.

    Raises:
        TryAgain: The homeserver could not be asked; it is due again after the next sync.
        Declined: It refused.
    """
    try:
        if client.should_upload_keys:
            _expect(await client.keys_upload())
        if client.should_query_keys:
            _expect(await client.keys_query())
        if client.should_claim_keys:
            _expect(await client.keys_claim(client.get_users_for_key_claiming()))
        for answer in await client.send_to_device_messages():
            _expect(answer)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise TryAgain(f"homeserver out of reach: {error!r}") from error


def _expect(answer: nio.Response) -> None:
    if isinstance(answer, nio.ErrorResponse):
        raise refusal(answer)
