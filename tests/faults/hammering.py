"""How is a hammering process run, hurt and looked after, and was anything lost, doubled or out of order?"""

import asyncio
import re
import resource
import signal
import sys
from collections import defaultdict
from pathlib import Path

from core.storage.work import Database
from tests.faults.hammer import APPEARED, CHATS, REPEATED, count, hammer
from tests.stage import until

PATIENCE = 180
SOME_WORK = 40
UNLIMITED = resource.RLIM_INFINITY


class Hammering:
    """One database and what was said out of it, whatever happens to the process that says it."""

    def __init__(self, url: str, folder: Path) -> None:
        self._url, self._folder = url, folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the process; its log is kept."""
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.faults.hammer", self._url, str(self._folder), stderr=log
            )

    async def works(self, messages: int = SOME_WORK) -> None:
        """Wait until that many more messages appeared."""
        before = self.appeared
        await until(lambda: self._has_ended or self.appeared >= before + messages, PATIENCE)
        assert not self._has_ended, f"it ended by itself:\n{self.log[-3000:]}"

    async def kill(self) -> None:
        """Kill it as a power cut does."""
        assert self._process is not None
        assert not self._has_ended, f"it ended by itself:\n{self.log[-3000:]}"
        self._process.kill()
        await self._process.wait()

    async def stands_still(self, seconds: float) -> None:
        """Stop it in its tracks for a while."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        self._process.send_signal(signal.SIGCONT)

    def fill_the_disk(self) -> None:
        """Let no file of its SQLite grow any more."""
        self._limit_files(Path(self._url.removeprefix("sqlite:///") + "-wal").stat().st_size)

    def make_room(self) -> None:
        """Let them grow again."""
        self._limit_files(UNLIMITED)

    def _limit_files(self, most: int) -> None:
        assert self._process is not None
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (most, UNLIMITED))

    async def finish(self) -> None:
        """Let what waits be said, without anything new."""
        await hammer(self._url, self._folder, puts=False)

    @property
    def appeared(self) -> int:
        """How many messages appeared."""
        journal = self._folder / APPEARED
        return journal.read_bytes().count(b"\n") if journal.exists() else 0

    @property
    def log(self) -> str:
        """What it logged."""
        return (self._folder / "log").read_text()

    async def nothing_is_lost(self, repeats: int) -> int:
        """Check that each chat read every number once and in order, and that every timer rang.

        Args:
            repeats: How many sends may have been repeated under their key.

        Returns:
            The last number that was said.
        """
        appeared, last = _by_chat(self._folder / APPEARED), await self._last()
        for chat in range(CHATS):
            assert appeared[f"chat{chat}"] == [number for number in range(1, last + 1) if number % CHATS == chat]
        assert sorted(appeared["timers"]) == list(range(1, last + 1))
        assert sum(map(len, _by_chat(self._folder / REPEATED).values())) <= repeats
        return last

    @property
    def _has_ended(self) -> bool:
        return self._process is not None and self._process.returncode is not None

    async def _last(self) -> int:
        database = Database.at(self._url)
        async with database.read() as work:
            last = await count(work)
        await database.close()
        return last


def _by_chat(journal: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for line in journal.read_text().splitlines() if journal.exists() else ():
        _key, chat, words = line.split(" ", 2)
        number = re.search(r"\d+", words)
        assert number is not None
        found[chat].append(int(number.group()))
    return found
