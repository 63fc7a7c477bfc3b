"""What if someone who is in would rather wait for more people, or comes while all are being asked?"""

from datetime import timedelta

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE

PEOPLE = ("Lena", "Omar", "Mei", "Jonas", "Ana")


async def three_are_in(table: Table) -> str:
    """Let three sit down, and Lena ask whether to start; returns the square."""
    square = await table.room("Square", *PEOPLE)
    await table.says("Lena", square, PROPOSAL)
    await table.taps("Omar", square, "I bring electronics")
    await table.taps("Mei", square, "I bring sewing")
    await table.sees("Lena", square, "You are 3", "enough to start")
    return square


async def test_rather_wait_for_more(table: Table) -> None:
    """One who would rather wait is enough: all keep their seats, nobody is asked on, and what was said is not kept."""
    square = await three_are_in(table)
    await table.taps("Ana", square, "Wait for more")
    await table.sees("Ana", PRIVATE, "Only those who are in can say that")
    await table.taps("Lena", square, "Start")
    await table.taps("Omar", PRIVATE, "Yes, let's start")
    await table.sees("Omar", PRIVATE, "One more answer is missing")
    await table.taps("Jonas", square, "I bring tea")
    await table.sees("Jonas", PRIVATE, "Shall", "4")

    await table.taps("Jonas", PRIVATE, "Wait for more")
    await table.sees("Lena", square, "“Repair café” waits for more people")
    await table.taps("Mei", PRIVATE, "Yes, let's start")
    await table.sees("Mei", PRIVATE, "This is over")
    await table.passes(timedelta(hours=26))

    await table.sees("Ana", square, "Repair café", "4 of 3–7")
    for person in PEOPLE[:4]:
        assert await table.counts(person, PRIVATE, "Your answer is still missing") == 0
        assert await table.counts(person, PRIVATE, "your seat is open again") == 0
    await table.taps("Mei", square, "Start")
    await table.taps("Lena", PRIVATE, "Yes, let's start")
    await table.sees("Lena", PRIVATE, "2 more answers are missing")
    await table.taps("Jonas", PRIVATE, "Yes, let's start")
    await table.sees("Jonas", PRIVATE, "One more answer is missing")  # What Omar said the first time does not count.
    assert await table.counts("Ana", square, "This has become a group") == 0
    await table.taps("Omar", PRIVATE, "Yes, let's start")
    await table.sees("Ana", square, "This has become a group of 4")


async def test_too_few_are_left_when_nobody_answers(table: Table) -> None:
    """A seat that silence freed leaves two: they go on gathering, and the start is asked anew once they are enough."""
    square = await three_are_in(table)
    await table.taps("Lena", square, "Start")
    await table.sees("Mei", PRIVATE, "Shall")
    await table.taps("Omar", PRIVATE, "Yes, let's start")

    await table.passes(timedelta(hours=22))
    await table.passes(timedelta(hours=3))

    await table.sees("Ana", square, "Repair café", "2 of 3–7")
    await table.sees("Ana", square, "does not start yet")
    assert await table.counts("Ana", square, "This has become a group") == 0
    await table.taps("Ana", square, "I bring tea")
    await table.sees("Ana", square, "3 of 3–7", "Ana: tea")
    assert await table.counts("Ana", PRIVATE, "Shall") == 0
