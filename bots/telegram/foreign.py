"""What does an error of Telegram mean to the house?

Source:
    Telegram describes its errors in English sentences and gives no codes beyond HTTP's; these are the
    sentences its servers send.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from core.errors import ChatGone, MessageGone, NoPrivateWay, SociumError, TryAgain, Undeliverable, WrongSetting
from core.messenger.events import ChatKind, ChatRef

UNCHANGED = "message is not modified"
NOT_THERE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message to reply not found")
NOT_DELETED = ("message to delete not found", "message can't be deleted", "message_id_invalid")
NO_CHAT = (
    "chat not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "have no rights to send a message",
    "not enough rights to send text messages",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "channel_private",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "user not found",
    "user_is_blocked",
    "bot is not a member",
)
_TOKEN_WAIT = 60.0
_MOVE_WAIT = 1.0
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)

TOKEN_REFUSED = "SOCIUM_TELEGRAM_TOKEN: Telegram does not know this token; copy it again from BotFather."
SECOND_READER = (
    "SOCIUM_TELEGRAM_TOKEN: another process reads this bot's updates; stop the other one, or give this one its own bot."
)


class TokenRefused(TryAgain):
    """Telegram does not know the token: what is to be sent waits until the operator gave a new one."""


@contextmanager
def translated(chat: ChatRef | None = None) -> Iterator[None]:
    """Let only errors of the house out.

    Args:
        chat: Which chat the request was about, None when it was about none.
    """
    try:
        yield
    except InvalidToken:
        # The library writes the token into this error, so it must not travel along as a cause.
        raise TokenRefused("telegram: token refused", after=_TOKEN_WAIT) from None
    except TelegramError as error:
        raise meaning(error, chat) from error


def meaning(error: TelegramError, chat: ChatRef | None = None) -> SociumError:
    """Say whose error it is: time's, the operator's, or that of a chat which is no more."""
    match error:
        case RetryAfter():
            return TryAgain("telegram: too many requests", after=seconds(error))
        case ChatMigrated():
            return TryAgain("telegram: the group became a supergroup", after=_MOVE_WAIT)
        case Conflict():
            return WrongSetting(SECOND_READER)
        case Forbidden():
            return _closed(chat, error.message)
        case BadRequest():
            return _refused(error.message, chat)
        case _:
            return TryAgain(f"telegram: {error.message}", may_have_arrived=_may_have_arrived(error))


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram asks us to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def _refused(words: str, chat: ChatRef | None) -> SociumError:
    lower = words.lower()
    if any(known in lower for known in NOT_THERE):
        return MessageGone(f"telegram: {words}")
    if any(known in lower for known in NO_CHAT):
        return _closed(chat, words)
    return Undeliverable(f"telegram: {words}")


def _closed(chat: ChatRef | None, words: str) -> SociumError:
    if chat is not None and chat.kind is ChatKind.PRIVATE:
        return NoPrivateWay(f"telegram: {words}")
    return ChatGone(f"telegram: {words}")


def _may_have_arrived(error: TelegramError) -> bool:
    """Tell a request that never left from one whose answer never came; a broken gateway counts as the latter."""
    if isinstance(error.__cause__, _NOT_SENT):
        return False
    return isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError) or "(5" in error.message
