"""How good are the groups of 100,000 people, how soon, and in how much memory?"""

import json
import sys
import time

from benchmarks.formation import in_seconds, memory
from benchmarks.markets import market
from core.matching.formation.laying import lay
from core.matching.formation.plan import by_moves, form, lagrangian
from core.matching.people import Group, Market


def bound_of_communities(communities: int, size: int, seed: int, tried: int) -> float:
    """Estimate the bound of all communities from the first so many."""
    total = 0.0
    for c in range(tried):
        people = market(size, seed * 1009 + c)
        total += lagrangian(lay(people), form(people, 1, by_moves(200), effort=None).value)
    return total / tried * communities


def run(people: Market, seconds: float) -> dict[str, object]:
    """Form groups and say how it went."""
    begun = time.perf_counter()
    formed = in_seconds(people, 1, seconds)
    wanted = {project.id: len(project.needs) for project in people.projects}
    return {
        "people": len(people.people),
        "value": round(formed.value, 1),
        "seconds": round(time.perf_counter() - begun, 1),
        "seated": round(sum(len(group.seats) for group in formed.groups) / len(people.people), 4),
        "formed": round(len(formed.groups) / len(people.projects), 4),
        "complete": round(_complete(formed.groups, wanted), 4),
        "rss_mb": round(memory()),
    }


def _complete(groups: tuple[Group, ...], wanted: dict[str, int]) -> float:
    return sum(len(group.seats) - 1 == wanted[group.project] for group in groups) / max(1, len(groups))


def main() -> None:
    """Form groups in one market and in communities; print rows and one line of JSON."""
    size = 100_000 if "--full" in sys.argv else 20_000
    seconds = size / 100_000 * 60
    form(market(40, 1), 1, by_moves(200), effort=None)
    rows = {"one market": run(market(size, 1), seconds)}
    rows["communities"] = run(market(size, 1, size // 200), seconds)
    bound = bound_of_communities(size // 200, 200, 1, 8)
    rows["communities"]["share of estimated bound"] = round(float(str(rows["communities"]["value"])) / bound, 4)
    for name, row in rows.items():
        print(name, row)
    print(json.dumps({"benchmark": "grand", "rows": rows}))


if __name__ == "__main__":
    main()
