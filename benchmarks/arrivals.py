"""What is left of the hindsight value when people arrive one by one and every fifth declines?"""

import json
import random
import sys
from collections.abc import Mapping
from dataclasses import replace

from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.formation.replan import Replanned, agreed, arrived, declined, replan
from core.matching.objective import may_meet, value
from core.matching.people import Group, Market, Person, Project

DECLINES = 0.2
LAST_ROUNDS = 6
MOVES = by_moves(4_000)


def live(everybody: Market, every: int, seed: int) -> tuple[float, float]:
    """Let people arrive and be asked; return the value of what became firm and the mean wait in arrivals."""
    luck = random.Random(seed)
    now = Market((), ())
    since: dict[str, int] = {}
    waits: list[int] = []
    begun = {project.initiator: project for project in everybody.projects}
    for at, person in enumerate(everybody.people):
        now, since[person.id] = arrived(now, person), at
        if person.id in begun:
            now = replace(now, projects=(*now.projects, begun[person.id]))
        if at % every == every - 1:
            now = _ask(_plan(now, at).market, luck, since, waits, at, late=False)
    for at in range(LAST_ROUNDS):
        now = _ask(_plan(now, at).market, luck, since, waits, len(everybody.people), late=True)
    return _worth(now), sum(waits) / max(1, len(waits))


def _plan(now: Market, seed: int) -> Replanned:
    return replan(now, [project.id for project in now.projects], seed, MOVES)


def _ask(now: Market, luck: random.Random, since: dict[str, int], waits: list[int], at: int, *, late: bool) -> Market:
    """Ask everybody in complete groups, and at the end in all of them."""
    wanted = {project.id: len(project.needs) for project in now.projects}
    firm = {seat.person for group in now.firm for seat in group.seats}
    for group in now.tentative:
        if not late and len(group.seats) - 1 < wanted[group.project]:
            continue
        for seat in group.seats[1:]:
            if seat.person in firm:
                continue
            if luck.random() < DECLINES:
                now = declined(now, seat.person, group.project)
            else:
                now = agreed(now, seat.person, group.project)
                waits.append(at - since[seat.person])
    return now


def _worth(now: Market) -> float:
    people = {person.id: person for person in now.people}
    projects = {project.id: project for project in now.projects}
    return sum(_value(group, projects[group.project], people) for group in now.firm)


def _value(group: Group, project: Project, people: Mapping[str, Person]) -> float:
    members = [people[seat.person] for seat in group.seats]
    return value(project, members) if may_meet(project, members) else 0.0


def main() -> None:
    """Compare intervals of planning; print a table and one line of JSON."""
    size = 1_000 if "--full" in sys.argv else 300
    everybody = market(size, 1)
    hindsight = form(everybody, 1, effort=None).value
    rows = []
    for every in (25, 100, 250):
        reached, wait = live(everybody, every, 1)
        rows.append({"every": every, "share of hindsight": round(reached / hindsight, 4), "mean wait": round(wait, 1)})
        print(rows[-1], flush=True)
    print(json.dumps({"benchmark": "arrivals", "people": size, "rows": rows}))


if __name__ == "__main__":
    main()
