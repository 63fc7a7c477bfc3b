"""Which markets do the rules of matching have to hold in? Small ones, drawn by Hypothesis."""

import itertools
import random

from hypothesis import settings

from benchmarks.evaluator import evaluate
from core.matching.objective import may_meet, value
from core.matching.people import Group, Market, Person, Project
from core.matching.week import hours_of

ROLES = ("sewing", "tea", "music", "repair")
TONGUES = ("en", "de", "uk")


def examples(few: int) -> settings:
    """Try so many markets, and ten times as many with `--long`."""
    return settings(max_examples=few * settings().max_examples // 100, deadline=None)


def small_market(seed: int, people: int = 12, projects: int = 3, circles: bool = True) -> Market:
    """Draw a market in which much is possible and not everything."""
    luck = random.Random(seed)
    ids = [f"p{i}" for i in range(people)]
    everyone = tuple(_person(luck, ids, name) for name in ids)
    fewest = 0 if circles else 1
    begun = luck.sample(ids, projects)
    wanted = [tuple(luck.choice(ROLES) for _ in range(luck.choice((fewest, 2, 3, 4)))) for _ in begun]
    found = tuple(Project(f"g{i}", who, needs) for i, (who, needs) in enumerate(zip(begun, wanted, strict=True)))
    return Market(everyone, found)


def _person(luck: random.Random, ids: list[str], name: str) -> Person:
    topic = [luck.gauss(0, 1) for _ in range(3)]
    length = sum(x * x for x in topic) ** 0.5
    hours = sum(1 << hour for hour in luck.sample(range(20, 32), 8))
    return Person(
        id=name,
        topic=tuple(x / length for x in topic),
        roles=frozenset(luck.sample(ROLES, luck.randint(1, 2))),
        languages=frozenset(luck.sample(TONGUES, luck.randint(1, 2)) + (["en"] if luck.random() < 0.7 else [])),
        hours=hours,
        wait_days=luck.choice((0.0, 3.0, 20.0)),
        blocks=frozenset(other for other in ids if other != name and luck.random() < 0.05),
        likes=frozenset(other for other in ids if other != name and luck.random() < 0.1),
    )


def as_instance(market: Market) -> dict[str, object]:
    """Write a market as the evaluator reads it."""
    people = [
        {
            "id": person.id,
            "topic": list(person.topic),
            "roles": sorted(person.roles),
            "languages": sorted(person.languages),
            "hours": hours_of(person.hours),
            "wait_days": person.wait_days,
            "blocks": sorted(person.blocks),
            "likes": sorted(person.likes),
        }
        for person in market.people
    ]
    projects = [{"id": one.id, "initiator": one.initiator, "needs": list(one.needs)} for one in market.projects]
    return {"people": people, "projects": projects}


def judged(market: Market, groups: tuple[Group, ...]) -> float:
    """Let the independent evaluator check every rule and value the groups."""
    rows = [{"project": group.project, "members": {seat.person: seat.role for seat in group.seats}} for group in groups]
    return evaluate(as_instance(market), rows)


def by_brute_force(market: Market) -> float:
    """Try every group of every project and every choice among them."""
    begun = {project.initiator for project in market.projects}
    people = {person.id: person for person in market.people}
    free = [person for person in market.people if person.id not in begun]
    choices = []
    for project in market.projects:
        groups = [
            (frozenset(person.id for person in others), value(project, [people[project.initiator], *others]))
            for size in range(2, 7)
            for others in itertools.combinations(free, size)
            if may_meet(project, [people[project.initiator], *others])
        ]
        choices.append(groups)
    return _best(choices, frozenset())


def _best(choices: list[list[tuple[frozenset[str], float]]], taken: frozenset[str]) -> float:
    if not choices:
        return 0.0
    best = _best(choices[1:], taken)
    for members, worth in choices[0]:
        if not members & taken:
            best = max(best, worth + _best(choices[1:], taken | members))
    return best
