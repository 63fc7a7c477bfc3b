"""Does the whole story survive ten deaths of the process, with nothing lost and nothing said twice?

The program as an operator starts it, on a real homeserver, with people on plain HTTP.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from core.clock import VirtualClock
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.faults.test_killed_on_matrix import House
from tests.flows.house import START
from tests.flows.table import Table
from tests.stage import PRIVATE, Seen

KILLS = 10
PATIENCE = 120.0
GLANCE = 0.2
"""Seconds between two looks of a person: people who stare leave a small machine no time to start the program."""

THREE = ("Lena", "Omar", "Mei")
PROPOSAL = "/propose Repair café | need: electronics, sewing, tea | 3-7 people | in two weeks"


class Stirred(MatrixStage):
    """A homeserver whose people are heard acting.

    Attributes:
        acted: Set by whatever asks something of the program.
    """

    def __init__(self, synapse: Synapse, store: Path) -> None:
        super().__init__(synapse, store)
        self.acted = asyncio.Event()

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a room; its invite is the first thing asked."""
        self.acted.set()
        return await super().room(title, people)

    async def says(self, person: str, chat: str, text: str) -> None:
        """Let a person write."""
        await super().says(person, chat, text)
        self.acted.set()

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Show what a person sees, at their leisure."""
        await asyncio.sleep(GLANCE)
        return await super().reads(person, chat)

    async def chats(self, person: str) -> dict[str, str]:
        """List their rooms, likewise."""
        await asyncio.sleep(GLANCE)
        return await super().chats(person)

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let a person choose; what is not offered yet asks nothing."""
        await super().taps(person, chat, label)
        self.acted.set()


async def test_ten_deaths_in_one_story(synapse: Synapse, database_url: str, tmp_path: Path) -> None:
    """A group forms, agrees and promises while the process is killed ten times: each message stands there once."""
    stage = Stirred(synapse, tmp_path / "unused")
    house = House(synapse, stage.bot, database_url, tmp_path)
    table = Table(stage, None, VirtualClock(START), patience=PATIENCE)
    killing = asyncio.create_task(_kill(house, stage.acted))
    try:
        square = await table.room("Square", *THREE)
        await table.forms(square, THREE, PROPOSAL)
        home = await table.home("Lena", "Repair café")
        await table.agrees(home, THREE)
        promised = 0
        while promised < 2 or not killing.done():
            await table.says("Omar", home, f"/promise bake cake {promised} by {promised + 10} December")
            await table.sees("Mei", home, f"Omar: bake cake {promised}")
            promised += 1
        await killing
        await table.says("Mei", home, "/group")
        await table.sees("Mei", home, "Repair café · 3 people", "cake 0", f"cake {promised - 1}")
        for person, chat in [(one, chat) for one in THREE for chat in (square, home, PRIVATE)]:
            said = Counter(seen.text for seen in await stage.reads(person, chat) if seen.from_bot)
            assert not [text for text, times in said.items() if times > 1], (person, chat)
    except BaseException as failed:
        failed.add_note(house.log()[-3000:])
        raise
    finally:
        killing.cancel()
        house.kill()
        await stage.close()


async def _kill(house: House, acted: asyncio.Event) -> None:
    """Kill it ten times, each time soon after somebody asked something of it: in the middle of the work.

    So every life has as long as it needs to come up, however busy the machine is.
    """
    chance = random.Random(20)
    for _ in range(KILLS):
        acted.clear()
        await acted.wait()
        await asyncio.sleep(chance.uniform(0, 1.5))
        house.kill()
        house.start_again()
