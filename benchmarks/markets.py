"""What does a market of so many people look like? Generated, the same for the same seed."""

import json
import math
import random
import sys
from array import array
from collections.abc import Sequence

from core.matching.people import Market, Person, Project
from core.matching.week import later, week_of

WIDTH = 32
PEOPLE_PER_PROJECT = 6
ROLES = (
    *("organising", "writing", "design", "photography", "cooking", "carpentry", "electronics", "sewing"),
    *("tea", "teaching", "music", "translating", "bookkeeping", "gardening", "first-aid", "programming"),
)
TONGUES = (("en", 0.7), ("de", 0.25), ("es", 0.2), ("ru", 0.2), ("uk", 0.12))
ZONES = (0, 1, 1, 1, 1, 1, 2, 2, 2, 3, -5)


def market(people: int, seed: int, communities: int = 1) -> Market:
    """Generate a market.

    Args:
        people: How many seek, in all communities together.
        communities: Parts that share no language, so that nobody can meet across them.
    """
    parts = [
        _community(people // communities, seed * 1009 + c, f"c{c}-" * (communities > 1)) for c in range(communities)
    ]
    return Market(
        tuple(person for part in parts for person in part.people),
        tuple(project for part in parts for project in part.projects),
    )


def _community(size: int, seed: int, name: str) -> Market:
    luck = random.Random(seed)
    centres = [_direction(luck) for _ in range(max(3, size // 120))]
    ids = [f"{name}p{i}" for i in range(size)]
    people = tuple(_person(luck, ids, i, centres, name) for i in range(size))
    begun = luck.sample(range(size), size // PEOPLE_PER_PROJECT)
    projects = tuple(Project(f"{name}g{i}", ids[who], _needs(luck)) for i, who in enumerate(begun))
    return Market(people, projects)


def _direction(luck: random.Random) -> list[float]:
    return _unit([luck.gauss(0, 1) for _ in range(WIDTH)])


def _unit(numbers: Sequence[float]) -> list[float]:
    length = math.sqrt(sum(x * x for x in numbers))
    return [x / length for x in numbers]


def _person(luck: random.Random, ids: Sequence[str], i: int, centres: Sequence[Sequence[float]], name: str) -> Person:
    centre, spread = luck.choice(centres), luck.uniform(0.6, 1.1)
    noise = _direction(luck)
    others = [ids[luck.randrange(len(ids))] for _ in range(2)]
    return Person(
        id=ids[i],
        topic=array("d", _unit([c + spread * n for c, n in zip(centre, noise, strict=True)])),
        roles=frozenset(_role(luck) for _ in range(luck.choice((1, 1, 2, 2, 3)))),
        languages=_languages(luck, name),
        hours=_hours(luck),
        wait_days=min(60.0, luck.expovariate(1 / 8)),
        blocks=frozenset({others[0]} - {ids[i]} if luck.random() < 0.15 else ()),
        likes=frozenset({others[1]} - {ids[i]} if luck.random() < 0.3 else ()),
    )


def _role(luck: random.Random) -> str:
    """Some roles are five times as common as others."""
    return ROLES[int(len(ROLES) * luck.random() ** 1.5)]


def _languages(luck: random.Random, name: str) -> frozenset[str]:
    spoken = {name + tongue for tongue, share in TONGUES if luck.random() < share}
    return frozenset(spoken or {name + "en"})


def _hours(luck: random.Random) -> int:
    """Three to five weekday evenings, sometimes a weekend day or mornings, in the person's own zone."""
    week, begin = 0, luck.choice((17, 18, 18))
    for day in luck.sample(range(5), luck.randint(3, 5)):
        week |= week_of(day * 24 + hour for hour in range(begin, begin + luck.randint(3, 5)))
    for day in (5, 6):
        if luck.random() < 0.5:
            morning = luck.choice((9, 10, 13))
            week |= week_of(day * 24 + hour for hour in range(morning, morning + luck.randint(4, 8)))
    return later(week, -luck.choice(ZONES))


def _needs(luck: random.Random) -> tuple[str, ...]:
    return tuple(_role(luck) for _ in range(luck.choice((2, 3, 4, 4, 5, 6))))


def write(market_: Market) -> str:
    """Write a market in the instance format."""
    people = [
        {
            "id": person.id,
            "topic": [round(x, 6) for x in person.topic],
            "roles": sorted(person.roles),
            "languages": sorted(person.languages),
            "hours": [hour for hour in range(168) if person.hours >> hour & 1],
            "wait_days": round(person.wait_days, 3),
            "blocks": sorted(person.blocks),
            "likes": sorted(person.likes),
        }
        for person in market_.people
    ]
    projects = [{"id": p.id, "initiator": p.initiator, "needs": list(p.needs)} for p in market_.projects]
    return json.dumps({"people": people, "projects": projects})


if __name__ == "__main__":
    sys.stdout.write(write(market(int(sys.argv[1]), int(sys.argv[2]), int((sys.argv[3:] or ["1"])[0]))))
