"""Do two groups that do not know each other meet, each in its own time, and is nobody named before both said yes?"""

import re
from datetime import timedelta

from tests.flows.table import Table
from tests.stage import PRIVATE, until

MENDERS = ("Lena", "Omar", "Mei")
SEWERS = ("Jonas", "Olga", "Tomas")
SEWING = "/propose Sewing evenings | need: electronics, sewing, tea | 3-7 people | by 20 May | topics: sewing"
WHEN = re.compile(r"(?<=anything else by ).*(?=\.)")
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


async def meet(table: Table) -> tuple[str, str]:
    """Let the menders and the sewers form, ask, and both say yes."""
    menders, sewers = await two_groups(table)
    await asks(table, menders)
    for person in SEWERS:
        await table.taps(person, sewers, "Yes")
    await table.sees("Lena", menders, "Both sides said yes", "Sewing evenings")
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


async def test_an_asker_sees_one_and_the_same(table: Table) -> None:
    """No, silence, a full week and nobody there: the same words at the same moments, letter by letter."""
    menders, sewers = await two_groups(table)
    told = [
        await _transcript(table, menders, "Olga", sewers, "No"),
        await _transcript(table, menders, "Olga", sewers, ""),
        await _transcript(table, menders, "Olga", sewers, "Never this group"),
        await _transcript(table, menders, "", "", ""),
    ]

    assert told[0]
    assert all(one == told[0] for one in told[1:])


async def _transcript(table: Table, home: str, person: str, there: str, answer: str) -> list[tuple[int, str]]:
    """Ask, let them answer, and note what the asker's room shows after each day; a month later all is as before."""
    before = len(await table.stage.reads("Lena", home))
    asked_there = await table.counts(person, there, LINE) if person else 0
    await asks(table, home)
    if person and answer:
        await table.taps(person, there, answer)
        await table.sees(person, there, "Not this time")
    shown: list[tuple[int, str]] = []
    for day in range(3):
        if day == 2:
            await until(lambda: _nothing_came(table, home, before))
        shown += [(day, WHEN.sub("…", one.text)) for one in (await table.stage.reads("Lena", home))[before:]]
        await table.passes(timedelta(days=1))
    if person:
        assert await table.counts(person, there, LINE) == asked_there + 1
    await table.passes(timedelta(days=40))
    return shown


async def _nothing_came(table: Table, home: str, before: int) -> bool:
    return any("Nothing came of “" in one.text for one in (await table.stage.reads("Lena", home))[before:])


async def test_a_first_line_names_nobody(table: Table) -> None:
    """Links, handles and our own names are refused, with the words to leave out; the question stays open."""
    menders, _sewers = await two_groups(table)
    await table.says("Lena", menders, "/meet sewing")
    await table.taps("Lena", menders, "Ask")
    await table.sees("Lena", menders, "Which one line shall they read?")

    await table.says("Lena", menders, "Write to @lena_mends")
    await table.sees("Lena", menders, "Please leave out “@lena_mends”")
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
