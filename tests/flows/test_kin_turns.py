"""What if the way to kin takes another turn: no seat named before, someone else's button, changed meanwhile?"""

from datetime import timedelta

from tests.flows.beginnings import beginning
from tests.flows.living import agreed_group
from tests.flows.table import Table
from tests.flows.test_kin import NO_SEAT_OPEN, SEVEN, SIX, budded
from tests.stage import PRIVATE, until

WAITING = ("Ivo", "Vera", "Ana")


@beginning
async def full_and_waited_for(table: Table) -> tuple[str, str]:
    """Let seven sit and three wait, two of them without a word on what they bring; returns square and home."""
    square = await table.room("Square", *SEVEN, *WAITING)
    await table.says("Lena", square, NO_SEAT_OPEN)
    await table.taps("Omar", square, "I bring electronics")
    await table.sees("Lena", square, "2 of 3–7")
    await table.taps("Mei", square, "I bring sewing")
    for place, more in enumerate(SEVEN[3:], 4):
        await table.taps(more, square, "I bring something else")
        await table.says(more, square, f"skill {place}")
        await table.sees("Lena", square, f"{place} of 3–7")
    await table.taps("Ivo", square, "electronics · taken, I'd wait")
    await table.sees("Ivo", PRIVATE, "You are on the waiting list")
    await table.taps("Lena", square, "Start")
    for other in SEVEN[1:]:
        await table.taps(other, PRIVATE, "Yes, let's start")
    home = await table.home("Lena", "Repair café")
    for person in WAITING[1:]:
        await table.taps(person, square, "Ask to join")
        await table.sees(person, PRIVATE, "is still agreeing", "You are on the waiting list")
    await table.agrees(home, SEVEN)
    return square, home


async def test_a_sister_gathers_in_every_way(table: Table) -> None:
    """Who waited named a seat before, names it now, or stays, for a while; whoever begins it anew sees its card."""
    square, home = await full_and_waited_for(table)
    await table.sees("Lena", home, "is full, and 3 wait")
    await table.taps("Ivo", PRIVATE, "Start a sister group")
    await table.sees("Ivo", PRIVATE, "“Repair café · 2” gathers")
    await table.taps("Ana", PRIVATE, "Start a sister group")
    await table.sees("Ana", PRIVATE, "Repair café · 2", "of 3–7")
    assert await table.counts("Ana", PRIVATE, "“Repair café · 2” gathers") == 0

    await table.taps("Vera", PRIVATE, "I come to the sister group")
    await table.sees("Vera", PRIVATE, "What do you bring to “Repair café · 2”?")
    await table.says("Vera", PRIVATE, "electronics")
    await table.sees("Vera", PRIVATE, "You are in: electronics")
    await table.taps("Ivo", PRIVATE, "I come to the sister group")
    await table.sees("Ivo", PRIVATE, "You are in: electronics")
    await table.taps("Ana", PRIVATE, "I keep waiting")
    await table.sees("Ana", PRIVATE, "you keep your place on the list of “Repair café”")
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Repair café · 7 people")

    await table.passes(timedelta(days=2))
    await table.sees("Lena", square, "Repair café · 2", "2 of 3–7")
    await table.taps("Ana", PRIVATE, "I come to the sister group")
    await table.says("Ana", PRIVATE, "tea")
    await table.sees("Ana", PRIVATE, "You are in: tea")
    await table.sees("Lena", square, "Repair café · 2", "3 of 3–7", "Ana: tea")
    await table.sees("Lena", square, "You are 3")
    await table.passes(timedelta(days=1))
    assert await table.counts("Lena", square, "3 of 3–7") == 1  # Nobody is asked any more, and the card stands already.


async def test_an_open_draft_waits_for_who_comes_with_a_merger(table: Table) -> None:
    """Two come into a group whose draft is being read: it needs their voices too, and its card says so at once."""
    await budded(table)
    ours, theirs = await table.home("Omar", "Repair café · 1"), await table.home("Lena", "Repair café · 2")
    await table.agrees(ours, ("Omar", "Mei", "Olga"))
    await table.agrees(theirs, ("Lena", "Jonas", "Tomas"))
    await table.says("Omar", ours, "/leave")
    await table.taps("Omar", PRIVATE, "Leave")
    await table.sees("Mei", ours, "2 of you are left")
    await table.taps("Mei", ours, "Merge with another group")
    await table.taps("Mei", PRIVATE, "With “Repair café · 2”")
    await table.taps("Mei", ours, "Close and keep the record")
    await table.sees("Mei", PRIVATE, "You are already being asked something like this")
    for person in ("Mei", "Olga"):
        await table.taps(person, ours, "Fine")
    await table.sees("Jonas", theirs, "would like to go on together with us: 2 would come")
    await table.says("Lena", theirs, "/amend")
    await table.taps("Lena", PRIVATE, "Add a line")
    await table.says("Lena", PRIVATE, "We bring our own cups")
    await table.sees("Jonas", theirs, "We bring our own cups", "0 of 3 have spoken")
    for person in ("Jonas", "Lena", "Tomas"):
        await table.taps(person, theirs, "Fine")

    await table.sees("Jonas", theirs, "are one group now")
    await table.sees("Jonas", theirs, "We bring our own cups", "0 of 5 have spoken")
    for person in ("Jonas", "Lena", "Tomas"):
        await table.taps(person, theirs, "All fine")
    await table.sees("Jonas", theirs, "3 of 5 have spoken")
    assert await table.counts("Jonas", theirs, "Version 2") == 0


async def test_halves_that_no_longer_fit(table: Table) -> None:
    """One of six leaves while they are asked to become two: what all agreed to would leave two alone, so it rests."""
    square = await table.room("Square", *SIX)
    await table.forms(square, SIX, NO_SEAT_OPEN)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, SIX)
    await table.says("Mei", home, "/bud")
    await table.sees("Lena", home, "become two groups")
    await table.says("Mei", home, "/bud")
    await table.sees("Mei", PRIVATE, "You are already being asked something like this")
    for person in SIX[:5]:
        await table.taps(person, home, "Fine")
    await table.says("Tomas", home, "/leave")
    await table.taps("Tomas", PRIVATE, "Leave")

    await table.sees("Lena", home, "these halves no longer fit")
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Repair café · 5 people")


async def test_a_group_that_closes_leaves_nothing_open(table: Table) -> None:
    """What two were still asked when they closed is asked no more, and what they had promised rests."""
    people = ("Lena", "Omar", "Mei")
    home = await agreed_group(table, people)
    await table.says("Mei", home, "/leave")
    await table.taps("Mei", PRIVATE, "Leave")
    await table.sees("Lena", home, "2 of you are left")
    await table.taps("Lena", home, "Merge with another group")
    await table.sees("Lena", PRIVATE, "None of the groups you know has room")
    await table.says("Lena", home, "/promise order sockets by 9 May")
    await table.says("Lena", home, "/decide Tea at five")
    await table.sees("Omar", home, "Tea at five", "0 of 2 have spoken")
    await table.taps("Lena", home, "Close and keep the record")
    await table.sees("Omar", home, "Shall we close “Repair café”")
    for person in people[:2]:
        await table.taps(person, home, "Fine")

    await table.sees("Lena", home, "“Repair café” is closed")
    await until(lambda: _rests(table, home))
    await table.passes(timedelta(days=10))
    for person in people[:2]:
        assert await table.counts(person, PRIVATE, "Tea at five") == 0
        assert await table.counts(person, PRIVATE, "order sockets") == 0


async def _rests(table: Table, home: str) -> bool:
    return not (await table.sees("Lena", home, "Tea at five")).choices
