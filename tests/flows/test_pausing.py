"""Can someone be away for a while, without holding the others up and without losing their word?"""

from datetime import timedelta

from tests.flows.living import THREE, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE


async def amended_without_mei(table: Table, home: str) -> None:
    """Let Lena and Omar agree on a change while Mei is away."""
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Change a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 2 days.")
    await table.sees("Lena", PRIVATE, "How should it read?")
    await table.says("Lena", PRIVATE, "We answer each other within 5 days")
    await table.sees("Lena", home, "draft of version 2", "0 of 2 have spoken")
    await table.taps("Lena", home, "All fine")
    await table.taps("Omar", home, "All fine")
    await table.sees("Omar", home, "Version 2 is agreed by all 2")


async def test_who_is_away_does_not_block_and_may_reopen(table: Table) -> None:
    """The others agree without waiting; whoever comes back sees the difference, and with one tap all are asked anew."""
    home = await agreed_group(table)
    await table.says("Mei", home, "/pause until 20 May")
    await table.sees("Mei", PRIVATE, "You are away from “Repair café”")
    await table.sees("Lena", home, "Mei is away until")
    await amended_without_mei(table, home)

    await table.passes(timedelta(days=20))
    await table.sees(
        "Mei", PRIVATE, "Welcome back", "agreed on version 2", "becomes “We answer each other within 5 days”"
    )
    await table.taps("Mei", PRIVATE, "Open it again")
    await table.sees("Lena", home, "draft of version 3", "within 5 days", "0 of 3 have spoken")
    for person in THREE:
        await table.taps(person, home, "All fine")

    await table.sees("Omar", home, "Version 3 is agreed by all 3")


async def test_who_comes_back_can_live_with_it(table: Table) -> None:
    """One tap says that it is fine; the version then has that name too."""
    home = await agreed_group(table)
    await table.says("Mei", home, "/pause until 20 May")
    await table.sees("Lena", home, "Mei is away until")
    await amended_without_mei(table, home)

    await table.taps("Mei", PRIVATE, "I am back")
    await table.sees("Mei", PRIVATE, "Welcome back")
    await table.taps("Mei", PRIVATE, "I can live with it")
    await table.sees("Mei", PRIVATE, "has your word too")
    await table.says("Omar", PRIVATE, "/versions")
    await table.sees("Omar", PRIVATE, "Later also Mei")
    await table.sees("Omar", home, "Mei is back")


async def test_speaking_is_coming_back(table: Table) -> None:
    """Whoever speaks in their group is back, without any command."""
    home = await agreed_group(table)
    await table.says("Mei", home, "/pause until 20 May")
    await table.sees("Lena", home, "Mei is away until")

    await table.says("Mei", home, "/group")

    await table.sees("Mei", PRIVATE, "Welcome back to “Repair café”")
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.sees("Mei", home, "Meet on Sundays", "0 of 3")


async def test_a_question_goes_on_without_who_goes_away(table: Table) -> None:
    """A pause lets go what was waiting for that voice; what was said before counts."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.sees("Omar", home, "2 of 3 have spoken")

    await table.says("Mei", PRIVATE, "/pause until in two weeks")

    await table.sees("Omar", home, "Decided: Meet on Sundays")


async def test_promises_rest_while_away(table: Table) -> None:
    """What falls due meanwhile can be handed over, and nobody is reminded while away."""
    home = await agreed_group(table)
    await table.says("Mei", home, "/promise order sockets by 8 May")
    await table.sees("Lena", home, "Mei: order sockets")
    await table.says("Mei", PRIVATE, "/pause until 20 May")
    await table.sees("Mei", PRIVATE, "One thing you promised falls due meanwhile")

    await table.passes(timedelta(days=9))
    assert await table.counts("Mei", PRIVATE, "You said you would") == 0
    await table.taps("Mei", PRIVATE, "Can someone take “order sockets”?")

    await table.sees("Lena", home, "Looking for other hands: order sockets")
