"""Does what the operator types read reports without names, and stop a card with a word to whom it concerns?"""

import pytest
from sqlalchemy import select

from bots.stopping import list_reports, stop_card
from core.app.guarding.ports import Report
from core.config import Settings
from core.errors import WrongSetting
from core.ids import ReportId
from core.messenger.events import AccountRef
from core.storage.tables import groups, outbox, proposals
from core.storage.work import Database
from tests.storage.filled import fill
from tests.storage.samples import HERE, NOW


async def test_the_operator_reads_and_stops(database_url: str) -> None:
    """The report is shown without who wrote it; the stop is told, and stands in the list; a group is refused."""
    await fill(database_url)
    settings = Settings(_env_file=None, database_url=database_url)  # type: ignore[call-arg]  # pydantic-settings takes it
    store, lines = Database.at(database_url), list[str]()
    async with store.write() as work:
        choir = (await work.connection.execute(select(proposals.c.id).where(proposals.c.what == "Choir"))).scalar_one()
        group = (await work.connection.execute(select(groups.c.id))).scalar_one()
        mei = await work.people.find_account(AccountRef(HERE, "Mei"))
        assert mei is not None
        card = f"proposal:{choir}"
        await work.guards.report(Report(ReportId("reported1"), card, "Choir\n\u202ealto", "loud", mei.person, NOW))

    await list_reports(settings, lines.append)
    assert any(card in line for line in lines)
    assert not any("Mei" in line or mei.person in line or "\u202e" in line for line in lines)
    for name, why in ((f"group:{group}", "no"), ("nothing", "no"), (card, " "), (card, "x" * 501)):
        with pytest.raises(WrongSetting):
            await stop_card(settings, name, why)

    assert await stop_card(settings, "reported1", "It is not a choir.") == "Choir"

    with pytest.raises(WrongSetting, match="over"):
        await stop_card(settings, card, "Again.")
    lines.clear()
    await list_reports(settings, lines.append)
    assert any("stopped" in line and "It is not a choir." in line for line in lines)
    async with store.read() as work:
        told = (await work.connection.execute(select(outbox.c.message).where(outbox.c.message.is_not(None)))).scalars()
        assert sum("It is not a choir." in str(one) for one in told) == 2  # the one who wrote it, and the square
    await store.close()
