"""What does the log say, and what must never stand in it?

One line for each thing: JSON where a program reads it, plain words at a terminal. Secrets are masked last of all, in
the finished line, so that no library's address or trace can carry one out. Names and texts of people are not logged.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Sequence
from urllib.parse import quote

import structlog
from pydantic import SecretStr
from structlog.typing import EventDict, Processor, WrappedLogger

from core.config import Settings

MASK = "•••"
SHORTEST = 6
"""Characters; a shorter secret would blot out ordinary words, and protects nothing."""

CHATTY = ("alembic", "httpx", "nio", "telegram", "discord", "uvicorn", "aiohttp.access")

_ROW_TO_SQL = re.compile(r"DETAIL:.*?\[SQL:", re.DOTALL)
_ROW = re.compile(r"DETAIL: (?!•••)[^\n\\\"]*")
"""Where PostgreSQL quotes the row that broke a rule, words included."""

TALKATIVE = ("nio.events", "nio.responses", "nio.crypto")
"""Whose warnings quote what people wrote, such as the whole of an event that is bent."""


class Masking:
    """Renders a line and takes every secret out of it.

    Args:
        render: Makes the line.
        secrets: Whatever must not be read in it.
    """

    def __init__(self, render: Processor, secrets: Iterable[str]) -> None:
        self._render = render
        self._secrets = sorted({one for one in secrets if len(one) >= SHORTEST}, key=len, reverse=True)

    def __call__(self, logger: WrappedLogger, name: str, event: EventDict) -> str:
        """Return the finished line."""
        line = _ROW_TO_SQL.sub(f"DETAIL: {MASK} [SQL:", str(self._render(logger, name, event)))
        line = _ROW.sub(f"DETAIL: {MASK}", line)
        for secret in self._secrets:
            line = line.replace(secret, MASK)
        return line


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """List the values that no log may show, the database's password included, also as addresses and JSON write them.

    What stands behind a token's colon is the secret half of it, and is one by itself.
    """
    hidden = [value.get_secret_value() for _name, value in settings if isinstance(value, SecretStr)]
    _user, at, _host = settings.database_url.rpartition("://")[2].rpartition("@")
    secrets = (*hidden, *(one.partition(":")[2] for one in hidden), _user.partition(":")[2] if at else "")
    return tuple(written for one in secrets for written in (one, quote(one, safe=""), json.dumps(one)[1:-1]))


def set_up(settings: Settings) -> None:
    """Let everything that is logged, by whatever library, come out in one form on standard error."""
    before: Sequence[Processor] = (
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    )
    plain = sys.stderr.isatty()
    last: Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if plain
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *([] if plain else [structlog.processors.format_exc_info]),
            Masking(last, secrets_of(settings)),
        ],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)
    for talkative in TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.ERROR)
