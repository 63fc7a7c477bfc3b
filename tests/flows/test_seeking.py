"""Does someone who seeks find a group, without anybody's name going round before they agreed?"""

from datetime import timedelta

import pytest

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE

SOON = timedelta(minutes=2)
PATIENT = 60.0
"""Seconds: the first plan on a machine compiles the search."""

ROOMS_ANYWHERE = {"local", "matrix"}
"""Where a room needs no other room beside it and nobody's hands."""

TAKEN = (
    ("Ada", "Choir", "alto"),
    ("Ada", "Beehives", "smoke"),
    ("Ben", "Kites", "string"),
    ("Ben", "Ovens", "flour"),
    ("Cem", "Tramlines", "maps"),
)
GARDENERS = ("Lena", "Omar", "Mei")


@pytest.fixture(autouse=True)
def _patient(table: Table) -> None:
    table.waits_for(PATIENT)


async def seek_gardening(table: Table, *people: str) -> None:
    """Let people say that they seek a garden."""
    for person in people:
        await table.says(person, PRIVATE, "/seek gardening")
        await table.sees(person, PRIVATE, "I keep my eyes open for you: gardening", "I look until")


async def test_a_whole_group_is_found_and_begins(table: Table) -> None:
    """Three who seek the same are asked alone, without names; after three yeses they have names and a home."""
    square = await table.room("Square", *GARDENERS)
    await table.says("Lena", PRIVATE, "/me bring: tools | hours: Sat 10-14, weekday evenings")
    await table.sees("Lena", PRIVATE, "You bring: tools", "Mon–Fri 18–22", "Sat 10–14")
    await table.says("Omar", PRIVATE, "/me bring: a van | hours: Sat 9-12")
    await table.sees("Omar", PRIVATE, "You bring: a van")
    await seek_gardening(table, *GARDENERS)

    await table.passes(SOON)
    asked = await table.sees("Lena", PRIVATE, "You and 2 others could begin a group: gardening")
    assert "You would bring: tools" in asked.text
    assert "The others bring: a van" in asked.text
    assert "2 hours a week suit everyone: Sat 10–12" in asked.text
    assert "Omar" not in asked.text
    assert "Mei" not in asked.text
    await table.taps("Lena", PRIVATE, "Yes")
    await table.sees("Lena", PRIVATE, "as soon as enough have said yes")
    await table.taps("Omar", PRIVATE, "Yes")
    await table.sees("Omar", PRIVATE, "as soon as enough have said yes")
    assert await table.counts("Omar", PRIVATE, "Lena") == 0
    await table.taps("Mei", PRIVATE, "Yes")

    for person in GARDENERS:
        begun = await table.sees(person, PRIVATE, "“gardening” begins")
        assert all(name in begun.text for name in GARDENERS)
    if table.stage.messenger.name in ROOMS_ANYWHERE:
        home = await table.home("Mei", "gardening")
        await table.sees("Omar", home, "draft of version 1")
    await table.says("Mei", PRIVATE, "/group")
    await table.sees("Mei", PRIVATE, "Lena: tools", "Omar: a van")
    assert await table.counts("Lena", square, "gardening") == 0


async def test_an_open_seat_is_offered_and_taken(table: Table) -> None:
    """Whoever brings what a proposal lacks is asked alone; their yes seats them, and every card shows it."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)
    await table.sees("Lena", square, "1 of 3–7")
    await table.says("Mei", PRIVATE, "/me bring: шитьё")
    await table.sees("Mei", PRIVATE, "You bring: шитьё")
    await table.says("Mei", PRIVATE, "/seek")
    await table.taps("Mei", PRIVATE, "Whatever needs me")
    await table.sees("Mei", PRIVATE, "whatever needs what you bring")

    await table.passes(SOON)
    await table.sees("Mei", PRIVATE, "“Repair café” could use you", "You would bring: sewing")
    await table.taps("Mei", PRIVATE, "Yes")

    await table.sees("Mei", PRIVATE, "Repair café", "Mei: sewing")
    await table.sees("Lena", square, "2 of 3–7", "Mei: sewing")


async def test_a_no_is_told_to_nobody_and_another_is_asked_in_their_place(table: Table) -> None:
    """Somebody declines: nobody learns of it, they are not asked again, and who comes next is asked at once."""
    await seek_gardening(table, *GARDENERS)
    await table.passes(SOON)
    for person in GARDENERS:
        await table.sees(person, PRIVATE, "could begin a group: gardening")
    await table.taps("Lena", PRIVATE, "Yes")
    await table.taps("Omar", PRIVATE, "Yes")
    await seek_gardening(table, "Jonas")
    before = [seen.text for seen in await table.reading("Lena", PRIVATE)]

    await table.taps("Mei", PRIVATE, "Not this")
    await table.sees("Mei", PRIVATE, "Nobody learns of it")

    await table.sees("Jonas", PRIVATE, "could begin a group: gardening")
    assert [seen.text for seen in await table.reading("Lena", PRIVATE)] == before
    await table.taps("Jonas", PRIVATE, "Yes")
    begun = await table.sees("Lena", PRIVATE, "“gardening” begins")
    assert "Jonas" in begun.text
    assert "Mei" not in begun.text
    assert await table.counts("Mei", PRIVATE, "could begin a group") == 1


async def test_a_yes_brings_nobody_a_sixth_place(table: Table) -> None:
    """Who takes their fifth seat before the others have answered is told so, and another is asked in their place."""
    square = await table.room("Square", "Lena", "Ada", "Ben", "Cem")
    await seek_gardening(table, *GARDENERS)
    await table.passes(SOON)
    await table.taps("Lena", PRIVATE, "Yes")
    await table.sees("Lena", PRIVATE, "as soon as enough have said yes")
    for person, title, seat in TAKEN:
        await table.says(person, square, f"/propose {title} | need: {seat} | 3-5 people | in 2 weeks")
        await table.sees(person, square, title, "1 of 3–5")
        await table.taps("Lena", square, f"I bring {seat}")
        await table.sees("Lena", square, title, "2 of 3–5")

    await table.taps("Omar", PRIVATE, "Yes")
    await seek_gardening(table, "Jonas")
    await table.taps("Mei", PRIVATE, "Yes")
    await table.sees("Lena", PRIVATE, "You hold 5 seats")
    await table.sees("Jonas", PRIVATE, "could begin a group: gardening")
    await table.taps("Jonas", PRIVATE, "Yes")

    begun = await table.sees("Omar", PRIVATE, "“gardening” begins")
    assert "Jonas" in begun.text
    assert "Lena" not in begun.text
    assert await table.counts("Lena", PRIVATE, "“gardening” begins") == 0


async def test_silence_is_never_a_yes(table: Table) -> None:
    """Who does not answer is not in it; too few yeses are told honestly, and the search goes on."""
    await seek_gardening(table, *GARDENERS)
    await table.passes(SOON)
    for person in GARDENERS:
        await table.sees(person, PRIVATE, "could begin a group: gardening")
    await table.taps("Lena", PRIVATE, "Yes")
    await table.sees("Lena", PRIVATE, "as soon as enough have said yes")

    await table.passes(timedelta(days=4))

    await table.sees("Lena", PRIVATE, "did not come together this time")
    assert await table.counts("Omar", PRIVATE, "did not come together") == 0


async def test_after_a_week_without_anything_it_says_so(table: Table) -> None:
    """The unmatched are told after a week, and one tap begins a proposal of their own."""
    await seek_gardening(table, "Lena")

    await table.passes(timedelta(days=7, hours=1))
    await table.sees("Lena", PRIVATE, "A week has passed, and nobody else is seeking")
    await table.taps("Lena", PRIVATE, "I propose something")

    await table.sees("Lena", PRIVATE, "Who or what do you need for it?")


async def test_before_it_ends_one_question_is_asked(table: Table) -> None:
    """Two days before the end: go on or stop; without an answer it ends."""
    await seek_gardening(table, "Lena")

    await table.passes(timedelta(days=28, hours=1))
    await table.sees("Lena", PRIVATE, "Shall I go on for another 30 days?")
    await table.taps("Lena", PRIVATE, "30 more days")
    await table.sees("Lena", PRIVATE, "You are seeking: gardening", "I look until")
    await table.passes(timedelta(days=31))
    await table.says("Lena", PRIVATE, "/seek")

    await table.sees("Lena", PRIVATE, "What should it be about?")


async def test_stop_seeking(table: Table) -> None:
    """One tap ends it, at once."""
    await seek_gardening(table, *GARDENERS)
    await table.taps("Mei", PRIVATE, "Stop seeking")
    await table.sees("Mei", PRIVATE, "I have stopped looking")

    await table.passes(SOON)
    await table.says("Lena", PRIVATE, "/seek")
    await table.sees("Lena", PRIVATE, "You are seeking: gardening")

    assert await table.counts("Mei", PRIVATE, "could begin a group") == 0


async def test_who_is_forgotten_is_counted_no_more(table: Table) -> None:
    """Their yes to an open question goes with them: another is asked in their place, and old buttons do nothing."""
    await seek_gardening(table, *GARDENERS)
    await table.passes(SOON)
    await table.taps("Mei", PRIVATE, "Yes")
    await table.sees("Mei", PRIVATE, "as soon as enough have said yes")
    await seek_gardening(table, "Jonas")

    await table.says("Mei", PRIVATE, "/forget")
    await table.taps("Mei", PRIVATE, "Forget me")
    await table.sees("Mei", PRIVATE, "You have left everything")
    await table.sees("Jonas", PRIVATE, "could begin a group: gardening")
    await table.passes(SOON)
    await table.taps("Mei", PRIVATE, "Yes")
    for person in ("Lena", "Omar"):
        await table.taps(person, PRIVATE, "Yes")
        await table.sees(person, PRIVATE, "as soon as enough have said yes")
    assert await table.counts("Lena", PRIVATE, "begins") == 0
    await table.taps("Jonas", PRIVATE, "Yes")

    begun = await table.sees("Lena", PRIVATE, "“gardening” begins")
    assert all(name in begun.text for name in ("Lena", "Omar", "Jonas"))
    assert "Mei" not in begun.text
    assert await table.counts("Mei", PRIVATE, "begins") == 0
