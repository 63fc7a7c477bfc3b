"""Do a group on Telegram and a group on Matrix meet, agree, work together and part, each on its own messenger?"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.edges.telegram_stage import playing
from tests.flows.conftest import laid_together
from tests.flows.house import START
from tests.flows.linked import own, words_kept
from tests.flows.table import Table
from tests.pictures import some_picture
from tests.stage import PRIVATE, SentFile, until

FIVE = ("Lena", "Omar", "Mei", "Aisha", "Ivo")
FOUR = ("Jonas", "Olga", "Tomas", "Vera")
SEWING = "/propose Sewing evenings | need: electronics, sewing | 3-7 people | by 20 May | topics: sewing"
LINE = "We mend machines on Saturdays and often need a seam"
NEXT_DAY = timedelta(days=1)
"""A room hears of one thing a day that nobody there asked for; so each step has a day of its own."""


@pytest.fixture
async def tables(synapse: Synapse, template: Template, tmp_path: Path) -> AsyncIterator[tuple[Table, Table]]:
    """Lay two tables in one house: Telegram and Matrix."""
    clock = VirtualClock(START)
    async with playing() as telegram:
        stages = (telegram, MatrixStage(synapse, tmp_path / "store"))
        async with laid_together(stages, template, tmp_path, clock) as (first, second):
            yield first, second


async def test_two_worlds(tables: tuple[Table, Table]) -> None:
    """Five on Telegram and four on Matrix form, meet, agree, share words, answers, edits and pictures, and part."""
    telegram, matrix = tables
    for one in tables:
        one.waits_for(30)
    menders, sewers = await _both_form(telegram, matrix)
    await _both_meet(telegram, menders, matrix, sewers)
    line = await matrix.home("Jonas", "⇄ Repair café")
    await matrix.passes(NEXT_DAY)

    await _both_agree(telegram, menders, matrix, sewers)
    await _share(telegram, menders, matrix, line)
    await _share_pictures(telegram, menders, matrix, line)
    assert await words_kept(telegram) == []

    await matrix.passes(NEXT_DAY)
    await _one_side_ends_it(telegram, menders, matrix, sewers, line)


async def _both_form(telegram: Table, matrix: Table) -> tuple[str, str]:
    """Let each find its people and its contract, by commands; returns their homes."""
    square = await telegram.room("Square", *FIVE)
    await telegram.forms(square, FIVE)
    menders = await telegram.home("Lena", "Repair café")
    await telegram.agrees(menders, FIVE)
    yard = await matrix.room("Yard", *FOUR)
    await matrix.forms(yard, FOUR, SEWING)
    sewers = await matrix.home("Jonas", "Sewing evenings")
    await matrix.agrees(sewers, FOUR)
    return menders, sewers


async def _both_meet(telegram: Table, menders: str, matrix: Table, sewers: str) -> None:
    """One line goes over without a name; after the last yes each side learns who the other is."""
    await telegram.says("Lena", menders, "/meet sewing")
    await telegram.taps("Lena", menders, "Ask")
    await telegram.sees("Lena", menders, "Which one line shall they read?")
    await telegram.says("Lena", menders, LINE)
    asked = await matrix.sees("Olga", sewers, "A small group (5 people, Telegram)", "about sewing", LINE)
    assert "Repair" not in asked.text

    *most, last = FOUR
    for person in most:
        await matrix.taps(person, sewers, "Yes")
    await matrix.sees("Olga", sewers, "3 of 4 have spoken")
    assert await telegram.counts("Lena", menders, "Sewing evenings") == 0
    await matrix.taps(last, sewers, "Yes")

    await telegram.sees("Omar", menders, "Sewing evenings", "4 people", "Matrix")
    await matrix.sees("Vera", sewers, "Repair café", "5 people", "Telegram")


async def _both_agree(telegram: Table, menders: str, matrix: Table, sewers: str) -> None:
    """The same text is put to both; it stands when all nine can live with it."""
    await matrix.says("Olga", sewers, "/agree an evening | get: one machine mended | by 1 June | 1 September")
    for person in FOUR:
        await matrix.taps(person, sewers, "Fine")
    await matrix.sees("Olga", sewers, "All of us consent.")
    assert await telegram.counts("Lena", menders, "Our agreement with Sewing evenings · text 1") == 0
    for person in FIVE:
        await telegram.taps(person, menders, "Fine")
    await telegram.sees("Lena", menders, "Our agreement with Sewing evenings · text 1", "an evening")
    await matrix.sees("Jonas", sewers, "Our agreement with Repair café · text 1", "one machine mended")


async def _share(telegram: Table, menders: str, matrix: Table, line: str) -> None:
    """What is shared crosses and nothing else; answers stay answers, and edits follow, both ways."""
    await telegram.says("Lena", menders, "The key is under the mat")
    await telegram.says("Lena", menders, "We have a Singer to lend on Friday")
    said = await own(telegram, "Lena", menders, "Singer")
    await telegram.stage.replies("Omar", menders, said.id, "/share")
    copy = await matrix.sees("Vera", line, "⇄ Lena · Repair café", "We have a Singer to lend on Friday")

    await matrix.stage.replies("Vera", line, copy.id, "We come at six")
    answer = await telegram.sees("Lena", menders, "⇄ Vera · Sewing evenings", "We come at six")
    assert answer.answers == said.id
    assert await matrix.counts("Vera", line, "under the mat") == 0

    await telegram.stage.edits("Lena", menders, said.id, "We have a Singer to lend on Saturday")
    changed = await matrix.sees("Vera", line, "⇄ Lena", "on Saturday")
    assert (changed.id, changed.edited) == (copy.id, True)
    words = await own(matrix, "Vera", line, "at six")
    await matrix.stage.edits("Vera", line, words.id, "We come at seven")
    assert (await telegram.sees("Lena", menders, "⇄ Vera", "We come at seven")).id == answer.id
    assert await telegram.counts("Lena", menders, "We come at six") == 0


async def _share_pictures(telegram: Table, menders: str, matrix: Table, line: str) -> None:
    """A picture arrives as it was sent, both ways."""
    seam, bench = some_picture("teal"), some_picture("gold")
    assert await matrix.home("Tomas", "⇄ Repair café") == line
    await matrix.stage.sends_file("Tomas", line, "This seam", SentFile("seam.png", "image/png", seam))
    await _shows(telegram, "Mei", menders, "This seam", seam)

    await telegram.stage.sends_file("Ivo", menders, "The bench", SentFile("bench.png", "image/png", bench))
    sent = await own(telegram, "Ivo", menders, "The bench")
    await telegram.stage.replies("Ivo", menders, sent.id, "/share")
    await _shows(matrix, "Jonas", line, "The bench", bench)


async def _one_side_ends_it(telegram: Table, menders: str, matrix: Table, sewers: str, line: str) -> None:
    """One side ends the agreement and closes the line, alone and at once; the other is told, and nothing crosses."""
    await telegram.says("Mei", menders, "/agreements")
    await telegram.taps("Mei", menders, "End: Sewing evenings")
    await telegram.taps("Mei", PRIVATE, "End it")
    await matrix.sees("Jonas", sewers, "Repair café ended our agreement.")
    await matrix.passes(4 * NEXT_DAY)  # Whoever leaves two things unanswered hears less often.

    await telegram.says("Aisha", menders, "/links")
    await telegram.taps("Aisha", menders, "Close: Sewing evenings")
    await matrix.sees("Jonas", sewers, "Repair café closed the line between us")
    await matrix.says("Jonas", line, "Are you still there?")
    await telegram.says("Lena", menders, "One thing more")
    late = await own(telegram, "Lena", menders, "One thing more")
    await telegram.stage.replies("Lena", menders, late.id, "/share")
    await matrix.says("Jonas", sewers, "/links")
    await matrix.sees("Jonas", sewers, "no open line")
    assert await telegram.counts("Lena", menders, "still there") == 0
    assert await matrix.counts("Jonas", line, "One thing more") == 0


async def _shows(table: Table, person: str, chat: str, words: str, picture: bytes) -> None:
    """Wait until the words have come, with exactly this picture."""
    await table.sees(person, chat, "⇄", words)

    async def shown() -> bool:
        return any(seen.files == (picture,) for seen in await table.reading(person, chat))

    await until(shown, 30)
