"""Do two groups that do not know each other meet, each in its own time, and is nobody named before both said yes?"""

import re
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from tests.flows.beginnings import beginning
from tests.flows.table import Table
from tests.stage import PRIVATE, until

MENDERS = ("Lena", "Omar", "Mei")
SEWERS = ("Jonas", "Olga", "Tomas")
SEWING = "/propose Sewing evenings | need: electronics, sewing, tea | 3-7 people | by 20 May | topics: sewing"
WHEN = re.compile(r"(?<=anything else by ).*(?=\.)")
LINE = "We mend machines on Saturdays and often need a seam"


@beginning
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
    offer, question, asked = f"I look for a group that fits “{what}”", "Which one line shall they read?", "A yes comes"
    await _once_more(table, home, offer, table.says("Lena", home, f"/meet {what}"))
    await _once_more(table, home, question, table.taps("Lena", home, "Ask"))
    await _once_more(table, home, asked, table.says("Lena", home, LINE))
    await table.sees("Omar", home, f"We would like to meet: {what}", LINE, "A yes comes at once")


async def _once_more(table: Table, home: str, part: str, act: Coroutine[Any, Any, None]) -> None:
    """Act, and wait until one message more holds a part: earlier ones stand in the same room."""
    before = await table.counts("Lena", home, part)
    await act

    async def more() -> bool:
        return await table.counts("Lena", home, part) > before

    await until(more)


@beginning
async def meet(table: Table) -> tuple[str, str]:
    """Let the menders and the sewers form, ask, and both say yes."""
    menders, sewers = await two_groups(table)
    await asks(table, menders)
    for person in SEWERS:
        await table.taps(person, sewers, "Yes")
    await table.sees("Lena", menders, "Sewing evenings", "3 people", "They bring")
    return menders, sewers


async def test_two_groups_meet(table: Table) -> None:
    """One line goes over and no name; after everyone there said yes, both see each other's card."""
    menders, sewers = await two_groups(table)

    await asks(table, menders)
    asked = await table.sees("Jonas", sewers, "A small group (3 people", "would like to talk about sewing", LINE)
    assert "Repair" not in asked.text
    await table.taps("Jonas", sewers, "Yes")
    await table.taps("Olga", sewers, "Yes")
    await table.sees("Olga", sewers, "2 of 3 have spoken")
    assert await table.counts("Lena", menders, "Sewing evenings") == 0
    await table.taps("Tomas", sewers, "Yes")

    await table.sees("Lena", menders, "Sewing evenings", "3 people", "electronics")
    await table.sees("Jonas", sewers, "Repair café", "3 people", "electronics")
    await table.sees("Lena", menders, "We would like to meet: sewing", "Both sides said yes.")
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


async def test_a_first_line_names_nobody(table: Table) -> None:
    """Links, handles and our own names are refused, with the words to leave out; the question stays open."""
    menders, _sewers = await two_groups(table)
    await table.says("Lena", menders, "/meet sewing")
    await table.taps("Lena", menders, "Ask")
    await table.sees("Lena", menders, "Which one line shall they read?")

    await table.says("Lena", menders, "Write to @lena_mends")
    await table.sees("Lena", menders, "Please leave out “")
    await table.says("Lena", menders, "Omar can mend it")
    await table.sees("Lena", menders, "Please leave out “Omar”")
    await table.says("Lena", menders, "We mend\u202e and\u200b sew")

    await table.sees("Lena", menders, "We would like to meet: sewing", "We mend and sew")


async def test_taken_back(table: Table) -> None:
    """Any member of the asking group takes it back; there the question closes."""
    menders, sewers = await two_groups(table)
    await asks(table, menders)
    await table.sees("Jonas", sewers, LINE)

    await table.taps("Omar", menders, "Take it back")

    await table.sees("Lena", menders, "We would like to meet: sewing", "Taken back.")
    await table.sees("Jonas", sewers, "They took it back.")
    await table.passes(timedelta(days=3))
    assert await table.counts("Lena", menders, "Nothing came of") == 0


async def test_at_most_three_open(table: Table) -> None:
    """A group has three introductions open, whatever became of them meanwhile; the fourth waits."""
    square = await table.room("Square", *MENDERS)
    await table.forms(square, MENDERS)
    home = await table.home("Lena", "Repair café")
    for topic in ("sewing", "gardens", "bread"):
        await asks(table, home, topic)

    await table.says("Lena", home, "/meet chess")

    await table.sees("Lena", PRIVATE, "Your group has 3 open introductions")


async def test_a_person_alone_meets_a_group(table: Table) -> None:
    """Someone without a group asks for themselves; after the yes they may ask to join, and all are asked again."""
    yard = await table.room("Yard", *SEWERS, "Vera")
    await table.forms(yard, SEWERS, SEWING)
    sewers = await table.home("Jonas", "Sewing evenings")
    await table.agrees(sewers, SEWERS)

    await table.says("Vera", PRIVATE, "/meet sewing")
    await table.taps("Vera", PRIVATE, "Ask")
    await table.sees("Vera", PRIVATE, "Which one line shall they read?")
    await table.says("Vera", PRIVATE, "I can cut patterns")
    asked = await table.sees("Jonas", sewers, "Someone (", "would like to talk with us about sewing", "I can cut")
    assert "Vera" not in asked.text
    for person in SEWERS:
        await table.taps(person, sewers, "Yes")
    await table.sees("Jonas", sewers, "Both sides said yes", "Vera")
    await table.sees("Vera", PRIVATE, "Both sides said yes", "Sewing evenings")
    await table.taps("Vera", PRIVATE, "Ask to join")

    await table.sees("Vera", PRIVATE, "Sewing evenings", "3 people")


async def test_a_block_holds(table: Table) -> None:
    """Whom one member blocked is not proposed to their group any more, nor the other way; it can be lifted."""
    menders, sewers = await meet(table)
    await table.says("Olga", PRIVATE, "/block Repair café")
    await table.sees("Olga", PRIVATE, "not be brought together with “Repair café”")
    await table.says("Olga", PRIVATE, "/block")
    await table.sees("Olga", PRIVATE, "You do not want to be brought together with:", "Repair café")
    await table.says("Olga", PRIVATE, "/block Nobody")
    await table.sees("Olga", PRIVATE, "I know nobody called “Nobody”")

    await table.taps("Olga", PRIVATE, "Lift: Repair café")

    await table.sees("Olga", PRIVATE, "Lifted.")
    assert menders != sewers


async def agrees_on(table: Table, home: str, label: str) -> None:
    """Let the sewers add a line on how they are introduced."""
    await table.says("Jonas", home, "/amend")
    await table.taps("Jonas", PRIVATE, "Add a line")
    await table.taps("Jonas", PRIVATE, "How we are introduced")
    await table.taps("Jonas", PRIVATE, label)
    for person in SEWERS:
        await table.taps(person, home, "All fine")
    await table.sees("Jonas", home, "Version 2 is agreed by all 3")


async def test_silence_is_fine_where_the_contract_says_so(table: Table) -> None:
    """Their own line decides: one yes and no objection is a yes, shortly before the asker's time is up."""
    menders, sewers = await two_groups(table)
    await agrees_on(table, sewers, "Silence is fine, if one says yes")
    await asks(table, menders)
    await table.sees("Jonas", sewers, "would like to talk about sewing", LINE)
    await table.taps("Olga", sewers, "Yes")
    await table.sees("Olga", sewers, "1 of 3 have spoken")

    await table.passes(timedelta(hours=46))
    assert await table.counts("Lena", menders, "Sewing evenings") == 0
    await table.passes(timedelta(hours=1))

    await table.sees("Lena", menders, "Sewing evenings", "3 people")
    await table.sees("Jonas", sewers, "We said yes.")


async def test_silence_does_not_speak_alone(table: Table) -> None:
    """Where nobody at all spoke nothing was agreed, whatever the line says."""
    menders, sewers = await two_groups(table)
    await agrees_on(table, sewers, "Silence is fine, if one says yes")
    await asks(table, menders)
    await table.sees("Jonas", sewers, "would like to talk about sewing", LINE)

    await table.passes(timedelta(hours=48))
    await table.sees("Lena", menders, "Nothing came of “sewing” this time")
    assert await table.counts("Lena", menders, "Sewing evenings") == 0


async def test_a_group_that_does_not_want_to_be_asked(table: Table) -> None:
    """A line says so: nobody there hears of it, and the asker sees what everyone sees of a no."""
    menders, sewers = await two_groups(table)
    await agrees_on(table, sewers, "Do not ask us")
    await asks(table, menders)

    await table.passes(timedelta(hours=48))

    await table.sees("Lena", menders, "Nothing came of “sewing” this time")
    assert await table.counts("Jonas", sewers, "would like to talk") == 0
