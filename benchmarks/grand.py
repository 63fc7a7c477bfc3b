"""How good are the groups of 100,000 people, how soon, and in how much memory?

Budgets are the processor's seconds, in every worker: others use the machine too.
"""

import json
import resource
import sys
import time

import numpy as np

from benchmarks.formation import in_seconds, memory
from benchmarks.held import watched
from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.formation.proving import Effort
from core.matching.people import Group, Market


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


def run(people: Market, seconds: float, tried: int = 0) -> dict[str, object]:
    """Form groups and say how it went."""
    begun, spent = time.perf_counter(), processor()
    with watched() as held:
        formed = in_seconds(people, 1, seconds, time.process_time)
    took, spent = time.perf_counter() - begun, processor() - spent
    wanted = {project.id: len(project.needs) for project in people.projects}
    return {
        "people": len(people.people),
        "value": round(formed.value, 1),
        "processor s": round(spent, 1),
        "on the clock": round(took, 1),
        "seated": round(sum(len(group.seats) for group in formed.groups) / len(people.people), 4),
        "formed": round(len(formed.groups) / len(people.projects), 4),
        "complete": round(_complete(formed.groups, wanted), 4),
        "rss_mb": round(memory()),
        "held together mb": round(held.most),
        "share of bound": round(share_of_bound(people, formed.groups, tried), 4) if tried else None,
    }


def _complete(groups: tuple[Group, ...], wanted: dict[str, int]) -> float:
    return sum(len(group.seats) - 1 == wanted[group.project] for group in groups) / max(1, len(groups))


def main() -> None:
    """Form groups in one market and in communities; print rows and one line of JSON."""
    size = 100_000 if "--full" in sys.argv else 20_000
    seconds = size / 100_000 * 60
    form(market(40, 1), 1, by_moves(200), effort=None)
    rows = {"one market": run(market(size, 1), seconds)}
    print("one market", rows["one market"], flush=True)
    rows["communities"] = run(market(size, 1, size // 200), seconds, tried=8)
    print("communities", rows["communities"])
    print(json.dumps({"benchmark": "grand", "rows": rows}))


if __name__ == "__main__":
    main()
