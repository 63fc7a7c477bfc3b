"""Does nothing a person said stay unseen by `/mydata`, outlive `/forget`, or lie in a table nobody lets go of?

One row in every table, all of one person, with a word of its own in every column of words: a new column is found.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, insert, select

from core.groups.pledges import PledgeStage
from core.ids import PersonId
from core.storage.accounts import LOOSE, NOT_SHOWN, personal_columns
from core.storage.retention import LIVES_WITH, rules
from core.storage.tables import METADATA
from core.storage.types import Json, Strings, UtcMillis, Week, Word
from core.storage.work import Database
from tests.storage.samples import NOW

PERSON = PersonId("t-people")

OURS = {"id", "messenger", "messenger_id", "parent", "language", "zone", "card", "kind", "digest", "thing", "subject"}
OURS |= {"keys", "ready", "agreed_by", "yes", "numbers"}
"""Columns of words that hold no sentence: our own names of things, and the messengers'."""

UNTOLD = {
    ("accounts", "private"): "which chat it is",
    ("concerns", "data"): "told as its words",
    ("drafts", "data"): "what was asked, and is told as an open question",
    ("nudges", "message"): "what the house said, not the person; told as what it is about",
    ("outbox", "message"): "the same",
    ("outbox", "data"): "the same",
    ("rounds", "data"): "what the house must know of a question; the question is told",
    ("shares", "held"): "until it is delivered, as `mydata-shares` says",
}
"""Columns of a person's rows that `/mydata` does not read out, and why."""

STAYS = {
    "group": "what a group agreed on, said or asked is the group's, and stays by nobody",
    "chat": "of a chat, not of a person",
    "service": "of the house",
}
"""Why words may outlive `/forget`, by whose the table is."""

COUNTED_ON = {
    ("proposals", "what"): "closed, or others sit in it",
    ("proposals", "topics"): "the same",
    ("seats", "name"): "what the proposal needs",
    ("proposal_waiting", "seat"): "nobody waits there any more: `/forget` steps out first",
    ("asked", "seat"): "what was offered, by the house",
    ("asked", "why"): "the same",
    ("offers", "title"): "the same",
    ("choices", "card"): "a name of ours",
    ("choices", "action"): "the same",
    ("choices", "data"): "what a button means; it leads nowhere once its card is over",
    ("blocks", "name"): "",
    ("outbox", "reason"): "why it was given up",
    ("outbox", "about"): "a name of ours",
    ("outbox", "lane"): "the same",
    ("outbox", "answering"): "the same",
    ("outbox", "message_id"): "the messenger's own name of a message",
    ("inbox", "key"): "the same",
    ("reports", "words"): "what another one's card said; for 90 days",
    ("mutes", "what"): "what another one's card is called",
    ("introductions", "messenger"): "which messenger it was",
}
"""Columns of people's own tables whose words stay all the same, and why."""


def sentinel(table: Table, column: Column[Any]) -> str:
    """Return a word that stands in one column alone, short enough for all."""
    place = [one.name for one in METADATA.sorted_tables].index(table.name)
    return f"w{place}x{list(table.c).index(column)}z"


OWN: dict[tuple[str, str], Any] = {
    ("notices", "group"): None,
    ("introductions", "group"): None,
    ("pledges", "stage"): PledgeStage.OVER,
}
"""What is said for oneself and not for a group, and is over."""


def value(table: Table, column: Column[Any]) -> Any:
    """Fill a column with what its type holds."""
    if (table.name, column.name) in OWN:
        return OWN[table.name, column.name]
    links = [link.column.table.name for link in column.foreign_keys]
    if links:
        return f"t-{links[0]}"
    if (table.name, column.name) in LOOSE:
        return PERSON
    if column.name == "id" and column.primary_key and not isinstance(column.type, Integer | BigInteger):
        return f"t-{table.name}"
    match column.type:
        case Word(words=words):
            return next(iter(words))
        case UtcMillis():
            return NOW
        case Json():
            return {"said": sentinel(table, column)}
        case Strings():
            return (sentinel(table, column),)
        case Week() | Boolean() | Integer() | BigInteger():
            return 1
    return sentinel(table, column)


async def everything(database: Database) -> dict[str, list[str]]:
    """Read every row of every table, as one text each."""
    async with database.read() as work:
        return {
            table.name: [repr(dict(row)) for row in (await work.connection.execute(select(table))).mappings()]
            for table in METADATA.sorted_tables
        }


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with one row in every table, all of one person."""
    one = Database.at(database_url)
    async with one.write() as work:
        for table in METADATA.sorted_tables:
            row = {column.name: value(table, column) for column in table.columns}
            await work.connection.execute(insert(table).values(row))
    yield one
    await one.close()


def wordy(table: Table) -> list[Column[Any]]:
    """List the columns of a table in which people's words may stand."""
    return [
        column
        for column in table.columns
        if not column.foreign_keys
        and column.name not in OURS
        and ("most" in column.info or isinstance(column.type, Json | Strings))
    ]


async def test_my_data_tells_every_word(database: Database) -> None:
    """Whatever column a person's own row has, `/mydata` reads it out, or it is written down here why not."""
    async with database.read() as work:
        kept = await work.accounts.kept_about(PERSON)
    told = repr(kept)

    tables = {table.name: table for table, _column in personal_columns() if table.name not in NOT_SHOWN}
    assert set(tables) <= set(kept) | {"people"}
    untold = {
        (table.name, column.name)
        for table in tables.values()
        for column in wordy(table)
        if sentinel(table, column) not in told
    }
    assert untold - set(UNTOLD) == set()


async def test_what_is_forgotten_is_gone_from_every_column(database: Database) -> None:
    """After `/forget` a person's words stand nowhere but where a group, a chat or others count on them."""
    async with database.write() as work:
        await work.accounts.erase(PERSON)
    left = await everything(database)

    found = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        for column in wordy(table)
        if any(sentinel(table, column) in row for row in left[table.name])
    }
    unexplained = {one for one in found if LIVES_WITH.get(one[0]) not in STAYS and one not in COUNTED_ON}
    assert unexplained == set()
    names = {
        ("accounts", "name"),
        ("chats", "title"),
        ("profiles", "topics"),
        ("seekings", "topic"),
        ("notices", "what"),
    }
    assert not found & names


def test_every_table_has_its_time() -> None:
    """Each table is let go of after a time, or lives as long as what it belongs to; none is forgotten, none is both."""
    timed = {rule.table.name for rule in rules(NOW)}

    assert timed | set(LIVES_WITH) == set(METADATA.tables)
    assert not timed & set(LIVES_WITH)


async def test_the_job_lets_go_of_each_in_its_time(database: Database) -> None:
    """A day, a month, three months, a year: what has a time of its own is there before it and gone after."""
    timed = [rule.table.name for rule in rules(NOW)]
    gone: dict[str, int] = {}
    for days in (0, 2, 31, 91, 366):
        await database.tidy(NOW + timedelta(days=days))
        rows = await everything(database)
        for name in timed:
            if not rows[name]:
                gone.setdefault(name, days)

    assert gone.items() >= {
        "inbox": 31, "drafts": 2, "link_codes": 2, "link_tries": 2, "joinings": 2, "private_asks": 31, "reports": 91,
        "mutes": 366, "bars": 2,
    }.items()  # fmt: skip


def test_the_operator_reads_the_same_times() -> None:
    """What docs/operating.md promises is what the job does."""
    promised = (Path(__file__).parents[2] / "docs" / "operating.md").read_text(encoding="utf-8")

    for line in (
        "| reminders that were said | 90 days |",
        "| introductions that led to nothing | 90 days |",
        "| reports of cards, with what the card said then | 90 days |",
        "| what a chat took away | a year |",
        "| how often somebody was asked privately | 30 days |",
        "| keys of events already seen | 30 days |",
    ):
        assert line in promised
