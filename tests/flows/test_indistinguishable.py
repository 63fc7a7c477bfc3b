"""Can whoever asked tell a no from a silence, from a group that hears enough already, or from nobody there?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from core.app.meeting.ports import Block
from core.ids import BlockId
from core.messenger.events import AccountRef
from tests.databases import Template
from tests.flows.worlds import START, TOWN, House, Told

MENDERS = ("lena", "omar", "mei")
SEWERS = ("jonas", "olga", "tomas")
OTHERS = tuple((f"{name}a", f"{name}b", f"{name}c") for name in ("garden", "baker", "chess"))
LINE = "We mend machines on Saturdays and often need a seam"

LABELS = {"no": "No", "never this topic": "Never this topic", "never this group": "Never this group"}
ANSWERS = ("no", "silence", "half a yes", "never this topic", "never this group", "capped", "blocked", "nobody")


async def story(template: Template, folder: Path, answer: str) -> list[Told]:
    """Let the menders ask, and the world be as it is; returns all their room was told, with the moments."""
    house = House(template, folder)
    menders = await house.forms(MENDERS, "Repairs", "mending")
    sewers = await house.forms(SEWERS, "Evenings", "sewing" if answer != "nobody" else "astronomy")
    for place, people in enumerate(OTHERS):
        if answer == "capped":
            home = await house.forms(people, f"Circle {'xyz'[place]}", f"circle {'xyz'[place]}")
            await ask(house, people[0], home)
        await house.passes(timedelta(days=1))  # A room is asked one thing a day.
    assert _asked(house, sewers) == (3 if answer == "capped" else 0)
    if answer == "blocked":
        await _block(house)
    before, heard = len(house.transcript(menders)), _asked(house, sewers)

    await ask(house, "lena", menders)
    assert _asked(house, sewers) - heard == (answer not in {"nobody", "blocked", "capped"})
    if answer in LABELS:
        await house.taps("olga", sewers, LABELS[answer])
    if answer == "half a yes":
        await house.taps("olga", sewers, "Yes")
        await house.taps("jonas", sewers, "Yes")
    await house.passes(timedelta(days=5))
    told = [replace(one, chat="the asker's") for one in house.transcript(menders)[before:]]
    await house.close()
    return told


async def ask(house: House, person: str, home: str) -> None:
    """Let someone ask for their group to meet whoever sews."""
    await house.says(person, home, "/meet sewing")
    await house.taps(person, home, "Ask")
    await house.says(person, home, LINE)


async def test_all_are_the_same_to_the_asker(template: Template, tmp_path: Path) -> None:
    """No, silence, a missing voice, never again, a full week, a block and nobody: one transcript, to the letter."""
    told = {answer: await story(template, tmp_path / answer.replace(" ", "-"), answer) for answer in ANSWERS}

    first = told["no"]
    assert [one.at - START for one in first if "Nothing came of" in one.text] == [timedelta(days=3, hours=48)] * 2
    assert {answer for answer in ANSWERS if told[answer] != first} == set()


async def test_a_yes_is_not_the_same(template: Template, tmp_path: Path) -> None:
    """The comparison can tell: a yes shows at once, with the other group's card."""
    house = House(template, tmp_path)
    menders = await house.forms(MENDERS, "Repairs", "mending")
    sewers = await house.forms(SEWERS, "Evenings", "sewing")
    await ask(house, "lena", menders)
    assert not any("Evenings" in one.text for one in house.transcript(menders))

    for person in SEWERS:
        await house.taps(person, sewers, "Yes")

    assert any("Evenings" in one.text for one in house.transcript(menders))
    assert any("Repairs" in one.text for one in house.transcript(sewers))
    await house.close()


def _asked(house: House, home: str) -> int:
    return sum(LINE in one.text and not one.edited for one in house.transcript(home))


async def _block(house: House) -> None:
    async with house.store.write() as work:
        lena = await work.people.find_account(AccountRef(TOWN, "lena", "Lena", "en"))
        olga = await work.people.find_account(AccountRef(TOWN, "olga", "Olga", "en"))
        assert lena is not None
        assert olga is not None
        await work.blocks.put(Block(BlockId("b"), olga.person, lena.person, None, "Lena", START))
