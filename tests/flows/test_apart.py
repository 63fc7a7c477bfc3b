"""Is nobody brought together with someone they blocked, whichever way they come near each other?"""

from datetime import timedelta

import pytest

from core.app.meeting.ports import Block
from core.ids import BlockId, new_id
from tests.flows.linked import table_account
from tests.flows.living import agreed_before
from tests.flows.table import PROPOSAL, Table
from tests.flows.test_joining import knocks
from tests.stage import PRIVATE

pytestmark = pytest.mark.parametrize("table", ["local", "telegram"], indirect=True)

SOON = timedelta(minutes=2)
PATIENT = 60.0
GARDENERS = ("Lena", "Omar", "Mei", "Ana", "Ivo")


async def blocks(table: Table, who: str, whom: str) -> None:
    """Let someone have blocked someone, as `/block` keeps it."""
    assert table.store is not None
    one, other = await table_account(table, who), await table_account(table, whom)
    async with table.store.write() as work:
        mine, theirs = await work.people.find_account(one), await work.people.find_account(other)
        assert mine is not None
        assert theirs is not None
        block = Block(BlockId(new_id()), mine.person, theirs.person, None, whom, table.clock.now())
        assert await work.blocks.put(block)


async def test_no_new_group_brings_them_together(table: Table) -> None:
    """Five seek the same and one blocked another: whoever is asked, it is never both."""
    table.waits_for(PATIENT)
    await table.room("Square", *GARDENERS)
    for person in GARDENERS:
        await table.says(person, PRIVATE, "/seek gardening")
        await table.sees(person, PRIVATE, "I keep my eyes open for you: gardening")
    await blocks(table, "Omar", "Lena")

    await table.passes(SOON)

    await table.sees("Mei", PRIVATE, "could begin a group: gardening")
    asked = [await table.counts(person, PRIVATE, "could begin a group") for person in ("Omar", "Lena")]
    assert sum(asked) <= 1


async def test_an_open_seat_beside_them_is_not_offered(table: Table) -> None:
    """A new proposal is planned for within a minute; it is offered to who fits, but to nobody kept away by a block."""
    table.waits_for(PATIENT)
    square = await table.room("Square", "Lena", "Omar", "Mei")
    for person in ("Omar", "Mei"):
        await table.says(person, PRIVATE, "/me bring: sewing")
        await table.sees(person, PRIVATE, "You bring: sewing")
        await table.says(person, PRIVATE, "/seek")
        await table.taps(person, PRIVATE, "Whatever needs me")
        await table.sees(person, PRIVATE, "whatever needs what you bring")
    await table.passes(SOON)
    await table.says("Lena", square, PROPOSAL)
    await table.sees("Lena", square, "1 of 3–7")
    await blocks(table, "Lena", "Omar")

    await table.passes(SOON)

    await table.sees("Mei", PRIVATE, "“Repair café” could use you")
    assert await table.counts("Omar", PRIVATE, "could use you") == 0
    await table.says("Omar", PRIVATE, "/find")
    await table.sees("Omar", PRIVATE, "No open seat suits you just now")
    assert await table.counts("Omar", PRIVATE, "Repair café") == 0


async def test_a_group_is_not_asked_about_whom_a_member_blocked(table: Table) -> None:
    """Who knocks hears what everybody hears, and in the end a no; the group hears nothing."""
    square, home = await agreed_before(table, "Ana")
    await table.says("Ana", PRIVATE, "/help")
    await table.sees("Ana", PRIVATE, "What I can do")
    await blocks(table, "Omar", "Ana")

    await knocks(table, square, "Ana")
    await table.sees("Ana", PRIVATE, "I asked “Repair café”")
    await table.taps("Ana", PRIVATE, "I bring something else")
    await table.sees("Ana", PRIVATE, "What do you bring")
    await table.says("Ana", PRIVATE, "a van")
    await table.sees("Ana", PRIVATE, "is already being asked")
    await table.passes(timedelta(days=2, hours=1))

    await table.sees("Ana", PRIVATE, "is not taking anyone in this time")
    assert await table.counts("Lena", home, "Ana would like to join") == 0
