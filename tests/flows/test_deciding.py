"""Does a group decide in the way that fits: by consent, after advice, or with a mere sense check?"""

from collections.abc import Sequence
from datetime import timedelta

from tests.flows.living import THREE, adds_line, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE


async def blocks(table: Table, home: str, person: str, harmed: str, helps: str) -> None:
    """Let someone say that they cannot live with it."""
    await table.taps(person, home, "I can't live with it")
    await table.sees(person, PRIVATE, "What would be harmed?")
    await table.says(person, PRIVATE, harmed)
    await table.sees(person, PRIVATE, "what would help?")
    await table.says(person, PRIVATE, helps)


async def revised_twice(table: Table, home: str, people: Sequence[str] = THREE) -> None:
    """Let Lena ask, and revise twice, and Mei object three times."""
    of_all = len(people)
    await table.says("Lena", home, "/decide Meet at five")
    for before, hour in (("five", "six"), ("six", "seven"), ("seven", "")):
        for person in (one for one in people if one != "Mei"):
            await table.taps(person, home, "Fine")
        await table.sees("Lena", home, f"{of_all - 1} of {of_all} have spoken")
        await blocks(table, home, "Mei", "my sleep", "later")
        await table.sees("Omar", home, "Someone cannot live with it")
        if hour:
            await table.sees("Lena", PRIVATE, f"Someone cannot live with “Meet at {before}”")
            await table.taps("Lena", PRIVATE, "Revise")
            await table.sees("Lena", PRIVATE, "be better?")
            await table.says("Lena", PRIVATE, f"Meet at {hour}")
            await table.sees("Mei", home, f"Can we live with this? Meet at {hour}", f"0 of {of_all}")


async def test_until_august_is_asked_again_in_august(table: Table) -> None:
    """The day is read from the decision's own words; then the same question is asked anew, of everyone."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet at the library until August")
    for person in THREE:
        await table.taps(person, home, "Fine")
    await table.sees("Mei", home, "Decided: Meet at the library until August", "We look at it again on")

    await table.lives(125, THREE, home)

    await table.sees("Mei", home, "Can we live with this? Meet at the library until August", "0 of 3 have spoken")


async def test_whoever_asked_says_when_to_look_again(table: Table) -> None:
    """Where the words name no day, whoever asked is asked for one, and may leave it."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet at the library")
    for person in THREE:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", PRIVATE, "When shall we look at it again?")
    await table.taps("Lena", PRIVATE, "Another day")
    await table.sees("Lena", PRIVATE, "For example: 1 August")
    await table.says("Lena", PRIVATE, "1 June")
    await table.sees("Lena", PRIVATE, "We look at “Meet at the library” again on")

    await table.lives(32, THREE, home)

    await table.sees("Omar", home, "Does it still fit?", "0 of 3")


async def test_a_sense_check_decides_nothing(table: Table) -> None:
    """It only shows how it feels, once all told; whoever asked may then put it as a decision."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Paint the door red | kind: sense")
    await table.sees("Mei", home, "How does this feel? Paint the door red", "Nothing is decided by it")
    await table.taps("Lena", home, "Feels right")
    await table.taps("Omar", home, "Not sure")
    await table.sees("Omar", PRIVATE, "What makes you unsure?")
    await table.says("Omar", PRIVATE, "red is loud")
    await table.sees("Mei", home, "2 of 3 have spoken")
    assert await table.counts("Mei", home, "red is loud") == 0
    await table.taps("Mei", home, "Does not feel right")
    await table.sees("Mei", PRIVATE, "What does not feel right?")
    await table.says("Mei", PRIVATE, "I like it blue")

    await table.sees("Lena", home, "Unsure: red is loud", "Does not feel right: I like it blue", "Nothing is decided")
    assert await table.counts("Lena", home, "Decided:") == 0
    await table.taps("Lena", PRIVATE, "Let us decide")
    await table.sees("Mei", home, "Can we live with this? Paint the door red")


async def test_advice_is_heard_and_then_one_decides(table: Table) -> None:
    """Everyone may advise; whoever asked hears it, decides, and tells the others. Silence holds nobody up."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Which drill shall I buy? | kind: advice")
    await table.sees("Mei", home, "Lena asks for advice: Which drill shall I buy?")
    await table.taps("Omar", home, "I have advice")
    await table.sees("Omar", PRIVATE, "What would you advise?")
    await table.says("Omar", PRIVATE, "the small one")
    await table.sees("Mei", home, "1 of 3 have spoken")

    await table.passes(timedelta(days=2, hours=1))

    await table.sees("Mei", home, "the small one", "1 of 3 have spoken")
    await table.sees("Lena", PRIVATE, "one advice on", "yours to decide")
    await table.taps("Lena", PRIVATE, "I say what I decide")
    await table.sees("Lena", PRIVATE, "What have you decided")
    await table.says("Lena", PRIVATE, "the small one, second hand")
    await table.sees("Mei", home, "Lena heard us and decided: the small one, second hand")
    await table.sees("Lena", PRIVATE, "“the small one, second hand” is decided", "look at it again?")
    await table.taps("Lena", PRIVATE, "In a month")
    await table.sees("Mei", home, "1 of 3 have spoken", "the small one, second hand", "We look at it again on")
    await table.lives(31, THREE, home)
    await table.sees("Omar", home, "Does it still fit?", "the small one, second hand", "0 of 3")


async def test_what_one_decides_after_advice_may_name_its_day(table: Table) -> None:
    """Also where nobody had advice it is theirs to decide; a day in their words is the day of its review."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Which drill shall I buy? | kind: advice")
    await table.sees("Mei", home, "Lena asks for advice")
    await table.passes(timedelta(days=2, hours=1))

    await table.sees("Lena", PRIVATE, "Nobody has advice", "yours to decide")
    await table.taps("Lena", PRIVATE, "I say what I decide")
    await table.sees("Lena", PRIVATE, "What have you decided")
    await table.says("Lena", PRIVATE, "We borrow one until August")

    await table.sees("Mei", home, "Lena heard us and decided: We borrow one until August", "We look at it again on")
    assert await table.counts("Lena", PRIVATE, "is decided. When") == 0


async def test_the_line_that_governs_a_decision_is_quoted(table: Table) -> None:
    """A line of ours that speaks of it stands on the card; else the line on how we decide."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/amend")
    await table.taps("Lena", PRIVATE, "Add a line")
    await table.says("Lena", PRIVATE, "We buy only second hand machines")
    for person in THREE:
        await table.sees(person, home, "New: “We buy only second hand machines”")
        await table.taps(person, home, "All fine")
    await table.sees("Mei", home, "It binds from now on")

    await table.says("Lena", home, "/decide A new sewing machine")
    await table.sees("Mei", home, "A new sewing machine", "We said: “We buy only second hand machines”")
    await table.says("Lena", home, "/decide Tea at five")

    await table.sees("Mei", home, "Tea at five", "We said: “We answer each other within 2 days.”")


async def test_what_harms_someone_is_talked_about_or_let_go(table: Table) -> None:
    """Whoever asked may ask all to talk first, and may let it go; both are said, and nothing is decided."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet at five")
    for person in ("Lena", "Omar"):
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "2 of 3 have spoken")
    await blocks(table, home, "Mei", "my sleep", "later")

    await table.sees("Lena", PRIVATE, "Someone cannot live with “Meet at five”")
    await table.taps("Lena", PRIVATE, "Talk first")
    await table.sees("Mei", home, "Let us talk about “Meet at five” before we decide")
    await table.taps("Lena", PRIVATE, "Withdraw")
    await table.sees("Lena", PRIVATE, "“Meet at five” is withdrawn")

    await table.sees("Mei", home, "Meet at five", "Withdrawn.")
    assert await table.counts("Mei", home, "Decided:") == 0


async def test_silence_keeps_a_decision_open(table: Table) -> None:
    """Without a line about it, the time passes and nothing is decided."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.taps("Lena", home, "Fine")
    await table.taps("Omar", home, "Fine")
    await table.sees("Omar", home, "2 of 3 have spoken")

    await table.lives(30, THREE, home)

    await table.sees("Omar", home, "Silence is not a yes")
    assert await table.counts("Omar", home, "Decided:") == 0


async def test_silence_is_fine_where_a_line_says_so(table: Table) -> None:
    """A group may agree that in decisions, who does not answer in time can live with it; it is said openly."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "What silence means", "Silence is fine, in decisions")
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 3 have spoken")

    await table.passes(timedelta(days=2, hours=1))

    await table.sees("Omar", home, "2 did not answer; by our contract, that is fine")
    await table.sees("Omar", home, "Decided: Meet on Sundays")


async def test_too_few_voices_decide_nothing(table: Table) -> None:
    """Where a quorum is agreed, silence cannot make up for voices that are missing."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "What silence means", "Silence is fine, in decisions")
    await table.says("Lena", home, "/amend")
    await table.sees("Lena", PRIVATE, "contract, version 2")
    await table.taps("Lena", PRIVATE, "Add a line")
    await table.taps("Lena", PRIVATE, "How many must have spoken")
    await table.sees("Lena", PRIVATE, "How many of you must have spoken")
    await table.says("Lena", PRIVATE, "at least 2 of us")
    await table.sees("Mei", home, "New: “A decision stands only when at least 2")
    for person in THREE:
        await table.taps(person, home, "All fine")
    await table.sees("Mei", home, "Version 3 is agreed")
    await table.says("Lena", home, "/decide Meet on Sundays")
    await table.taps("Lena", home, "Fine")
    await table.sees("Omar", home, "1 of 3 have spoken")

    await table.passes(timedelta(days=2, hours=1))

    await table.sees("Omar", home, "Silence is not a yes")
    assert await table.counts("Omar", home, "Decided:") == 0


async def test_after_two_revisions_the_contract_acts(table: Table) -> None:
    """What still harms someone is tried for a while, if that is what we agreed, and then asked again."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "When we stay blocked", "We try it for four weeks")

    await revised_twice(table, home)

    await table.sees("Omar", home, "is tried for 28 days", "So we try “Meet at seven”")
    await table.lives(29, THREE, home)
    await table.sees("Omar", home, "Does it still fit?", "Meet at seven", "0 of 3")


async def test_without_such_a_line_it_rests(table: Table) -> None:
    """Where we agreed on nothing, what still harms someone rests until we read our contract again."""
    home = await agreed_group(table)

    await revised_twice(table, home)

    await table.sees("Omar", home, "“Meet at seven” was revised twice")


async def test_six_who_stay_divided_are_asked_to_become_two(table: Table) -> None:
    """Where our contract says so, the question to become two groups follows by itself, and takes the yes of all."""
    six = (*THREE, "Jonas", "Olga", "Tomas")
    home = await agreed_group(table, six)
    await adds_line(table, home, six, "When we stay blocked", "We become two groups")

    await revised_twice(table, home, six)

    await table.sees("Omar", home, "we become two groups that stay kin", "I ask whether we become two groups")
    await table.sees("Omar", home, "Group 1:", "Group 2:", "0 of 6 have spoken")


async def test_three_who_stay_divided_cannot_become_two(table: Table) -> None:
    """Where no two groups could live, it says so and asks nothing."""
    home = await agreed_group(table)
    await adds_line(table, home, THREE, "When we stay blocked", "We become two groups")

    await revised_twice(table, home)

    await table.sees("Omar", home, "no two groups could live from this one")
    assert await table.counts("Omar", home, "Group 1:") == 0
