"""How does heavy matching run without anybody waiting for it?

The only file here that starts something: rules stay pure, and this hands them to a process of their own. It loads
numpy, numba and scipy when a run is due, is bounded in time and memory, and leaves
afterwards; the event loop only waits.
"""

import asyncio
import io
import json
import os
import pickle
import resource
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from core.matching.people import Group, Market
from core.matching.season import Season, Sown

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

MEMORY_MB = 2_000
SECONDS = 300.0
NICENESS = 10


class RunFailed(RuntimeError):
    """A run was cut off or broke; the groups there are stay as they are.

    Attributes:
        reason: "time", "memory" or "broken".
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Task:
    """One run: which market, which luck, how many moves.

    Attributes:
        moves: For each part and cut; None for the usual budget.
        bonus: Extra value of seating a person, by id.
        around: Projects to plan again with their neighbourhood; empty for all.
    """

    market: Market
    seed: int = 0
    moves: int | None = None
    bonus: Mapping[str, float] | None = None
    around: frozenset[str] = frozenset()
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out: groups, their value, and whether they are proven to be the best."""

    groups: tuple[Group, ...]
    value: float
    bound: float | None
    proven: bool


def is_installed() -> bool:
    """Say whether the libraries of the extra [matching] are here, without loading any of them."""
    return all(find_spec(name) is not None for name in ("numpy", "numba", "scipy"))


async def run(task: Task, seconds: float = SECONDS, memory_mb: int = MEMORY_MB) -> Answer:
    """Run a task in a process of its own.

    Raises:
        RunFailed: It took too long or too much memory, or broke.
    """
    answer = await _apart(task, seconds, memory_mb)
    if not isinstance(answer, Answer):
        raise RunFailed("broken", "no answer")
    return answer


async def sow(season: Season, seconds: float = SECONDS, memory_mb: int = MEMORY_MB) -> Sown:
    """Say whom to ask about what, in a process of its own.

    Raises:
        RunFailed: It took too long or too much memory, or broke.
    """
    sown = await _apart(season, seconds, memory_mb)
    if not isinstance(sown, Sown):
        raise RunFailed("broken", "no answer")
    return sown


async def _apart(task: Task | Season, seconds: float, memory_mb: int) -> object:
    limits = json.dumps({"memory_mb": memory_mb, "seconds": seconds})
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "core.matching.worker",
        limits,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        packed = await asyncio.to_thread(_packed, task)
        out, errors = await asyncio.wait_for(process.communicate(packed), seconds)
    except TimeoutError as error:
        raise RunFailed("time") from error
    finally:
        await _end(process)
    if process.returncode:
        text = errors.decode(errors="replace")[-500:]
        raise RunFailed("memory" if "emory" in text else "broken", text)
    return await asyncio.to_thread(pickle.load, _Read(out))


class _Written(io.BytesIO):
    """Is written to by Python, so that a long pickle lets go of the interpreter with every 64 kB."""

    def write(self, some: "ReadableBuffer", /) -> int:
        return super().write(some)


class _Read(io.BytesIO):
    """Is read by Python, likewise."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size)

    def readinto(self, some: "WriteableBuffer", /) -> int:
        return super().readinto(some)


def _packed(task: Task | Season) -> memoryview:
    written = _Written()
    pickle.dump(task, written)
    return written.getbuffer()


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the process and those it forked; its session is its own."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def work(task: Task | Season) -> Answer | Sown:
    """Do a task here and now; what the process does."""
    if isinstance(task, Season):
        from core.matching.sowing import sow

        return sow(task)
    from core.matching.formation.grand import form_any
    from core.matching.formation.plan import by_moves, usual_budget
    from core.matching.formation.replan import replan

    budget = None if task.moves is None else by_moves(task.moves)
    if task.around:
        groups = replan(task.market, task.around, task.seed, budget).market.tentative
        return Answer(groups, sum(group.value for group in groups), None, False)
    measure = usual_budget if budget is None else lambda _part: budget
    formed = form_any(task.market, task.seed, (measure, measure), task.bonus, task.workers)
    return Answer(formed.groups, formed.value, formed.bound, formed.proven)


def main() -> None:
    """Read a task, do it within its limits, write the answer."""
    limits = json.loads(sys.argv[1])
    memory = int(limits["memory_mb"]) << 20
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    os.nice(NICENESS)
    task = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(pickle.dumps(work(task)))


if __name__ == "__main__":
    from core.matching import worker  # noqa: PLW0406 - its classes under the caller's name for them

    worker.main()
