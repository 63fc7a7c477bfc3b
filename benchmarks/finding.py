"""How fast are the best five open seats of many found, and what would other ways take?"""

import json
import random
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.markets import market
from core.matching.find import Opening, best_seats
from core.matching.finding import Openings
from core.matching.people import Person

ASKING = 200


def openings(size: int, seed: int) -> list[Opening]:
    """Draw open seats whose topics, hours, languages and roles come from a generated market."""
    luck, found = random.Random(seed), []
    base = market(6_000, seed)
    people = {person.id: person for person in base.people}
    for i in range(size):
        project = luck.choice(base.projects)
        person, wanted = people[project.initiator], len(project.needs)
        left = luck.randint(1, wanted)
        roles = frozenset(luck.sample(project.needs, left))
        hours = person.hours & luck.choice(base.people).hours or person.hours
        topic = luck.choice(base.people).topic
        found.append(Opening(f"o{i}", topic, roles, wanted, left, person.languages, hours))
    return found


def asking(seed: int) -> list[Person]:
    """Draw people who ask."""
    return list(market(6_000, seed + 1).people[:ASKING])


def timed(ask: Callable[[Person], Sequence[str]], people: Sequence[Person]) -> tuple[list[float], list[Sequence[str]]]:
    """Ask for everybody; return milliseconds of the processor, which others use too, and answers."""
    times, answers = [], []
    for person in people:
        begun = time.process_time()
        answers.append(ask(person))
        times.append((time.process_time() - begun) * 1000)
    return times, answers


def full_text(rows: Sequence[Opening]) -> Callable[[Person], Sequence[str]]:
    """Ask SQLite FTS5 for roles and languages, and score the first hundred again."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table seats using fts5(roles, languages)")
    words = [(i, " ".join(row.roles).replace("-", ""), " ".join(row.languages)) for i, row in enumerate(rows)]
    base.executemany("insert into seats(rowid, roles, languages) values (?, ?, ?)", words)

    def ask(person: Person) -> Sequence[str]:
        roles = " OR ".join(role.replace("-", "") for role in sorted(person.roles))
        spoken = " OR ".join(sorted(person.languages))
        query = f"roles:({roles}) AND languages:({spoken})"
        hits = base.execute("select rowid from seats where seats match ? order by rank limit 100", (query,)).fetchall()
        return [fit.opening.id for fit in best_seats(person, [rows[i] for (i,) in hits])]

    return ask


def compare(size: int) -> dict[str, object]:
    """Compare ways at one size; milliseconds p50 and p95, recall against the full scan."""
    rows, index, people = openings(size, 1), Openings(), asking(1)
    begun = time.process_time()
    for row in rows:
        index.put(row)
    built = time.process_time() - begun
    scanned = people[: max(5, 200_000 // size)]
    scan, right = timed(lambda person: [fit.opening.id for fit in best_seats(person, rows)], scanned)
    ours, answers = timed(lambda person: [fit.opening.id for fit in index.best(person)], people)
    text, texts = timed(full_text(rows), scanned)
    begun = time.process_time()
    for row in rows[:1000]:
        index.put(row)
    update = (time.process_time() - begun) * 1000
    block = np.ones(size * 32, np.float32)
    begun = time.process_time()
    float(block.sum())
    read = (time.process_time() - begun) * 1000
    return {
        "seats": size,
        "ours p50": _at(ours, 50),
        "ours p95": _at(ours, 95),
        "recall": _recall(right, answers),
        "update us": round(update, 1),
        "scan p50": _at(scan, 50),
        "fts5 p50": _at(text, 50),
        "fts5 recall": _recall(right, texts),
        "all vectors read ms": round(read, 3),
        "build s": round(built, 1),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _at(times: Sequence[float], percent: int) -> float:
    return round(statistics.quantiles(times, n=100)[percent - 1], 3)


def _recall(right: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    hits = sum(len(set(a) & set(b)) for a, b in zip(right, found, strict=False))
    return round(hits / max(1, sum(map(len, right))), 3)


def main() -> None:
    """Compare at each size; print a table and one line of JSON."""
    sizes = (10_000, 100_000, 1_000_000) if "--full" in sys.argv else (10_000, 100_000)
    rows = []
    for size in sizes:
        rows.append(compare(size))
        if len(rows) == 1:
            print("".join(f"{name:>20}" for name in rows[0]))
        print("".join(f"{value!s:>20}" for value in rows[-1].values()), flush=True)
    print(json.dumps({"benchmark": "finding", "rows": rows}))


if __name__ == "__main__":
    main()
