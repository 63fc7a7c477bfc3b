"""Does one group live on three messengers at once, each member at home where they are?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.discord_stage import discord_on_loopback
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.edges.telegram_stage import playing
from tests.flows.conftest import laid_together
from tests.flows.house import START
from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE

Tables = tuple[Table, Table, Table]
ALIKE = "/propose Repair cafe | need: tools | 3-5 people | by 20 May"


@pytest.fixture
async def tables(synapse: Synapse, template: Template, tmp_path: Path) -> AsyncIterator[Tables]:
    """Lay three tables in one house: Telegram, Discord and Matrix."""
    clock = VirtualClock(START)
    async with playing() as telegram, discord_on_loopback() as discord:
        stages = (telegram, discord, MatrixStage(synapse, tmp_path / "store"))
        async with laid_together(stages, template, tmp_path, clock) as (first, second, third):
            yield first, second, third


async def test_one_group_on_three_messengers(tables: Tables) -> None:
    """A project proposed on Telegram finds its people on Discord and Matrix; all agree, each in their own language."""
    telegram, discord, matrix = tables
    square = await telegram.room("Square", "Lena", "Jonas")
    yard = await discord.room("Yard", "Omar")
    garden = await matrix.room("Garden", "Olga")
    await matrix.says("Olga", garden, "/lang ru")
    await matrix.taps("Olga", PRIVATE, "Only for me")
    await matrix.sees("Olga", PRIVATE, "Теперь по-русски")

    await telegram.says("Lena", square, PROPOSAL)
    await telegram.sees("Lena", square, "1 of 3–7")
    await _reaches(discord, "Omar", yard, "I bring electronics")
    await _reaches(matrix, "Olga", garden, "I bring sewing")
    await telegram.taps("Jonas", square, "I bring tea")
    places = ((telegram, "Lena", square), (discord, "Omar", yard), (matrix, "Olga", garden))
    for table, person, place in places:
        card = await table.sees(person, place, "4 of 3–7", "Omar: electronics", "Olga: sewing", "Jonas: tea")
        assert card.edited

    await telegram.taps("Lena", square, "Start")
    await telegram.taps("Jonas", PRIVATE, "Yes, let's start")
    await discord.taps("Omar", PRIVATE, "Yes, let's start")
    await matrix.taps("Olga", PRIVATE, "Да, начинаем")
    for table, person, place in places:
        assert (await table.sees(person, place, "This has become a group of 4")).edited

    home = await telegram.home("Lena", "Repair café")
    await telegram.taps("Lena", home, "All fine")
    await telegram.taps("Jonas", home, "All fine")
    await discord.taps("Omar", PRIVATE, "All fine")
    await matrix.sees("Olga", PRIVATE, "версии 1")
    await matrix.taps("Olga", PRIVATE, "Всё подходит")
    await telegram.sees("Lena", home, "Version 1 is agreed by all 4")
    await discord.sees("Omar", PRIVATE, "Version 1 is agreed by all 4")

    facts = ("Lena", "Omar: electronics", "Olga: sewing", "Jonas: tea", "order sockets")
    await discord.says("Omar", PRIVATE, "/promise order sockets by 8 May")
    await matrix.sees("Olga", PRIVATE, "Omar: order sockets")
    await telegram.says("Lena", home, "/group")
    await discord.says("Omar", PRIVATE, "/group")
    await matrix.says("Olga", PRIVATE, "/group")
    on_telegram = await telegram.sees("Lena", home, *facts)
    on_discord = await discord.sees("Omar", PRIVATE, *facts)
    on_matrix = await matrix.sees("Olga", PRIVATE, *facts)
    assert len({len(_lines(one.text)) for one in (on_telegram, on_discord, on_matrix)}) == 1


async def _reaches(table: Table, person: str, place: str, label: str) -> None:
    """Let someone propose much the same, look at what is open already, and sit down there."""
    await table.says(person, place, ALIKE)
    await table.taps(person, place, "Look at “Repair café”")
    await table.taps(person, place, label)
    await table.sees(person, place, f"{person}: {label.removeprefix('I bring ')}")


def _lines(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line.strip()]
