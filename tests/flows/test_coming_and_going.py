"""Do people leave freely, and does nobody come in without the consent of all?"""

from tests.flows.living import THREE, agreed_before
from tests.flows.table import Table
from tests.stage import PRIVATE

SEVEN = (*THREE, "Jonas", "Olga", "Tomas", "Aisha")


async def test_leaving_hands_over_and_opens_the_seat(table: Table) -> None:
    """One goes: at once, the promise looks for hands, the seat is open, the group is told it is thin."""
    square, home = await agreed_before(table)
    await table.says("Omar", home, "/promise order sockets by 8 May")
    await table.sees("Mei", home, "Omar: order sockets")

    await table.says("Omar", home, "/leave")
    await table.sees("Omar", PRIVATE, "Leave “Repair café”?")
    await table.taps("Omar", PRIVATE, "Leave")

    await table.sees("Lena", home, "Omar has left", "“electronics” is open")
    await table.sees("Lena", home, "Looking for other hands: order sockets")
    await table.sees("Lena", home, "2 of you are left")
    await table.sees("Mei", square, "missing: tea and electronics")


async def test_a_new_person_enters_by_consent_of_all(table: Table) -> None:
    """Who asks reads the contract first; one yes missing is no entry; then they have a seat and a key."""
    square, home = await agreed_before(table, "Ana")

    await table.taps("Ana", square, "Ask to join")
    await table.sees("Ana", PRIVATE, "is a group of 3", "We decide together")
    await table.taps("Ana", PRIVATE, "I bring tea")
    await table.sees("Lena", home, "Ana would like to join and bring tea")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.sees("Mei", home, "2 of 3 have spoken")
    assert "Repair café" not in await table.stage.chats("Ana")
    await table.taps("Mei", home, "Fine")

    await table.sees("Ana", PRIVATE, "You are in “Repair café”")
    assert await table.home("Ana", "Repair café") == home


async def test_the_eighth_by_consent_the_ninth_never(table: Table) -> None:
    """Seven may let an eighth in; the ninth is on the waiting list at once, from whatever chat they tap."""
    square, home = await agreed_before(table, "Ana", "Ivo", people=SEVEN)
    await table.taps("Ana", square, "Ask to join")
    await table.taps("Ana", PRIVATE, "I bring tea")
    for person in SEVEN:
        await table.taps(person, home, "Fine")
    await table.sees("Ivo", square, "a group of 8")

    await table.taps("Ivo", square, "Put me on the waiting list")

    await table.sees("Ivo", PRIVATE, "has 8 people", "You are on the waiting list")
