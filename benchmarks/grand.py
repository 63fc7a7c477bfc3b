"""How good are the groups of 100,000 people, how soon, and in how much memory?

Budgets are the processor's seconds, in every worker: others use the machine too.
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Sequence

import numpy as np

from benchmarks.formation import in_seconds, memory
from benchmarks.held import watched
from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.formation.proving import Effort
from core.matching.people import Group, Market

Row = dict[str, float]


def share_of_bound(people: Market, groups: tuple[Group, ...], tried: int) -> float:
    """Compare the first communities, which share no language with others, with their own bounds."""
    value = bound = 0.0
    for c in range(tried):
        name = f"c{c}-"
        own = tuple(person for person in people.people if person.id.startswith(name))
        projects = tuple(project for project in people.projects if project.id.startswith(name))
        found = sum(group.value for group in groups if group.project.startswith(name))
        part = Market(own, projects)
        bound += form(part, 1, by_moves(2_000), effort=Effort(branches=1_000, moves=0, repacks=0)).bound or np.inf
        value += found
    return value / bound


def processor() -> float:
    """Say how many seconds of the processor this process and its workers that ended have had."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def run(people: Market, seconds: float, tried: int = 0) -> Row:
    """Form groups and say how it went; `tried` communities are compared with their bounds."""
    begun, spent = time.perf_counter(), processor()
    with watched() as held:
        formed = in_seconds(people, 1, seconds, time.process_time)
    took, spent = time.perf_counter() - begun, processor() - spent
    wanted = {project.id: len(project.needs) for project in people.projects}
    row: Row = {
        "people": len(people.people),
        "value": round(formed.value, 1),
        "processor s": round(spent, 1),
        "on the clock": round(took, 1),
        "seated": round(sum(len(group.seats) for group in formed.groups) / len(people.people), 4),
        "formed": round(len(formed.groups) / len(people.projects), 4),
        "complete": round(_complete(formed.groups, wanted), 4),
        "rss_mb": round(memory()),
        "held together mb": round(held.most),
    }
    return row | {"share of bound": round(share_of_bound(people, formed.groups, tried), 4)} if tried else row


def _complete(groups: tuple[Group, ...], wanted: dict[str, int]) -> float:
    return sum(len(group.seats) - 1 == wanted[group.project] for group in groups) / max(1, len(groups))


def main() -> None:
    """Form groups in one market and in communities, of each seed; print rows, means and one line of JSON."""
    words = argparse.ArgumentParser()
    words.add_argument("--full", action="store_true", help="100,000 people instead of 20,000")
    words.add_argument("--seeds", type=int, default=1)
    asked, _ = words.parse_known_args()
    size = 100_000 if asked.full else 20_000
    seconds = size / 100_000 * 60
    form(market(40, 1), 1, by_moves(200), effort=None)
    rows: dict[str, list[Row]] = {"one market": [], "communities": []}
    for seed in range(1, asked.seeds + 1):
        rows["one market"].append(run(market(size, seed), seconds))
        rows["communities"].append(run(market(size, seed, size // 200), seconds, tried=8))
        for name, found in rows.items():
            print(name, "seed", seed, found[-1], flush=True)
    means = {name: _means(found) for name, found in rows.items()}
    for name, mean in means.items():
        print(name, "in the mean", mean)
    print(json.dumps({"benchmark": "grand", "seeds": asked.seeds, "means": means, "rows": rows}))


def _means(rows: Sequence[Row]) -> Row:
    return {name: round(statistics.mean(row[name] for row in rows), 4) for name in rows[0]}


if __name__ == "__main__":
    main()
