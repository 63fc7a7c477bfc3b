"""Can no text, in no field of no command, break a turn, stay unanswered, hide in what is said, or ping anybody?

The real application on a real SQLite file, called natively, as a messenger with typed options does.
"""

import logging
import re
import unicodedata
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from core.commands.catalogue import CATALOGUE
from core.commands.spec import Argument, Command, Kind, Where
from core.ids import EventKey
from core.messenger.events import AccountRef, Called, ChatKind, ChatRef, Incoming
from core.storage.work import Database
from tests.databases import Template
from tests.flows.house import THREE, TOWN, House
from tests.flows.test_bad_input import HOSTILE
from tests.flows.test_constitution import Mistakes

WRITTEN = {Kind.TEXT, Kind.SEATS, Kind.TOPICS}
PLAIN: Mapping[Kind, str | int] = {
    Kind.TEXT: "tea",
    Kind.SEATS: "tea",
    Kind.TOPICS: "tea",
    Kind.SIZE: "3-5 people",
    Kind.WHEN: "20 May",
    Kind.NUMBER: 5,
}
_PING = re.compile("[@＠]\u2060")
"""What is behind an `@` pings nobody."""

APART = 5
"""Each field meets every fifth text, beginning with another one each time: all in half a minute of a quiet machine.

`pytest --long` lets each field meet every text.
"""

JOINERS = {"\u200d"}
"""Holds a family of emoji together; hides nothing by itself."""


@pytest.fixture
async def house(template: Template, tmp_path: Path) -> AsyncIterator[House]:
    """A town on a database of its own, in which three are a group."""
    store = Database.at(template.copy(tmp_path))
    one = House(store)
    await one.forms()
    yield one
    await store.close()


def fields() -> list[tuple[Command, Argument]]:
    """List every field of the catalogue in which people write what they like."""
    return [(command, one) for command in CATALOGUE for one in command.arguments if one.kind in WRITTEN]


def filled(command: Command, field: Argument, words: str) -> dict[str, str | int | float | bool]:
    """Fill one field with these words, and what else is required plainly."""
    plain = {one.name: PLAIN[one.kind] for one in command.arguments if one.required}
    return {**plain, field.name: words}


def unseen(words: str) -> set[str]:
    """Collect the signs nobody sees: controls, and what turns, joins or hides."""
    hidden = {sign for sign in _PING.sub("", words) if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"}}
    return hidden - {"\n", *JOINERS}


async def test_every_field_of_every_command(house: House, request: pytest.FixtureRequest) -> None:
    """Hostile texts in each field are answered; no turn fails; what is said shows all there is and pings nobody."""
    assert any("agreed by all 3" in words for _who, words in house.courier.words)
    mistakes = Mistakes()
    logging.getLogger("core").addHandler(mistakes)

    apart = 1 if request.config.getoption("--long") else APART
    for first, (command, field) in enumerate(fields()):
        for place in range(first % apart, len(HOSTILE), apart):
            words = HOSTILE[place]
            person = THREE[place % 3] if command.where is Where.GROUP else f"guest {place}"
            said = len(house.courier.words)
            await house.happens(person, Called(command.name, filled(command, field, words)))
            assert not mistakes.seen, (command.name, field.name, words)
            assert len(house.courier.words) > said, (command.name, field.name, words)

    logging.getLogger("core").removeHandler(mistakes)
    shown = [words for _who, words in house.courier.words] + [label for label, _key in house.courier.labels]
    for words in shown:
        assert not unseen(words), ascii(words)
        assert "@everyone" not in words
        assert "@room" not in words


async def test_whoever_reads_ukrainian_is_answered_in_ukrainian(house: House) -> None:
    """Whatever hostile text stands in whatever field, the answer to it is in the language of the one who wrote it."""
    alone = ChatRef(TOWN, "olha", ChatKind.PRIVATE)
    for place, (command, field) in enumerate(fields()):
        account = AccountRef(TOWN, "olha", "Olha", "uk")
        what = Called(command.name, filled(command, field, HOSTILE[place % len(HOSTILE)]))
        said = len(house.courier.languages)
        event = Incoming(EventKey(f"uk{place}"), alone, account, what, house.clock.now())
        await house.application.handle(event)
        await house.courier.deliver()
        answers = house.courier.languages[said:]
        assert answers, (command.name, field.name)
        assert {language for _who, language in answers} == {"uk"}, (command.name, field.name, answers)


def test_there_are_fields() -> None:
    """The catalogue has many fields in which people write."""
    assert len(fields()) >= 30
