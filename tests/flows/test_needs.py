"""Do a need and an offer find each other, and does nobody learn a name or a no before its time?"""

import asyncio
from datetime import timedelta
from pathlib import Path

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.local_stage import LocalStage
from tests.flows.conftest import laid
from tests.flows.house import START
from tests.flows.table import Table
from tests.stage import PRIVATE, Seen

DAY = timedelta(days=1)
THREE = ("Lena", "Omar", "Mei")


async def test_names_only_after_both_yeses(table: Table) -> None:
    """Who offers is asked first, who needs second; then both have a name and a messenger."""
    square = await table.room("Square", "Lena")
    yard = await table.room("Yard", "Omar")
    await table.says("Omar", yard, "/offer CNC plywood | Graz | evenings")
    await table.sees("Omar", yard, "Offered: CNC plywood", "Where: Graz", "When: evenings")

    await table.says("Lena", square, "/need plywood cut to size | Graz")
    await table.sees("Lena", square, "Needed: plywood cut to size", "Nobody yet. I keep it until")
    asked = await table.sees("Omar", PRIVATE, "Someone needs “plywood cut to size”", "“CNC plywood”", "Where: Graz")
    assert "Lena" not in asked.text
    await table.taps("Omar", PRIVATE, "Yes, let us meet")
    await table.sees("Omar", PRIVATE, "If the other side would like it too")
    second = await table.sees("Lena", PRIVATE, "Someone offers “CNC plywood”")
    assert "Omar" not in second.text
    assert await table.counts("Omar", PRIVATE, "Lena") == 0
    await table.taps("Lena", PRIVATE, "Yes, let us meet")

    await table.sees("Lena", PRIVATE, "you both said yes. Write to Omar on")
    await table.sees("Omar", PRIVATE, "you both said yes. Write to Lena on")
    await table.taps("Lena", PRIVATE, "It is settled")
    await table.sees("Lena", square, "Needed: plywood cut to size", "settled or over")


async def test_one_question_at_a_time(table: Table) -> None:
    """Whoever begins with nothing is asked what, where, when and for topics."""
    square = await table.room("Square", "Lena")
    await table.says("Lena", square, "/need")
    for asked, said in (("What do you need?", "ladder"), ("Where?", "-"), ("When?", "this week"), ("topics", "repair")):
        await table.sees("Lena", square, asked)
        await table.says("Lena", square, said)

    card = await table.sees("Lena", square, "Needed: ladder", "When: this week", "Topics: repair", "May 3")

    assert "Where" not in card.text


async def test_a_card_is_answered_where_it_is_seen(table: Table) -> None:
    """Whoever could help taps; the one who needs is asked privately, without a name."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, "/need ladder | Graz")
    await table.taps("Omar", square, "I could help")
    await table.sees("Omar", square if table.stage.messenger.name == "discord" else PRIVATE, "I ask privately")
    asked = await table.sees("Lena", PRIVATE, "Someone could help with “ladder”")
    assert "Omar" not in asked.text

    await table.taps("Lena", PRIVATE, "Yes, let us meet")

    await table.sees("Lena", PRIVATE, "Write to Omar on")
    await table.sees("Omar", PRIVATE, "Write to Lena on")


async def test_who_said_no_is_not_asked_again(table: Table) -> None:
    """A no is heard by nobody else; the next one who fits is asked."""
    square = await table.room("Square", *THREE)
    await table.says("Omar", square, "/offer plywood sheets | Graz")
    await table.sees("Omar", square, "Offered: plywood sheets")
    await table.passes(timedelta(seconds=1))
    await table.says("Mei", square, "/offer plywood boards | Graz")
    await table.sees("Mei", square, "Offered: plywood boards")
    await table.says("Lena", square, "/need plywood | Graz")
    await table.taps("Omar", PRIVATE, "Not now")
    await table.sees("Omar", PRIVATE, "All right.")

    await table.sees("Mei", PRIVATE, "Someone needs “plywood”")
    await table.passes(timedelta(days=5))

    assert await table.counts("Omar", PRIVATE, "Someone needs") == 1
    assert await table.counts("Mei", PRIVATE, "Someone needs") == 1


async def test_never_this_topic(table: Table) -> None:
    """Who never wants to hear of a topic is not asked of it again, by anyone."""
    square = await table.room("Square", *THREE)
    await table.says("Omar", square, "/offer bike repair | Graz")
    await table.sees("Omar", square, "Offered: bike repair")
    await table.says("Lena", square, "/need bike repair | Graz")
    await table.taps("Omar", PRIVATE, "Never this topic")
    await table.sees("Omar", PRIVATE, "All right.")

    await table.says("Mei", square, "/need bike repair | Graz")
    await table.sees("Mei", square, "Nobody yet")
    await table.passes(timedelta(days=2))

    assert await table.counts("Omar", PRIVATE, "Someone needs") == 1


async def test_kept_when_asked(table: Table) -> None:
    """Before a card ends its owner is asked once, privately; kept, it stays thirty days more, else it goes."""
    square = await table.room("Square", "Lena")
    await table.says("Lena", square, "/need ladder")
    await table.sees("Lena", square, "Needed: ladder", "May 31")
    await table.passes(timedelta(days=23))
    await table.taps("Lena", PRIVATE, "Keep 30 days")
    await table.sees("Lena", square, "Needed: ladder", "June 23")
    await table.lives(31)

    await table.sees("Lena", square, "Needed: ladder", "settled or over")
    assert await table.counts("Lena", PRIVATE, "Do you still want") == 2


async def test_my_cards(table: Table) -> None:
    """Everyone sees what they need and offer, and lets it go with one tap."""
    square = await table.room("Square", "Lena")
    await table.says("Lena", square, "/need ladder")
    await table.sees("Lena", square, "Needed: ladder")
    await table.says("Lena", PRIVATE, "/cards")
    await table.sees("Lena", PRIVATE, "What you need and offer", "Needed: ladder, until")
    await table.taps("Lena", PRIVATE, "Drop “ladder”")

    await table.sees("Lena", square, "settled or over")


async def test_no_way_out_in_the_first_line(table: Table) -> None:
    """Links and handles are not shown to strangers."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/need ladder, write to https://example.org/me")

    place = square if table.stage.messenger.name == "discord" else PRIVATE
    await table.sees("Lena", place, "https://example.org/me")
    assert await table.counts("Lena", square, "Needed") == 0


async def test_materials_are_passed_to_supply(table: Table) -> None:
    """A need that one platform passes on meets the offers of the other."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Omar", square, "/offer Surplus from a warehouse | Graz")
    await table.sees("Omar", square, "Offered: Surplus from a warehouse")

    await table.says("Lena", square, "/need materials | Graz | #woodwork")

    await table.sees("Omar", PRIVATE, "Someone needs “materials”")


async def test_two_groups_are_introduced_by_their_contracts(table: Table) -> None:
    """What is said in a group's home is the group's; when both speakers said yes, each group decides for itself."""
    square = await table.room("Square", *THREE, "Ada", "Ben", "Cem")
    await table.forms(square, THREE)
    ours = await table.home("Lena", "Repair café")
    await table.agrees(ours, THREE)
    proposal = "/propose Wood yard | need: electronics, sewing | 3-7 people | by 20 May"
    await table.forms(square, ("Ada", "Ben", "Cem"), proposal)
    theirs = await table.home("Ada", "Wood yard")
    await table.agrees(theirs, ("Ada", "Ben", "Cem"))
    await table.says("Ada", theirs, "/offer plywood sheets | Graz")
    await table.sees("Ben", theirs, "Offered: plywood sheets")

    await table.says("Lena", ours, "/need plywood | Graz")
    await table.taps("Ada", PRIVATE, "Yes, let us meet")
    await table.taps("Lena", PRIVATE, "Yes, let us meet")
    await table.sees("Lena", PRIVATE, "Now the groups are asked")

    question = await table.sees("Ben", theirs, "plywood", "0 of 3 have spoken")
    assert "Repair café" not in question.text


CALM = 5
CAPPED = [f"/need plywood, lot {number} | Graz" for number in range(3)]


async def test_an_asker_cannot_tell_why_nothing_came(template: Template, tmp_path: Path) -> None:
    """No, silence, a cap and nobody there: the same words at the same times, from the first day to the last."""
    heard = {}
    for world in ("none", "silence", "no", "capped"):
        clock = VirtualClock(START)
        folder = tmp_path / world
        folder.mkdir()
        stage = LocalStage(LocalMessenger(port=None, clock=clock, empty=True), Flavour.MATRIX)
        async with laid(stage, template, folder, clock) as table:
            heard[world] = await _asks(table, world)

    assert any("Do you still want" in words for _day, words in heard["none"])
    for world in ("silence", "no", "capped"):
        assert heard[world] == heard["none"], world


async def _asks(table: Table, world: str) -> list[tuple[int, str]]:
    """Let someone ask in one world, and note what they were shown on which day."""
    yard = await table.room("Yard", "Omar", "Ada", "Ben", "Cem")
    square = await table.room("Square", "Lena")
    if world != "none":
        await table.says("Omar", yard, "/offer plywood sheets | Graz")
        await table.sees("Omar", yard, "Offered: plywood sheets")
    if world == "capped":
        for person, said in zip(("Ada", "Ben", "Cem"), CAPPED, strict=True):
            await table.says(person, yard, said)
            await table.taps("Omar", PRIVATE, "Not now")
    await table.passes(timedelta(seconds=1))
    await table.says("Lena", square, "/need plywood | Graz")
    await table.sees("Lena", square, "Needed: plywood")
    if world == "no":
        await table.taps("Omar", PRIVATE, "Not now")
        await table.sees("Omar", PRIVATE, "All right.")
    shown: list[tuple[int, str]] = []
    for days in (0, 1, 3, 5, 10, 4, 4, 5):
        await table.passes(days * DAY)
        await _settles(table, square)
        for place in (square, PRIVATE):
            shown += [(days, one.text) for one in await _reads(table, "Lena", place)]
    if world != "none":
        expected = {"silence": 1, "no": 1, "capped": 0}[world]
        assert await table.counts("Omar", PRIVATE, "Someone needs “plywood”") >= expected
    return shown


async def _reads(table: Table, person: str, chat: str) -> list[Seen]:
    """Return what the bot shows there, nothing where no chat is open yet."""
    try:
        return [seen for seen in await table.stage.reads(person, chat) if seen.from_bot]
    except LookupError:
        return []


async def _settles(table: Table, place: str) -> None:
    """Wait until nothing more appears before the asker: what was put a moment ago has been sent."""
    before, calm = -1, 0
    while calm < CALM:
        await asyncio.sleep(0.1)
        words = [one.text for chat in (place, PRIVATE) for one in await _reads(table, "Lena", chat)]
        calm, before = (calm + 1 if hash(tuple(words)) == before else 0), hash(tuple(words))


async def test_whoever_is_forgotten_needs_nothing_any_more(table: Table) -> None:
    """With its author a card ends wherever it stands, nobody is asked about it, and so does an open pledge."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, "/need plywood cut to size | Graz")
    await table.sees("Omar", square, "Needed: plywood cut to size", "Nobody yet")
    await table.says("Lena", square, "/pledge Clean the river | at least 12 | by 20 May")
    await table.sees("Omar", square, "Clean the river")

    await table.says("Lena", PRIVATE, "/forget")
    await table.taps("Lena", PRIVATE, "Forget me")

    await table.sees("Omar", square, "Needed: plywood cut to size", "settled or over")
    await table.sees("Omar", square, "Clean the river", "12")
    await table.passes(timedelta(minutes=2))
    await table.says("Omar", square, "/offer CNC plywood | Graz")
    await table.passes(DAY)
    assert await table.counts("Omar", PRIVATE, "plywood cut to size") == 0
