"""Is someone one person on all their messengers, can they read what is kept, and are they forgotten when they wish?"""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.discord_stage import discord_on_loopback
from tests.edges.telegram_stage import playing
from tests.flows.conftest import laid_together
from tests.flows.house import START
from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE, until

Tables = tuple[Table, Table]
THREE = ("Lena", "Omar", "Mei")
ALIKE = "/propose Repair cafe | need: tools | 3-5 people | by 20 May"


@pytest.fixture
async def tables(template: Template, tmp_path: Path) -> AsyncIterator[Tables]:
    """Lay two tables in one house: Telegram and Discord."""
    clock = VirtualClock(START)
    async with (
        playing() as telegram,
        discord_on_loopback() as discord,
        laid_together((telegram, discord), template, tmp_path, clock) as (first, second),
    ):
        yield first, second


async def the_code(table: Table, person: str) -> str:
    """Ask for a code and read it."""
    await table.says(person, PRIVATE, "/link")
    seen = await table.sees(person, PRIVATE, "Your code is ")
    found = re.search(r"Your code is (\w{8})\.", seen.text)
    assert found is not None
    return found.group(1)


async def link(first: Table, second: Table, person: str, other: str) -> None:
    """Let someone link two accounts of theirs, from the first to the second and back."""
    code = await the_code(first, person)
    await second.says(other, PRIVATE, f"/link {code.lower()}")
    await second.sees(other, PRIVATE, "Now confirm it where you got the code")
    await first.sees(person, PRIVATE, f"{other} on Discord typed your code")
    await first.taps(person, PRIVATE, "Yes, that is me")
    await first.sees(person, PRIVATE, f"You and {other} on Discord are one person now")


async def test_two_seats_of_one_person_become_one_seat_and_one_voice(tables: Tables) -> None:
    """Who sits in one group twice is asked before it becomes one; the group hears of it, and waits for one voice."""
    telegram, discord = tables
    square, yard = await telegram.room("Square", *THREE), await discord.room("Yard", "Lenka")
    await telegram.says("Lena", square, PROPOSAL)
    await telegram.taps("Omar", square, "I bring electronics")
    await telegram.taps("Mei", square, "I bring sewing")
    await discord.says("Lenka", yard, ALIKE)
    await discord.taps("Lenka", yard, "Look at “Repair café”")
    await discord.taps("Lenka", yard, "I bring tea")
    await telegram.sees("Lena", square, "4 of 3–7")
    await telegram.taps("Lena", square, "Start")
    for person in THREE[1:]:
        await telegram.taps(person, PRIVATE, "Yes, let's start")
    await discord.taps("Lenka", PRIVATE, "Yes, let's start")
    await telegram.sees("Lena", square, "a group of 4")
    home = await telegram.home("Lena", "Repair café")
    for person in THREE:
        await telegram.taps(person, home, "All fine")
    await telegram.sees("Lena", home, "3 of 4 have spoken")

    code = await the_code(telegram, "Lena")
    await discord.says("Lenka", PRIVATE, f"/link {code}")
    await telegram.sees("Lena", PRIVATE, "You are both in “Repair café”: two seats become one")
    await telegram.taps("Lena", PRIVATE, "Yes, that is me")

    await telegram.sees("Lena", PRIVATE, "In “Repair café” you have one seat and one voice")
    await telegram.sees("Mei", home, "Lena was here twice", "so you are 3")
    await telegram.sees("Mei", home, "agreed by all 3")
    await telegram.says("Mei", home, "/group")
    await telegram.sees("Mei", home, "Repair café · 3 people", "tea")


async def test_whoever_saw_the_code_gets_nothing_without_the_word_of_its_owner(tables: Tables) -> None:
    """A thief types it; Lena is asked and says no; nothing was joined, and the code is void."""
    telegram, discord = tables
    code = await the_code(telegram, "Lena")

    await discord.says("Thief", PRIVATE, f"/link {code}")
    await telegram.taps("Lena", PRIVATE, "No")

    await telegram.sees("Lena", PRIVATE, "Nothing was joined")
    await discord.says("Thief", PRIVATE, f"/link {code}")
    await discord.sees("Thief", PRIVATE, "That code does not fit")
    await discord.says("Thief", PRIVATE, "/mydata")
    mine = await discord.sees("Thief", PRIVATE, "Accounts")
    assert "Lena" not in mine.text


async def test_a_late_code_and_guessing_lead_nowhere(tables: Tables) -> None:
    """After five minutes a code is like any other wrong one; after five wrong ones, one waits."""
    telegram, discord = tables
    code = await the_code(telegram, "Lena")

    await telegram.passes(timedelta(minutes=6))
    await discord.says("Omar", PRIVATE, f"/link {code}")
    await discord.sees("Omar", PRIVATE, "That code does not fit")
    for number in range(5):
        await discord.says("Omar", PRIVATE, f"/link AAAAAAA{number}")
    await discord.sees("Omar", PRIVATE, "try again in an hour")
    fresh = await the_code(telegram, "Lena")
    await discord.says("Omar", PRIVATE, f"/link {fresh}")
    assert await telegram.counts("Lena", PRIVATE, "typed your code") == 0


async def test_what_was_linked_can_be_undone_for_a_day(tables: Tables) -> None:
    """A tap, and they are two again, each with what it brought."""
    telegram, discord = tables
    square = await telegram.room("Square", "Lena")
    await telegram.says("Lena", square, PROPOSAL)
    yard = await discord.room("Yard", "Lenka")
    await discord.says("Lenka", yard, "/propose Choir of the yard | need: alto | 3-5 people | by 20 May")
    await link(telegram, discord, "Lena", "Lenka")
    await telegram.says("Lena", PRIVATE, "/mydata")
    await telegram.sees("Lena", PRIVATE, "Accounts (2)", "Choir of the yard", "Repair café")

    await telegram.taps("Lena", PRIVATE, "Undo")

    await telegram.sees("Lena", PRIVATE, "two people again")
    await discord.says("Lenka", PRIVATE, "/mydata")
    mine = await discord.sees("Lenka", PRIVATE, "Accounts (1)", "Choir of the yard")
    assert "Repair café" not in mine.text


@pytest.mark.parametrize("there", [0, 1], ids=["telegram", "discord"])
async def test_a_linked_account_comes_into_the_groups_room(tables: Tables, there: int) -> None:
    """Where a group lives, its member's new account gets a key, one seat and one voice; with the undo it goes again."""
    host, guest = tables[there], tables[1 - there]
    yard, square = await host.room("Yard", "Omar", "Mei", "Lenka"), await guest.room("Square", "Lena")
    await host.says("Omar", yard, PROPOSAL)
    await host.taps("Mei", yard, "I bring electronics")
    await guest.says("Lena", square, ALIKE)
    await guest.taps("Lena", square, "Look at “Repair café”")
    await guest.taps("Lena", square, "I bring sewing")
    await host.sees("Omar", yard, "3 of 3–7")
    await host.taps("Omar", yard, "Start")
    await host.taps("Mei", PRIVATE, "Yes, let's start")
    await guest.taps("Lena", PRIVATE, "Yes, let's start")
    home = await host.home("Omar", "Repair café")
    assert "Repair café" not in await host.stage.chats("Lenka")

    code = await the_code(guest, "Lena")
    await host.says("Lenka", PRIVATE, f"/link {code}")
    await guest.sees("Lena", PRIVATE, "Lenka on", "gets a key to the room of “Repair café”")
    await guest.taps("Lena", PRIVATE, "Yes, that is me")
    await host.sees("Omar", home, "Lena is here as Lenka on", "one person, one seat, one voice")
    assert await host.home("Lenka", "Repair café") == home
    for person in ("Lenka", "Omar", "Mei"):
        await host.taps(person, home, "All fine")
    await host.sees("Omar", home, "agreed by all 3")

    await guest.taps("Lena", PRIVATE, "Undo")
    await guest.sees("Lena", PRIVATE, "two people again")

    async def is_out() -> bool:
        return "Repair café" not in await host.stage.chats("Lenka")

    await until(is_out)


async def test_who_is_forgotten_leaves_no_name_behind(tables: Tables) -> None:
    """Both accounts are asked for nothing more; the group lives on; the same account later is somebody new."""
    telegram, discord = tables
    square = await telegram.room("Square", *THREE, "Jonas")
    await telegram.forms(square, (*THREE, "Jonas"))
    home = await telegram.home("Lena", "Repair café")
    await telegram.agrees(home, (*THREE, "Jonas"))
    await link(telegram, discord, "Lena", "Lenka")

    await discord.says("Lenka", PRIVATE, "/forget")
    await discord.sees("Lenka", PRIVATE, "You leave one group", "all 2 accounts")
    await discord.taps("Lenka", PRIVATE, "Forget me")
    await discord.sees("Lenka", PRIVATE, "You have left everything")
    await telegram.passes(timedelta(minutes=2))

    await telegram.says("Omar", home, "/group")
    card = await telegram.sees("Omar", home, "Repair café · 3 people")
    assert "Lena" not in card.text
    await telegram.says("Lena", PRIVATE, "/mydata")
    mine = await telegram.sees("Lena", PRIVATE, "Accounts (1)")
    assert "Lenka" not in mine.text
    assert "Repair café" not in mine.text
