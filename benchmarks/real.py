"""How well do 854 real people fit into groups? Their skills are real; hours and projects are generated."""

import csv
import gzip
import json
import random
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import rivals
from benchmarks.bounds import ceiling
from benchmarks.formation import in_seconds
from benchmarks.markets import market
from core.matching.formation.plan import by_moves, form
from core.matching.people import Market, Person, Project

SURVEY = Path(__file__).parents[2] / "shared" / "data" / "so2022_sample_people.csv.gz"
WANTED = 4


def people_of(path: Path) -> Market:
    """Read skills as roles and what people want to learn as needs of their projects."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    drawn, luck = market(len(rows), 1), random.Random(1)
    people = tuple(_person(row, person) for row, person in zip(rows, drawn.people, strict=True))
    begun = luck.sample(range(len(rows)), len(rows) // 6)
    projects = tuple(Project(f"g{i}", people[i].id, _needs(rows[i], luck)) for i in begun)
    return Market(people, tuple(project for project in projects if project.needs))


def _person(row: dict[str, str], drawn: Person) -> Person:
    return replace(drawn, roles=frozenset(_skills(row["have_skills"])))


def _skills(text: str) -> list[str]:
    return sorted({skill.strip() for skill in text.split(";") if skill.strip()})


def _needs(row: dict[str, str], luck: random.Random) -> tuple[str, ...]:
    wanted = _skills(row["want_skills"]) or _skills(row["have_skills"])
    return tuple(luck.sample(wanted, min(WANTED, len(wanted))))


def main() -> None:
    """Form groups of real people; print a row and one line of JSON."""
    if not SURVEY.exists():
        print("854 real people: skipped, ../shared/data is not there")
        return
    people = people_of(SURVEY)
    form(market(40, 1), 1, by_moves(200))
    begun = time.process_time()
    formed = in_seconds(people, 1, 5.0, time.process_time)
    seconds = time.process_time() - begun
    bound = ceiling(people, formed).most
    rows = {"ours": formed.value, "greedy": rivals.greedy(people).value, "first come": rivals.first_come(people).value}
    shares = {name: round(value / bound, 4) for name, value in rows.items()}
    print(f"{len(people.people)} real people in {seconds:.1f} s, share of the linear program:", shares)
    print(json.dumps({"benchmark": "real", "value": rows, "bound": bound, "share": shares}))


if __name__ == "__main__":
    main()
