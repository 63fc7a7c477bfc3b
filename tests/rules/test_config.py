"""Is every wrong setting one clear line, and no secret ever shown?"""

from pathlib import Path

import pytest

from core.config import Settings, read_settings
from core.errors import WrongSetting


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with an empty environment."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"SOCIUM_{name.upper()}", raising=False)


def write(folder: Path, *lines: str) -> Path:
    """Write a `.env` file."""
    file = folder / ".env"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_nothing_set_is_enough() -> None:
    """With no settings at all there is a database file here and a page on loopback."""
    settings = read_settings(None)

    assert (settings.database_url, settings.local_port) == ("sqlite:///socium.db", 8765)
    assert (settings.language, settings.zone) == ("en", "UTC")


def test_a_file_and_the_environment_are_both_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment wins over the file."""
    file = write(tmp_path, "SOCIUM_LOCAL_PORT=9000", "# a comment", "", "OTHER=1", "export SOCIUM_ZONE=Europe/Vienna")
    monkeypatch.setenv("SOCIUM_LOCAL_PORT", "9001")

    settings = read_settings(file)

    assert (settings.local_port, settings.zone) == (9001, "Europe/Vienna")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SOCIUM_LOCAL_PORT=many", "SOCIUM_LOCAL_PORT"),
        ("SOCIUM_LOCAL_PORT=70000", "SOCIUM_LOCAL_PORT"),
        ("SOCIUM_ZONE=Mars/Olympus", "SOCIUM_ZONE"),
        ("SOCIUM_LANGUAGE=English", "SOCIUM_LANGUAGE"),
        ("SOCIUM_MATRIX_HOMESERVER=matrix.org", "SOCIUM_MATRIX_HOMESERVER"),
        ("SOCIUM_TELEGRAM_TOKN=12:secret", "did you mean SOCIUM_TELEGRAM_TOKEN?"),
        ("SOCIUM_COLOUR=blue", "SOCIUM_COLOUR is no setting"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(tmp_path: Path, line: str, told: str) -> None:
    """An operator reads which setting is wrong, in one line, and never its value."""
    with pytest.raises(WrongSetting, match=told.replace("?", r"\?")) as wrong:
        read_settings(write(tmp_path, line))

    assert "\n" not in str(wrong.value)
    assert line.split("=")[1] not in str(wrong.value)


def test_secrets_do_not_show() -> None:
    """A token that lands in a log by mistake is not readable there."""
    settings = Settings(telegram_token="12:hidden")  # type: ignore[arg-type]  # as from the environment

    assert "hidden" not in repr(settings)
    assert settings.telegram_token.get_secret_value() == "12:hidden"
