"""Does whatever a member does for their group, wherever they do it, show that they are here?"""

from datetime import datetime, timedelta

import pytest

from tests.flows.house import START
from tests.flows.linked import hears_talk, linked, table_account
from tests.flows.table import Table
from tests.stage import PRIVATE, until

pytestmark = pytest.mark.parametrize("table", ["local", "telegram"], indirect=True)


async def acted_at(table: Table, person: str) -> datetime:
    """Read when someone last did something in the one group they sit in."""
    assert table.store is not None
    ref = await table_account(table, person)
    async with table.store.read() as work:
        account = await work.people.find_account(ref)
        assert account is not None
        (group,) = await work.groups.of_person(account.person)
        acts = await work.reminders.acts(group.id)
        return next((one.at for one in acts if one.person == account.person), START)


async def acts_later(table: Table, person: str, before: datetime) -> None:
    """Wait until an act is noted."""

    async def noted() -> bool:
        return await acted_at(table, person) > before

    await until(noted)


async def test_what_crosses_a_link_is_an_act(table: Table) -> None:
    """Who speaks in the place of a link, or looks after it privately, is not silent in their group."""
    both = await linked(table)
    before = await acted_at(table, "Omar")
    table.clock.advance(timedelta(hours=3))

    words = "We have cups to spare" if hears_talk(table, both.place) else "/group"
    await table.says("Omar", both.place, words)

    await acts_later(table, "Omar", before)
    await table.says("Omar", PRIVATE, "/links")
    await table.sees("Omar", PRIVATE, "Garden tools: open")
    before = await acted_at(table, "Omar")
    table.clock.advance(timedelta(hours=3))
    await table.taps("Omar", PRIVATE, "Rest: Garden tools")

    await acts_later(table, "Omar", before)
