"""Does no secret ever stand in the log, whatever library said it?"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from pydantic import SecretStr

from bots.logs import MASK, set_up
from core.config import Settings
from tests.logged import overheard

TOKEN = "4815162342:AAhush-hush_hush"
PASSWORD = "open sesame, twice"
SETTINGS = Settings(
    _env_file=None,  # type: ignore[call-arg]  # pydantic-settings takes it
    telegram_token=SecretStr(TOKEN),
    matrix_password=SecretStr("abc"),
    database_url=f"postgresql://socium:{PASSWORD}@host/socium",
)


@contextmanager
def as_the_program_logs() -> Iterator[None]:
    """Set the log up as the program does; afterwards everything is as it was."""
    handlers = logging.root.handlers[:]
    set_up(SETTINGS)
    try:
        yield
    finally:
        logging.root.handlers[:] = handlers


def test_a_token_in_a_librarys_address_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    """The operator can show the log to anyone."""
    with as_the_program_logs():
        logging.getLogger("some.library").error("POST http://127.0.0.1/bot%s/sendMessage failed", TOKEN)

    line = capsys.readouterr().err
    assert TOKEN not in line
    assert json.loads(line)["event"] == f"POST http://127.0.0.1/bot{MASK}/sendMessage failed"


def test_a_token_written_otherwise_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither does an address with its signs replaced show one, nor its second half alone."""
    with as_the_program_logs():
        logging.getLogger("some.library").error("GET /file/bot%s/x and %s", quote(TOKEN, safe=""), TOKEN.split(":")[1])

    assert "hush" not in capsys.readouterr().err


def test_a_password_in_a_trace_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither does a trace carry one out, nor the database's address."""
    with as_the_program_logs():
        try:
            raise OSError(f"cannot reach postgresql://socium:{PASSWORD}@host with {TOKEN}")
        except OSError:
            logging.getLogger("core.delivery.outbox").exception("the outbox cannot be read")

    line = capsys.readouterr().err
    assert "Traceback" in json.loads(line)["exception"]
    assert PASSWORD not in line
    assert TOKEN not in line


def test_a_row_that_broke_a_rule_is_not_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    """PostgreSQL shows the failing row in its error; the log does not."""
    said = 'violates check\nDETAIL:  Failing row contains (1, Lena, "our\nsecret", t).'
    with as_the_program_logs():
        logging.getLogger("core").error("%s", said + "\n[SQL: INSERT INTO notices]")
        logging.getLogger("core").error("%s", said.replace("\nsecret", ""))

    line = capsys.readouterr().err
    assert "Lena" not in line
    assert "secret" not in line
    assert "INSERT INTO notices" in line


def test_short_settings_blot_out_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A word of three letters is no secret anyone could keep, and the log stays readable."""
    with as_the_program_logs():
        logging.getLogger("core").warning("abc is a chat of matrix")

    assert json.loads(capsys.readouterr().err)["event"] == "abc is a chat of matrix"


@pytest.mark.parametrize("said", ["order sockets", "bot 1:test-token-of-our-own-server"])
def test_what_is_logged_in_any_test_is_looked_at(said: str) -> None:
    """The listener of the whole suite notices a secret and a word of a person, traces included."""
    heard = overheard()
    before = len(heard.leaks)

    try:
        raise ValueError(said)
    except ValueError:
        logging.getLogger("core.app.dispatch").exception("event failed")

    found = heard.leaks[before:]
    del heard.leaks[before:]
    assert len(found) == 1
