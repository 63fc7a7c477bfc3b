"""Does a chat hear what is new in the topics it follows, and can it answer right there?"""

from datetime import timedelta

from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE

HOUR = timedelta(hours=1)
SOON = timedelta(seconds=1)


async def follows(table: Table, person: str, chat: str, topic: str = "repair") -> None:
    """Let a chat follow a topic."""
    await table.says(person, chat, f"/follow {topic}")
    await table.sees(person, chat, f"This chat follows “{topic}”", "At most one message a day")


async def test_a_proposal_appears_where_its_topic_is_followed(table: Table) -> None:
    """Every card of a proposal is the same one: seats are taken in any chat and change in all."""
    square = await table.room("Square", "Lena", "Omar")
    yard = await table.room("Yard", "Mei", "Ada")
    await follows(table, "Mei", yard)

    await table.says("Lena", square, "/propose Clock evening | need: lathe, tea | 3-7 people | by 20 May | #ремонт")
    await table.sees("Lena", square, "Clock evening", "1 of 3–7")
    await table.passes(SOON)
    await table.sees("Mei", yard, "Clock evening", "1 of 3–7")
    await table.taps("Mei", yard, "I bring lathe")
    await table.taps("Omar", square, "I bring tea")

    await table.sees("Lena", square, "Mei: lathe", "Omar: tea", "3 of 3–7")
    await table.sees("Ada", yard, "Mei: lathe", "Omar: tea", "3 of 3–7")
    for person, chat in (("Lena", square), ("Mei", yard)):
        assert await table.counts(person, chat, "3 of 3–7") == 1


async def test_one_message_a_day(table: Table) -> None:
    """What comes later the same day waits for the next one and then stands in one digest."""
    square = await table.room("Square", "Lena", "Omar")
    yard = await table.room("Yard", "Mei")
    await follows(table, "Mei", yard)
    await table.says("Lena", square, "/need sewing machine repair | Graz")
    await table.sees("Lena", square, "Needed: sewing machine repair", "Nobody yet. I keep it until")
    await table.passes(SOON)
    await table.sees("Mei", yard, "Needed: sewing machine repair", "Where: Graz")

    await table.says("Lena", square, "/offer bike repair | Linz")
    await table.sees("Lena", square, "Offered: bike repair")
    await table.says("Omar", square, "/need radio repair")
    await table.sees("Omar", square, "Needed: radio repair")
    await table.passes(HOUR)
    assert await table.counts("Mei", yard, "bike repair") == 0
    await table.passes(timedelta(days=1))

    await table.sees("Mei", yard, "New in repair: 2", "Offered: bike repair", "Needed: radio repair")
    await table.taps("Mei", yard, "Look at “radio repair”")
    await table.sees("Mei", yard, "Needed: radio repair", "Nobody yet")


async def test_as_it_comes(table: Table) -> None:
    """A chat that asks for more gets each thing as a card of its own, until it answers one with "stop"."""
    square = await table.room("Square", "Lena")
    yard = await table.room("Yard", "Mei")
    await follows(table, "Mei", yard)
    await table.taps("Mei", yard, "Tell us as it comes")
    await table.sees("Mei", yard, "Each thing as it comes.")

    for what in ("clock repair", "lamp repair"):
        await table.says("Lena", square, f"/need {what}")
        await table.sees("Lena", square, f"Needed: {what}")
        await table.passes(SOON)

        await table.sees("Mei", yard, f"Needed: {what}")
    card = await table.sees("Mei", yard, "Needed: lamp repair")
    await table.stage.replies("Mei", yard, card.id, "stop")
    await table.sees("Mei", yard, "I say nothing unasked any more")
    await table.says("Lena", square, "/need bell repair")
    await table.sees("Lena", square, "Needed: bell repair")
    await table.passes(HOUR)
    await table.passes(timedelta(days=1))

    assert await table.counts("Mei", yard, "bell repair") == 0


async def test_unfollow_at_once(table: Table) -> None:
    """A topic that is no longer followed is not heard of, not even what was waiting."""
    square = await table.room("Square", "Lena")
    yard = await table.room("Yard", "Mei")
    await follows(table, "Mei", yard)
    await table.says("Lena", square, "/need lamp repair")
    await table.passes(SOON)
    await table.sees("Mei", yard, "Needed: lamp repair")
    await table.says("Lena", square, "/need clock repair")
    await table.sees("Lena", square, "Needed: clock repair")
    await table.says("Mei", yard, "/unfollow")
    await table.taps("Mei", yard, "repair")
    await table.sees("Mei", yard, "no longer follows “repair”")
    await table.passes(timedelta(days=2))

    assert await table.counts("Mei", yard, "clock repair") == 0
    await table.says("Mei", yard, "/topics")
    await table.sees("Mei", yard, "follows nothing yet")


async def test_a_topic_says_publicly_how_concentrated_it_is(table: Table) -> None:
    """Anyone can read how many groups a topic has, and in how many of them one person sits."""
    square = await table.room("Square", "Lena", "Omar", "Mei")
    await follows(table, "Lena", square)
    await table.forms(square, ("Lena", "Omar", "Mei"), PROPOSAL)

    await table.says("Omar", square, "/topics")

    await table.sees("Omar", square, "repair: one group, 3 people; nobody is in more than one of them")


async def test_a_platform_shows_what_it_brings(table: Table) -> None:
    """A platform shows its seats, its usual lines, and to whom it passes which need."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/platform making")
    shown = await table.sees("Lena", square if table.stage.messenger.name == "discord" else PRIVATE, "Seats that are")

    assert "Supply" in shown.text
    assert "Lines that such groups often add" in shown.text
