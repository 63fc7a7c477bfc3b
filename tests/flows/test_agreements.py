"""Do two groups that have met promise one another something, by a consent of each, and may each end it alone?"""

from datetime import timedelta

from tests.flows.beginnings import beginning
from tests.flows.table import Table
from tests.flows.test_meeting import MENDERS, SEWERS, meet
from tests.stage import PRIVATE, until

AGREE = "/agree one machine mended | get: an evening at the machine | by 1 June | 1 September"


async def consents(table: Table, home: str, people: tuple[str, ...]) -> None:
    """Let everyone of a group say fine to the text."""
    for person in people:
        await table.taps(person, home, "Fine")
    await table.sees(people[0], home, "All of us consent.")


@beginning
async def agreed(table: Table, words: str = AGREE) -> tuple[str, str]:
    """Let both groups meet and agree."""
    menders, sewers = await meet(table)
    await table.says("Lena", menders, words)
    await table.sees("Omar", menders, "Can we live with this agreement with Sewing evenings? Text 1")
    await consents(table, menders, MENDERS)
    await consents(table, sewers, SEWERS)
    await table.sees("Lena", menders, "Our agreement with Sewing evenings · text 1")
    return menders, sewers


async def test_an_agreement_needs_both_groups(table: Table) -> None:
    """The same lines are put to both; it stands when all in both said fine, and not before."""
    menders, sewers = await meet(table)

    await table.says("Lena", menders, AGREE)
    facts = ("Repair café gives by", "one machine mended", "Sewing evenings gives by", "an evening at the machine")
    await table.sees("Omar", menders, "Can we live with this agreement with Sewing evenings? Text 1", *facts)
    await table.sees("Olga", sewers, "Can we live with this agreement with Repair café? Text 1", *facts)
    await consents(table, menders, MENDERS)
    assert await table.counts("Lena", menders, "Our agreement with Sewing evenings") == 0
    await consents(table, sewers, SEWERS)

    await table.sees("Lena", menders, "Our agreement with Sewing evenings · text 1", *facts)
    await table.sees("Olga", sewers, "Our agreement with Repair café · text 1", *facts)


async def test_one_group_cannot_live_with_it(table: Table) -> None:
    """An objection in one group ends the question in the other; why stays where it was said."""
    menders, sewers = await meet(table)
    await table.says("Lena", menders, AGREE)

    await table.taps("Jonas", sewers, "Fine")
    await table.taps("Olga", sewers, "I can't live with it")
    await table.sees("Olga", PRIVATE, "What would be harmed?")
    await table.says("Olga", PRIVATE, "our only free evening")
    await table.sees("Olga", PRIVATE, "And what would help?")
    await table.says("Olga", PRIVATE, "a morning instead")
    await table.taps("Tomas", sewers, "Fine")

    await table.sees("Jonas", sewers, "Someone of us cannot live with it", "our only free evening")
    await table.sees("Lena", menders, "Sewing evenings cannot live with this text")
    await table.sees("Lena", menders, "Another text took its place")
    assert await table.counts("Lena", menders, "our only free evening") == 0


async def test_each_group_is_reminded_of_what_it_gives(table: Table) -> None:
    """A day before, each group is asked about its own gift; who has given is not asked again."""
    menders, sewers = await agreed(table)

    await table.lives(31)
    await table.sees("Lena", menders, "We agreed with Sewing evenings that by", "one machine mended")
    await table.sees("Olga", sewers, "We agreed with Repair café that by", "an evening at the machine")
    assert await table.counts("Lena", menders, "we give: an evening") == 0
    await table.taps("Lena", menders, "Done")
    await table.sees("Lena", menders, "Good. You can tell them")
    await table.taps("Olga", sewers, "+2 days")
    await table.sees("Olga", sewers, "ask again in two days")
    await table.lives(4)

    await until(lambda: _twice(table, "Olga", sewers, "We agreed with Repair café that by"))
    assert await table.counts("Lena", menders, "We agreed with Sewing evenings that by") == 1


async def test_it_is_read_again_in_both_groups(table: Table) -> None:
    """Six weeks later both groups are asked whether it still fits."""
    menders, sewers = await agreed(table)

    for _ in range(4):
        for person in SEWERS:
            await table.says(person, sewers, "/group")
        await table.lives(11, MENDERS, menders)

    await table.sees("Lena", menders, "Today we read our agreement with Sewing evenings again")
    await table.sees("Olga", sewers, "Today we read our agreement with Repair café again")


async def test_it_ends_on_its_day(table: Table) -> None:
    """On the day both named it ends by itself."""
    menders, sewers = await agreed(table, "/agree one machine mended | get: an evening | by 8 May | 18 May")

    await table.lives(18)

    await table.sees("Lena", menders, "held until today and is over now")
    await table.sees("Olga", sewers, "held until today and is over now")
    await table.says("Lena", menders, "/agreements")
    await table.sees("Lena", menders, "We have no agreement with another group yet")


async def test_a_new_text_takes_its_place_by_consent_of_both(table: Table) -> None:
    """Until both consent to text 2, text 1 holds."""
    menders, sewers = await agreed(table)

    await table.says("Olga", sewers, "/agree a whole morning | get: two machines mended | by 1 June | 1 September")
    await table.sees("Lena", menders, "Text 2", "Sewing evenings gives by", "a whole morning", "two machines mended")
    await consents(table, sewers, SEWERS)
    await table.says("Lena", menders, "/agreements")
    await table.sees("Lena", menders, "· text 1", "one machine mended", "A new text is before all of us")
    for person in MENDERS:
        await table.taps(person, menders, "Fine")

    await table.sees("Lena", menders, "· text 2", "a whole morning")
    await table.sees("Olga", sewers, "· text 2", "two machines mended")


async def test_either_side_ends_it_alone(table: Table) -> None:
    """One group ends it at once, after one question; the other is told and need not agree."""
    menders, sewers = await agreed(table)

    await table.says("Olga", sewers, "/agreements")
    await table.taps("Olga", sewers, "End: Repair café")
    await table.taps("Olga", PRIVATE, "End it")

    await table.sees("Tomas", sewers, "Our agreement with Repair café is ended.")
    await table.sees("Lena", menders, "Sewing evenings ended our agreement.")
    await table.passes(timedelta(days=32))
    assert await table.counts("Lena", menders, "that by") == 0


async def test_asked_one_question_at_a_time(table: Table) -> None:
    """Whoever writes only /agree is asked: what we give, what they give, by when, until when, and when late."""
    menders, sewers = await meet(table)

    await table.says("Lena", menders, "/agree")
    await table.sees("Lena", menders, "What does our group give?")
    await table.says("Lena", menders, "one machine mended")
    await table.sees("Lena", menders, "And what does the other group give?")
    await table.says("Lena", menders, "an evening at the machine")
    await table.sees("Lena", menders, "By when does each give it?")
    await table.taps("Lena", menders, "In two weeks")
    await table.sees("Lena", menders, "Until when shall it hold?")
    await table.says("Lena", menders, "1 September")
    await table.sees("Lena", menders, "when someone is going to be late?")
    await table.says("Lena", menders, "we bring cake")

    await table.sees("Olga", sewers, "Text 1", "one machine mended", "we bring cake")


async def _twice(table: Table, person: str, chat: str, part: str) -> bool:
    return await table.counts(person, chat, part) == 2
