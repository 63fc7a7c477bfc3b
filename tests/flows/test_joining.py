"""Does nobody take a seat before they accepted the contract, and nobody give one without the word of all?"""

from datetime import timedelta

from tests.flows.living import THREE, adds_line, agreed_before
from tests.flows.table import Table
from tests.stage import PRIVATE


async def knocks(table: Table, square: str, person: str) -> None:
    """Let someone read the contract and say what they bring."""
    await table.taps(person, square, "Ask to join")
    await table.sees(person, PRIVATE, "This is what they agreed on", "If you can live with that")
    await table.taps(person, PRIVATE, "I bring tea")


async def changes_first_line(table: Table, home: str) -> None:
    """Let Lena ask for another number of days."""
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Change a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 2 days.")
    await table.sees("Lena", PRIVATE, "How should it read?")
    await table.says("Lena", PRIVATE, "We answer each other within 5 days")
    await table.sees("Omar", home, "draft of version 2")


async def test_a_talk_first_where_the_contract_says_so(table: Table) -> None:
    """The joining rule only adds: a talk comes before the question, and then all are asked as ever."""
    square, home = await agreed_before(table, "Ana")
    await adds_line(table, home, THREE, "How people join", "A talk")

    await knocks(table, square, "Ana")
    await table.sees("Ana", PRIVATE, "talks with us first")
    await table.sees("Omar", home, "Ana would like to join and bring tea", "talks with us first")
    assert await table.counts("Omar", home, "Can we live with this?") == 0
    await table.taps("Omar", home, "We have talked")
    for person in THREE:
        question = "Ana would like to join and bring tea. Can we live with this?"
        await table.sees(person, home, question, "We said: “Whoever wants to join talks with us first")
        await table.taps(person, home, "Fine")

    await table.sees("Ana", PRIVATE, "You are in “Repair café”", "We said: “We answer each other within 2 days.”")


async def test_a_contract_that_changed_meanwhile_is_accepted_first(table: Table) -> None:
    """If another version binds by the time all consented, the newcomer sees the difference before taking the seat."""
    square, home = await agreed_before(table, "Ana")
    await knocks(table, square, "Ana")
    await table.sees("Lena", home, "Ana would like to join")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.sees("Mei", home, "2 of 3 have spoken")
    await changes_first_line(table, home)
    for person in THREE:
        await table.taps(person, home, "All fine")
    await table.sees("Mei", home, "Version 2 is agreed by all 3")
    await table.taps("Mei", home, "Fine")

    await table.sees(
        "Ana", PRIVATE, "All of “Repair café” would let you in", "becomes “We answer each other within 5 days”"
    )
    assert "Repair café" not in await table.stage.chats("Ana")
    await table.taps("Ana", PRIVATE, "I can live with it")

    await table.sees("Ana", PRIVATE, "You are in “Repair café”")
    await table.says("Omar", PRIVATE, "/versions")
    await table.sees("Omar", PRIVATE, "Version 2", "Later also Ana")


async def test_who_is_away_is_asked_about_a_newcomer_too(table: Table) -> None:
    """Entry needs the word of all members: a pause lets questions go on, but opens no door."""
    square, home = await agreed_before(table, "Ana")
    await table.says("Mei", PRIVATE, "/pause until 20 May")
    await table.sees("Lena", home, "Mei is away until")
    await knocks(table, square, "Ana")
    await table.sees("Lena", home, "Ana would like to join", "0 of 3")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.sees("Omar", home, "2 of 3 have spoken")

    await table.passes(timedelta(days=10))
    assert await table.counts("Ana", PRIVATE, "You are in") == 0
    await table.taps("Mei", home, "Fine")

    await table.sees("Ana", PRIVATE, "You are in “Repair café”")


async def test_friends_invited_meanwhile_change_nothing(table: Table) -> None:
    """Who came after a question was put has no voice in it, however many came."""
    square, home = await agreed_before(table, "Ana")
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 3 have spoken")
    await knocks(table, square, "Ana")
    await table.sees("Lena", home, "Ana would like to join")
    for person in THREE:
        await table.taps(person, home, "Fine")
    await table.sees("Ana", PRIVATE, "You are in “Repair café”")
    await table.home("Ana", "Repair café")

    await table.says("Ana", home, "/group")
    await table.sees("Ana", home, "Repair café · 4 people", "Being decided: Meet on Sundays · 2 voices missing")
