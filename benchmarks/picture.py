"""How does the share of the bound grow with seconds, for ours, greedy and CP-SAT? Draws docs/matching.svg."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import cpsat, rivals
from benchmarks.formation import in_seconds
from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.formation.proving import Effort

SIZE, SEED = 200, 1
SECONDS = (0.25, 0.5, 1.0, 2.0)
MODEL_SECONDS = (1.0, 4.0, 16.0)
PLACE = Path(__file__).parents[1] / "docs" / "matching.svg"
Points = Sequence[tuple[float, float]]


def clocked(work: Callable[[], float]) -> tuple[float, float]:
    """Say how many seconds of the processor something takes, and what it is worth."""
    begun = time.process_time()
    value = work()
    return time.process_time() - begun, value


def draw(curves: Mapping[str, Points]) -> None:
    """Draw the picture; a way that knows only one answer is a point."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 3.5))
    for (name, points), mark in zip(curves.items(), "os^v", strict=False):
        axes.plot(*zip(*points, strict=True), f"{mark}-", label=name)
    axes.set(xlabel="seconds of the processor", ylabel="share of the bound", title=f"{SIZE} people", xscale="log")
    axes.legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(PLACE, metadata={"Date": None})


def main() -> None:
    """Measure, draw, and print one line of JSON."""
    people = market(SIZE, SEED)
    warm = market(40, 1)
    form(warm, 1, by_moves(200), effort=Effort(branches=1, moves=200, repacks=1))
    rivals.greedy(warm)
    bound = form(people, SEED).bound or 0.0
    curves: dict[str, list[tuple[float, float]]] = {
        "ours": [
            clocked(lambda spent=spent: in_seconds(people, SEED, spent, time.process_time).value)  # type: ignore[misc]  # a bound default
            for spent in SECONDS
        ],
        "greedy": [clocked(lambda: rivals.greedy(people).value)],
        "first come, first served": [clocked(lambda: rivals.first_come(people).value)],
    }
    if cpsat.is_installed():
        found = [cpsat.apart(SIZE, SEED, seconds) for seconds in MODEL_SECONDS]
        curves["CP-SAT"] = [(float(str(one["seconds"])), float(str(one["value"]))) for one in found]
    shares = {name: [(round(at, 3), round(value / bound, 4)) for at, value in own] for name, own in curves.items()}
    draw(shares)
    for name, points in shares.items():
        print(f"{name:>26}", points)
    print(json.dumps({"benchmark": "picture", "people": SIZE, "bound": bound, "points": shares}))


if __name__ == "__main__":
    main()
