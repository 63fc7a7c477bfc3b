"""Is whoever promised, was asked or fell silent reminded kindly, seldom, and never in a list?"""

from datetime import timedelta

from tests.flows.living import THREE, adds_line, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE, until


async def shows_up(table: Table, person: str, home: str) -> None:
    """Let someone do something in their group, and wait until it has happened."""
    before = await table.counts(person, home, "Repair café · ")
    await table.says(person, home, "/group")
    await until(lambda: _counts(table, person, home, "Repair café · ", before + 1))


async def _counts(table: Table, person: str, chat: str, part: str, least: int) -> bool:
    return await table.counts(person, chat, part) >= least


async def test_nothing_comes_at_night(table: Table) -> None:
    """What falls due at night waits until eight on your own wall."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets by tomorrow 3:00")
    await table.sees("Omar", home, "Lena: order sockets")

    await table.passes(timedelta(hours=18))
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Repair café · 3 people")
    assert await table.counts("Lena", PRIVATE, "You said you would") == 0
    await table.passes(timedelta(hours=4))

    await table.sees("Lena", PRIVATE, "You said you would: “order sockets”")
    assert await table.counts("Lena", PRIVATE, "comes late") == 0


async def test_three_quarters_of_ones_own_time(table: Table) -> None:
    """When three quarters of your own time have passed I mention it once, and when it is due once more; no more."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets | in 4 days")
    await table.sees("Omar", home, "Lena: order sockets")

    await table.passes(timedelta(hours=80))
    await table.sees("Lena", PRIVATE, "You said you would by", "Is it on its way?")
    await table.passes(timedelta(hours=38))
    await table.sees("Lena", PRIVATE, "You said you would: “order sockets”")
    await table.passes(timedelta(days=9))

    assert await table.counts("Lena", PRIVATE, "Is it on its way?") == 1
    assert await table.counts("Lena", PRIVATE, "You said you would: “order sockets”") == 1
    assert await table.counts("Omar", home, "You said you would") == 0


async def test_what_comes_together_is_one_message(table: Table) -> None:
    """Three things in one morning are one message with a short line each; each opens with one tap."""
    home = await agreed_group(table)
    for what, at in (("order sockets", "12:00"), ("bake bread", "12:20"), ("fetch the keys", "12:40")):
        await table.says("Lena", home, f"/promise {what} by tomorrow {at}")
        await table.sees("Omar", home, f"Lena: {what}")

    await table.passes(timedelta(hours=20))  # Six in the morning: all is noticed, and waits for eight.
    assert await table.counts("Lena", PRIVATE, "bake bread") == 0
    await table.passes(timedelta(hours=2))
    await table.sees("Lena", PRIVATE, "3 things came up", "order sockets", "bake bread", "fetch the keys")
    assert await table.counts("Lena", PRIVATE, "bake bread") == 1
    await table.taps("Lena", PRIVATE, "Open 2")
    await table.taps("Lena", PRIVATE, "Done")

    await table.sees("Lena", PRIVATE, "“bake bread” is done. Thank you.")


async def test_after_downtime_one_message_says_that_it_is_late(table: Table) -> None:
    """After days of downtime what is late comes as one message and says so; what is past its use does not come."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets | in 2 days")
    await table.says("Lena", home, "/promise bake bread | in 3 days")
    await table.sees("Omar", home, "Lena: bake bread")

    await table.passes(timedelta(days=5))
    await table.sees("Lena", PRIVATE, "I was away", "These 2 things are late", "order sockets", "bake bread")

    assert await table.counts("Lena", PRIVATE, "Is it on its way?") == 0
    assert await table.counts("Lena", PRIVATE, "bake bread") == 1


async def test_stop_is_obeyed_at_once_in_any_language(table: Table) -> None:
    """ "Stop", in any language, is obeyed at once; one tap brings reminders back."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets | in 2 days")
    await table.sees("Omar", home, "Lena: order sockets")

    await table.says("Lena", PRIVATE, "Хватит.")
    await table.sees("Lena", PRIVATE, "I say nothing unasked any more")
    await table.passes(timedelta(days=3))
    assert await table.counts("Lena", PRIVATE, "You said you would") == 0
    await table.taps("Lena", PRIVATE, "As usual")
    await table.sees("Lena", PRIVATE, "nothing between 22:00 and 8:00")
    await table.says("Lena", home, "/promise bake bread | in 2 days")
    await table.sees("Omar", home, "Lena: bake bread")
    await table.passes(timedelta(days=3))

    await table.sees("Lena", PRIVATE, "You said you would: “bake bread”")


async def test_quiet_hours_of_ones_own(table: Table) -> None:
    """`/quiet` takes hours, a day or a word; hours that leave no time at all are not taken."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/promise order sockets by tomorrow 9:00")
    await table.sees("Omar", home, "Lena: order sockets")

    await table.says("Lena", PRIVATE, "/quiet 8-22")
    await table.sees("Lena", PRIVATE, "leave no time of day at all")
    await table.says("Lena", PRIVATE, "/quiet 20-11")
    await table.sees("Lena", PRIVATE, "nothing unasked between 20:00 and 11:00")
    await table.passes(timedelta(hours=24))
    await table.says("Lena", PRIVATE, "/quiet")
    await table.sees("Lena", PRIVATE, "between 20:00 and 11:00", "You can also write")
    assert await table.counts("Lena", PRIVATE, "You said you would") == 0
    await table.passes(timedelta(hours=1))

    await table.sees("Lena", PRIVATE, "You said you would: “order sockets”")


async def test_a_group_has_quiet_hours_of_its_own(table: Table) -> None:
    """In the hours a group agreed on, nothing is said on its behalf, neither to one of them nor in the room."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "Quiet hours", words="from 20 to 13")
    await table.says("Lena", home, "/promise order sockets by tomorrow 9:00")
    await table.sees("Omar", home, "Lena: order sockets")
    await table.says("Lena", home, "/weekly every Saturday 9:30")
    await table.sees("Omar", home, "Once a week you get four lines")

    await table.passes(timedelta(hours=26, minutes=45))
    await table.says("Lena", home, "/group")
    await table.sees("Lena", home, "Repair café · 3 people")
    assert await table.counts("Lena", PRIVATE, "You said you would: “order sockets”") == 0
    assert await table.counts("Lena", home, "Nobody is away") == 0
    await table.passes(timedelta(minutes=20))

    await table.sees("Lena", PRIVATE, "You said you would: “order sockets”")
    await table.sees("Omar", home, "Nobody is away")


async def test_a_chat_can_be_quiet_too(table: Table) -> None:
    """Anyone may quieten a chat for all, and anyone may take it back."""
    home = await agreed_group(table)

    await table.says("Omar", home, "/quiet until 20 July")
    await table.taps("Omar", PRIVATE, "For this chat")
    await table.sees("Lena", home, "I say nothing unasked until", "July 20")
    await table.passes(timedelta(days=40))
    assert await table.counts("Lena", home, "we read our contract again") == 0
    await table.taps("Lena", home, "As usual")

    await table.sees("Mei", home, "nothing between 22:00 and 8:00")


async def test_the_group_sees_what_was_said_on_its_behalf(table: Table) -> None:
    """`/reminders` counts and names nobody; each thing less often, or none, is one tap away, and so is the way back."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet on Tuesdays")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 3 have spoken")
    await table.passes(timedelta(hours=25))
    await table.sees("Omar", home, "1 of 3 have spoken; the others have time until")
    await table.passes(timedelta(hours=21))
    line = "We said: “We answer each other within 2 days.”"
    asked = await table.sees("Omar", PRIVATE, "waiting for your voice", line)
    assert asked.text.count("We said") == 1

    await table.says("Lena", home, "/reminders")
    seen = await table.sees("Lena", PRIVATE, "A voice that was missing", "privately to 2", "We answer each other")
    assert "Omar" not in seen.text
    assert "Mei" not in seen.text
    await table.taps("Lena", PRIVATE, "Less")
    await table.sees("Mei", home, "each thing once at most")
    await table.taps("Mei", home, "As before")
    await table.sees("Omar", home, "I remind us as before")
    await table.taps("Lena", PRIVATE, "Stop")
    await table.sees("Omar", home, "I say nothing unasked on our behalf")
    await table.passes(timedelta(hours=24))

    assert await table.counts("Omar", home, "still missing") == 0


async def test_later_and_no_more(table: Table) -> None:
    """ "Later" says it once more a day later; "Stop reminding me" ends it; whoever answered hears nothing."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet on Tuesdays")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 3 have spoken")
    await table.passes(timedelta(hours=46))

    await table.taps("Omar", PRIVATE, "Later")
    await table.sees("Omar", PRIVATE, "I'll say it once more")
    await table.taps("Mei", PRIVATE, "Change the line")
    await table.sees("Mei", PRIVATE, "contract, version 1", "within 2 days")
    await table.taps("Mei", PRIVATE, "Stop reminding me")
    await table.sees("Mei", PRIVATE, "I won't mention this again")
    await table.passes(timedelta(days=2))

    await table.sees("Lena", home, "We said: “We answer each other within 2 days.”", "2 voices are still missing")
    assert await table.counts("Omar", PRIVATE, "waiting for your voice") == 2
    assert await table.counts("Mei", PRIVATE, "waiting for your voice") == 1
    assert await table.counts("Lena", PRIVATE, "waiting for your voice") == 0


async def test_a_silent_member_is_asked_and_stays(table: Table) -> None:
    """Whoever is silent for three weeks is asked privately whether they are still here; one tap is enough."""
    home = await agreed_group(table)
    await table.passes(timedelta(days=15))
    for person in ("Lena", "Omar"):
        await shows_up(table, person, home)

    await table.passes(timedelta(days=7))
    await table.sees("Mei", PRIVATE, "Are you still with us?")
    assert await table.counts("Lena", PRIVATE, "Are you still with us?") == 0
    assert await table.counts("Lena", home, "still with us") == 0
    await table.taps("Mei", PRIVATE, "I am still here")

    await table.sees("Mei", PRIVATE, "Good that you are here")


async def test_a_silent_seat_opens_and_comes_back(table: Table) -> None:
    """After one question and one repeat the seat is open, and nobody is named; one tap brings it back."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "When someone is silent", words="10")
    await table.says("Mei", home, "/promise bake bread by 30 August")
    await table.sees("Lena", home, "Mei: bake bread")
    for days in (5, 6, 7, 8):
        await table.passes(timedelta(days=days))
        for person in ("Lena", "Omar"):
            await shows_up(table, person, home)

    await table.sees("Lena", home, "A seat is open again among us: sewing", "Looking for other hands: bake bread")
    await table.sees("Lena", home, "2 of you are left")
    for number in (1, 2, 3):
        await table.taps("Lena", home, f"Open {number}")
    await table.sees("Lena", home, "2 of you are left", "Seek members")
    assert await table.counts("Mei", PRIVATE, "Are you still with us?") == 2
    await table.taps("Mei", PRIVATE, "I come back")
    await table.sees("Lena", home, "Mei is back and brings sewing.")
    await table.says("Lena", home, "/group")

    await table.sees("Lena", home, "Repair café · 3 people", "Mei: sewing")


async def test_a_silent_group_is_asked_and_sleeps(table: Table) -> None:
    """When all are silent the group is asked at home; asleep it is reminded of nothing, and any word wakes it."""
    home = await agreed_group(table)

    await table.passes(timedelta(days=22))
    await table.sees("Lena", home, "It has been quiet in “Repair café” for 22 days")
    assert await table.counts("Mei", PRIVATE, "Are you still with us?") == 0
    await table.taps("Omar", home, "Sleep")
    await table.sees("Lena", home, "sleeps now")
    await table.passes(timedelta(days=30))
    assert await table.counts("Lena", home, "we read our contract again") == 0
    await table.says("Mei", home, "/group")

    await table.sees("Lena", home, "is awake again")


async def test_nobody_closes_a_group_alone(table: Table) -> None:
    """Closing waits a week in which anyone may go on; a group that nobody wants keeps its record."""
    home = await agreed_group(table)
    await table.passes(timedelta(days=22))

    await table.taps("Omar", home, "Close and keep the record")
    await table.sees("Lena", home, "closes in a week")
    await table.taps("Lena", home, "We go on")
    await table.sees("Omar", home, "We go on. Good.")
    await table.passes(timedelta(days=8))
    assert await table.counts("Lena", home, "is closed") == 0
    await table.taps("Mei", home, "Close and keep the record")
    await until(lambda: _counts(table, "Lena", home, "closes in a week", 2))
    await table.passes(timedelta(days=8))

    await table.sees("Lena", home, "“Repair café” is closed")


async def test_four_lines_a_week(table: Table) -> None:
    """A group that wants it has four lines a week: agreed, due, away, next; one tap ends it."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/weekly every Monday 9:00")
    await table.sees("Omar", home, "Once a week you get four lines, first on", "May 4")
    await table.says("Lena", home, "/promise order sockets | in 5 days")
    await table.says("Omar", home, "/decide Meet on Tuesdays")
    for person in THREE:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "Decided: Meet on Tuesdays")

    await table.passes(timedelta(hours=71))
    await table.sees("Mei", home, "Agreed this week: Meet on Tuesdays", "order sockets", "Nobody is away", "Next date")
    await table.taps("Mei", home, "No more weekly notes")
    await table.sees("Lena", home, "There are no more weekly notes")
    await table.passes(timedelta(days=7))

    assert await table.counts("Lena", home, "Nobody is away") == 1
