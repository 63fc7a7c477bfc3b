"""How is a hammering process run, hurt and looked after, and was anything lost, doubled or out of order?"""

import asyncio
import multiprocessing
import os
import re
import resource
import signal
from collections import defaultdict
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from core.storage.work import Database
from tests.faults.hammer import APPEARED, FOLDER, LOG, REPEATED, Manner, count, finish, run
from tests.stage import until

PATIENCE = 180
SOME_WORK = 40
UNLIMITED = resource.RLIM_INFINITY

LIVES = multiprocessing.get_context("forkserver")
"""Each life is forked from a process that has imported everything: a hundred deaths are not a hundred imports."""
LIVES.set_forkserver_preload(["pytest", "tests.faults.hammer"])


class Hammering:
    """One database and what was said out of it, whatever happens to the process that says it."""

    def __init__(self, url: str, folder: Path, manner: Manner = FOLDER) -> None:
        self._url, self._folder, self._manner = url, folder, manner
        self._process: ForkServerProcess | None = None

    async def start(self) -> None:
        """Start the process; its log is kept."""
        self._process = LIVES.Process(target=run, args=(self._url, self._folder, self._manner), daemon=True)
        self._process.start()

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
        self._process.join()

    async def stands_still(self, seconds: float) -> None:
        """Stop it in its tracks for a while."""
        os.kill(self._pid, signal.SIGSTOP)
        await asyncio.sleep(seconds)
        os.kill(self._pid, signal.SIGCONT)

    def fill_the_disk(self) -> None:
        """Let no file of its SQLite grow any more."""
        self._limit_files(Path(self._url.removeprefix("sqlite:///") + "-wal").stat().st_size)

    def make_room(self) -> None:
        """Let them grow again."""
        self._limit_files(UNLIMITED)

    def _limit_files(self, most: int) -> None:
        resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (most, UNLIMITED))

    async def finish(self) -> None:
        """Let what waits be said, without anything new."""
        await finish(self._url, self._folder, self._manner)

    @property
    def appeared(self) -> int:
        """How many messages appeared."""
        return self._lines(APPEARED)

    @property
    def repeated(self) -> int:
        """How many were sent again."""
        return self._lines(REPEATED)

    def _lines(self, name: str) -> int:
        journal = self._folder / name
        return journal.read_bytes().count(b"\n") if journal.exists() else 0

    @property
    def log(self) -> str:
        """What it logged."""
        return (self._folder / LOG).read_text()

    async def nothing_is_lost(self, repeats: int) -> int:
        """Check that each chat read every number once and in order, and that every timer rang.

        Args:
            repeats: How many sends may have been repeated under their key.

        Returns:
            The last number that was said.
        """
        appeared, last = _by_chat(self._folder / APPEARED), await self._last()
        chats, numbers = self._manner.chats, range(1, last + 1)
        for chat in range(chats):
            assert appeared[f"chat{chat}"] == [number for number in numbers if number % chats == chat]
        rung = [number for chat in range(chats) for number in appeared[f"timers{chat}"]]
        assert sorted(rung) == list(numbers)
        assert self.repeated <= repeats
        return last

    @property
    def _has_ended(self) -> bool:
        return self._process is not None and self._process.exitcode is not None

    @property
    def _pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

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
