"""Does the whole story survive ten deaths of the process, with nothing lost and nothing said twice?

The program as an operator starts it, on a real homeserver, with people on plain HTTP.
"""

import asyncio
import random
from collections import Counter
from pathlib import Path

from core.clock import VirtualClock
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.faults.test_killed_on_matrix import House
from tests.flows.conftest import START
from tests.flows.table import Table
from tests.stage import PRIVATE

KILLS = 10
THREE = ("Lena", "Omar", "Mei")
PROPOSAL = "/propose Repair café | need: electronics, sewing, tea | 3-7 people | in two weeks"


async def test_ten_deaths_in_one_story(synapse: Synapse, tmp_path: Path) -> None:
    """A group forms, agrees and promises while the process is killed ten times: each message stands there once."""
    stage = MatrixStage(synapse, tmp_path / "unused")
    house = House(synapse, stage.bot, tmp_path)
    table = Table(stage, None, VirtualClock(START), patience=40)
    killing = asyncio.create_task(_kill(house))
    try:
        square = await table.room("Square", *THREE)
        await table.forms(square, THREE, PROPOSAL)
        home = await table.home("Lena", "Repair café")
        await table.agrees(home, THREE)
        for place in range(4):
            await table.says("Omar", home, f"/promise bake cake {place} by {place + 10} December")
            await table.sees("Mei", home, f"Omar: bake cake {place}")
        await asyncio.wait_for(killing, 60)
        await table.says("Mei", home, "/group")
        await table.sees("Mei", home, "Repair café · 3 people", "cake 0", "cake 3")
        for person, chat in [(one, chat) for one in THREE for chat in (square, home, PRIVATE)]:
            said = Counter(seen.text for seen in await stage.reads(person, chat) if seen.from_bot)
            assert not [text for text, times in said.items() if times > 1], (person, chat)
    except BaseException as failed:
        failed.add_note(house.log())
        raise
    finally:
        killing.cancel()
        house.kill()
        await stage.close()


async def _kill(house: House) -> None:
    chance = random.Random(20)
    for _ in range(KILLS):
        await asyncio.sleep(chance.uniform(0.5, 4.0))
        house.kill()
        house.start_again()
