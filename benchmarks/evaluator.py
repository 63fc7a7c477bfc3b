"""What is a plan really worth? Written apart from the engine, from the specification alone."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any


class Broken(ValueError):
    """A plan breaks a rule of formation."""


def evaluate(instance: Mapping[str, Any], groups: Sequence[Mapping[str, Any]]) -> float:
    """Check every rule and add up the objective.

    Args:
        instance: The instance format, as parsed.
        groups: Rows of {"project", "members": {person: role or None}}.

    Raises:
        Broken: Says which rule.
    """
    people = {str(row["id"]): row for row in instance["people"]}
    projects = {str(row["id"]): row for row in instance["projects"]}
    begun = {str(row["initiator"]) for row in projects.values()}
    seen_people: set[str] = set()
    seen_projects: set[str] = set()
    total = 0.0
    for group in groups:
        project = projects[str(group["project"])]
        members: Mapping[str, str | None] = group["members"]
        _require(str(group["project"]) not in seen_projects, "project twice")
        _require(not seen_people & set(members), "person twice")
        _require(not (set(members) & begun) - {str(project["initiator"])}, "initiator in another's group")
        seen_projects.add(str(group["project"]))
        seen_people |= set(members)
        total += _worth(project, members, people)
    return total


def _require(holds: bool, rule: str) -> None:
    if not holds:
        raise Broken(rule)


def _worth(project: Mapping[str, Any], members: Mapping[str, str | None], people: Mapping[str, Any]) -> float:
    initiator, size = str(project["initiator"]), len(members)
    rows = [people[name] for name in members]
    _require(3 <= size <= 7, "size")
    _require(initiator in members and members[initiator] is None, "initiator")
    hours = set.intersection(*(set(row["hours"]) for row in rows))
    _require(len(hours) >= 2, "hours")
    _require(bool(set.intersection(*(set(row["languages"]) for row in rows))), "language")
    for one, other in itertools.permutations(members, 2):
        _require(other not in people[one].get("blocks", ()), "blocked")
    share = _cover(project, members, people)
    centre = people[initiator]["topic"]
    total = size * (0.30 * share + 0.20 * min(1, len(hours) / 6))
    for row in rows:
        total += 0.30 * max(0.0, sum(a * b for a, b in zip(row["topic"], centre, strict=True)))
        total += 0.10 * min(1, row.get("wait_days", 0) / 14)
    pairs = sum(other in people[one].get("likes", ()) for one, other in itertools.permutations(members, 2))
    return float(total + 0.10 * pairs)


def _cover(project: Mapping[str, Any], members: Mapping[str, str | None], people: Mapping[str, Any]) -> float:
    roles = [role for name, role in members.items() if name != str(project["initiator"])]
    for name, role in members.items():
        _require(role is None or role in people[name]["roles"], "role not held")
    if not project["needs"]:
        return min(1.0, _different([people[name]["roles"] for name in members]) / min(len(members), 4))
    wanted = list(project["needs"])
    for role in roles:
        _require(role in wanted, "member without a wanted seat")
        wanted.remove(role)
    return len(roles) / len(project["needs"])


def _different(brought: Sequence[Sequence[str]]) -> int:
    """Count the different roles that can be brought, one by each, by trying every choice."""
    best = 0
    for choice in itertools.product(*([*roles, None] for roles in brought)):
        best = max(best, len(set(choice) - {None}))
    return best
