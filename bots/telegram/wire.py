"""How are requests carried to Telegram, and what comes back made safe to read?"""

import logging

import telegram
from telegram.request import HTTPXRequest

from core.errors import WrongSetting

log = logging.getLogger(__name__)

REAL = "https://api.telegram.org"
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
)
"""What we ask Telegram for; the last four come only when asked for, or only to administrators."""

_CONNECT = 10.0
_POOL = 30.0


def bot(token: str, base_url: str, read_timeout: float) -> telegram.Bot:
    """Make the library's client.

    Args:
        token: From BotFather.
        base_url: Of the Bot API server, with or without the final "/bot"; empty for Telegram's own.
        read_timeout: Seconds until an answer counts as lost; long polling adds its own.

    Raises:
        WrongSetting: Token or address cannot be one.
    """
    if not token.strip():
        raise WrongSetting("SOCIUM_TELEGRAM_TOKEN: is empty; copy it from BotFather.")
    if base_url and not base_url.startswith(("https://", "http://")):
        raise WrongSetting("SOCIUM_TELEGRAM_BASE_URL: begins with https:// or http://.")
    _quieten()
    root = (base_url or REAL).rstrip("/").removesuffix("/bot")
    return telegram.Bot(
        token.strip(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=HTTPXRequest(read_timeout=read_timeout, connect_timeout=_CONNECT, pool_timeout=_POOL),
        get_updates_request=_Forgiving(connection_pool_size=1, read_timeout=read_timeout, connect_timeout=_CONNECT),
    )


def _quieten() -> None:
    """Keep the token out of logs: the HTTP library writes every address at INFO, and ours contain it."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


class _Forgiving(HTTPXRequest):
    """Reads updates one by one, so that one the library cannot read does not hold up all others for ever."""

    __slots__ = ()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        answer = HTTPXRequest.parse_json_payload(payload)
        updates = answer.get("result")
        if isinstance(updates, list):
            numbers = [one for one in updates if numbered(one)]
            answer["result"] = [one if readable(one) else {"update_id": one["update_id"]} for one in numbers]
        return answer


def numbered(update: object) -> bool:
    """Say whether it has a number at all: without one nothing could be said or done about it."""
    return isinstance(update, dict) and type(update.get("update_id")) is int


def readable(update: dict[str, object]) -> bool:
    """Say whether the library understands an update; one it does not is logged by its number, without its text."""
    try:
        telegram.Update.de_json(update, None)
    except Exception as error:
        log.warning("update %s cannot be read (%s) and is skipped", update.get("update_id"), type(error).__name__)
        return False
    return True
