"""Does a group agree on how it works together, in ninety seconds, and keep that alive?"""

from datetime import timedelta

from tests.flows.living import THREE, agreed_group, formed_group
from tests.flows.table import Table
from tests.stage import PRIVATE


async def test_version_1_needs_everyone(table: Table) -> None:
    """Five lines; version 1 stands when all said fine, not before; then the first task is asked for."""
    home = await formed_group(table)

    await table.sees("Lena", home, "draft of version 1", "within 2 days", "read this again")
    await table.taps("Lena", home, "All fine")
    await table.taps("Omar", home, "All fine")
    await table.sees("Mei", home, "2 of 3 have spoken")
    assert await table.counts("Mei", home, "agreed by all") == 0
    await table.taps("Mei", home, "All fine")

    await table.sees("Lena", home, "Version 1 is agreed by all 3", "What is the first thing to do")
    await table.taps("Omar", home, "I take a first task")
    await table.sees("Omar", home, "What will you do?")
    await table.says("Omar", home, "order sockets")
    await table.sees("Omar", home, "By when will you have done it?")
    await table.says("Omar", home, "in 3 days")
    await table.sees("Mei", home, "Omar: order sockets, by")


async def test_a_changed_line_is_seen_anew_by_all(table: Table) -> None:
    """Whoever changes a line puts the draft before everyone again; an earlier fine does not count for it."""
    home = await formed_group(table)
    await table.taps("Omar", home, "All fine")
    await table.sees("Lena", home, "1 of 3 have spoken")

    await table.taps("Lena", home, "Change a line")
    await table.taps("Lena", PRIVATE, "1. We answer each other within 2 days.")
    await table.sees("Lena", PRIVATE, "How should it read?")
    await table.says("Lena", PRIVATE, "We answer within 4 days, weekends are free")
    await table.sees("Omar", home, "weekends are free", "0 of 3 have spoken")
    await table.agrees(home, THREE)

    await table.says("Mei", home, "/contract")
    await table.sees("Mei", home, "contract, version 1", "weekends are free", "Agreed by")


async def test_an_added_line(table: Table) -> None:
    """A line of the group's own joins the five."""
    home = await formed_group(table)

    await table.taps("Mei", home, "Add a line")
    await table.sees("Mei", PRIVATE, "Which line shall we add?")
    await table.says("Mei", PRIVATE, "We bring our own cups")

    await table.sees("Lena", home, "6. We bring our own cups")


async def test_a_promise_is_asked_for_when_it_is_due(table: Table) -> None:
    """At the due time, privately, with four answers; nothing in the room."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets by 8 May")
    await table.sees("Omar", home, "Lena: order sockets, by")

    await table.passes(timedelta(days=8))
    await table.sees("Lena", PRIVATE, "You said you would: “order sockets”")
    await table.taps("Lena", PRIVATE, "+2 days")
    await table.sees("Lena", PRIVATE, "now has time until")
    await table.passes(timedelta(days=3))
    await table.taps("Lena", PRIVATE, "Can someone take it?")
    await table.sees("Omar", home, "Looking for other hands: order sockets")
    await table.taps("Omar", home, "I take it")
    await table.sees("Lena", home, "Omar: order sockets, by")
    await table.passes(timedelta(days=3))
    await table.taps("Omar", PRIVATE, "Done")

    await table.sees("Omar", PRIVATE, "“order sockets” is done. Thank you.")
    assert await table.counts("Omar", home, "You said you would") == 0


async def test_stop_reminding(table: Table) -> None:
    """Who does not want to be reminded of a promise is not; the promise stays visible."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets by 8 May")
    await table.sees("Mei", home, "Lena: order sockets")
    await table.passes(timedelta(days=8))

    await table.taps("Lena", PRIVATE, "Stop reminding me")
    await table.sees("Lena", PRIVATE, "I won't mention")
    await table.passes(timedelta(days=9))

    assert await table.counts("Lena", PRIVATE, "You said you would") == 1
    await table.says("Mei", home, "/group")
    await table.sees(
        "Mei", home, "Repair café · 3 people", "Omar: electronics", "Lena: order sockets", "contract again"
    )


async def test_a_decision_with_a_worry(table: Table) -> None:
    """Fine, fine with a worry: agreed, and the worry stands beside it."""
    home = await agreed_group(table)

    await table.says("Lena", home, "/decide Meet at the library until August")
    await table.sees("Mei", home, "Can we live with this? Meet at the library until August", "0 of 3")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine, with a worry")
    await table.sees("Omar", PRIVATE, "What is your worry?")
    await table.says("Omar", PRIVATE, "it closes at six")
    await table.sees("Mei", home, "2 of 3 have spoken")
    await table.passes(timedelta(hours=46))  # Not at 22:00, when the reminder is due, but in the morning.
    await table.sees("Mei", PRIVATE, "waiting for your voice")
    assert await table.counts("Lena", PRIVATE, "waiting for your voice") == 0
    await table.taps("Mei", home, "Fine")

    await table.sees("Lena", home, "Agreed: 2 fine, one with a worry", "it closes at six")
    await table.sees("Lena", home, "Decided: Meet at the library until August")


async def test_one_who_cannot_live_with_it(table: Table) -> None:
    """An objection says what is harmed and what would help; who asked revises, and all are asked anew."""
    home = await agreed_group(table)

    await table.says("Lena", home, "/decide Meet at seven in the morning")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.taps("Mei", home, "I can't live with it")
    await table.sees("Mei", PRIVATE, "What would be harmed?")
    await table.says("Mei", PRIVATE, "my sleep")
    await table.sees("Mei", PRIVATE, "what would help?")
    await table.says("Mei", PRIVATE, "ten o'clock")
    await table.sees("Omar", home, "Would be harmed: my sleep", "Would help: ten o'clock")
    await table.taps("Lena", PRIVATE, "Revise")
    await table.sees("Lena", PRIVATE, "be better?")
    await table.says("Lena", PRIVATE, "Meet at ten")
    await table.sees("Mei", home, "Can we live with this? Meet at ten", "0 of 3")
    for person in THREE:
        await table.taps(person, home, "Fine")

    await table.sees("Mei", home, "Decided: Meet at ten")


async def test_the_review_reads_line_by_line(table: Table) -> None:
    """On its date the contract is read again: keep, change or drop, each line by everyone; then all agree anew."""
    home = await agreed_group(table)

    await table.passes(timedelta(days=40))
    await table.sees("Lena", home, "we read our contract again")
    await table.passes(timedelta(days=3))
    for number in (1, 2, 3):
        for person in THREE:
            await table.sees(person, home, f"line {number} of 5")
            await table.taps(person, home, "Keep")
    await table.sees("Mei", home, "line 4 of 5")
    await table.taps("Mei", home, "Change")
    await table.sees("Mei", PRIVATE, "How should it read?")
    await table.says("Mei", PRIVATE, "Anyone may leave and says goodbye")
    for person in ("Lena", "Omar"):
        await table.sees(person, home, "line 4 of 5")
        await table.taps(person, home, "Keep")
    for person in THREE:
        await table.sees(person, home, "line 5 of 5")
        await table.taps(person, home, "Keep")
    await table.sees("Omar", home, "draft of version 2", "says goodbye")
    for person in THREE:
        await table.taps(person, home, "All fine")

    await table.sees("Omar", home, "Version 2 is agreed by all 3")
