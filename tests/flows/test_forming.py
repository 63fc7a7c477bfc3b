"""Do people find each other around a project and begin?"""

from datetime import timedelta

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE


async def test_a_group_forms_from_one_line(table: Table) -> None:
    """One line makes a card; people sit down; all say yes; the group has a home with exactly its members."""
    square = await table.room("Square", "Lena", "Omar", "Mei", "Jonas")

    await table.says("Lena", square, PROPOSAL)
    await table.sees("Omar", square, "Repair café", "1 of 3–7", "missing: electronics, sewing, and tea")
    await table.taps("Omar", square, "I bring electronics")
    await table.sees("Jonas", square, "2 of 3–7", "missing: sewing and tea", "Omar: electronics")
    await table.taps("Mei", square, "I bring sewing")
    await table.sees("Lena", square, "You are 3", "enough to start")
    await table.taps("Mei", square, "Start")
    await table.taps("Lena", PRIVATE, "Yes, let's start")
    await table.sees("Lena", PRIVATE, "One more answer is missing")
    await table.taps("Omar", PRIVATE, "Yes, let's start")

    await table.sees("Jonas", square, "This has become a group of 3")
    home = await table.home("Lena", "Repair café")
    await table.sees("Omar", home, "This is the home of “Repair café”")
    assert await table.counts("Jonas", home, "home") == 0


async def test_with_nothing_given_one_question_at_a_time_is_asked(table: Table) -> None:
    """`/propose` alone asks what, who, how many and by when, each with choices that make sense."""
    square = await table.room("Square", "Lena", "Omar")

    await table.says("Lena", square, "/propose")
    await table.sees("Lena", square, "What would you like to do together?")
    await table.says("Lena", square, "Tool library")
    await table.sees("Lena", square, "Who or what do you need for it?")
    await table.says("Lena", square, "shelves, bookkeeping")
    await table.sees("Lena", square, "How many of you")
    await table.taps("Lena", square, "3–5 people")
    await table.sees("Lena", square, "Until when")
    await table.taps("Lena", square, "In two weeks")
    await table.sees("Lena", square, "Which topics")
    await table.says("Lena", square, "repair, sharing")

    card = ("Tool library", "1 of 3–5", "missing: shelves and bookkeeping", "Topics: repair and sharing", "Open until")
    await table.sees("Omar", square, *card)


async def test_bringing_something_else_and_not_now(table: Table) -> None:
    """People may bring what nobody asked for, in their own words, and get up again without a reason."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)

    await table.taps("Omar", square, "I bring something else")
    await table.sees("Omar", square, "What do you bring to “Repair café”?")
    await table.says("Omar", square, "a van")
    await table.sees("Lena", square, "2 of 3–7", "Omar: a van")
    await table.taps("Omar", square, "Not now")

    await table.sees("Lena", square, "1 of 3–7")


async def test_similar_proposals_are_shown_first(table: Table) -> None:
    """Whoever proposes what is already open sees that first, and may still go on."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)
    await table.sees("Omar", square, "1 of 3–7")

    await table.says("Omar", square, "/propose Repair cafe for bikes | need: tools | 3-5 people | in two weeks")
    await table.sees("Omar", square, "is already open")
    await table.taps("Omar", square, "Post mine as well")

    await table.sees("Lena", square, "Repair cafe for bikes", "1 of 3–5")


async def test_a_taken_seat_puts_the_second_on_the_waiting_list(table: Table) -> None:
    """Who taps a taken seat waits at once, and hears first when it opens."""
    square = await table.room("Square", "Lena", "Omar", "Mei")
    await table.says("Lena", square, PROPOSAL)
    await table.taps("Omar", square, "I bring tea")

    await table.taps("Mei", square, "tea · taken, I'd wait")
    await table.sees("Mei", PRIVATE, "You are on the waiting list")
    await table.taps("Omar", square, "Not now")

    await table.sees("Mei", PRIVATE, "There is room again")
    await table.taps("Mei", PRIVATE, "I bring tea")
    await table.sees("Lena", square, "Mei: tea")


async def test_silence_frees_the_seat_after_one_reminder(table: Table) -> None:
    """No answer is never a yes: one private reminder, then the seat opens and the others go on."""
    square = await table.room("Square", "Lena", "Omar", "Mei", "Ana")
    await table.says("Lena", square, PROPOSAL)
    await table.taps("Omar", square, "I bring electronics")
    await table.taps("Mei", square, "I bring sewing")
    await table.taps("Ana", square, "I bring tea")
    await table.sees("Lena", square, "4 of 3–7")
    await table.taps("Lena", square, "Start")
    await table.taps("Omar", PRIVATE, "Yes, let's start")
    await table.sees("Omar", PRIVATE, "2 more answers are missing")
    await table.taps("Mei", PRIVATE, "Yes, let's start")
    await table.sees("Mei", PRIVATE, "One more answer is missing")

    await table.passes(timedelta(hours=19))
    assert await table.counts("Ana", PRIVATE, "Your answer is still missing") == 0  # It is five in the morning.
    await table.passes(timedelta(hours=3))
    await table.sees("Ana", PRIVATE, "Your answer is still missing")
    await table.passes(timedelta(hours=3))

    await table.sees("Ana", PRIVATE, "your seat is open again")
    await table.sees("Lena", square, "This has become a group of 3", "missing: tea")
    assert await table.counts("Ana", PRIVATE, "Your answer is still missing") == 1


async def test_the_deadline_comes_with_too_few(table: Table) -> None:
    """At the deadline it says honestly where it stands; two more weeks are one tap away."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)
    await table.taps("Omar", square, "I bring tea")
    await table.sees("Lena", square, "2 of 3–7")

    await table.passes(timedelta(days=20))
    await table.sees("Lena", square, "The time for “Repair café” is up", "2 people are in, it needs 3")
    await table.taps("Omar", square, "Two more weeks")
    await table.sees("Lena", square, "stays open until")

    await table.passes(timedelta(days=15))
    await table.taps("Omar", square, "Close")
    await table.sees("Lena", square, "closes tomorrow")
    await table.passes(timedelta(days=2))
    await table.sees("Lena", square, "This is closed")


async def test_what_is_typed_wrong_is_said_kindly_and_nothing_is_lost(table: Table) -> None:
    """Too many people, a day in the past, an unknown command: what to do instead, and the rest is kept."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/propose Choir | need: voices | 0-99 people | by 20 May")
    await table.sees("Lena", square, "3")
    await table.sees("Lena", square, "How many of you")
    await table.says("Lena", square, "3-6")
    await table.sees("Lena", square, "Choir", "1 of 3–6")
    await table.says("Lena", square, "/propos tea")
    await table.sees("Lena", PRIVATE, "The nearest", "propose")
