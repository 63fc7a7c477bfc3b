"""Does the contract change line by line, with everyone's word, and stay readable in every version?"""

from datetime import timedelta

from core.contract.history import fold, later
from core.messenger.events import ChatRef
from tests.flows.living import THREE, agreed_before, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE


async def change_first_line(table: Table, home: str, person: str, words: str, before: int = 2) -> None:
    """Let someone ask to say the first line differently, which so far gives so many days."""
    await table.says(person, home, "/amend")
    await table.sees(person, PRIVATE, "contract, version", f"within {before} days")
    await table.taps(person, PRIVATE, "Change a line")
    dot = "." if before == 2 else ""
    await table.taps(person, PRIVATE, f"1. We answer each other within {before} days{dot}")
    await table.sees(person, PRIVATE, "How should it read?")
    await table.says(person, PRIVATE, words)


async def test_only_the_difference_is_asked_and_the_old_version_binds(table: Table) -> None:
    """The card shows what would change and whom it would bind; until all agreed, the old version holds."""
    home = await agreed_group(table)

    await change_first_line(table, home, "Lena", "We answer each other within 5 days")

    card = await table.sees("Omar", home, "draft of version 2", "becomes “We answer each other within 5 days”")
    assert "read this again" not in card.text
    assert "Would bind" in card.text
    assert "Mei" in card.text
    await table.taps("Lena", home, "All fine")
    await table.taps("Omar", home, "All fine")
    await table.sees("Omar", home, "2 of 3 have spoken")
    await table.says("Omar", home, "/contract")
    await table.sees("Omar", home, "contract, version 1", "within 2 days")
    await table.taps("Mei", home, "All fine")
    await table.sees("Omar", home, "Version 2 is agreed by all 3")
    await table.says("Omar", home, "/contract")
    await table.sees("Omar", home, "contract, version 2", "within 5 days")


async def test_one_who_cannot_live_with_an_amendment(table: Table) -> None:
    """One objection is enough: the old version goes on to bind, and whoever asked may try other words."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Drop a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 2 days.")
    await table.sees("Mei", home, "No longer: “We answer each other within 2 days")

    await table.taps("Lena", home, "All fine")
    await table.taps("Omar", home, "All fine")
    await table.taps("Mei", home, "I can't live with it")
    await table.sees("Mei", PRIVATE, "What would be harmed?")
    await table.says("Mei", PRIVATE, "our peace")
    await table.sees("Mei", PRIVATE, "what would help?")
    await table.says("Mei", PRIVATE, "leave it in")

    await table.sees("Omar", home, "Version 1 goes on to bind")
    await table.taps("Lena", PRIVATE, "Try other words")
    await table.sees("Lena", PRIVATE, "contract, version 1")


async def test_a_review_waits_until_a_draft_is_settled(table: Table) -> None:
    """Where a draft is open on the date of the review, the contract is read again once that is over."""
    home = await agreed_group(table)
    await table.passes(timedelta(days=40))
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Drop a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 2 days.")
    await table.sees("Mei", home, "No longer: “We answer each other within 2 days")
    await table.passes(timedelta(days=3))
    await table.says("Lena", home, "/review")
    await table.sees("Lena", PRIVATE, "already being read")
    assert await table.counts("Mei", home, "line 1 of 5") == 0
    await table.taps("Lena", home, "All fine")
    await table.taps("Omar", home, "All fine")
    await table.taps("Mei", home, "I can't live with it")
    await table.sees("Mei", PRIVATE, "What would be harmed?")
    await table.says("Mei", PRIVATE, "our peace")
    await table.sees("Mei", PRIVATE, "what would help?")
    await table.says("Mei", PRIVATE, "leave it in")
    await table.sees("Omar", home, "Version 1 goes on to bind")

    await table.passes(timedelta(days=1))

    await table.sees("Mei", home, "line 1 of 5")


async def test_a_rhythm_is_confirmed_with_its_next_dates(table: Table) -> None:
    """How often we meet is said in plain words, shown back with three dates, and then put to everyone."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Add a line")
    await table.taps("Lena", PRIVATE, "How often we meet")
    await table.sees("Lena", PRIVATE, "How often do you meet?")
    await table.says("Lena", PRIVATE, "whenever we like")
    await table.sees("Lena", PRIVATE, "I need a day and an hour")
    await table.says("Lena", PRIVATE, "first Monday of the month at 18:30")

    await table.sees("Lena", PRIVATE, "first Monday of the month", "The next three would be")
    await table.taps("Lena", PRIVATE, "That is it")
    await table.sees("Mei", home, "New: “We meet on the first Monday of the month at 18:30")
    for person in THREE:
        await table.taps(person, home, "All fine")
    await table.sees("Mei", home, "Version 2 is agreed by all 3")
    await table.says("Mei", home, "/group")
    await table.sees("Mei", home, "Next dates")


async def test_a_line_that_is_chosen(table: Table) -> None:
    """A licence, what silence means or what comes before joining is chosen with one tap."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Add a line")
    await table.taps("Lena", PRIVATE, "Licence of our works")
    await table.taps("Lena", PRIVATE, "CC-BY-SA-4.0")

    await table.sees("Mei", home, "for everyone, under CC-BY-SA-4.0")


async def test_every_version_is_readable(table: Table) -> None:
    """Each version is there with who agreed and when, page by page, and says what changed with it."""
    home = await agreed_group(table)
    for number, days, before in ((2, 5, 2), (3, 6, 5)):
        await change_first_line(table, home, "Lena", f"We answer each other within {days} days", before)
        for person in THREE:
            await table.sees(person, home, f"draft of version {number}")
            await table.taps(person, home, "All fine")
        await table.sees("Lena", home, f"Version {number} is agreed by all 3")

    await table.says("Mei", PRIVATE, "/versions")
    await table.sees("Mei", PRIVATE, "Version 3 · 3 of 3", "within 6 days", "What changed with it", "Agreed by")
    await table.taps("Mei", PRIVATE, "Earlier version")
    await table.sees("Mei", PRIVATE, "Version 2 · 2 of 3", "within 5 days")
    await table.taps("Mei", PRIVATE, "Earlier version")
    await table.sees("Mei", PRIVATE, "Version 1 · 1 of 3", "within 2 days")
    await table.says("Mei", PRIVATE, "/versions 2")
    assert await table.counts("Mei", PRIVATE, "Version 2 · 2 of 3") >= 1


async def test_the_history_told_again_is_what_is_stored(table: Table) -> None:
    """After changes, an absence and a newcomer's yes, the events alone make every version again."""
    square, home = await agreed_before(table, "Ana")
    await change_first_line(table, home, "Lena", "We answer each other within 5 days")
    for person in THREE:
        await table.sees(person, home, "draft of version 2")
        await table.taps(person, home, "All fine")
    await table.sees("Lena", home, "Version 2 is agreed by all 3")
    await table.says("Mei", PRIVATE, "/pause until 20 May")
    await table.sees("Lena", home, "Mei is away until")
    await table.says("Lena", home, "/amend")
    await table.sees("Lena", PRIVATE, "contract, version 2")
    await table.taps("Lena", PRIVATE, "Drop a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 5 days")
    for person in ("Lena", "Omar"):
        await table.sees(person, home, "draft of version 3")
        await table.taps(person, home, "All fine")
    await table.sees("Omar", home, "Version 3 is agreed by all 2")
    await table.taps("Ana", square, "Ask to join")
    await table.taps("Ana", PRIVATE, "I bring tea")
    for person in THREE:
        await table.sees(person, home, "Ana would like to join")
        await table.taps(person, home, "Fine")
    await table.sees("Ana", PRIVATE, "You are in")

    assert table.store is not None
    async with table.store.read() as work:
        chat = await work.people.find_chat(ChatRef(table.stage.messenger.name, home))
        assert chat is not None
        assert chat.group is not None
        events = await work.histories.of(chat.group)
        assert list(fold(events)) == await work.contracts.versions(chat.group)
        assert [one.number for one in fold(events)] == [1, 2, 3]
        assert [len(one.agreed_by) for one in fold(events)] == [3, 3, 2]
        assert len(later(events)) == 1


async def test_two_changes_are_not_asked_at_once(table: Table) -> None:
    """While one change is being asked, another waits."""
    home = await agreed_group(table)
    await change_first_line(table, home, "Lena", "We answer each other within 5 days")
    await table.sees("Omar", home, "draft of version 2")

    await table.says("Omar", PRIVATE, "/amend")

    await table.sees("Omar", PRIVATE, "The contract is already being read")
