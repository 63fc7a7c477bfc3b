"""How do dialogues about a living contract begin?"""

from collections.abc import Sequence

from tests.flows.beginnings import beginning
from tests.flows.table import Table

THREE = ("Lena", "Omar", "Mei")
FOUR = (*THREE, "Ivo")


@beginning
async def formed_group(table: Table, people: Sequence[str] = THREE) -> str:
    """Seat a group that has agreed on nothing yet; returns its home."""
    await table.forms(await table.room("Square", *people), people)
    return await table.home(people[0], "Repair café")


@beginning
async def agreed_group(table: Table, people: Sequence[str] = THREE) -> str:
    """Seat a group with an agreed first version; returns its home."""
    home = await formed_group(table, people)
    await table.agrees(home, people)
    return home


@beginning
async def agreed_before(table: Table, *others: str, people: Sequence[str] = THREE) -> tuple[str, str]:
    """Seat a group likewise while others in the square look on; returns square and home."""
    square = await table.room("Square", *people, *others)
    await table.forms(square, people)
    home = await table.home(people[0], "Repair café")
    await table.agrees(home, people)
    return square, home


async def adds_line(table: Table, home: str, people: Sequence[str], *taps: str, words: str = "") -> None:
    """Let the first of them add a line the house acts on, with these taps and words, and let all agree."""
    await table.says(people[0], home, "/amend")
    for label in ("Add a line", *taps):
        await table.taps(people[0], "", label)
    if words:
        await table.says(people[0], "", words)
    for person in people:
        await table.sees(person, home, "New: “")
        await table.taps(person, home, "All fine")
    await table.sees(people[-1], home, "It binds from now on")
