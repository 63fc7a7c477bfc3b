"""Does a concern go no further than whoever raised it wants, whoever taps what, and however late?"""

from datetime import timedelta

from core.storage.tables import advice, groups, rounds
from tests.flows.house import SQUARE
from tests.flows.town import Town

FOUR = ("lena", "omar", "mei", "ivo")
THREE = FOUR[:3]
WILLING = ("ana", "ben", "cleo", "dan", "eve")
LINE = "1. We answer each other within 2 days."


async def heard(town: Town, people: tuple[str, ...], line: str = LINE) -> None:
    """Let Mei bring something to the group, and let all speak about it."""
    await town.says("mei", "/concern")
    await town.taps("mei", line)
    await town.taps("mei", "Bring it to the group")
    await town.says("mei", "The tools were left in the rain")
    await town.taps("mei", "Without my name")
    await town.all_tap(people, "Nothing to add")


async def neighbours_asked(town: Town) -> None:
    """Let the group ask neighbours for advice."""
    await town.taps("mei", "Ask neighbours for advice")
    await town.all_tap(THREE, "Fine")
    await town.passes(timedelta(minutes=1))


async def test_it_may_rest_and_is_nobody_elses(town: Town) -> None:
    """Before it is told it may rest; who has left cannot bring it; what is settled is settled."""
    await town.seats(FOUR)
    await town.says("mei", "/concern 9")
    assert "Which of our lines" in town.told("mei")
    await town.says("mei", "/concern 1")
    assert "First to the person" in town.told("mei")
    await town.taps("mei", "Not now")
    assert "It rests" in town.told("mei")
    assert not await _any_of(town, "concern")

    await heard(town, FOUR, "Something else")
    part = town.key("Part")
    neighbours = town.key("Ask neighbours for advice")
    await town.taps_old("mei", neighbours)
    fine = town.key("Fine")
    await town.taps("mei", "It no longer weighs")
    await town.taps_old("omar", fine)
    assert "already settled" in town.told("omar")
    await town.taps_old("mei", neighbours)
    assert "This is over" in town.told("mei")

    await town.says("ivo", "/concern 1")
    await town.taps("ivo", "Bring it to the group")
    await town.says("mei", "/leave")
    await town.taps("mei", "Leave")
    await town.says("ivo", "/leave")
    await town.taps("ivo", "Leave")
    before = await town.rows(rounds)
    await town.taps_old("mei", part)
    assert "Only members" in town.told("mei")
    await town.says("ivo", "Nobody listens")
    assert await town.rows(rounds) == before


async def _any_of(town: Town, kind: str) -> bool:
    (found,) = await town.rows(rounds)
    return any(kind in row for row in found)


async def test_without_willing_neighbours_the_next_steps_are_offered(town: Town) -> None:
    """Whoever would rather not be asked is not; where nobody is free, the group and the raiser hear it at once."""
    await town.seats(THREE)
    await town.seats(WILLING[:3], "Garden")
    for label in ("Yes, you may ask me", "Better not"):
        await town.says("ana", "/advise")
        await town.taps("ana", label)
    assert "Nobody asks you" in town.told("ana")
    await heard(town, THREE)

    await neighbours_asked(town)

    assert town.count("", "No neighbour without ties is free") == 1
    assert "What would you like?" in town.told("mei")
    assert town.offers("Ask neighbours for advice") == 1
    assert town.count("ana", "would like advice") == 0


async def test_who_cannot_advise_is_replaced_and_three_are_enough(town: Town) -> None:
    """Another is drawn for whoever has no time; the third advice ends the waiting; nobody advises twice."""
    await town.seats(THREE)
    await town.seats(WILLING, "Garden")
    for person in WILLING:
        await town.says(person, "/advise")
        await town.taps(person, "Yes, you may ask me")
    await heard(town, THREE)
    await neighbours_asked(town)
    asked = [person for person in WILLING if town.count(person, "would like advice")]
    assert len(asked) == 3

    declined = asked[0]
    yes = {person: town.key_of(person, "I read it") for person in asked}
    await town.taps(declined, "Not now")
    assert "Nobody hears that you were asked" in town.told(declined)
    await town.passes(timedelta(minutes=1))
    now = [person for person in WILLING if person not in asked and town.count(person, "would like advice")]
    assert len(now) == 1
    await town.taps_old(declined, yes[declined])
    assert "This is over" in town.told(declined)

    for person in (*asked[1:], *now):
        assert town.count("mei", "neighbours have said") == 0
        await town.taps(person, "I read it")
        assert "The tools were left in the rain" in town.told(person)
        await town.says(person, f"as {person} says")
        assert town.count("", f"as {person} says") == 1
    assert town.count("mei", "neighbours have said") == 1

    await town.taps_old(asked[1], yes[asked[1]])
    assert "This is over" in town.told(asked[1])
    await town.taps("mei", "It no longer weighs")
    await town.taps_old(asked[2], yes[asked[2]])
    assert "This is over" in town.told(asked[2])
    (given,) = await town.rows(advice)
    assert len(given) == 4
    await town.passes(timedelta(days=8))
    assert town.count("mei", "neighbours have said") == 1


async def test_where_all_neighbours_decline_nobody_waits_in_vain(town: Town) -> None:
    """With nobody left to ask, the group hears it and the raiser may go on, at once and once."""
    await town.seats(THREE)
    await town.seats(WILLING[:3], "Garden")
    for person in WILLING[:3]:
        await town.says(person, "/advise")
        await town.taps(person, "Yes, you may ask me")
    await heard(town, THREE)
    await neighbours_asked(town)

    for person in WILLING[:3]:
        assert town.count("", "No neighbour without ties is free") == 0
        await town.taps(person, "Not now")
        assert "Nobody hears that you were asked" in town.told(person)
    assert town.count("", "No neighbour without ties is free") == 1
    assert town.count("mei", "What would you like?") == 2
    await town.passes(timedelta(days=8))
    assert town.count("mei", "The neighbours have said") == 1


async def reform_asked(town: Town) -> None:
    """Let Mei ask the others whether to go on without Ivo."""
    await town.taps("mei", "Part")
    await town.taps("mei", "Go on without someone")
    await town.taps("mei", "Ivo")
    await town.taps("mei", "Ask them")


async def test_what_was_open_ends_and_what_was_promised_goes_along(town: Town) -> None:
    """Whoever forms anew takes promises along and leaves open questions; it is asked once at a time."""
    await town.seats(FOUR)
    await heard(town, FOUR)
    await town.says("omar", "/promise order music by 8 May")
    await town.says("ivo", "/promise find a room by 8 May")
    await town.says("lena", "/decide Sing on Sundays")
    await town.says("omar", "/pause until 3 May")
    await reform_asked(town)
    ask = town.key("Ask them")
    await town.taps_old("mei", ask)
    assert "already taken" in town.told("mei")

    await town.all_tap(THREE, "Fine")

    assert town.count("ivo", "The others go on") == 1
    await town.says("omar", "/group")
    assert "order music" in town.told("omar")
    assert "3 people" in town.told("omar")
    assert "find a room" not in town.told("omar")
    assert "Sing on Sundays" not in town.told("omar")
    await town.says("ivo", "/group")
    assert "find a room" in town.told("ivo")
    assert "Sing on Sundays" not in town.told("ivo")
    await town.taps_old("mei", ask)
    assert "Only members" in town.told("mei")


async def test_a_group_that_changed_meanwhile_is_another_question(town: Town) -> None:
    """Where somebody came in while the others were asked, nothing happens, and only those asked hear that."""
    await town.seats(FOUR)
    await heard(town, FOUR)
    await reform_asked(town)
    await town.all_tap(("lena", "omar"), "Fine")
    fine = town.key_of("mei", "Fine")
    await town.taps("ana", "Ask to join")
    await town.taps("ana", "I bring something else")
    await town.says("ana", "a drum")
    await town.all_tap(FOUR, "Fine")
    assert town.count("ana", "You are in") == 1
    before = await town.rows(groups)

    await town.taps_old("mei", fine)

    for person in THREE:
        assert town.count(person, "it would be another question now") == 1
    assert town.count("ivo", "without") == 0
    assert await town.rows(groups) == before
    await town.says("ivo", "/group", SQUARE)
    assert "5 people" in town.told("ivo") or town.count("", "5 people")
