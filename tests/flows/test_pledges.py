"""Do many do something together, or does nobody ever learn who would have?"""

from datetime import timedelta

from tests.flows.table import Table
from tests.stage import PRIVATE

PEOPLE = ("Lena", "Omar", "Mei", "Jonas")
PLEDGE = "/pledge Clean the river bank Sunday 10:00 | at least 3 | by 8 May | place: the old bridge"


async def card(table: Table, person: str, chat: str) -> str:
    """Open the card one can answer: in the room where that is private, else by asking for it; returns where it is."""
    seen = await table.sees(person, chat, "Clean the river bank")
    if not any("Ask me privately" in label for label in seen.choices):
        return chat
    await table.taps(person, chat, "Ask me privately")
    await table.sees(person, PRIVATE, "Clean the river bank")
    return PRIVATE


async def says_yes(table: Table, person: str, chat: str) -> None:
    """Let someone say "I do it if enough do"."""
    await table.taps(person, await card(table, person, chat), "I do it if 3 do")


async def test_names_appear_once_they_are_enough(table: Table) -> None:
    """Before, nobody sees who said yes; then those who do it see one another, and the place."""
    square = await table.room("Square", *PEOPLE)
    await table.says("Lena", square, PLEDGE)
    await says_yes(table, "Omar", square)
    await table.sees("Omar", PRIVATE, "you do it if 3 do")
    await says_yes(table, "Mei", square)
    shown = await table.sees("Lena", square, "2 of at least 3 would do it", "Names stay hidden")
    assert "Omar" not in shown.text
    assert "bridge" not in shown.text

    await says_yes(table, "Jonas", square)

    await table.sees("Lena", square, "3 do it", "Omar", "Mei", "Jonas")
    await table.sees("Omar", PRIVATE, "takes place: 3 of you", "Mei", "the old bridge")
    await table.taps("Omar", PRIVATE, "Turn my corner into a group")
    await table.sees("Mei", PRIVATE, "Omar did “Clean the river bank")
    await table.taps("Mei", PRIVATE, "I come along")
    await table.says("Mei", PRIVATE, "tea")
    await table.sees("Omar", PRIVATE, "2 of 3–7", "Mei: tea")


async def test_someone_who_wants_more_waits_for_more(table: Table) -> None:
    """Who does it only if four do is not counted on, nor named, among three."""
    square = await table.room("Square", *PEOPLE)
    await table.says("Lena", square, PLEDGE)
    await table.taps("Lena", await card(table, "Lena", square), "Only if more do")
    await table.sees("Lena", PRIVATE, "How many must there be for you")
    await table.says("Lena", PRIVATE, "4")
    await table.sees("Lena", PRIVATE, "you do it if 4 do")
    for person in ("Omar", "Mei"):
        await says_yes(table, person, square)
    await table.sees("Jonas", square, "3 of at least 3 would do it", "Names stay hidden")

    await says_yes(table, "Jonas", square)

    await table.sees("Lena", square, "4 do it", "Lena", "Jonas")


async def test_unreached_nobody_is_named(table: Table) -> None:
    """A yes can be taken back; when the time is up, each hears alone that it did not come about."""
    square = await table.room("Square", *PEOPLE)
    await table.says("Lena", square, PLEDGE)
    for person in ("Omar", "Mei"):
        await says_yes(table, person, square)
    await table.sees("Lena", square, "2 of at least 3")
    await table.taps("Omar", PRIVATE, "Take it back")
    await table.sees("Omar", PRIVATE, "Taken back")
    await table.sees("Lena", square, "1 of at least 3")

    await table.passes(timedelta(days=9))

    shown = await table.sees("Lena", square, "Nobody is named")
    assert "Mei" not in shown.text
    await table.sees("Mei", PRIVATE, "did not find enough people this time")
    assert await table.counts("Omar", PRIVATE, "did not find enough people") == 0
