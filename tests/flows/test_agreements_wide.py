"""Do three groups that share a line agree: one with one, or all three by a consent of each?"""

from tests.flows.beginnings import beginning
from tests.flows.linked import GARDEN, REPAIR
from tests.flows.table import Table
from tests.flows.test_agreements import AGREE, consents
from tests.flows.test_links_wide import BEES, invites, three
from tests.stage import PRIVATE


@beginning
async def on_one_line(table: Table) -> tuple[str, str, str]:
    """Let the Beehive share the line between the Repair café and the Garden tools. Returns their homes."""
    home, other, hive = await three(table)
    await invites(table, home)
    await table.sees("Ute", hive, "Repair café invites us to share")
    for person in BEES:
        await table.taps(person, hive, "Fine")
    await table.sees("Ivo", other, "Repair café would like to let one more group share our line")
    for person in GARDEN:
        await table.taps(person, other, "Fine")
    await table.sees("Lena", home, "Beehive shares this line now")
    return home, other, hive


async def test_three_groups_agree(table: Table) -> None:
    """Whoever proposes it says what each gives; it stands when all three consent; one ends it for all."""
    home, other, hive = await on_one_line(table)

    await table.says("Lena", home, AGREE)
    await table.sees("Lena", PRIVATE, "With which group?")
    await table.taps("Lena", PRIVATE, "All of us: Garden tools and Beehive")
    await table.sees("Lena", PRIVATE, "What does Garden tools give?")
    await table.taps("Lena", PRIVATE, "As I wrote: an evening at the machine")
    await table.sees("Lena", PRIVATE, "What does Beehive give?")
    await table.says("Lena", PRIVATE, "the honey press in August")

    gifts = (
        "Repair café gives by",
        "one machine mended",
        "Garden tools gives by",
        "an evening at the machine",
        "Beehive gives by",
        "the honey press in August",
    )
    await table.sees("Omar", home, "Can we live with this agreement with Garden tools and Beehive? Text 1", *gifts)
    await table.sees("Ana", other, "Can we live with this agreement with Repair café and Beehive? Text 1", *gifts)
    await table.sees("Kai", hive, "Can we live with this agreement with Repair café and Garden tools? Text 1", *gifts)
    await consents(table, home, REPAIR)
    await table.says("Ivo", other, "/agreements")
    await table.sees("Ivo", other, "a first text is before all of us")
    await consents(table, other, GARDEN)
    assert await table.counts("Lena", home, "Our agreement with Garden tools and Beehive · text 1") == 0
    await consents(table, hive, BEES)

    await table.sees("Lena", home, "Our agreement with Garden tools and Beehive · text 1", *gifts)
    await table.sees("Ivo", other, "Our agreement with Repair café and Beehive · text 1", *gifts)
    await table.sees("Ute", hive, "Our agreement with Repair café and Garden tools · text 1", *gifts)

    await table.lives(31)
    await table.sees("Ute", hive, "We agreed with Repair café and Garden tools that by", "the honey press in August")
    assert await table.counts("Ute", hive, "we give: one machine mended") == 0

    await table.says("Ute", hive, "/agreements")
    await table.taps("Ute", hive, "End: Repair café and Garden tools")
    await table.taps("Ute", PRIVATE, "End it")
    await table.sees("Kai", hive, "Our agreement with Repair café and Garden tools is ended.")
    await table.sees("Lena", home, "Our agreement with Garden tools and Beehive is over: Beehive ended it")
    await table.sees("Ivo", other, "Our agreement with Repair café and Beehive is over: Beehive ended it")


async def test_one_of_three_cannot_live_with_it(table: Table) -> None:
    """One group's objection takes the text off the table in all; two on the line may still agree alone."""
    home, other, hive = await on_one_line(table)
    await table.says("Ivo", other, AGREE)
    await table.taps("Ivo", PRIVATE, "All of us: Repair café and Beehive")
    await table.says("Ivo", PRIVATE, "mending on Saturdays")
    await table.sees("Ivo", PRIVATE, "What does Beehive give?")
    await table.says("Ivo", PRIVATE, "-")
    await table.sees("Kai", hive, "Can we live with this agreement", "mending on Saturdays")
    assert await table.counts("Kai", hive, "Beehive gives") == 0

    await table.taps("Ute", hive, "I can't live with it")
    await table.says("Ute", PRIVATE, "our only free evening")
    await table.says("Ute", PRIVATE, "a morning instead")
    for person in BEES[1:]:
        await table.taps(person, hive, "Fine")

    for person, chat in (("Lena", home), ("Ivo", other)):
        await table.sees(person, chat, "Beehive cannot live with this text")
        await table.sees(person, chat, "Another text took its place")

    await table.says("Ana", other, AGREE)
    await table.taps("Ana", PRIVATE, "Beehive")
    await table.sees("Ute", hive, "Can we live with this agreement with Garden tools? Text 1")
    assert await table.counts("Lena", home, "Can we live with this agreement with Garden tools? Text 1") == 0
    await consents(table, other, GARDEN)
    await consents(table, hive, BEES)
    await table.sees("Ute", hive, "Our agreement with Garden tools · text 1")


async def test_whoever_leaves_the_line_ends_what_all_three_agreed(table: Table) -> None:
    """With the line the agreement of all three goes; the two that stay hear who left."""
    home, other, hive = await on_one_line(table)
    await table.says("Lena", home, AGREE)
    await table.taps("Lena", PRIVATE, "All of us: Garden tools and Beehive")
    await table.taps("Lena", PRIVATE, "As I wrote: an evening at the machine")
    await table.sees("Lena", PRIVATE, "What does Beehive give?")
    await table.taps("Lena", PRIVATE, "As I wrote: an evening at the machine")
    for people, chat in ((REPAIR, home), (GARDEN, other), (BEES, hive)):
        await consents(table, chat, people)
    await table.sees("Ivo", other, "Our agreement with Repair café and Beehive · text 1")

    await table.says("Ute", hive, "/links")
    await table.taps("Ute", hive, "Close: Repair café · Garden tools")

    await table.sees("Lena", home, "Our agreement with Garden tools and Beehive is over: Beehive ended it")
    await table.sees("Ivo", other, "Our agreement with Repair café and Beehive is over: Beehive ended it")
