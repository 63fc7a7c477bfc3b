"""Is a contract put together line by line, and is whoever speaks to what is over told so?"""

from datetime import timedelta

from core.storage.tables import rounds, versions
from tests.flows.town import Town

THREE = ("lena", "omar", "mei")
ANSWER = "1. We answer each other within 2 days."


def draft(town: Town) -> str:
    """Return the newest draft the group reads."""
    return next(words for _who, words in reversed(town.courier.words) if "draft of version" in words)


async def test_a_first_draft_takes_lines_the_house_acts_on(town: Town) -> None:
    """A rhythm is shown with its dates and may be said differently; a licence is one tap; old drafts take nothing."""
    await town.seats(THREE, agreed=False)
    old = {label: town.key(label) for label in ("Add a line", "Change a line", "All fine")}
    await town.taps("mei", "Add a line")
    await town.taps("mei", "How often we meet")
    assert "How often do you meet" in town.told("mei")
    await town.says("mei", "every Tuesday 19:00")
    assert "The next three would be" in town.told("mei")
    put = town.key_of("mei", "That is it")
    await town.taps("mei", "Say it differently")
    await town.says("mei", "every Monday 18:00")
    await town.taps("mei", "That is it")
    assert "Monday at 18:00" in draft(town)
    assert "Tuesday" not in draft(town)

    await town.taps("lena", "Change a line")
    line = next(shown for shown, _key in reversed(town.courier.labels) if "Monday" in shown)
    await town.taps("lena", line)
    await town.says("lena", "every Friday 17:00")
    assert "The next three would be" in town.told("lena")
    await town.taps("lena", "Say it differently")
    await town.says("lena", "every Sunday 11:00")
    await town.taps("lena", "That is it")
    assert "Sunday at 11:00" in draft(town)
    assert "Monday" not in draft(town)

    await town.taps("omar", "Add a line")
    await town.taps("omar", "Licence of our works")
    await town.taps("omar", "CC-BY-SA-4.0")
    assert "CC-BY-SA-4.0" in draft(town)
    assert "Sunday at 11:00" in draft(town)

    before = await town.rows(rounds, versions)
    for key in old.values():
        await town.taps_old("omar", key)
        assert "already settled" in town.told("omar")
    await town.taps_old("mei", put)
    assert "already settled" in town.told("mei")
    assert await town.rows(rounds, versions) == before
    await town.all_tap(THREE, "All fine")
    assert town.count("", "Version 1 is agreed by all 3") == 1


async def test_whoever_comes_back_may_open_what_was_agreed_once(town: Town) -> None:
    """Not while it is asked already, not after leaving, and not where a newer version binds."""
    await town.seats((*THREE, "ivo"))
    for person in ("mei", "ivo"):
        await town.says(person, "/pause until 3 May")
    await changes(town, ANSWER, "We answer each other within 5 days", "lena", "omar")
    await town.passes(timedelta(days=3))
    accept, reopen = town.key_of("mei", "I can live with it"), town.key_of("mei", "Open it again")
    before_leaving = town.key_of("ivo", "Open it again")
    await town.taps_old("mei", reopen)
    assert "The question is open again" in town.told("mei")
    before = await town.rows(rounds)

    await town.taps_old("mei", reopen)
    assert "already being read" in town.told("mei")
    await town.says("ivo", "/leave")
    await town.taps("ivo", "Leave")
    await town.taps_old("ivo", before_leaving)
    assert "Only members" in town.told("ivo")
    assert len((await town.rows(rounds))[0]) == len(before[0])
    await town.all_tap(THREE, "All fine")
    assert town.count("", "Version 3 is agreed") == 1
    for key in (accept, reopen):
        await town.taps_old("mei", key)
        assert "There is a newer version" in town.told("mei")


async def changes(town: Town, line: str, words: str, *people: str) -> None:
    """Let the first of them change a line, and all of them agree."""
    await town.says(people[0], "/amend")
    await town.taps(people[0], "Change a line")
    await town.taps(people[0], line)
    await town.says(people[0], words)
    await town.all_tap(people, "All fine")


async def test_a_decision_that_needs_no_second_look(town: Town) -> None:
    """Whoever asked may leave it at that; when a day comes and nobody is left, nobody is asked."""
    await town.seats(THREE)
    await town.says("lena", "/decide Sing in the park")
    await town.all_tap(THREE, "Fine")
    month = town.key_of("lena", "In a month")
    await town.taps("lena", "Not needed")
    assert "stands until someone asks" in town.told("lena")
    await town.taps_old("omar", month)
    assert "This one is for Lena" in town.told("omar")
    await town.taps_old("lena", month)
    for person in THREE:
        await town.says(person, "/leave")
        await town.taps(person, "Leave")
    said = len(town.courier.words)

    await town.passes(timedelta(days=40))

    assert not [words for _who, words in town.courier.words[said:] if "Does it still fit" in words]
