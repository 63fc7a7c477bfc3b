"""How much memory do this process and its workers hold together at most?

What forked processes share is counted once: the kernel's proportional set size, looked at four times a second.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.25


@dataclass(slots=True)
class Held:
    """The most that was seen, MB, and what this process held when looking began."""

    most: float
    before: float


@contextmanager
def watched() -> Iterator[Held]:
    """Look while something runs; nothing is held, as far as this can tell, where there is no /proc."""
    held, over = Held(now(), now()), threading.Event()

    def look() -> None:
        while not over.wait(EVERY):
            held.most = max(held.most, now())

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield held
    finally:
        over.set()
        looking.join()


def now() -> float:
    """Add up this process and its children, MB."""
    here = Path("/proc/self")
    children = [Path("/proc") / pid for tasks in here.glob("task/*/children") for pid in tasks.read_text().split()]
    return sum(map(_share, [here, *children]))


def _share(process: Path) -> float:
    try:
        rows = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024
