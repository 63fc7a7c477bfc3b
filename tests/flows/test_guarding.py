"""Can a chat take strangers' cards away, can anyone report one, and can the operator stop it, and nothing more?"""

from datetime import timedelta

import pytest
from sqlalchemy import Table as Rows
from sqlalchemy import select

from bots.assemble import NOTHING
from core.app.guarding.ports import Report
from core.app.guarding.stopping import stop
from core.app.turn import Node, Scene
from core.errors import Refused
from core.ids import ReportId
from core.storage.tables import groups, members, notices, pledges, proposals, rounds, versions, voices
from core.storage.tables import stops as stopped_by_hand
from core.storage.work import Database
from tests.flows.living import agreed_group
from tests.flows.table import Table
from tests.flows.test_topics import SOON, follows
from tests.stage import PRIVATE

DAY = timedelta(days=1)
SPAM = "/propose Repair your luck | need: money, tea | 3-7 people | by 20 May | #repair"


async def rooms(table: Table) -> tuple[str, str]:
    """Make a square where something is said, and a yard that follows its topic."""
    square = await table.room("Square", "Lena", "Omar")
    yard = await table.room("Yard", "Mei", "Ada")
    await follows(table, "Mei", yard)
    return square, yard


async def reports(table: Table) -> list[Report]:
    """Read what the operator would read."""
    store = store_of(table)
    async with store.read() as work:
        return list(await work.guards.reports(10))


def store_of(table: Table) -> Database:
    """Return the table's database."""
    assert table.store is not None
    return table.store


async def ids(table: Table, of: Rows) -> list[str]:
    """List the ids that stand in a table of the database."""
    async with store_of(table).read() as work:
        return list((await work.connection.execute(select(of.c.id))).scalars().all())


async def rows(table: Table, *of: Rows) -> list[list[tuple[object, ...]]]:
    """Read whole tables of the database."""
    async with store_of(table).read() as work:
        return [[tuple(row) for row in await work.connection.execute(select(one))] for one in of]


async def stops(table: Table, name: str, why: str) -> None:
    """Stop a card as `socium stop` does, from a process that knows no messenger."""
    async with store_of(table).write() as work:
        await stop(Scene(work, table.clock.now(), Node("en", "UTC", lambda _chat: NOTHING)), name, why)


async def test_a_chat_takes_a_card_away_and_brings_it_back(table: Table) -> None:
    """One tap, by anyone there; the card goes on elsewhere, and anyone may undo it."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.passes(SOON)
    await table.sees("Ada", yard, "Repair your luck", "1 of 3–7")

    await table.taps("Ada", yard, "Not in this chat")
    await table.sees("Mei", yard, "“Repair your luck” is not shown in this chat any more")
    assert await table.counts("Mei", yard, "1 of 3–7") == 0
    await table.taps("Omar", square, "I bring tea")
    await table.sees("Lena", square, "2 of 3–7")
    assert await table.counts("Mei", yard, "2 of 3–7") == 0
    await table.says("Mei", yard, "/topics")
    await table.sees("Mei", yard, "What this chat follows")
    assert await table.counts("Mei", yard, "Repair your luck ·") == 0

    await table.taps("Mei", yard, "Show it again")
    await table.sees("Ada", yard, "“Repair your luck” is shown here again")
    await table.sees("Ada", yard, "Repair your luck", "2 of 3–7")


async def test_a_chat_hears_nothing_more_from_one_author(table: Table) -> None:
    """What its author writes later never comes there; what others write does; `/mute` shows and undoes it."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.passes(SOON)
    await table.taps("Ada", yard, "Not in this chat")
    await table.taps("Ada", yard, "Nothing from its author here")
    await table.sees("Mei", yard, "whatever else its author writes")

    await table.says("Lena", square, "/offer repair of everything")
    await table.says("Omar", square, "/need bike repair")
    await table.passes(DAY)
    await table.sees("Mei", yard, "Needed: bike repair")
    assert await table.counts("Mei", yard, "repair of everything") == 0

    await table.says("Mei", yard, "/mute")
    await table.sees("Mei", yard, "What strangers show in this chat")
    await table.taps("Mei", yard, "Show again: “Repair your luck”")
    await table.sees("Mei", yard, "is shown here again")
    await table.says("Lena", square, "/offer clock repair")
    await table.passes(DAY)
    await table.sees("Mei", yard, "clock repair")


async def test_mute_takes_away_what_no_card_shows(table: Table) -> None:
    """Typed, it lists what strangers have open; in a private chat it says where it belongs."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.sees("Lena", square, "1 of 3–7")
    await table.says("Mei", yard, "/mute")
    await table.taps("Mei", yard, "Not here: “Repair your luck”")
    await table.sees("Ada", yard, "is not shown in this chat any more")
    await table.says("Mei", PRIVATE, "/mute")
    await table.sees("Mei", PRIVATE, "for chats with several people")


async def test_a_report_keeps_what_it_said(table: Table) -> None:
    """Answered with /report, a card is shown to the operator as it says now, without a name, once."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.passes(SOON)
    card = await table.sees("Ada", yard, "Repair your luck", "1 of 3–7")

    await table.stage.replies("Ada", yard, card.id, "/report wants our money")
    await table.sees("Ada", PRIVATE, "Whoever runs this service will read “Repair your luck”", "90 days")
    await table.stage.replies("Ada", yard, card.id, "/report again")
    await table.sees("Ada", PRIVATE, "You told me about “Repair your luck” before")
    await table.says("Lena", square, "/report")
    await table.sees("Lena", PRIVATE, "Answer the card with")

    (kept,) = await reports(table)
    assert kept.why == "wants our money"
    assert kept.words.splitlines() == ["Repair your luck", "repair", "money", "tea"]
    await table.says("Ada", PRIVATE, "/mydata")
    await table.sees("Ada", PRIVATE, "What you reported, for 90 days (1)")


async def test_a_report_without_an_answer_asks_which(table: Table) -> None:
    """Where a command cannot answer a message, the cards that are open here are offered."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.passes(SOON)
    await table.sees("Ada", yard, "1 of 3–7")

    await table.says("Ada", yard, "/report not a project")
    await table.sees("Ada", PRIVATE, "Which card is it about?")
    await table.taps("Ada", PRIVATE, "Repair your luck")

    await table.sees("Ada", PRIVATE, "without your name")
    assert [one.why for one in await reports(table)] == ["not a project"]


async def test_the_operator_stops_a_card_in_the_open(table: Table) -> None:
    """It ends everywhere; whoever wrote it or is in it hears that and why; it is written down."""
    square, yard = await rooms(table)
    await table.says("Lena", square, SPAM)
    await table.passes(SOON)
    await table.taps("Omar", square, "I bring tea")
    card = await table.sees("Ada", yard, "Repair your luck", "2 of 3–7")
    await table.stage.replies("Ada", yard, card.id, "/report wants our money")
    await table.sees("Ada", PRIVATE, "without your name")
    (kept,) = await reports(table)

    await stops(table, kept.id, "It asks people for money.")

    await table.sees("Lena", square, "has stopped “Repair your luck”", "It asks people for money.")
    for person in ("Lena", "Omar"):
        await table.sees(person, PRIVATE, "has stopped “Repair your luck”", "It asks people for money.")
    await table.sees("Ada", yard, "Repair your luck", "closed")
    async with store_of(table).read() as work:
        assert [(one.card, one.why) for one in await work.guards.stops(9)] == [(kept.card, "It asks people for money.")]
    with pytest.raises(Refused, match="refused-stop-over"):
        await stops(table, kept.card, "Again.")


async def test_the_operator_cannot_touch_a_group(table: Table) -> None:
    """What became a group is its members' alone, whatever the operator types (constitution 9)."""
    home = await agreed_group(table)
    before = await rows(table, proposals, groups, members, versions, rounds, voices)
    (proposal,) = await ids(table, proposals)
    (group,) = await ids(table, groups)

    with pytest.raises(Refused, match="refused-stop-group"):
        await stops(table, f"proposal:{proposal}", "I do not like them.")
    for name in (f"group:{group}", group, f"round:{group}", f"version:{group}"):
        with pytest.raises(Refused, match="refused-stop-none"):
            await stops(table, name, "I do not like them.")

    assert await rows(table, proposals, groups, members, versions, rounds, voices) == before
    assert await rows(table, stopped_by_hand) == [[]]
    await table.says("Lena", home, "/group")
    await table.sees("Mei", home, "Repair café · 3 people")


async def test_needs_offers_and_pledges_can_be_stopped(table: Table) -> None:
    """Each ends with a word to whom it concerns."""
    square, yard = await rooms(table)
    await table.says("Lena", square, "/need bike repair")
    await table.passes(SOON)
    await table.sees("Mei", yard, "Needed: bike repair")
    await table.says("Omar", square, "/pledge Clean the river | at least 12 | by 20 May")
    await table.sees("Omar", square, "Clean the river")
    (notice,), (pledge,) = await ids(table, notices), await ids(table, pledges)

    await stops(table, f"notice:{notice}", "Spam.")
    await stops(table, f"pledge:{pledge}", "Spam too.")

    await table.sees("Lena", PRIVATE, "has stopped “bike repair”", "Spam.")
    await table.sees("Mei", yard, "Needed: bike repair", "settled or over")
    await table.sees("Omar", square, "has stopped “Clean the river”", "Spam too.")
    for wrong in ("group:x", "", "person:x", ReportId("nothing")):
        with pytest.raises(Refused, match="refused-stop-none"):
            await stops(table, wrong, "Whatever.")


async def test_nobody_speaks_in_the_bots_name(table: Table) -> None:
    """Who is called like the bot, in look-alike letters, is shown as a person; a title that reads so is refused."""
    square = await table.room("Square", "Sосium", "Lena")  # Cyrillic о and с
    await table.says("Sосium", square, "/propose Choir | need: alto, bass | 3-5 people | by 20 May")
    await table.sees("Lena", square, "👤 Sосium", "1 of 3–5")
    await table.says("Lena", square, "/propose S0cium bot | need: alto | 3-5 people | by 20 May")
    await table.sees("Lena", PRIVATE, "reads like my own name")
    await table.says("Lena", square, "/propose Socium of small gardens | need: spade | 3-5 people | by 20 May")
    await table.sees("Lena", square, "Socium of small gardens", "1 of 3–5")
