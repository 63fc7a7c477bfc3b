"""Can someone say what weighs on them, step by step, without anybody being accused or voted out?"""

from datetime import timedelta

from tests.flows.living import FOUR, THREE, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE

LINE = "1. We answer each other within 2 days."
OTHERS = ("Ana", "Ben", "Cleo")
SECOND = "/propose Garden on Sundays | need: electronics, sewing, tea | 3-7 people | by 20 May"


async def raised(table: Table, person: str, named: str = "Without my name") -> None:
    """Let someone bring a concern to the group."""
    await table.says(person, PRIVATE, "/concern")
    await table.taps(person, PRIVATE, LINE)
    await table.taps(person, PRIVATE, "Bring it to the group")
    await table.sees(person, PRIVATE, "How would you say it to all")
    await table.says(person, PRIVATE, "The tools were left in the rain")
    await table.taps(person, PRIVATE, named)


async def heard(table: Table, home: str, people: tuple[str, ...] = THREE) -> None:
    """Let everyone speak about it."""
    for person in people[:-1]:
        await table.taps(person, home, "Nothing to add")
    await table.taps(people[-1], home, "I say something")
    await table.sees(people[-1], PRIVATE, "What did you see")
    await table.says(people[-1], PRIVATE, "a roof would help")
    await table.sees(people[0], home, "a roof would help")


async def test_first_to_the_person_with_words_from_the_line(table: Table) -> None:
    """Only the raiser reads it; the words to say are drafted from the line; if it is settled so, nobody ever hears."""
    home = await agreed_group(table)
    await table.says("Mei", PRIVATE, "/concern bothers")

    await table.sees(
        "Mei", PRIVATE, "First to the person themselves", "I thought of our line “When something bothers us"
    )
    await table.taps("Mei", PRIVATE, "We have talked, it is good")

    await table.sees("Mei", PRIVATE, "Good that it was said")
    assert await table.counts("Omar", home, "weighs") == 0
    assert await table.counts("Omar", PRIVATE, "First to the person") == 0


async def test_then_a_round_that_names_nobody(table: Table) -> None:
    """The group hears what happened; who raised it stays unsaid, and no answer is shown before all are."""
    home = await agreed_group(table)
    await raised(table, "Mei")

    card = await table.sees("Omar", home, "Something weighs on one of us: The tools were left in the rain")
    assert "Mei" not in card.text
    await heard(table, home)
    await table.sees("Mei", PRIVATE, "The group has spoken about")
    await table.taps("Mei", PRIVATE, "It no longer weighs")

    told = await table.sees("Omar", home, "no longer weighs on whoever raised it")
    assert "Mei" not in told.text


async def test_named_if_they_wish(table: Table) -> None:
    """Whoever wants to stand by it is named."""
    home = await agreed_group(table)

    await raised(table, "Mei", "With my name")

    await table.sees("Omar", home, "Something weighs on Mei: The tools were left in the rain")


async def test_then_neighbours_without_ties_drawn_by_lot(table: Table) -> None:
    """If the group consents, people of other groups who said yes to being asked read it without names and advise."""
    home = await agreed_group(table)
    park = await table.room("Park", *OTHERS)
    await table.forms(park, OTHERS, SECOND)
    for person in (*OTHERS, "Omar"):
        await table.says(person, PRIVATE, "/advise")
        await table.taps(person, PRIVATE, "Yes, you may ask me")
    await raised(table, "Mei")
    await table.sees("Omar", home, "Something weighs on one of us")
    await heard(table, home)
    await table.taps("Mei", PRIVATE, "Ask neighbours for advice")
    for person in THREE:
        await table.sees(person, home, "Shall we ask neighbours for advice")
        await table.taps(person, home, "Fine")
    await table.sees("Omar", home, "Neighbours are drawn by lot")

    asked = await table.sees("Ana", PRIVATE, "A small group would like advice")
    assert "Repair" not in asked.text
    assert await table.counts("Omar", PRIVATE, "A small group would like advice") == 0
    await table.taps("Ana", PRIVATE, "I read it")
    shown = await table.sees("Ana", PRIVATE, "The tools were left in the rain", "What would you advise them?")
    assert "Mei" not in shown.text
    await table.says("Ana", PRIVATE, "build a small shed together")

    told = await table.sees("Omar", home, "A neighbour advises", "build a small shed together")
    assert "Ana" not in told.text
    await table.passes(timedelta(days=8))
    await table.sees("Mei", PRIVATE, "The neighbours have said what they could")
    await table.taps("Mei", PRIVATE, "Propose a remedy")
    await table.sees("Mei", PRIVATE, "What would you like your group to decide?")
    await table.says("Mei", PRIVATE, "We build a shed")
    await table.sees("Omar", home, "Can we live with this? We build a shed")


async def test_no_neighbour_is_asked_without_the_groups_word(table: Table) -> None:
    """What a group speaks about is its own: one who would rather not is enough, and it stays inside."""
    home = await agreed_group(table)
    park = await table.room("Park", *OTHERS)
    await table.forms(park, OTHERS, SECOND)
    await table.says("Ana", PRIVATE, "/advise")
    await table.taps("Ana", PRIVATE, "Yes, you may ask me")
    await raised(table, "Mei")
    await table.sees("Omar", home, "Something weighs on one of us")
    await heard(table, home)
    await table.taps("Mei", PRIVATE, "Ask neighbours for advice")
    await table.sees("Lena", home, "Shall we ask neighbours for advice")
    await table.taps("Mei", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.taps("Lena", home, "I can't live with it")
    await table.sees("Lena", PRIVATE, "What would be harmed?")
    await table.says("Lena", PRIVATE, "our quiet")
    await table.sees("Lena", PRIVATE, "what would help?")
    await table.says("Lena", PRIVATE, "talk more")

    await table.sees("Mei", PRIVATE, "would rather keep it to itself")
    assert await table.counts("Ana", PRIVATE, "would like advice") == 0


async def parting_asked(table: Table, home: str) -> None:
    """Let Mei ask the others to go on without Ivo."""
    await raised(table, "Mei")
    await table.sees("Omar", home, "Something weighs on one of us")
    await heard(table, home, FOUR)
    await table.taps("Mei", PRIVATE, "Part")
    await table.taps("Mei", PRIVATE, "Go on without someone")
    await table.sees("Mei", PRIVATE, "Without whom?")
    await table.taps("Mei", PRIVATE, "Ivo")
    await table.sees("Mei", PRIVATE, "I would ask each of the others privately")
    await table.taps("Mei", PRIVATE, "Ask them")


async def test_the_others_go_on_by_the_consent_of_each(table: Table) -> None:
    """Nobody is voted out: the others form anew, the one learns of it when it is done, and both keep the history."""
    home = await agreed_group(table, FOUR)
    await parting_asked(table, home)
    for person in THREE:
        await table.sees(person, PRIVATE, "Going on as a group without Ivo")
        assert await table.counts("Ivo", PRIVATE, "The others go on") == 0
        assert await table.counts("Ivo", home, "without Ivo") == 0
        await table.taps(person, PRIVATE, "Fine")

    await table.sees("Ivo", PRIVATE, "The others go on as a group of their own", "its whole history stay with you")
    await table.sees("Lena", PRIVATE, "3 of you go on as “Repair café”")
    await table.says("Ivo", PRIVATE, "/versions")
    await table.sees("Ivo", PRIVATE, "Version 1 · 1 of 1", "within 2 days")
    await table.says("Lena", PRIVATE, "/versions")
    await table.sees("Lena", PRIVATE, "Version 1 · 1 of 1", "within 2 days")


async def test_one_of_the_others_is_enough_to_stay_together(table: Table) -> None:
    """Where one of them cannot live with it, nothing changes, and the one it was about never hears of it."""
    home = await agreed_group(table, FOUR)
    await parting_asked(table, home)
    await table.sees("Omar", PRIVATE, "Going on as a group without Ivo")
    await table.taps("Lena", PRIVATE, "Fine")
    await table.taps("Mei", PRIVATE, "Fine")
    await table.taps("Omar", PRIVATE, "I can't live with it")
    await table.sees("Omar", PRIVATE, "What would be harmed?")
    await table.says("Omar", PRIVATE, "we belong together")
    await table.sees("Omar", PRIVATE, "what would help?")
    await table.says("Omar", PRIVATE, "a talk")

    await table.sees("Lena", PRIVATE, "Nothing changes, and nobody else hears of it")
    assert await table.counts("Ivo", PRIVATE, "go on") == 0
    await table.says("Ivo", home, "/group")
    shown = await table.sees("Ivo", home, "Repair café · 4 people")
    assert "Being decided" not in shown.text


async def test_three_cannot_go_on_as_two(table: Table) -> None:
    """A group has at least three: where fewer would be left, one may leave, but nobody is left behind."""
    home = await agreed_group(table)
    await raised(table, "Mei")
    await table.sees("Omar", home, "Something weighs on one of us")
    await heard(table, home)
    await table.taps("Mei", PRIVATE, "Part")
    await table.taps("Mei", PRIVATE, "Go on without someone")
    await table.sees("Mei", PRIVATE, "Without whom?")

    await table.taps("Mei", PRIVATE, "Omar")

    await table.sees("Mei", PRIVATE, "At least 3 others are needed")
