"""Who can help when Discord says no?

Every error of the library, of HTTP and of the network becomes one of ours here.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from core.errors import ChatGone, MessageGone, NoPrivateWay, SociumError, TryAgain, Undeliverable

# Source: Discord API v10, JSON Error Codes.
UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_MESSAGE, UNKNOWN_USER = 10003, 10004, 10007, 10008, 10013
UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, ANSWERED_ALREADY, DEAD_TOKEN = 10015, 10062, 40060, 50027
MISSING_ACCESS, MISSING_PERMISSIONS, ARCHIVED = 50001, 50013, 50083
NO_DIRECT_MESSAGES = {50007, 50278, 40003}

DEAD = {UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, DEAD_TOKEN, UNKNOWN_MESSAGE}
"""The token of an interaction has died, or what it answered is gone: another way has to be found."""

_TOKEN_REVOKED, _TOO_MANY, _SERVER_TROUBLE = 401, 429, 500
_PAUSE_WITHOUT_TOKEN = 300.0

NETWORK = (OSError, aiohttp.ClientError, TimeoutError)


@contextmanager
def ours(missing: Callable[[], str] = str, keyless: bool = False) -> Iterator[None]:
    """Let nothing foreign pass.

    Args:
        missing: Names the rights that are missing, asked only when Discord refuses for want of one.
        keyless: The deed carries no send key, so that its fate is unknown after a broken connection.

    Raises:
        SociumError: Sorted by who can help.
    """
    try:
        yield
    except discord.RateLimited as error:
        raise TryAgain("asked to slow down", after=error.retry_after) from error
    except discord.HTTPException as error:
        raise _sorted(error, missing) from error
    except NETWORK as error:
        raise TryAgain(f"no answer: {type(error).__name__}", may_have_arrived=keyless) from error


def code_of(error: discord.HTTPException) -> int:
    """Return Discord's own code, 0 when it gave none."""
    return error.code


def _sorted(error: discord.HTTPException, missing: Callable[[], str]) -> SociumError:
    match error.code:
        case code if code in NO_DIRECT_MESSAGES:
            return NoPrivateWay(f"direct messages are closed ({code})")
        case code if code == UNKNOWN_MESSAGE:
            return MessageGone("the message is no longer there")
        case code if code in {UNKNOWN_CHANNEL, UNKNOWN_GUILD}:
            return ChatGone("the channel is no longer there")
        case code if code in {MISSING_ACCESS, MISSING_PERMISSIONS}:
            return _refused(code, missing())
        case _:
            return _by_status(error)


def _refused(code: int, lacking: str) -> SociumError:
    """Tell a bot that was thrown out from one that lacks a right somebody could give it."""
    if lacking:
        return Undeliverable(f"missing permission: {lacking}")
    if code == MISSING_ACCESS:
        return ChatGone("the bot is no longer in that channel")
    return Undeliverable("missing permission; see docs/guides/discord.md for the rights asked for and why")


def _by_status(error: discord.HTTPException) -> SociumError:
    if error.status == _TOO_MANY:
        return TryAgain("asked to slow down", after=float(error.response.headers.get("Retry-After", 0)) or None)
    if error.status == _TOKEN_REVOKED:
        return TryAgain("the token is not accepted", after=_PAUSE_WITHOUT_TOKEN)
    if error.status >= _SERVER_TROUBLE:
        return TryAgain(f"Discord is in trouble ({error.status})")
    return Undeliverable(f"refused by Discord ({error.status}, code {error.code}): {error.text}")
