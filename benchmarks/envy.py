"""How many envy somebody who waited less and has a seat they could take, and what does it cost that fewer do?"""

import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.formation import in_seconds
from benchmarks.markets import market
from core.matching.fairness import Fairness, longer_first, measure
from core.matching.formation.plan import by_moves, form
from core.matching.people import Group, Market
from core.matching.yielding import yield_seats

SIZE, SECONDS = 1_000, 5.0
A_DAY = 0.005
PLAIN = "as they fit"


def ways(people: Market) -> Iterator[tuple[str, Sequence[Group], float]]:
    """Form groups in each way; yields its name, the groups and the seconds of the processor that yielding took."""
    days: Mapping[str, float] = longer_first(people.people, A_DAY)
    for name, bonus in ((PLAIN, {}), (f"a day counts {A_DAY}", days)):
        groups = in_seconds(people, 1, SECONDS, time.process_time, bonus).groups
        yield name, groups, 0.0
        begun = time.process_time()
        yielded = yield_seats(people, groups)
        yield f"{name}, seats yielded", yielded, time.process_time() - begun


def main() -> None:
    """Compare on ten markets, three without `--full`; print a table and one line of JSON."""
    form(market(40, 1), 1, by_moves(200), effort=None)
    found: dict[str, list[tuple[float, Fairness, float]]] = {}
    for seed in range(1, 11 if "--full" in sys.argv else 4):
        people, plain = market(SIZE, seed), 0.0
        for name, groups, seconds in ways(people):
            worth = sum(group.value for group in groups)
            plain = plain or worth
            found.setdefault(name, []).append((worth / plain, measure(people, groups), seconds))
    rows = [_row(name, results) for name, results in found.items()]
    for row in rows:
        print(row)
    print(json.dumps({"benchmark": "envy", "rows": rows}))


def _row(name: str, results: Sequence[tuple[float, Fairness, float]]) -> dict[str, object]:
    fair = [measured for _, measured, _ in results]
    quarters = zip(*(one.seated for one in fair), strict=True)
    return {
        "way": name,
        "value, of as they fit": round(statistics.mean(share for share, _, _ in results), 4),
        "least": round(min(share for share, _, _ in results), 4),
        "envious": round(statistics.mean(one.envious for one in fair), 4),
        "most": round(max(one.envious for one in fair), 4),
        "blocking pairs a person": round(statistics.mean(one.blocking for one in fair), 3),
        "seated by quarter of waiting": [round(statistics.mean(quarter), 3) for quarter in quarters],
        "seconds": round(statistics.mean(seconds for _, _, seconds in results), 2),
    }


if __name__ == "__main__":
    main()
