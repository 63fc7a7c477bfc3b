"""What becomes of an event that is none, or that runs into a mistake of ours?"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, cast

from core.app.dispatch import Application
from core.app.turn import Node
from core.ids import MessengerName
from core.messenger.events import AccountRef
from core.storage.tables import accounts, proposals
from core.storage.work import Database
from core.tally import Uncounted
from tests.flows.house import ABLE, TOWN
from tests.flows.test_constitution import Mistakes
from tests.flows.town import Town


class Counts(Uncounted):
    """Counts what was handled."""

    def __init__(self) -> None:
        self.outcomes: list[str] = []

    def handled(self, messenger: MessengerName, seconds: float, outcome: str) -> None:
        """Count one event."""
        self.outcomes.append(outcome)


class Broken:
    """A database whose first transaction runs into a mistake, at its end."""

    def __init__(self, store: Database) -> None:
        self._store, self.is_broken = store, True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[object]:
        """Open a transaction."""
        async with self._store.write() as work:
            yield work
            if self.is_broken:
                self.is_broken = False
                raise ZeroDivisionError


async def test_an_event_that_is_none_is_only_counted(town: Town) -> None:
    """What holds something else than its type says leaves no trace, is answered by nobody, and names nothing said."""
    counts, before = Counts(), await town.rows(accounts)
    house = Application(town.store, town.clock, Node("en", "UTC", lambda _chat: ABLE), counts)
    event = town.event("lena", "/help")
    nameless = replace(event, account=AccountRef(TOWN, "x" * 5000, "Lena", "en"))

    await house.handle(replace(event, account=cast("AccountRef", object())))
    await house.handle(nameless)

    assert counts.outcomes == ["unsound", "unsound"]
    assert await town.rows(accounts) == before
    await house.handle(event)
    assert counts.outcomes[2:] == ["done"]


async def test_a_mistake_of_ours_is_said_and_keeps_nothing(town: Town) -> None:
    """The bot goes on, the person is told in one line, the log names the event; the same event acts no second time."""
    counts, mistakes = Counts(), Mistakes()
    broken = cast("Database", Broken(town.store))
    house = Application(broken, town.clock, Node("en", "UTC", lambda _chat: ABLE), counts)
    event = town.event("lena", "/propose Choir | need: alto | 3-7 people | in 2 weeks")
    logging.getLogger("core").addHandler(mistakes)

    await house.handle(event)
    await house.handle(event)
    logging.getLogger("core").removeHandler(mistakes)
    await town.courier.deliver()

    assert counts.outcomes == ["failed", "again"]
    assert "Something went wrong on our side" in town.told("lena")
    assert len(mistakes.seen) == 1
    assert event.key in mistakes.seen[0]
    assert await town.rows(proposals) == [[]]
    await house.handle(town.event("lena", "/propose Choir | need: alto | 3-7 people | in 2 weeks"))
    assert len((await town.rows(proposals))[0]) == 1


async def test_what_is_typed_is_completed_in_the_readers_language(town: Town) -> None:
    """Zones and seats are suggested while they are typed, in the language of whoever types or else of the house."""
    house, lena = town.application, AccountRef(TOWN, "lena", "Lena", "de")

    assert ("Europe/Vienna", "Europe/Vienna") in await house.suggest("zone", "zone", "vien", lena)
    english = await house.suggest("propose", "need", "", replace(lena, language="xx"))
    german = await house.suggest("propose", "need", "", lena)
    assert english
    assert german
    assert english != german
    assert await house.suggest("propose", "what", "tea", lena) == ()
