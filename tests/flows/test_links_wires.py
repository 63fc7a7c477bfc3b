"""Does what crosses a link keep its promises on the wires themselves: topics, threads, limits, removed bots?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.discord_stage import discord_on_loopback
from tests.edges.telegram_stage import TelegramStage, playing
from tests.flows.conftest import laid_together
from tests.flows.house import START
from tests.flows.linked import GARDEN, REPAIR, Linked, across, gone, linked, own, words_kept
from tests.flows.table import Table
from tests.stage import SentFile

TOO_LARGE_FOR_DISCORD = 10_000_001


@pytest.fixture
async def tables(template: Template, tmp_path: Path) -> AsyncIterator[tuple[Table, Table]]:
    """Lay two tables in one house: Telegram and Discord."""
    clock = VirtualClock(START)
    async with (
        playing() as telegram,
        discord_on_loopback() as discord,
        laid_together((telegram, discord), template, tmp_path, clock) as (first, second),
    ):
        yield first, second


async def forum_and_thread(telegram: Table, discord: Table) -> Linked:
    """Link a group that lives in a forum on Telegram with one on Discord; each has the line in a place of its own."""
    stage = telegram.stage
    assert isinstance(stage, TelegramStage)
    lena, *others = [stage.person(name) for name in REPAIR]
    forum = stage.world.make_group(lena, "Square", tuple(others), kind="forum")
    stage.world.add_bot(lena, forum, ("can_manage_topics", "can_delete_messages"))
    both = await linked(telegram, discord, str(forum.id))
    both.place = await telegram.home("Lena", "⇄ Garden tools")
    return both


async def test_a_forum_topic_and_a_discord_thread(tables: tuple[Table, Table]) -> None:
    """What is said in the topic crosses by itself; edits, deletions and what is too large are told, both ways."""
    telegram, discord = tables
    both = await forum_and_thread(telegram, discord)
    assert both.place.partition("/")[2]

    await telegram.says("Lena", both.place, "Who has a ladder?")
    asked = await discord.sees("Ivo", both.garden, "⇄ Lena · Repair café", "Who has a ladder?")
    said = await own(telegram, "Lena", both.place, "ladder")
    await telegram.stage.edits("Lena", both.place, said.id, "Who has two ladders?")
    assert (await discord.sees("Ivo", both.garden, "Who has two ladders?")).id == asked.id

    await across(discord, "Ivo", both.garden, "We have one")
    answer = await telegram.sees("Omar", both.place, "⇄ Ivo · Garden tools", "We have one")
    theirs = await own(discord, "Ivo", both.garden, "We have one")
    await discord.stage.edits("Ivo", both.garden, theirs.id, "We have three")
    await discord.stage.replies("Ivo", both.garden, theirs.id, "/share")
    changed = await telegram.sees("Omar", both.place, "We have three")
    assert (changed.id, changed.edited) == (answer.id, True)
    await discord.stage.removes("Ivo", both.garden, theirs.id)
    await gone(telegram, "Omar", both.place, "We have three")

    film = SentFile("film.bin", "application/octet-stream", bytes(TOO_LARGE_FOR_DISCORD))
    await telegram.stage.sends_file("Mei", both.place, "Our film", film)
    told = await discord.sees("Ivo", both.garden, "Our film", "film.bin", "stayed on the other side")
    assert told.files == ()
    assert await words_kept(telegram) == []


async def test_where_the_bot_was_removed_nothing_is_lost(table: Table) -> None:
    """Removed from the line's own place it comes home; removed from there too, each reads it alone."""
    both = await linked(table)
    await across(table, "Lena", both.place, "Everyone is here")
    await table.sees("Ivo", both.garden, "Everyone is here")

    if both.garden != both.other:
        await table.stage.remove_bot(both.garden)
        await across(table, "Lena", both.place, "Read this at home")
        await table.sees("Ivo", both.other, "⇄ Lena · Repair café", "Read this at home")
    await table.stage.remove_bot(both.other)
    await across(table, "Lena", both.place, "Read this alone")

    for person in GARDEN:
        await table.sees(person, "", "⇄ Lena · Repair café", "Read this alone")
    assert await words_kept(table) == []
