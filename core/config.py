"""What has the operator set, and what is wrong with it?

Settings come from the environment or a `.env` file; nothing here connects to anything.
"""

import os
import re
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import WrongSetting

PREFIX = "SOCIUM_"
ALIKE = 0.85


class Settings(BaseSettings):
    """Everything that can be set; each name is an environment variable with the prefix SOCIUM_.

    Attributes:
        database_url: `sqlite:///file` or `postgresql://user:secret@host/name`.
        local_port: TCP port of the local page, on loopback.
        health_port: TCP port of `/health` and `/metrics`, on loopback; 0 for none.
        language: Language code for chats and people that chose none.
        zone: IANA zone, likewise.
        matrix_store: Folder for what the Matrix client must keep.
        matrix_store_key: Secret with which that folder is locked.
        telegram_base_url: Of a Bot API server of one's own; empty for Telegram's.
        telegram_webhook_url: Where Telegram reaches us; empty means we ask.
        discord_api_base: Of another API server; empty for Discord's.
        discord_gateway: Likewise for the gateway.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore")

    database_url: str = "sqlite:///socium.db"
    local_port: int = Field(default=8765, ge=1, le=65535)
    health_port: int = Field(default=0, ge=0, le=65535)
    language: str = "en"
    zone: str = "UTC"
    matrix_homeserver: str = ""
    matrix_user: str = ""
    matrix_password: SecretStr = SecretStr("")
    matrix_token: SecretStr = SecretStr("")
    matrix_store: Path = Path("socium-matrix")
    matrix_store_key: SecretStr = SecretStr("")
    telegram_token: SecretStr = SecretStr("")
    telegram_base_url: str = ""
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr = SecretStr("")
    discord_token: SecretStr = SecretStr("")
    discord_api_base: str = ""
    discord_gateway: str = ""

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("no IANA zone of that name, such as Europe/Vienna")
        return zone

    @field_validator("matrix_homeserver", "telegram_base_url", "telegram_webhook_url", "discord_api_base")
    @classmethod
    def _web_address(cls, address: str) -> str:
        return _begins(address, "https://", "http://")

    @field_validator("discord_gateway")
    @classmethod
    def _gateway_address(cls, address: str) -> str:
        return _begins(address, "wss://", "ws://")

    @field_validator("language")
    @classmethod
    def _known_language(cls, language: str) -> str:
        if not re.fullmatch(r"[a-z]{2,3}", language):
            raise ValueError("a language code such as en, ru, uk, de or es is expected")
        return language


def _begins(address: str, *heads: str) -> str:
    if address and not address.startswith(heads):
        raise ValueError(f"an address that begins with {' or '.join(heads)} is expected")
    return address


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment and, where there is one, the `.env` file.

    Raises:
        WrongSetting: One clear line that names the variable, never its value.
    """
    _check_names(env_file)
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings takes it
    except ValidationError as wrong:
        first = wrong.errors(include_input=False, include_url=False)[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise WrongSetting(f"{name}: {str(first['msg']).removeprefix('Value error, ')}") from None


def _check_names(env_file: Path | None) -> None:
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in sorted({*os.environ, *_names_in(env_file)}):
        if name.startswith(PREFIX) and name.upper() not in known:
            alike = get_close_matches(name.upper(), known, 1, ALIKE)
            meant = f"; did you mean {alike[0]}?" if alike else ""
            raise WrongSetting(f"{name} is no setting of Socium{meant}")


def _names_in(env_file: Path | None) -> list[str]:
    if env_file is None or not env_file.is_file():
        return []
    lines = env_file.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("export ").split("=")[0].strip() for line in lines if "=" in line]
