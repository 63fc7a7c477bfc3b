"""How does the share of the bound grow with seconds? Draws docs/matching.svg."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks import rivals
from benchmarks.formation import in_seconds
from benchmarks.markets import market
from core.matching.formation.columns import Columns, add_plan, find_bound
from core.matching.formation.laying import lay
from core.matching.formation.plan import by_moves, form, search

SECONDS = (0.25, 0.5, 1.0, 2.0, 4.0)
PLACE = Path(__file__).parents[1] / "docs" / "matching.svg"


def bound_of(size: int, seed: int) -> float:
    """Work out the bound of the linear program."""
    table = lay(market(size, seed))
    columns = Columns()
    add_plan(table.board, columns, search(table, seed, by_moves(2_000)))
    return find_bound(table.board, columns, 120, near=1e-3, branches=50_000_000).most


def draw(shares: Sequence[float], greedy: float, first: float, size: int) -> None:
    """Draw the picture."""
    from matplotlib import pyplot  # noqa: PLC0415 - only to draw

    figure, axes = pyplot.subplots(figsize=(6, 3.5))
    axes.plot(SECONDS, shares, "o-", label="ours")
    axes.axhline(greedy, linestyle="--", color="grey", label="greedy")
    axes.axhline(first, linestyle=":", color="grey", label="first come, first served")
    axes.set(xlabel="seconds", ylabel="share of the bound", title=f"{size} people", xscale="log")
    axes.legend(loc="center right")
    figure.tight_layout()
    figure.savefig(PLACE, metadata={"Date": None})


def main() -> None:
    """Measure, draw, and print one line of JSON."""
    size, seed = 400, 1
    people, bound = market(size, seed), bound_of(size, seed)
    form(market(40, 1), 1, by_moves(200))
    shares = [in_seconds(people, seed, seconds).value / bound for seconds in SECONDS]
    greedy, first = rivals.greedy(people).value / bound, rivals.first_come(people).value / bound
    draw(shares, greedy, first, size)
    print("seconds", SECONDS, "share", [round(share, 4) for share in shares])
    print(json.dumps({"benchmark": "picture", "bound": bound, "ours": shares, "greedy": greedy, "first come": first}))


if __name__ == "__main__":
    main()
