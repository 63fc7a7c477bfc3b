"""Does someone say once what suits them, and find open seats by it from every chat?"""

from datetime import timedelta

import pytest

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE, Seen, until

PATIENT = 60.0
"""Seconds: a list of everything that is open takes longer than a message does on a busy machine."""

CHOIR = "/propose Choir | need: alto, tenor | 3-5 people | by 20 May"
GARDEN = "/propose Urban gardening | need: tools | 3-5 people | by 20 May"
BEES = "/propose Beekeeping | need: tools | 3-5 people | by 20 May"


@pytest.fixture(autouse=True)
def _patient(table: Table) -> None:
    table.waits_for(PATIENT)


async def test_five_short_questions_once(table: Table) -> None:
    """/me asks one question at a time, each may be left out, and shows what it knows with a picture of the week."""
    await table.says("Lena", PRIVATE, "/me")
    await table.sees("Lena", PRIVATE, "What do you care for?")
    await table.says("Lena", PRIVATE, "gardening, chess")
    await table.sees("Lena", PRIVATE, "What could you bring")
    await table.taps("Lena", PRIVATE, "Leave this out")
    await table.sees("Lena", PRIVATE, "Which languages do you speak?")
    await table.says("Lena", PRIVATE, "English and Deutsch")
    await table.sees("Lena", PRIVATE, "When can you usually?")
    await table.says("Lena", PRIVATE, "whenever the moon is full")
    await table.sees("Lena", PRIVATE, "I could not read these hours")
    await table.taps("Lena", PRIVATE, "Weekday evenings")
    await table.sees("Lena", PRIVATE, "Which big city shares your time?")
    await table.says("Lena", PRIVATE, "Vienna")

    card = await table.sees("Lena", PRIVATE, "You care for: gardening and chess", "Europe/Vienna")
    assert "You have not said what you bring" in card.text
    assert "You speak: Deutsch and English" in card.text
    assert "You can: Mon–Fri 18–22" in card.text
    assert "░░░░░░█▒ Fri" in card.text
    assert "░░░░░░░░ Sat" in card.text


async def test_one_answer_is_changed_and_all_can_be_forgotten(table: Table) -> None:
    """Every line can be said anew; forgetting is one tap."""
    await table.says("Lena", PRIVATE, "/me topics: chess | hours: Sat 10-14")
    await table.sees("Lena", PRIVATE, "You care for: chess", "Sat 10–14")

    await table.taps("Lena", PRIVATE, "Hours")
    await table.sees("Lena", PRIVATE, "When can you usually?")
    await table.says("Lena", PRIVATE, "Mon and Wed after 18")
    await table.sees("Lena", PRIVATE, "You care for: chess", "Mon and Wed 18–24")
    await table.taps("Lena", PRIVATE, "Forget all of this")
    await table.sees("Lena", PRIVATE, "Forgotten.")
    await table.says("Lena", PRIVATE, "/me")

    await table.sees("Lena", PRIVATE, "What do you care for?")


async def test_seats_from_other_chats_come_with_reasons(table: Table) -> None:
    """What fits me best comes first, says why, and one tap sits me down; the card there changes."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)
    await table.sees("Lena", square, "1 of 3–7")
    await table.says("Omar", square, CHOIR)
    await table.sees("Omar", square, "Choir", "1 of 3–5")
    await table.says("Mei", PRIVATE, "/me topics: repair | bring: sewing")
    await table.sees("Mei", PRIVATE, "You bring: sewing")

    await table.says("Mei", PRIVATE, "/find")
    found = await table.sees("Mei", PRIVATE, "Open seats that suit you", "Repair café · 1 of 3–7")
    assert "it needs sewing" in found.text
    assert "topic" in found.text
    assert "Choir" not in found.text
    await table.taps("Mei", PRIVATE, "I bring sewing: Repair café")

    await table.sees("Mei", PRIVATE, "Repair café", "Mei: sewing")
    await table.sees("Omar", square, "2 of 3–7", "Mei: sewing")


async def test_by_topic_across_languages_and_nothing_else(table: Table) -> None:
    """/find with a topic shows only what is about it, in whatever language it was proposed."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, GARDEN)
    await table.sees("Lena", square, "1 of 3–5")
    await table.says("Omar", square, CHOIR)
    await table.sees("Omar", square, "Choir", "1 of 3–5")

    await table.says("Mei", PRIVATE, "/find сад")
    found = await table.sees("Mei", PRIVATE, "Open seats: сад", "Urban gardening")
    assert "Choir" not in found.text
    await table.says("Mei", PRIVATE, "/find chess")

    await table.sees("Mei", PRIVATE, "Nothing open is about “chess”")


async def test_equal_ones_take_turns_and_more_come_on_a_tap(table: Table) -> None:
    """Whoever looks twice sees another first among equals; [More] shows the rest."""
    for person, number in (("Lena", 1), ("Lena", 2), ("Omar", 3), ("Omar", 4)):
        room = await table.room(f"Room {number}", person)
        await table.says(person, room, f"/propose Choir {number} | need: alto | 3-5 people | by 20 May")
        if number > 1:
            await table.sees(person, room, f"like “Choir {number}”")
            await table.taps(person, room, "Post mine as well")
        await table.sees(person, room, f"Choir {number}", "1 of 3–5")

    await table.says("Mei", PRIVATE, "/find choir")
    first = await table.sees("Mei", PRIVATE, "Open seats: choir")
    await table.taps("Mei", PRIVATE, "More")
    rest = await until_another(table, first.id)
    await table.says("Mei", PRIVATE, "/find choir")
    second = await until_another(table, first.id, rest.id)

    shown = [line for line in (first.text + "\n" + rest.text).splitlines() if "1 of 3–5" in line]
    assert sorted(line.split(" ·")[0] for line in shown) == ["Choir 1", "Choir 2", "Choir 3", "Choir 4"]
    assert _order(first.text) != _order(second.text)


async def test_a_group_that_misses_somebody_is_found(table: Table) -> None:
    """A living group with an open seat can be asked from afar; its contract is shown first."""
    people = ("Lena", "Omar", "Mei")
    square = await table.room("Square", *people)
    await table.forms(square, people)
    place = await table.home("Lena", "Repair café")
    await table.agrees(place, people)
    await table.says("Ana", PRIVATE, "/find repair")

    await table.sees("Ana", PRIVATE, "Repair café · a group of 3 · missing: tea")
    await table.taps("Ana", PRIVATE, "Ask to join: Repair café")

    await table.sees("Ana", PRIVATE, "is a group of 3", "This is what they agreed on")


async def test_nothing_fits_and_seeking_is_one_tap_away(table: Table) -> None:
    """An empty place says so and offers to look out."""
    await table.says("Lena", PRIVATE, "/find gardening")
    await table.taps("Lena", PRIVATE, "Yes, look out for me")

    await table.sees("Lena", PRIVATE, "I keep my eyes open for you: gardening")
    await table.passes(timedelta(minutes=2))


async def until_another(table: Table, *seen: str) -> Seen:
    """Wait for a list of seats that was not there before."""

    async def look() -> Seen | None:
        shown = [one for one in await table.reading("Mei", PRIVATE) if "Open seats: choir" in one.text]
        new = [one for one in shown if one.id not in seen]
        return new[-1] if new else None

    found = await until(look, 20)
    assert isinstance(found, Seen)
    return found


def _order(shown: str) -> list[str]:
    return [line.split(" ·")[0] for line in shown.splitlines() if "1 of 3–5" in line]
