"""How good are the groups of one instance file, and how soon?

    python -m benchmarks.formation --instance FILE --seed N (--seconds S | --iterations N)
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from core.matching.formation.grand import form_any
from core.matching.formation.plan import Formed, by_moves, form
from core.matching.instance import read_market
from core.matching.people import Market


def by_seconds(seconds: float) -> Iterator[float]:
    """Spend so many seconds; only benchmarks may, because what comes out differs from run to run."""
    begun = time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        yield spent / seconds


def memory() -> float:
    """Say the most memory this process and its workers held, MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def row(formed: Formed, seconds: float) -> dict[str, object]:
    """Write a result in the instance format's way."""
    groups = [
        {"project": group.project, "members": {seat.person: seat.role for seat in group.seats}} for group in formed.groups
    ]
    return {
        "groups": groups,
        "value": formed.value,
        "seconds": round(seconds, 3),
        "rss_mb": round(memory(), 1),
        "proven": formed.proven,
        "bound": formed.bound,
    }
