"""Is whoever would like to join answered kindly where the group changed meanwhile, filled up, or said no?"""

from dataclasses import replace
from pathlib import Path

from core.messenger.capabilities import Can
from core.storage.tables import group_waiting, members, rounds
from tests.databases import Template
from tests.flows.house import ABLE, SQUARE
from tests.flows.town import Town, town_at

THREE = ("lena", "omar", "mei")
SEVEN = (*THREE, "ivo", "ben", "cleo", "dan")


async def knocks(town: Town, person: str, brings: str = "a drum") -> None:
    """Let someone ask to join with a seat of their own."""
    await town.taps(person, "Ask to join")
    await town.taps(person, "I bring something else")
    await town.says(person, brings)


async def drops_line(town: Town, line: str) -> None:
    """Let Lena ask to drop a line, and all agree."""
    await drop_asked(town, line)
    await town.all_tap(THREE, "All fine")


async def drop_asked(town: Town, line: str) -> None:
    """Let Lena ask to drop a line."""
    await town.says("lena", "/amend")
    await town.taps("lena", "Drop a line")
    label = next(shown for shown, _key in reversed(town.courier.labels) if shown.startswith(line))
    await town.taps("lena", label)


async def test_before_there_is_a_contract_one_waits_and_hears(town: Town) -> None:
    """A group that is still agreeing lets people wait; once it has agreed, the first of them hears; members are in."""
    await town.seats(THREE, agreed=False)
    await town.taps("ana", "Ask to join")
    assert "still agreeing" in town.told("ana")
    await town.taps("omar", "Ask to join")
    assert "You are already in “Choir”" in town.told("omar")

    await town.all_tap(THREE, "All fine")

    (waits,) = await town.rows(group_waiting)
    assert len(waits) == 1
    await town.taps("ana", "Ask to join")
    assert "This is what they agreed on" in town.told("ana") or "is a group of 3" in town.told("ana")


async def test_what_was_read_must_be_what_binds(town: Town) -> None:
    """Whoever read an older version reads the new one before anybody is asked; a no is told without a reason."""
    await town.seats(THREE)
    await town.taps("ana", "Ask to join")
    await drops_line(town, "1. We answer")
    before = await town.rows(rounds)
    await town.taps("ana", "I bring something else")
    await town.says("ana", "a drum")
    assert "is a group of 3" in town.told("ana")
    assert "within 2 days" not in town.told("ana")
    assert await town.rows(rounds) == before

    await town.taps("ana", "I bring something else")
    await town.says("ana", "a drum")
    await town.all_tap(THREE[1:], "Fine")
    await town.blocks("lena")

    assert "is not taking anyone in this time" in town.told("ana")
    assert "our peace" not in town.told("ana")
    assert len((await town.rows(members))[0]) == 3


async def test_a_version_that_changes_twice_is_shown_twice(town: Town) -> None:
    """The seat is theirs who accepts what binds now, also after a no; once the group has ended nobody comes in."""
    await town.seats(THREE)
    knock, fine = town.key("Ask to join"), []
    for newcomer in ("eve", "ana"):
        await knocks(town, newcomer)
        fine.append(town.key("Fine"))
    await drops_line(town, "1. We answer")
    for key in fine:
        for person in THREE:
            await town.taps_old(person, key)
    assert "version 2" in town.told("ana")
    second = town.key_of("ana", "I can live with it")
    await drops_line(town, "1. ")

    await town.taps_old("ana", second)
    assert "version 3" in town.told("ana")
    await town.taps("ana", "Not now")
    assert "The door stays where it is" in town.told("ana")
    assert len((await town.rows(members))[0]) == 3
    await town.taps("ana", "I can live with it")
    assert town.count("ana", "You are in “Choir”") == 1
    await town.taps("ana", "I can live with it")
    assert "You are already in" in town.told("ana")
    assert len((await town.rows(members))[0]) == 4

    for person in (*THREE, "ana"):
        await town.says(person, "/leave")
        await town.taps(person, "Leave")
    for key in (knock, town.key_of("eve", "I can live with it")):
        before = town.count("eve", "This is over")
        await town.taps_old("eve", key)
        assert town.count("eve", "This is over") == before + 1
    assert town.count("eve", "You are in") == 0


async def test_the_ninth_waits_and_a_sixth_seat_is_refused(town: Town) -> None:
    """All said yes to two, but only one of them finds a place; who sits in five places by now cannot take a sixth."""
    await town.seats(SEVEN)
    keys = {}
    for person in ("ana", "eve", "zoe"):
        await knocks(town, person)
        keys[person] = town.key("Fine")
    for number, proposer in enumerate(("zoe", "zoe", "pia", "pia", "tom")):
        await town.says(proposer, f"/propose {WALKS[number]} | need: shoes | 3-7 people | in 2 weeks", SQUARE)
        if proposer != "zoe":
            await town.taps("zoe", "I bring shoes")

    for person in ("zoe", "ana", "eve"):
        for member in SEVEN:
            await town.taps_old(member, keys[person])

    assert "You hold 5 seats" in town.told("zoe")
    assert town.count("ana", "You are in “Choir”") == 1
    assert "has 8 people" in town.told("eve")
    assert len((await town.rows(members))[0]) == 8
    assert len((await town.rows(group_waiting))[0]) == 1


WALKS = ("Chess club", "River cleaning", "Tea tasting", "Night reading", "Bee keeping")


async def test_without_rooms_a_newcomer_is_shown_the_draft(template: Template, tmp_path: Path) -> None:
    """Where a group lives in private messages, whoever comes in reads there what does not bind without their word."""
    async with town_at(template, tmp_path, replace(ABLE, rooms=Can.ABSENT)) as town:
        await town.seats(THREE)
        assert town.count("lena", "lives in private messages") == 1
        await knocks(town, "ana")
        fine = {person: town.key_of(person, "Fine") for person in THREE}
        await drop_asked(town, "1. We answer")
        for person in THREE:
            await town.taps_old(person, fine[person])

        assert town.count("ana", "draft of version 2") == 1
        await town.all_tap(THREE, "All fine")
        assert town.count("lena", "Version 2 is agreed") == 0
        await town.taps("ana", "All fine")
        assert town.count("ana", "Version 2 is agreed by all 4") == 1
