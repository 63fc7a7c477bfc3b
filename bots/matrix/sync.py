"""How do we listen, and go on listening?

Our own loop instead of nio's: its token is saved before the work is done, one failing callback ends it,
a revoked token makes it spin, and one slow callback stalls every room.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Protocol

import aiohttp
import nio

from bots.matrix import MATRIX
from bots.matrix.lanes import Lanes
from bots.matrix.timeline import PAGE
from bots.matrix.wire import Content, Declined, OutOfReach, TokenRefused, refusal
from core.errors import TryAgain, WrongSetting
from core.messenger.port import Desk

logger = logging.getLogger(__name__)

_WAIT_MS = 30_000
_LONGEST_PAUSE = 60.0
_PATIENCE = 3

# Seconds before we listen on after something happened: the homeserver's next work is then our answer, not our
# next question. Source: benchmarks/matrix_latency.py, 119 to 101 ms from command to reply.
_BREATH = 0.02
_KINDS = ["m.room.message", "m.room.encrypted", "m.room.member", "m.room.tombstone", "m.reaction", "m.room.redaction"]

FILTER: Content = {
    "presence": {"types": []},
    "room": {
        "ephemeral": {"types": []},
        "account_data": {"types": []},
        "state": {"lazy_load_members": False},
        "timeline": {"limit": PAGE, "types": [*_KINDS, "m.room.encryption", "m.room.name", "m.room.create"]},
    },
}


_BEGUN = "begun:"
"""Stands before our first place in the stream as long as the invites from before it wait."""

Works = dict[str, Callable[[], Awaitable[None]]]
"""What is to be done in each room."""


class Unreadable(TryAgain):
    """nio stumbled over an answer.

    Attributes:
        next_token: Where the stream goes on after it; empty when nio did not come so far.
    """

    def __init__(self, reason: str, next_token: str) -> None:
        super().__init__(f"unreadable answer: {reason}")
        self.next_token = next_token


class Reader(Protocol):
    """What becomes of one sync answer."""

    async def settle(self) -> None:
        """Do what an answer asks of us before we speak again: keys to upload, to look up, to claim."""
        ...

    def works(self, answer: nio.SyncResponse, since: str) -> Works:
        """Say what is to be done in each room; the works do not raise."""
        ...

    def invites(self, answer: nio.SyncResponse) -> Works:
        """Say where we are to go in, and nothing else; likewise."""
        ...


async def listen(client: nio.AsyncClient, desk: Desk, reader: Reader, ready: Callable[[], None]) -> None:
    """Listen until cancelled; survives everything but a refused token.

    Args:
        client: Logged in, never synced.
        desk: Keeps our place.
        reader: Knows what to do with an answer.
        ready: Called once the rooms are known.

    Raises:
        TokenRefused: The homeserver does not know us any more.
        WrongSetting: Our keys cannot be opened.
    """
    try:
        async with asyncio.TaskGroup() as group:
            await _loop(client, desk, reader, ready, Lanes(group, lambda token: _keep(desk, token)))
    except BaseExceptionGroup as several:
        ends, _rest = several.split((TokenRefused, WrongSetting))
        if ends is None:
            raise
        raise ends.exceptions[0] from several


async def _loop(client: nio.AsyncClient, desk: Desk, reader: Reader, ready: Callable[[], None], lanes: Lanes) -> None:
    since = await desk.last_token(MATRIX)
    known = False
    failures = 0
    while True:
        try:
            if not since or since.startswith(_BEGUN):
                since = await _begin(client, desk, reader, lanes, since)
            answer = await _sync(client, since, full_state=not known)
        except (TryAgain, Declined) as trouble:
            if isinstance(trouble, TokenRefused):
                raise
            failures += 1
            logger.warning("matrix: %s", trouble)
            since, known = _goes_on(since, known, trouble, failures)
            await asyncio.sleep(getattr(trouble, "after", None) or pause(failures))
            continue
        failures = 0
        await _settle(reader)
        works: Works = {}
        if answer.next_batch != since or not known:
            works = reader.works(answer, since)
            await lanes.add(answer.next_batch, works)
        since, known = answer.next_batch, True
        ready()
        if works:
            await asyncio.sleep(_BREATH)


async def _begin(client: nio.AsyncClient, desk: Desk, reader: Reader, lanes: Lanes, kept: str) -> str:
    """Find the place where our time begins, and go in where we were invited before it.

    The place is kept before anything is joined or answered: else a process that is killed on its first day would
    begin anew, and pass over what was said since. As long as the invites wait it is kept with a mark.
    """
    answer = await _sync(client, "", full_state=True)
    place = kept.removeprefix(_BEGUN) or answer.next_batch
    if not kept:
        try:
            await desk.keep_token(MATRIX, f"{_BEGUN}{place}")
        except Exception as error:
            raise TryAgain(f"the first place in the stream could not be kept: {error!r}") from error
    await lanes.add(place, reader.invites(answer))
    return place


def _goes_on(since: str, known: bool, trouble: Exception, failures: int) -> tuple[str, bool]:
    """Say where to listen on after a failure, and whether the rooms are still known.

    A token the homeserver does not take is given up. What nio cannot read again and again is passed over, or
    one bent event would keep us deaf for good.
    """
    if isinstance(trouble, Declined) and trouble.status == 400:
        return "", False
    if isinstance(trouble, Unreadable) and trouble.next_token and failures >= _PATIENCE:
        logger.error("matrix: what happened between %s and %s is passed over", since, trouble.next_token)
        return trouble.next_token, False
    return since, known


async def _settle(reader: Reader) -> None:
    """Let the reader settle; what could not be done now is due again after the next answer."""
    try:
        await reader.settle()
    except TokenRefused:
        raise
    except (TryAgain, Declined) as trouble:
        logger.warning("matrix: keys are not settled yet: %s", trouble)


async def _sync(client: nio.AsyncClient, since: str, full_state: bool) -> nio.SyncResponse:
    """Ask once; the first time with the whole state, else a restarted client would know no room.

    nio throws an answer away whose token it has seen: so its own memory of tokens starts empty.
    """
    if full_state or not since:
        client.next_batch = ""
    wait = 0 if full_state else _WAIT_MS
    try:
        answer = await client.sync(wait, FILTER, since=since or None, full_state=full_state or None)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OutOfReach(f"homeserver out of reach: {error!r}") from error
    except Exception as error:
        logger.exception("matrix: an answer could not be read")
        raise Unreadable(repr(error), client.next_batch if client.next_batch != since else "") from error
    if isinstance(answer, nio.SyncResponse):
        return answer
    raise refusal(answer)


async def _keep(desk: Desk, token: str) -> None:
    try:
        await desk.keep_token(MATRIX, token)
    except Exception:
        logger.exception("matrix: the place in the stream could not be kept; the next one will be")


def pause(failures: int) -> float:
    """Return seconds to wait after so many failures in a row: 1, 2, 4 … 60, a little shaken."""
    return float(min(_LONGEST_PAUSE, 2.0 ** min(failures - 1, 10)) * random.uniform(0.8, 1.2))
