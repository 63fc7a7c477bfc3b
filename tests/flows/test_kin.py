"""Do groups of equals become more groups instead of bigger ones, and come to rest in peace?"""

from tests.flows.beginnings import beginning
from tests.flows.table import Table
from tests.stage import PRIVATE, until

SEVEN = ("Lena", "Omar", "Mei", "Jonas", "Olga", "Tomas", "Aisha")
SIX = SEVEN[:6]
THREE = SEVEN[:3]
NO_SEAT_OPEN = "/propose Repair café | need: electronics, sewing | 3-7 people | by 20 May"


@beginning
async def budded(table: Table, people: tuple[str, ...] = SIX) -> str:
    """Let six form a group and become two; returns the old home."""
    square = await table.room("Square", *people)
    await table.forms(square, people, NO_SEAT_OPEN)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, people)
    await work(table, home)
    await table.says("Lena", home, "/bud")
    for person in people:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "We go on as two groups")
    return home


async def work(table: Table, home: str) -> None:
    """Let Lena, Jonas and Tomas work side by side, and Omar, Mei and Olga two weeks later."""
    for person, what in (("Lena", "lamps"), ("Jonas", "wires"), ("Tomas", "plugs")):
        await table.says(person, home, f"/promise {what} by 5 May")
        await table.sees("Mei", home, f"{person}: {what}")
    for person, what in (("Omar", "cloth"), ("Mei", "thread"), ("Olga", "buttons")):
        await table.says(person, home, f"/promise {what} by 19 May")
        await table.sees("Lena", home, f"{person}: {what}")


async def test_a_full_group_has_a_sister(table: Table) -> None:
    """Seven sit and two wait: one tap gathers those who waited first; they begin with a copy of the contract."""
    waiting = ("Ivo", "Vera", "Ana")
    square = await table.room("Square", *SEVEN, *waiting)
    first, second, third = SEVEN[:3]
    await table.says(first, square, NO_SEAT_OPEN)
    await table.taps(second, square, "I bring electronics")
    await table.sees(first, square, "2 of 3–7")
    await table.taps(third, square, "I bring sewing")
    for place, more in enumerate(SEVEN[3:], 4):
        await table.taps(more, square, "I bring something else")
        await table.says(more, square, f"skill {place}")
        await table.sees(first, square, f"{place} of 3–7")
    for number, one in enumerate(waiting):
        await table.taps(one, square, "I bring something else")
        await table.says(one, square, f"hands {number}")
        await table.sees(one, PRIVATE, "You are on the waiting list")
    await table.taps(first, square, "Start")
    for other in SEVEN[1:]:
        await table.taps(other, PRIVATE, "Yes, let's start")
    home = await table.home("Lena", "Repair café")
    await table.taps("Omar", home, "Add a line")
    await table.says("Omar", PRIVATE, "We bring our own cups")
    await table.sees("Lena", home, "6. We bring our own cups")
    await table.agrees(home, SEVEN)

    await table.sees("Lena", home, "is full, and 3 wait")
    await table.taps("Ivo", PRIVATE, "Start a sister group")
    for one in waiting:
        await table.sees(one, PRIVATE, "you are asked first")
        await table.taps(one, PRIVATE, "I come to the sister group")
        await table.sees(one, PRIVATE, "You are in: hands")
    await table.taps("Vera", square, "Start")
    for one in ("Ivo", "Ana"):
        await table.taps(one, PRIVATE, "Yes, let's start")

    sisters = await table.home("Ivo", "Repair café · 2")
    await table.sees("Ivo", sisters, "draft of version 1", "6. We bring our own cups")
    await table.agrees(sisters, ("Ivo", "Vera", "Ana"))
    await table.says("Ana", sisters, "/group")
    await table.sees("Ana", sisters, "Kin: Repair café")
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Kin: Repair café · 2")


async def test_bud(table: Table) -> None:
    """By consent of all a group becomes two, those together who work together; promises and decisions go with them."""
    square = await table.room("Square", *SIX)
    await table.forms(square, SIX, NO_SEAT_OPEN)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, SIX)
    await work(table, home)
    await table.says("Lena", home, "/decide Tea at five")
    for person in SIX:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "Decided: Tea at five")

    await table.says("Mei", home, "/bud")
    shown = await table.sees("Lena", home, "become two groups", "Group 1:", "Group 2:", "0 of 6 have spoken")
    one, two = shown.text.split("Group 1:")[1].split("Group 2:")
    assert all(name in one for name in ("Omar (electronics)", "Mei (sewing)", "Olga"))
    assert all(name in two for name in ("Lena", "Jonas", "Tomas"))
    for person in SIX[:5]:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "5 of 6 have spoken")
    assert await table.counts("Lena", home, "We go on as two groups") == 0
    await table.taps("Tomas", home, "Fine")

    await table.sees("Lena", home, "We go on as two groups", "You stay kin")
    ours, theirs = await table.home("Lena", "Repair café · 2"), await table.home("Mei", "Repair café · 1")
    await table.sees("Jonas", ours, "draft of version 1")
    await table.agrees(ours, ("Lena", "Jonas", "Tomas"))
    await table.agrees(theirs, ("Omar", "Mei", "Olga"))
    await table.says("Lena", ours, "/group")
    shown = await table.sees("Lena", ours, "Repair café · 2 · 3 people", "Lena: lamps", "Decided: Tea at five", "Kin:")
    assert "cloth" not in shown.text
    await table.says("Mei", theirs, "/group")
    await table.sees("Mei", theirs, "Repair café · 1 · 3 people", "Omar: cloth", "Decided: Tea at five", "café · 2")


async def test_one_who_cannot_live_with_it_keeps_the_group_whole(table: Table) -> None:
    """A group does not bud against anyone."""
    square = await table.room("Square", *SIX)
    await table.forms(square, SIX, NO_SEAT_OPEN)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, SIX)
    await table.says("Mei", home, "/bud")
    for person in SIX[:5]:
        await table.taps(person, home, "Fine")
    await table.taps("Tomas", home, "I can't live with it")
    await table.says("Tomas", PRIVATE, "we just met")
    await table.sees("Tomas", PRIVATE, "what would help")
    await table.says("Tomas", PRIVATE, "some time")

    await table.sees("Lena", home, "Someone cannot live with it", "we just met")
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Repair café · 6 people")


async def test_three_cannot_bud(table: Table) -> None:
    """Both halves must be able to live."""
    square = await table.room("Square", *THREE)
    await table.forms(square, THREE)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, THREE)

    await table.says("Lena", home, "/bud")

    await table.sees("Lena", PRIVATE, "No two groups could live")


async def test_two_who_are_left_go_to_their_kin(table: Table) -> None:
    """A thin group asks its kin; everyone on both sides says yes, and nobody is more than one member."""
    await budded(table)
    ours, theirs = await table.home("Omar", "Repair café · 1"), await table.home("Lena", "Repair café · 2")
    await table.agrees(ours, ("Omar", "Mei", "Olga"))
    await table.agrees(theirs, ("Lena", "Jonas", "Tomas"))
    await table.says("Mei", ours, "/leave")
    await table.taps("Mei", PRIVATE, "Leave")

    await table.sees("Omar", ours, "2 of you are left")
    await table.taps("Omar", ours, "Merge with another group")
    await table.taps("Omar", PRIVATE, "With “Repair café · 2”")
    await table.sees("Olga", ours, "go on together with “Repair café · 2”", "1. We answer each other")
    for person in ("Omar", "Olga"):
        await table.taps(person, ours, "Fine")
    await table.sees("Jonas", theirs, "“Repair café · 1” would like to go on together with us: 2 would come")
    for person in ("Jonas", "Lena"):
        await table.taps(person, theirs, "Fine")
    assert await table.counts("Jonas", theirs, "are one group now") == 0
    await table.taps("Tomas", theirs, "Fine")

    await table.sees("Jonas", theirs, "are one group now", "Omar", "Olga")
    await table.sees("Omar", PRIVATE, "You are in “Repair café · 2”")
    await table.says("Jonas", theirs, "/group")
    await table.sees("Jonas", theirs, "Repair café · 2 · 5 people", "Omar: cloth")


async def test_two_who_are_left_sleep_wake_seek_and_close(table: Table) -> None:
    """A thin group sleeps and wakes by one tap each, shows its open seats again, and closes only if both say so."""
    square = await table.room("Square", *THREE)
    await table.forms(square, THREE)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, THREE)
    await table.says("Mei", home, "/leave")
    await table.taps("Mei", PRIVATE, "Leave")
    await table.sees("Lena", home, "2 of you are left")
    before = await table.counts("Lena", square, "Repair café")

    await table.taps("Lena", home, "Seek members")
    await table.sees("Lena", PRIVATE, "stand where it came from again")
    await table.taps("Lena", home, "Sleep")
    await table.taps("Omar", home, "Wake up")
    await table.sees("Lena", home, "is awake again")
    await table.taps("Lena", home, "Close and keep the record")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 2 have spoken")
    assert await table.counts("Lena", home, "is closed") == 0
    await table.taps("Omar", home, "Fine")

    await table.sees("Lena", home, "“Repair café” is closed")
    await table.sees("Lena", square, "This is closed")
    assert await table.counts("Lena", square, "Repair café") == before + 1


async def test_a_block_between_two_groups_keeps_them_two(table: Table) -> None:
    """Who blocked someone while their group was asked is not brought together with them; why, nobody learns."""
    await budded(table)
    ours, theirs = await table.home("Omar", "Repair café · 1"), await table.home("Lena", "Repair café · 2")
    await table.agrees(ours, ("Omar", "Mei", "Olga"))
    await table.agrees(theirs, ("Lena", "Jonas", "Tomas"))
    await table.says("Mei", ours, "/leave")
    await table.taps("Mei", PRIVATE, "Leave")
    await table.taps("Omar", ours, "Merge with another group")
    await table.taps("Omar", PRIVATE, "With “Repair café · 2”")
    for person in ("Omar", "Olga"):
        await table.taps(person, ours, "Fine")
    await table.sees("Jonas", theirs, "would like to go on together with us: 2 would come")
    await table.says("Tomas", PRIVATE, "/block Repair café · 1")
    await table.sees("Tomas", PRIVATE, "You will not be brought together with “Repair café · 1”")
    for person in ("Jonas", "Lena", "Tomas"):
        await table.taps(person, theirs, "Fine")

    shown = await table.sees("Omar", ours, "Going on together does not work out this time")
    assert "Tomas" not in shown.text
    await table.says("Omar", ours, "/group")
    await table.sees("Omar", ours, "Repair café · 1 · 2 people")


async def test_two_thin_groups_become_one_and_old_buttons_know_it(table: Table) -> None:
    """Two and two become four; a button from before answers that this group is over, and does nothing."""
    table.waits_for(60)
    await budded(table)
    ours, theirs = await table.home("Omar", "Repair café · 1"), await table.home("Lena", "Repair café · 2")
    await table.agrees(ours, ("Omar", "Mei", "Olga"))
    await table.agrees(theirs, ("Lena", "Jonas", "Tomas"))
    for person, home, other in (("Mei", ours, "Omar"), ("Tomas", theirs, "Jonas")):
        await table.says(person, home, "/leave")
        await table.taps(person, PRIVATE, "Leave")
        await table.sees(other, home, "2 of you are left")
    await table.taps("Omar", ours, "Merge with another group")
    await table.taps("Omar", PRIVATE, "With “Repair café · 2”")
    await table.sees("Olga", ours, "go on together with “Repair café · 2”")
    for person in ("Omar", "Olga"):
        await table.taps(person, ours, "Fine")
    for person in ("Jonas", "Lena"):
        await table.taps(person, theirs, "Fine")
    await table.sees("Jonas", theirs, "are one group now", "Omar", "Olga")

    before = len(await table.reading("Olga", PRIVATE))
    await table.taps("Olga", ours, "Merge with another group")
    await until(lambda: _more(table, "Olga", before), 30)

    await table.says("Jonas", theirs, "/group")
    await table.sees("Jonas", theirs, "Repair café · 2 · 4 people")
    assert await table.counts("Jonas", theirs, "would like to go on together with us") == 1


async def _more(table: Table, person: str, before: int) -> bool:
    return len(await table.reading(person, PRIVATE)) > before
