"""How good are the groups of one instance file, and how soon? Without a file: of generated markets, beside rivals.

python -m benchmarks.formation --instance FILE --seed N (--seconds S | --iterations N)
"""

import argparse
import json
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks import cpsat, rivals
from benchmarks.bounds import ceiling
from benchmarks.markets import market
from core.matching.formation.grand import ONE_SEARCH, form_any
from core.matching.formation.plan import Budget, Formed, by_moves, form
from core.matching.formation.proving import Effort
from core.matching.instance import read_market
from core.matching.people import Market

Clock = Callable[[], float]

SEARCHED = 0.1
BRANCHES, MOVES, REPACKS = 30_000, 6_000, 300  # a second, about
SEARCHING = 0.75  # share of the seconds; the rest is cutting and laying out


def by_seconds(seconds: float, clock: Clock = time.perf_counter) -> Iterator[float]:
    """Spend so many seconds; only benchmarks may, because what comes out differs from run to run."""
    begun = clock()
    while (spent := clock() - begun) < seconds:
        yield spent / seconds


def memory() -> float:
    """Say the most memory this process and its largest worker held, MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def in_seconds(
    people: Market,
    seed: int,
    seconds: float,
    clock: Clock = time.perf_counter,
    bonus: Mapping[str, float] | None = None,
) -> Formed:
    """Form groups within so many seconds: small markets search a little, then look for a proof.

    Args:
        clock: On a machine shared with others, that of the processor is fairer.
        bonus: Extra value of seating a person, by id.
    """
    workers = os.cpu_count() or 1
    if len(people.people) > ONE_SEARCH:
        each = SEARCHING * seconds * workers / len(people.people) / 2

        def measure(part: Market) -> Budget:
            return partial(by_seconds, each * len(part.people), clock)

        return form_any(people, seed, (measure, measure), bonus, workers)
    small = len(people.people) <= 400
    budget = partial(by_seconds, seconds * (SEARCHED if small else 0.85), clock)
    effort = Effort(branches=round(BRANCHES * seconds), moves=round(MOVES * seconds), repacks=round(REPACKS * seconds))
    return form(people, seed, budget, bonus, effort=effort if small else None)


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
        formed = form_any(people, seed, [lambda _part: budget] * 2, workers=os.cpu_count() or 1)
    else:
        formed = in_seconds(people, seed, seconds)
    print(json.dumps(row(formed, time.perf_counter() - begun)))


def compare(size: int, seeds: Sequence[int], seconds: float, model_seeds: int) -> dict[str, object]:
    """Compare ways on markets of one size; each value as a share of the optimum, or of the lowest ceiling known.

    Args:
        seconds: Of processor time for ours; CP-SAT gets ten times as much.
        model_seeds: Of how many seeds CP-SAT solves the same problem.
    """
    shares: dict[str, list[float]] = {"first come": [], "greedy": [], "CP-SAT": [], "ours": []}
    proven, known, held, worth, took, model_took = 0, 0, 0.0, [], [], [0.0]
    for seed in seeds:
        people = market(size, seed)
        begun = time.process_time()
        ours = in_seconds(people, seed, seconds, time.process_time)
        took.append(time.process_time() - begun)
        held = held or memory()  # of the first, before rivals and ceilings had theirs
        worth.append(ours.value)
        bound, reached = ceiling(people, ours)
        shares["first come"].append(rivals.first_come(people).value / bound)
        shares["greedy"].append(rivals.greedy(people).value / bound)
        shares["ours"].append(ours.value / bound)
        if seed <= model_seeds and cpsat.is_installed():
            model = cpsat.apart(size, seed, 10 * seconds)
            shares["CP-SAT"].append(float(str(model["value"])) / bound)
            model_took.append(float(str(model["seconds"])))
        proven, known = proven + ours.proven, known + reached
    found: dict[str, object] = {"people": size, "seeds": len(seeds), "proven": proven, "optimum known": known}
    found["rss_mb"], found["value"] = round(held), round(statistics.mean(worth), 2)
    found["seconds"], found["CP-SAT seconds"] = round(statistics.mean(took), 2), round(max(model_took), 1)
    for name, values in shares.items():
        found[name] = round(statistics.mean(values), 4) if values else None
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
    table(range(1, 11) if asked.full else range(1, 4), asked.full)


def table(seeds: Sequence[int], full: bool) -> None:
    """Print the table of formation; shares are of the optimum where it is proven, of a bound elsewhere."""
    form(market(40, 1), 1)
    form(market(200, 2), 1, by_moves(200), effort=Effort(branches=10, moves=200, repacks=2))
    rows = []
    for size, seconds, models in ((40, 1.0, 3), (80, 1.0, 2), (120, 1.0, 2), (200, 1.0, 2), (1000, 5.0, 0)):
        rows.append(compare(size, seeds, seconds, models if full else min(models, 1)))
        if len(rows) == 1:
            print("".join(f"{name:>15}" for name in rows[0]))
        print("".join(f"{value!s:>15}" for value in rows[-1].values()), flush=True)
    print(json.dumps({"benchmark": "formation", "rows": rows}))


if __name__ == "__main__":
    main()
