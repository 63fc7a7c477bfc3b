"""Does what someone shares cross to the linked group, and nothing else?"""

from datetime import timedelta
from pathlib import Path

import pytest

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from core.messenger.events import ChatRef
from tests.databases import Template
from tests.edges.local_stage import LocalStage
from tests.flows.conftest import laid
from tests.flows.house import START
from tests.flows.linked import (
    GARDEN,
    GARDEN_PROPOSAL,
    REPAIR,
    across,
    gone,
    hears_talk,
    linked,
    opened,
    own,
    words_kept,
)
from tests.flows.table import Table
from tests.pictures import some_picture
from tests.stage import PRIVATE, SentFile, until


async def test_a_shared_message_crosses(table: Table) -> None:
    """Answer a message with /share: the other side sees who said it, in which group; nothing else crosses."""
    both = await linked(table)
    await table.says("Lena", both.home, "Our own affair")
    await table.says("Lena", both.home, "We have sewing machines to lend")
    said = await own(table, "Lena", both.home, "sewing machines")

    await table.stage.replies("Omar", both.home, said.id, "/share")

    seen = await table.sees("Ivo", both.garden, "⇄ Lena · Repair café", "We have sewing machines to lend")
    assert "⇄" in seen.text.splitlines()[0]
    await table.sees("Omar", both.home, "Shared with Garden tools")
    assert await table.counts("Ivo", both.garden, "affair") == 0
    assert await words_kept(table) == []


async def test_edits_and_deletions_follow(table: Table) -> None:
    """You say it differently, and it reads differently there; you take it back, and it is gone there."""
    both = await linked(table)
    await table.says("Lena", both.home, "Saturday at ten")
    said = await own(table, "Lena", both.home, "Saturday")
    await table.stage.replies("Lena", both.home, said.id, "/share")
    await table.sees("Ivo", both.garden, "Saturday at ten")

    await table.stage.edits("Lena", both.home, said.id, "Sunday at noon")
    if not table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, both.home)).hears_edits:
        await table.stage.replies("Lena", both.home, said.id, "/share")
    changed = await table.sees("Ivo", both.garden, "Sunday at noon", "⇄ Lena")
    assert changed.edited
    assert await table.counts("Ivo", both.garden, "Saturday at ten") == 0

    if not table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, both.home)).hears_deletions:
        return
    await table.stage.removes("Lena", both.home, said.id)
    await gone(table, "Ivo", both.garden, "Sunday at noon")
    assert await words_kept(table) == []


async def test_the_links_own_place(table: Table) -> None:
    """In the link's own place everything members say crosses, replies stay replies, in the order it was said."""
    both = await linked(table)

    await across(table, "Lena", both.place, "Who has a ladder?")
    asked = await table.sees("Ivo", both.garden, "⇄ Lena · Repair café", "Who has a ladder?")
    await table.stage.replies("Ana", both.garden, asked.id, "We have two")
    if not hears_talk(table, both.garden):
        await table.stage.replies("Ana", both.garden, (await own(table, "Ana", both.garden, "two")).id, "/share")

    answer = await table.sees("Lena", both.place, "⇄ Ana · Garden tools", "We have two")
    if hears_talk(table, both.garden):
        assert answer.answers == (await own(table, "Lena", both.place, "ladder")).id
    for number in range(5):
        await across(table, "Omar", both.place, f"step {number}")
    await table.sees("Ivo", both.garden, "step 4")
    read = [seen.text for seen in await table.stage.reads("Ivo", both.garden) if "step" in seen.text]
    assert [text.splitlines()[-1].removeprefix("» ") for text in read] == [f"step {number}" for number in range(5)]
    assert await words_kept(table) == []


async def test_pictures_cross_and_large_files_are_told_of(table: Table) -> None:
    """A picture comes over, pixel by pixel; what is too large there is named, so that you can ask for it."""
    both = await linked(table)
    picture = some_picture()

    await table.stage.sends_file("Lena", both.place, "The new bench", SentFile("bench.png", "image/png", picture))

    if not hears_talk(table, both.place):
        await table.stage.replies("Lena", both.place, (await own(table, "Lena", both.place, "bench")).id, "/share")
    await table.sees("Ivo", both.garden, "The new bench")

    async def shown() -> bool:
        return any(seen.files == (picture,) for seen in await table.stage.reads("Ivo", both.garden) if seen.from_bot)

    await until(shown)
    assert await words_kept(table) == []


async def test_reactions_are_counted_not_named(table: Table) -> None:
    """You hear how many liked it, never who."""
    both = await linked(table)
    await across(table, "Lena", both.place, "We start on Monday")
    copy = await table.sees("Ivo", both.garden, "We start on Monday")

    if not table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, both.garden)).hears_reactions:
        return
    await table.stage.reacts("Ivo", both.garden, copy.id, "👍")
    await table.sees("Lena", both.place, "They reacted: 👍 1")
    await table.stage.reacts("Ana", both.garden, copy.id, "👍")

    told = await table.sees("Lena", both.place, "They reacted: 👍 2")
    assert "Ivo" not in told.text
    assert await table.counts("Lena", both.place, "They reacted") == 1


async def test_either_side_rests_or_closes_alone(table: Table) -> None:
    """One tap lets our end rest, and nothing crosses; one tap closes it for good, and both are told."""
    both = await linked(table)
    await table.says("Ivo", both.other, "/links")
    await table.taps("Ivo", both.other, "Rest: Repair café")
    await table.sees("Lena", both.home, "Garden tools let their end of our line rest")

    await table.says("Lena", both.place, "Is anybody there?")
    said = await own(table, "Lena", both.place, "anybody")
    await table.stage.replies("Lena", both.place, said.id, "/share")
    await table.sees("Lena", both.place, "The line to Garden tools rests")
    await table.passes(timedelta(days=1))  # A room hears of one thing a day that nobody there asked for.
    await table.says("Ana", both.other, "/links")
    await table.taps("Ana", both.other, "Resume: Repair café")
    await table.sees("Lena", both.home, "resumed their end")
    await across(table, "Lena", both.place, "And now?")
    await table.sees("Ivo", both.garden, "And now?")
    await table.passes(timedelta(days=1))

    await table.says("Lena", both.home, "/links")
    await table.taps("Lena", both.home, "Close: Garden tools")
    await table.sees("Ivo", both.other, "Repair café closed the line between us")
    await across(table, "Lena", both.place, "Too late")
    await table.says("Lena", both.home, "/links")
    await table.sees("Lena", both.home, "no open line")
    assert await table.counts("Ivo", both.garden, "anybody") == 0
    assert await table.counts("Ivo", both.garden, "Too late") == 0


async def test_a_flood_becomes_a_digest(table: Table) -> None:
    """Forty messages in a minute do not bury you: the first dozen come, the rest are gathered a minute later."""
    both = await linked(table)
    if not hears_talk(table, both.place):
        pytest.skip("here everything is shared one by one")
    for number in range(40):
        await table.says("Lena", both.place, f"line number {number:02}")

    await table.sees("Ivo", both.garden, "line number 11")
    await own(table, "Lena", both.place, "number 39")
    await table.says("Ivo", both.other, "/links")
    await table.sees("Ivo", both.other, "Repair café: open")
    assert await table.counts("Ivo", both.garden, "line number") == 12
    await table.passes(timedelta(minutes=1))

    await table.sees("Ivo", both.garden, "And 25 more messages from Lena")
    assert await table.counts("Ivo", both.garden, "line number") == 15
    assert await words_kept(table) == []


async def test_an_answer_in_private_crosses(template: Template, tmp_path: Path) -> None:
    """Where a group lives in private messages, your answer to what came over goes back; other words stay with us."""
    clock = VirtualClock(START)
    stage = LocalStage(LocalMessenger(port=None, clock=clock, empty=True), Flavour.TELEGRAM)
    async with laid(stage, template, tmp_path, clock) as table:
        square, yard = await table.room("Square", *REPAIR), await table.room("Yard", *GARDEN)
        await table.forms(square, REPAIR)
        await table.forms(yard, GARDEN, GARDEN_PROPOSAL)
        await opened(table, table)
        await across(table, "Lena", PRIVATE, "Who has a ladder?")
        said = await own(table, "Lena", PRIVATE, "ladder")
        await table.stage.replies("Lena", PRIVATE, said.id, "/share")
        copy = await table.sees("Ivo", PRIVATE, "⇄ Lena · Repair café", "Who has a ladder?")

        await table.says("Ivo", PRIVATE, "A ladder, where was it")
        await table.stage.replies("Ivo", PRIVATE, copy.id, "We have two")
        answer = await table.sees("Lena", PRIVATE, "⇄ Ivo · Garden tools", "We have two")

        assert answer.answers == said.id
        await table.sees("Ivo", PRIVATE, "Shared with Repair café.")
        assert await table.counts("Lena", PRIVATE, "where was it") == 0
        assert await words_kept(table) == []
