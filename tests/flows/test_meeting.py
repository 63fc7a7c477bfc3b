"""Do two groups that do not know each other meet, each in its own time, and is nobody named before both said yes?"""

from datetime import timedelta

from tests.flows.table import Table
from tests.stage import PRIVATE

MENDERS = ("Lena", "Omar", "Mei")
SEWERS = ("Jonas", "Olga", "Tomas")
SEWING = "/propose Sewing evenings | need: electronics, sewing, tea | 3-7 people | by 20 May | topics: sewing"
LINE = "We mend machines on Saturdays and often need a seam"


async def two_groups(table: Table) -> tuple[str, str]:
    """Let the menders and the sewers each form a group with a contract; returns their homes."""
    square = await table.room("Square", *MENDERS)
    await table.forms(square, MENDERS)
    menders = await table.home("Lena", "Repair café")
    await table.agrees(menders, MENDERS)
    yard = await table.room("Yard", *SEWERS)
    await table.forms(yard, SEWERS, SEWING)
    sewers = await table.home("Jonas", "Sewing evenings")
    await table.agrees(sewers, SEWERS)
    return menders, sewers


async def asks(table: Table, home: str, what: str = "sewing") -> None:
    """Let Lena ask for her group."""
    await table.says("Lena", home, f"/meet {what}")
    await table.sees("Lena", home, f"I look for a group that fits “{what}”", "no names")
    await table.taps("Lena", home, "Ask")
    await table.sees("Lena", home, "Which one line shall they read?")
    await table.says("Lena", home, LINE)
    await table.sees("Omar", home, f"We would like to meet: {what}", LINE, "A yes comes at once")


async def test_two_groups_meet(table: Table) -> None:
    """One line goes over and no name; after everyone there said yes, both see each other's card."""
    menders, sewers = await two_groups(table)

    await asks(table, menders)
    asked = await table.sees("Jonas", sewers, "A small group (3 people", "would like to talk about sewing", LINE)
    assert "Repair" not in asked.text
    await table.taps("Jonas", sewers, "Yes")
    await table.taps("Olga", sewers, "Yes")
    await table.sees("Olga", sewers, "2 of 3 have spoken")
    assert await table.counts("Lena", menders, "Both sides said yes") == 0
    await table.taps("Tomas", sewers, "Yes")

    await table.sees("Lena", menders, "Both sides said yes", "Sewing evenings", "3 people", "electronics")
    await table.sees("Jonas", sewers, "Both sides said yes", "Repair café", "3 people")
    await table.sees("Jonas", sewers, "We said yes.")


async def test_one_no_is_enough(table: Table) -> None:
    """One objection is a no; the asker hears nothing of it before two days are over."""
    menders, sewers = await two_groups(table)
    await asks(table, menders)

    await table.taps("Olga", sewers, "No")
    await table.sees("Olga", PRIVATE, "will not learn that you said no")
    await table.sees("Jonas", sewers, "Not this time. Nobody learns who said so.")
    await table.passes(timedelta(hours=47))
    assert await table.counts("Lena", menders, "Nothing came of") == 0
    await table.passes(timedelta(hours=1))

    await table.sees("Lena", menders, "Nothing came of “sewing” this time")
    assert await table.counts("Lena", menders, "Sewing evenings") == 0
