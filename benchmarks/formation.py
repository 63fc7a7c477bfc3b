"""How good are the groups of one instance file, and how soon? Without a file: of generated markets, beside rivals.

python -m benchmarks.formation --instance FILE --seed N (--seconds S | --iterations N)
"""

import argparse
import json
import os
import resource
import statistics
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import rivals
from benchmarks.markets import market
from core.matching.formation.grand import ONE_SEARCH, form_any
from core.matching.formation.laying import lay
from core.matching.formation.plan import Budget, Effort, Formed, by_moves, form, lagrangian
from core.matching.instance import read_market
from core.matching.people import Market

SEARCHED = 0.3
PART = 1_250  # people, about; parts of communities are smaller and more


def by_seconds(seconds: float) -> Iterator[float]:
    """Spend so many seconds; only benchmarks may, because what comes out differs from run to run."""
    begun = time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        yield spent / seconds


def memory() -> float:
    """Say the most memory this process and its largest worker held, MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def in_seconds(people: Market, seed: int, seconds: float) -> Formed:
    """Form groups within so many seconds: small markets search, then look for a proof."""
    workers = os.cpu_count() or 1
    if len(people.people) > ONE_SEARCH:
        each = 0.75 * seconds * workers * PART / len(people.people) / 2
        return form_any(people, seed, (partial(by_seconds, each), partial(by_seconds, each)), workers=workers)
    small = len(people.people) <= 400
    budget = partial(by_seconds, seconds * (SEARCHED if small else 0.85))
    return form(people, seed, budget, effort=Effort(columns=3_000, seconds=seconds * 0.4) if small else None)


def row(formed: Formed, seconds: float) -> dict[str, object]:
    """Write a result as the instance format asks for it."""
    groups = [
        {"project": group.project, "members": {seat.person: seat.role for seat in group.seats}}
        for group in formed.groups
    ]
    return {
        "groups": groups,
        "value": formed.value,
        "seconds": round(seconds, 3),
        "rss_mb": round(memory(), 1),
        "proven": formed.proven,
        "bound": formed.bound,
    }


def solve_file(path: Path, seed: int, seconds: float | None, iterations: int) -> None:
    """Form groups for one file and print them."""
    people = read_market(path.read_bytes())
    form(market(12, 1), 1, by_moves(1))
    begun = time.perf_counter()
    if seconds is None:
        budget: Budget = by_moves(iterations)
        formed = form_any(people, seed, (budget, budget), workers=os.cpu_count() or 1)
    else:
        formed = in_seconds(people, seed, seconds)
    print(json.dumps(row(formed, time.perf_counter() - begun)))


def compare(size: int, seeds: Sequence[int], seconds: float) -> dict[str, object]:
    """Compare ways on markets of one size; each value as a share of the lowest bound known."""
    shares: dict[str, list[float]] = {"first come": [], "greedy": [], "ours": []}
    proven, took = 0, []
    for seed in seeds:
        people = market(size, seed)
        begun = time.perf_counter()
        ours = in_seconds(people, seed, seconds)
        took.append(time.perf_counter() - begun)
        bound = ours.bound or lagrangian(lay(people), ours.value)
        shares["first come"].append(rivals.first_come(people).value / bound)
        shares["greedy"].append(rivals.greedy(people).value / bound)
        shares["ours"].append(ours.value / bound)
        proven += ours.proven
    found: dict[str, object] = {"people": size, "seeds": len(seeds), "proven": proven, "rss_mb": round(memory())}
    found["seconds"] = round(statistics.mean(took), 2)
    for name, values in shares.items():
        found[name] = round(statistics.mean(values), 4)
    found["worst of ours"] = round(min(shares["ours"]), 4)
    return found


def main() -> None:
    """Solve one file, or compare on generated markets and print a table and one line of JSON."""
    words = argparse.ArgumentParser()
    words.add_argument("--instance", type=Path)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--seconds", type=float)
    words.add_argument("--iterations", type=int, default=50_000)
    words.add_argument("--full", action="store_true")
    asked, _ = words.parse_known_args()
    if asked.instance:
        solve_file(asked.instance, asked.seed, asked.seconds, asked.iterations)
        return
    table(range(1, 11) if asked.full else range(1, 4))


def table(seeds: Sequence[int]) -> None:
    """Print the table of formation; shares are of the optimum where it is proven, of a bound elsewhere."""
    form(market(40, 1), 1)
    rows = []
    for size, seconds in ((40, 1.0), (80, 1.0), (120, 1.0), (200, 1.0), (1000, 5.0)):
        rows.append(compare(size, seeds if size < 1000 else seeds[:3], seconds))
        if len(rows) == 1:
            print("".join(f"{name:>15}" for name in rows[0]))
        print("".join(f"{value!s:>15}" for value in rows[-1].values()), flush=True)
    print(json.dumps({"benchmark": "formation", "rows": rows}))


if __name__ == "__main__":
    main()
