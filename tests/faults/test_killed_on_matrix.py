"""Is anything lost or answered twice on Matrix when the process is killed in the middle?"""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.edges.matrix_people import Person
from tests.edges.synapse import Synapse, User
from tests.stage import until

ROOT = Path(__file__).parents[2]
KILLS = 3
ZONES = (
    *("Europe/Berlin", "Europe/Kyiv", "Europe/Paris", "Europe/Rome", "Europe/Madrid", "Europe/Oslo"),
    *("Europe/Vienna", "Europe/Athens", "Asia/Tokyo", "Asia/Seoul", "Africa/Cairo", "America/Lima"),
)


class House:
    """The program as an operator starts it, with Matrix and a database."""

    def __init__(self, server: Synapse, bot: User, database_url: str, folder: Path) -> None:
        self._folder = folder
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("SOCIUM_")},
            "PYTHONPATH": str(ROOT),
            "SOCIUM_DATABASE_URL": database_url,
            "SOCIUM_MATRIX_HOMESERVER": server.url,
            "SOCIUM_MATRIX_USER": bot.id,
            "SOCIUM_MATRIX_PASSWORD": bot.password,
            "SOCIUM_MATRIX_STORE": str(folder / "matrix"),
        }
        subprocess.run([*self._command, "migrate"], env=self._env, cwd=folder, check=True, capture_output=True)
        self._processes = [self._start()]

    @property
    def _command(self) -> list[str]:
        return [sys.executable, "-m", "bots"]

    def _start(self) -> subprocess.Popen[bytes]:
        log = (self._folder / "socium.log").open("ab")
        with log:
            return subprocess.Popen([*self._command, "run"], env=self._env, cwd=self._folder, stdout=log, stderr=log)

    def kill(self) -> None:
        """Kill the process that runs longest as a power cut does."""
        process = self._processes.pop(0)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def start_again(self) -> None:
        """Start it as before, beside one that runs if there is one."""
        self._processes.append(self._start())

    def end(self) -> None:
        """Kill all that run."""
        while self._processes:
            self.kill()

    def log(self) -> str:
        """Return what was logged."""
        return (self._folder / "socium.log").read_text(encoding="utf-8", errors="replace")


@pytest.fixture
async def house(synapse: Synapse, database_url: str, tmp_path: Path) -> AsyncIterator[tuple[House, User]]:
    """Run the program, and kill it at the end."""
    bot = synapse.register("socium", "Socium")
    one = House(synapse, bot, database_url, tmp_path)
    yield one, bot
    one.end()


async def test_killed_in_the_middle_every_question_has_one_answer(house: tuple[House, User], synapse: Synapse) -> None:
    """Killed three times at random moments, the bot answers every question of a private chat exactly once.

    Two processes have the token: one listens, the other stands by and takes over when the first is killed.
    """
    program, bot = house
    lena = Person(synapse.register("lena", "Lena"), synapse.url)
    room = await lena.make_room("", [bot.id], is_direct=True)
    chance = random.Random(7)
    kills = set(chance.sample(range(1, len(ZONES)), KILLS))

    async def told() -> list[str]:
        """List the zones that were confirmed, oldest first, each as often as it was."""
        try:
            seen = await lena.reads(room, bot.id)
        except LookupError:
            return []
        return [zone for one in seen if one.from_bot for zone in ZONES if zone in one.text]

    async def all_told() -> bool:
        return set(await told()) == set(ZONES)

    async def some_more_told() -> bool:
        return len(await told()) > before

    program.start_again()
    before = 0
    for number, zone in enumerate(ZONES):
        if number in kills:
            await until(some_more_told, 60)
            before = len(await told())
        await lena.write(room, f"!zone {zone}")
        if number in kills:
            await asyncio.sleep(chance.uniform(0, 0.4))
            program.kill()
            program.start_again()
    try:
        await until(all_told, 180)
    except AssertionError:
        raise AssertionError(f"only {await told()}\n{program.log()[-3000:]}") from None
    await asyncio.sleep(1)
    confirmed = await told()
    await lena.close()
    assert confirmed == list(ZONES)
    assert "this one stands by" in program.log()
