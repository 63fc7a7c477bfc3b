"""How good are teams by the cost of the package team-formation: its own solver's, and those of our way of searching?

It divides everybody into teams of given sizes and counts, attribute by attribute, what a team misses; nobody begins a
project, no seat wants a role. That is another problem than ours, so what searches here is our annealing with moves of
its own (`benchmarks.exchanges`), not `core.matching.formation`. Each way runs in a process of its own: ortools and
HiGHS do not share one, and so memory can be told apart.

python -m benchmarks.teams WAY PEOPLE SEED SECONDS
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple, cast

TEAM = 5


class Participant(NamedTuple):
    """One row of a roster as the package's documentation shows it.

    Attributes:
        working_time: Any of five parts of the day.
        years_experience: Whole years.
    """

    gender: str
    job_function: str
    company: str
    years_experience: int
    working_time: list[str]


CONSTRAINTS = (
    ("gender", "diversify"),
    ("job_function", "cluster"),
    ("company", "different"),
    ("years_experience", "cluster_numeric"),
    ("working_time", "cluster"),
)
"""All the kinds the package knows, each with weight 1."""


def roster(size: int, seed: int) -> list[Participant]:
    """Draw people."""
    luck = random.Random(seed)
    parts = ("00-05", "05-10", "10-15", "15-20", "20-24")
    return [
        Participant(
            luck.choices(("Female", "Male", "Other"), (45, 45, 10))[0],
            luck.choice(("Contributor", "Manager", "Executive")),
            luck.choice("ABCDEFGH"),
            min(30, int(luck.expovariate(0.1))),
            sorted(luck.sample(parts, luck.randint(1, 3))),
        )
        for _ in range(size)
    ]


def sizes_of(size: int) -> list[int]:
    """Say how large teams are: five, or one more where people would be left over, the largest first."""
    teams = size // TEAM
    base, more = divmod(size, teams)
    return [base + 1] * more + [base] * (teams - more)


def values_of(people: Sequence[Participant], attribute: str) -> list[str]:
    """List all values of an attribute, ascending."""
    return sorted({value for person in people for value in held(person, attribute)})


def held(person: Participant, attribute: str) -> list[str]:
    """List the values one person has."""
    value = getattr(person, attribute)
    return value if isinstance(value, list) else [value]


def target(people: Sequence[Participant], attribute: str, value: str, size: int) -> int:
    """Say how many of a team should have a value, were it like everybody."""
    return round(sum(value in held(person, attribute) for person in people) / len(people) * size)


def cost(people: Sequence[Participant], teams: Sequence[Sequence[int]]) -> int:
    """Add up what teams miss, as the package's model does, in plain words."""
    total = 0
    for team in teams:
        members = [people[i] for i in team]
        for attribute, kind in CONSTRAINTS:
            if kind == "cluster_numeric":
                years = [int(getattr(person, attribute)) for person in members]
                total += max(years) - min(years)
                continue
            counts = Counter(value for person in members for value in held(person, attribute))
            if kind == "diversify":
                known = values_of(people, attribute)[:-1]
                total += sum(abs(counts[value] - target(people, attribute, value, len(team))) for value in known)
            elif kind == "cluster":
                total += len(team) - max(counts.values())
            else:
                total += sum(count - 1 for count in counts.values())
    return total


def theirs(people: Sequence[Participant], seconds: float) -> dict[str, object]:
    """Ask the package; seconds are those of the clock, as its own interface has it, with a worker for every core."""
    import pandas as pd
    from ortools.sat.python import cp_model
    from team_formation.team_assignment import TeamAssignment

    rows = pd.DataFrame([person._asdict() for person in people])
    rules = pd.DataFrame([(*rule, 1) for rule in CONSTRAINTS], columns=["attribute", "type", "weight"])
    found = TeamAssignment(rows, rules, TEAM)
    found.solve(max_time_in_seconds=seconds)
    if not found.solution_found:
        return {"teams": None, "bound": None, "proven": False}
    teams: list[list[int]] = [[] for _ in found.team_sizes]
    for i, number in enumerate(found.participants["team_num"]):
        teams[number].append(i)
    if cost(people, teams) > round(found.solver.objective_value):
        raise ValueError("our reading of their cost is not theirs")
    return {"teams": teams, "bound": found.solver.best_objective_bound, "proven": found.status == cp_model.OPTIMAL}


def ours(people: Sequence[Participant], seconds: float) -> dict[str, object]:
    """Exchange people between teams for so many seconds of the processor, with one thread."""
    from benchmarks import exchanges

    teams = exchanges.search(people, 1, seconds)
    everybody = sorted(i for team in teams for i in team)
    if [len(team) for team in teams] != sizes_of(len(people)) or everybody != [*range(len(people))]:
        raise ValueError("somebody is missing or twice there")
    return {"teams": teams}


def here(way: str, size: int, seed: int, seconds: float) -> dict[str, object]:
    """Form teams of one roster here and now; seconds are the processor's."""
    people = roster(size, seed)
    if way == "ours":
        ours(roster(15, 0), 0.01)
    begun, started = time.process_time(), time.perf_counter()
    found = theirs(people, seconds) if way == "theirs" else ours(people, seconds)
    found["seconds"] = round(time.process_time() - begun, 2)
    found["on the clock"] = round(time.perf_counter() - started, 2)
    teams = cast("list[list[int]] | None", found.pop("teams"))
    found["cost"] = cost(people, teams) if teams else None
    found["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def apart(way: str, size: int, seed: int, seconds: float) -> dict[str, Any]:
    """Form teams of one roster in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.teams", way, str(size), str(seed), str(seconds)]
    found: dict[str, Any] = json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout)
    return found


def compare(size: int, seed: int, seconds: float) -> dict[str, object]:
    """Let both ways form teams of one roster; ours has no more of the processor than theirs used."""
    package = apart("theirs", size, seed, seconds)
    own = apart("ours", size, seed, min(seconds, package["seconds"]))
    soon = apart("ours", size, seed, min(seconds, package["seconds"]) / 10)
    return {
        "people": size,
        "seed": seed,
        "theirs": package["cost"],
        "their bound": package["bound"],
        "proven": package["proven"],
        "ours": own["cost"],
        "a tenth": soon["cost"],
        "their s": package["seconds"],
        "our s": own["seconds"],
        "their MB": package["rss_mb"],
        "our MB": own["rss_mb"],
    }


def main() -> None:
    """Form teams of one roster, or compare on several; print rows and one line of JSON."""
    if len(sys.argv) == 5:
        print(json.dumps(here(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))))
        return
    if find_spec("team_formation") is None:
        print("the extra [bench] is not installed")
        return
    seeds, seconds = (range(1, 4), 15.0) if "--full" in sys.argv else (range(1, 2), 5.0)
    rows = []
    for size in (10, 15, 30, 60, 120):
        for seed in seeds:
            rows.append(compare(size, seed, seconds))
            if len(rows) == 1:
                print("".join(f"{name:>12}" for name in rows[0]))
            print("".join(f"{value!s:>12}" for value in rows[-1].values()), flush=True)
    print(json.dumps({"benchmark": "teams", "rows": rows}))


if __name__ == "__main__":
    main()
