"""Do a group on Telegram and a group on Matrix meet, agree and part, each on its own messenger?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.clock import VirtualClock
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.edges.telegram_stage import playing
from tests.flows.conftest import START, laid_together
from tests.flows.table import Table
from tests.stage import PRIVATE

FIVE = ("Lena", "Omar", "Mei", "Aisha", "Ivo")
FOUR = ("Jonas", "Olga", "Tomas", "Vera")
SEWING = "/propose Sewing evenings | need: electronics, sewing | 3-7 people | by 20 May | topics: sewing"
LINE = "We mend machines on Saturdays and often need a seam"


@pytest.fixture
async def tables(synapse: Synapse, template: Path, tmp_path: Path) -> AsyncIterator[tuple[Table, Table]]:
    """Lay two tables in one house: Telegram and Matrix."""
    clock = VirtualClock(START)
    async with playing() as telegram:
        stages = (telegram, MatrixStage(synapse, tmp_path / "store"))
        async with laid_together(stages, template, tmp_path, clock) as (first, second):
            yield first, second


async def test_two_worlds_meet(tables: tuple[Table, Table]) -> None:
    """Five on Telegram ask, four on Matrix say yes; both learn each other's name, agree, and one side ends it."""
    telegram, matrix = tables
    square = await telegram.room("Square", *FIVE)
    await telegram.forms(square, FIVE)
    menders = await telegram.home("Lena", "Repair café")
    await telegram.agrees(menders, FIVE)
    yard = await matrix.room("Yard", *FOUR)
    await matrix.forms(yard, FOUR, SEWING)
    sewers = await matrix.home("Jonas", "Sewing evenings")
    await matrix.agrees(sewers, FOUR)

    await telegram.says("Lena", menders, "/meet sewing")
    await telegram.taps("Lena", menders, "Ask")
    await telegram.sees("Lena", menders, "Which one line shall they read?")
    await telegram.says("Lena", menders, LINE)
    asked = await matrix.sees("Olga", sewers, "A small group (5 people, Telegram)", "about sewing", LINE)
    assert "Repair" not in asked.text
    for person in FOUR:
        await matrix.taps(person, sewers, "Yes")
    await telegram.sees("Omar", menders, "Sewing evenings", "4 people", "Matrix")
    await matrix.sees("Vera", sewers, "Repair café", "5 people", "Telegram")

    await matrix.says("Olga", sewers, "/agree an evening | get: one machine mended | by 1 June | 1 September")
    for person in FOUR:
        await matrix.taps(person, sewers, "Fine")
    for person in FIVE:
        await telegram.taps(person, menders, "Fine")
    await telegram.sees("Lena", menders, "Our agreement with Sewing evenings · text 1", "an evening")
    await matrix.sees("Jonas", sewers, "Our agreement with Repair café · text 1", "one machine mended")

    await telegram.says("Mei", menders, "/agreements")
    await telegram.taps("Mei", menders, "End: Sewing evenings")
    await telegram.taps("Mei", PRIVATE, "End it")
    await matrix.sees("Jonas", sewers, "Repair café ended our agreement.")
