"""Is this market sound, and what does an instance file say?"""

import json
import math
from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from core.matching.people import Market, Person, Project
from core.matching.week import week_of


class BadInstance(ValueError):
    """The data cannot be matched; whoever wrote it can mend it.

    Attributes:
        reason: A key such as "hour outside the week".
        where: Id of the person or project.
        what: The offending value.
    """

    def __init__(self, reason: str, where: str, what: object = None) -> None:
        super().__init__(f"{reason}: {where}: {what!r}")
        self.reason = reason
        self.where = where
        self.what = what


def read_market(text: str | bytes) -> Market:
    """Read the instance format of the benchmarks.

    Raises:
        BadInstance: Says which person or project, and what is wrong with it.
    """
    try:
        found = json.loads(text, object_hook=_shrunk)
    except json.JSONDecodeError as error:
        raise BadInstance("not json", "instance", str(error)) from error
    if not isinstance(found, dict) or not isinstance(found.get("people"), list):
        raise BadInstance("people missing", "instance")
    people = tuple(_person(row) for row in found["people"])
    projects = tuple(_project(row) for row in found.get("projects", []))
    market = Market(people, projects)
    check(market)
    _check_roles(market, found.get("roles"))
    return market


def _shrunk(row: dict[str, Any]) -> Any:
    """Turn a person into values while the file is read, so that 100,000 of them fit in memory."""
    return _person(row) if "hours" in row and "id" in row else row


def _person(row: Any) -> Person:
    if isinstance(row, Person):
        return row
    if not isinstance(row, Mapping) or not isinstance(row.get("id"), str | int):
        raise BadInstance("person without id", "instance", row)
    name = str(row["id"])
    return Person(
        id=name,
        topic=_vector(row.get("topic", ()), name),
        roles=_names(row.get("roles", ()), name, "role is not a name"),
        languages=_names(row.get("languages", ()), name, "language is not a name"),
        hours=_week(row.get("hours", ()), name),
        wait_days=_days(row.get("wait_days", 0), name),
        blocks=frozenset(map(str, row.get("blocks", ()))),
        likes=frozenset(map(str, row.get("likes", ()))),
    )


def _project(row: Any) -> Project:
    if not isinstance(row, Mapping) or not isinstance(row.get("id"), str | int):
        raise BadInstance("project without id", "instance", row)
    name = str(row["id"])
    if "initiator" not in row:
        raise BadInstance("initiator missing", name)
    needs = tuple(row.get("needs", ()))
    _names(needs, name, "role is not a name")
    return Project(name, str(row["initiator"]), needs)


def _vector(numbers: Iterable[Any], where: str) -> "array[float]":
    try:
        return array("d", numbers)
    except TypeError as error:
        raise BadInstance("topic is not a vector", where, numbers) from error


def _names(names: Iterable[Any], where: str, reason: str) -> frozenset[str]:
    for name in names:
        if not isinstance(name, str) or not name:
            raise BadInstance(reason, where, name)
    return frozenset(names)


def _week(hours: Iterable[Any], where: str) -> int:
    try:
        return week_of(hours)
    except (ValueError, TypeError) as error:
        raise BadInstance("hour outside the week", where, str(error)) from error


def _days(days: Any, where: str) -> float:
    if not isinstance(days, int | float) or not math.isfinite(days) or days < 0:
        raise BadInstance("waiting is not a number of days", where, days)
    return float(days)


def check(market: Market) -> None:
    """Refuse a market that cannot be matched.

    Raises:
        BadInstance: Twice the same id, a person blocking themselves, a vector that is no vector, an hour
            outside the week, or a project of nobody.
    """
    known = _unique(person.id for person in market.people)
    _unique(project.id for project in market.projects)
    width = max((len(person.topic) for person in market.people), default=0)
    for person in market.people:
        _check_person(person, width)
    for project in market.projects:
        if project.initiator not in known:
            raise BadInstance("initiator unknown", project.id, project.initiator)


def _unique(ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise BadInstance("id twice", name)
        seen.add(name)
    return seen


def _check_person(person: Person, width: int) -> None:
    if person.id in person.blocks:
        raise BadInstance("person blocks themselves", person.id)
    if len(person.topic) not in (0, width):
        raise BadInstance("topic has another length", person.id, len(person.topic))
    if not all(map(math.isfinite, person.topic)):
        raise BadInstance("topic is not a number", person.id)
    if person.hours >> 168 or person.hours < 0:
        raise BadInstance("hour outside the week", person.id)


def _check_roles(market: Market, roles: Iterable[str] | None) -> None:
    """Refuse roles outside the instance's own list, if it brings one."""
    if roles is None:
        return
    listed = frozenset(roles)
    named = [(person.id, person.roles) for person in market.people]
    named += [(project.id, frozenset(project.needs)) for project in market.projects]
    for where, names in named:
        if unknown := names - listed:
            raise BadInstance("role unknown", where, min(unknown))
