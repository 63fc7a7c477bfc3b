"""What does CP-SAT make of the same problem? Runs in a process of its own: ortools does not share one with HiGHS.

python -m benchmarks.cpsat PEOPLE SEED SECONDS

The budget is its own deterministic time and the seconds reported are the processor's: others use the machine too.
"""

import json
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import Any

from benchmarks.markets import market
from core.matching.objective import LIKING, TOPIC, cosine, waiting
from core.matching.people import Market, Person, Project

SCALE = 100_000


def model_of(people: Market) -> tuple[Any, Any]:
    """Write formation as a model: who takes which seat, which sizes and hours follow, and what they are worth."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    terms: list[tuple[int, Any]] = []
    known = {person.id: person for person in people.people}
    begun = {project.initiator for project in people.projects}
    free = [person for person in people.people if person.id not in begun]
    takes: dict[str, list[Any]] = {person.id: [] for person in free}
    for project in people.projects:
        terms += _project(model, project, known[project.initiator], free, takes)
    for variables in takes.values():
        model.add_at_most_one(variables)
    model.maximize(sum(weight * variable for weight, variable in terms))
    return cp_model, model


def _project(
    model: Any, project: Project, head: Person, free: list[Person], takes: dict[str, list[Any]]
) -> list[tuple[int, Any]]:
    """Add one project; return its terms of the objective."""
    close = [p for p in free if _may_sit_with(head, p) and p.roles & set(project.needs)]
    formed = model.new_bool_var("")
    inside: dict[str, Any] = {}
    seats: list[list[Any]] = [[] for _ in project.needs]
    terms = [(round(SCALE * (TOPIC * bool(len(head.topic)) + waiting(head))), formed)]
    for person in close:
        inside[person.id] = model.new_bool_var("")
        mine = [model.new_bool_var("") for role in project.needs if role in person.roles]
        taking = [seat for seat, role in zip(seats, project.needs, strict=True) if role in person.roles]
        for variable, seat in zip(mine, taking, strict=True):
            seat.append(variable)
        model.add(sum(mine) == inside[person.id])
        takes[person.id].append(inside[person.id])
        terms.append((round(SCALE * (TOPIC * cosine(person.topic, head.topic) + waiting(person))), inside[person.id]))
    for taken in seats:
        model.add_at_most_one(taken)
    sizes = _sizes(model, formed, inside)
    terms += [(round(SCALE * n * 0.30 * (n - 1) / len(project.needs)), sizes[n]) for n in sizes]
    terms += _hours(model, head, close, {**inside, head.id: formed}, sizes)
    _languages(model, head, close, inside, formed)
    return terms + _pairs(model, [head, *close], {**inside, head.id: formed})


def _may_sit_with(head: Person, person: Person) -> bool:
    apart = person.id in head.blocks or head.id in person.blocks
    return not apart and bool(head.languages & person.languages) and (head.hours & person.hours).bit_count() >= 2


def _sizes(model: Any, formed: Any, inside: dict[str, Any]) -> dict[int, Any]:
    sizes = {n: model.new_bool_var("") for n in range(3, 8)}
    model.add(sum(sizes.values()) == formed)
    model.add(sum(inside.values()) + formed == sum(n * size for n, size in sizes.items()))
    return sizes


def _hours(
    model: Any, head: Person, close: list[Person], inside: dict[str, Any], sizes: dict[int, Any]
) -> list[tuple[int, Any]]:
    """Count common hours up to six; a term for each size and number of hours."""
    hours, formed = [], inside[head.id]
    for hour in range(168):
        if head.hours >> hour & 1:
            can = model.new_bool_var("")
            model.add_implication(can, formed)
            for person in close:
                if not person.hours >> hour & 1:
                    model.add_implication(inside[person.id], can.negated())
            hours.append(can)
    both = {(n, k): model.new_bool_var("") for n in sizes for k in range(2, 7)}
    model.add(sum(both.values()) == formed)
    for n, size in sizes.items():
        model.add(sum(both[n, k] for k in range(2, 7)) == size)
    model.add(sum(k * variable for (_, k), variable in both.items()) <= sum(hours))
    return [(round(SCALE * n * 0.20 * k / 6), variable) for (n, k), variable in both.items()]


def _languages(model: Any, head: Person, close: list[Person], inside: dict[str, Any], formed: Any) -> None:
    spoken = {language: model.new_bool_var("") for language in sorted(head.languages)}
    model.add(sum(spoken.values()) >= formed)
    for person in close:
        for language in head.languages - person.languages:
            model.add_at_most_one([spoken[language], inside[person.id]])


def _pairs(model: Any, people: list[Person], there: dict[str, Any]) -> list[tuple[int, Any]]:
    """Keep blocked pairs apart; return terms for who likes whom."""
    terms = []
    for person in people:
        for other in person.blocks & set(there):
            model.add_at_most_one([there[person.id], there[other]])
        for other in person.likes & set(there):
            both = model.new_bool_var("")
            model.add_implication(both, there[person.id])
            model.add_implication(both, there[other])
            terms.append((round(SCALE * LIKING), both))
    return terms


def solve(size: int, seed: int, seconds: float) -> dict[str, object]:
    """Solve one generated market here and now.

    Args:
        seconds: As CP-SAT counts its own work; about those of a processor.
    """
    begun = time.process_time()
    cp_model, model = model_of(market(size, seed))
    solver = cp_model.CpSolver()
    solver.parameters.max_deterministic_time = seconds
    solver.parameters.max_time_in_seconds = 60 + 10 * seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    return {
        "value": solver.objective_value / SCALE,
        "bound": solver.best_objective_bound / SCALE,
        "proven": status == cp_model.OPTIMAL,
        "seconds": round(time.process_time() - begun, 1),
    }


def is_installed() -> bool:
    """Say whether the extra [bench] is here, without loading it."""
    return find_spec("ortools") is not None


def apart(size: int, seed: int, seconds: float) -> dict[str, object]:
    """Solve one generated market in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.cpsat", str(size), str(seed), str(seconds)]
    found: dict[str, object] = json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout)
    return found


def main() -> None:
    """Solve one market, or three sizes for comparison; print rows and one line of JSON."""
    if len(sys.argv) == 4:
        print(json.dumps(solve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))))
        return
    seconds = 90.0 if "--full" in sys.argv else 10.0
    rows = {size: apart(size, 1, seconds) for size in (40, 80, 120, 200)}
    for size, row in rows.items():
        print(size, row)
    print(json.dumps({"benchmark": "cpsat", "rows": rows}))


if __name__ == "__main__":
    main()
