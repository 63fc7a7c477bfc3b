"""Form the groups of a few small markets with nothing compiled, and print them.

    NUMBA_DISABLE_JIT=1 python -m tests.rules.matching.interpreted 0 1 2

What is compiled reads fields of rows as attributes; Python does so for records only.
"""

import importlib
import pkgutil
import sys

import numpy as np

from core.matching import formation


def read_as_records() -> None:
    """Let every row of the board be a record."""
    for found in pkgutil.iter_modules(formation.__path__):
        module = importlib.import_module(f"{formation.__name__}.{found.name}")
        for name, value in vars(module).copy().items():
            if isinstance(value, np.dtype) and value.names:
                setattr(module, name, np.dtype((np.record, value)))


def main(which: list[str]) -> None:
    """Print what `formed` gives, a line each."""
    from tests.rules.matching.test_interpreted import formed  # noqa: PLC0415 - after the rows are records

    for at in which:
        sys.stdout.write(f"{formed(int(at))}\n")


if __name__ == "__main__":
    read_as_records()
    with np.errstate(over="ignore"):
        main(sys.argv[1:])
