"""How did a contract come to be what it is: which lines came, changed and went, and who agreed when?

A version is what its events say. `events_of` writes down what a version changed, `fold` makes all versions again from
the events alone; the two are each other's proof.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.contract.clauses import Clause
from core.contract.versions import Version
from core.ids import ClauseId, GroupId, PersonId, VersionId


class Happened(StrEnum):
    """What one event says."""

    DROPPED = "dropped"
    CHANGED = "changed"
    ADDED = "added"
    CONSENTED = "consented"
    BOUND = "bound"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a contract.

    Attributes:
        version: The version it led to.
        number: Its number.
        at: Aware UTC.
        clause: The line as it reads from then on; of DROPPED, as it read before. None where it is about a person.
        line: Where an ADDED line stands in the version, from 0.
        person: Who consented to a version before it bound, or accepted it later: on coming in, on coming back.
    """

    group: GroupId
    version: VersionId
    number: int
    happened: Happened
    at: datetime
    clause: Clause | None = None
    line: int = 0
    person: PersonId | None = None


def events_of(before: Version | None, after: Version) -> tuple[Event, ...]:
    """Write down what an agreed version changed, and who agreed.

    Args:
        before: The version that bound until then; None for the first.
        after: The version that binds now.

    Raises:
        ValueError: The version is a draft.
    """
    if after.agreed_at is None:
        raise ValueError("a draft has not happened yet")
    blank = Event(after.group, after.id, after.number, Happened.BOUND, after.agreed_at)
    old = {one.id: one for one in before.clauses} if before else {}
    kept = _kept(tuple(old), tuple(one.id for one in after.clauses))
    dropped = (replace(blank, happened=Happened.DROPPED, clause=one) for key, one in old.items() if key not in kept)
    changed = (
        replace(blank, happened=Happened.CHANGED, clause=one)
        for one in after.clauses
        if one.id in kept and one != old[one.id]
    )
    added = (
        replace(blank, happened=Happened.ADDED, clause=one, line=line)
        for line, one in enumerate(after.clauses)
        if one.id not in kept
    )
    consented = (replace(blank, happened=Happened.CONSENTED, person=person) for person in after.agreed_by)
    return (*dropped, *changed, *added, *consented, blank)


def accepted(version: Version, person: PersonId, at: datetime) -> Event:
    """Write down that someone read a version and can live with it after it bound the others."""
    return Event(version.group, version.id, version.number, Happened.ACCEPTED, at, person=person)


def fold(events: Sequence[Event]) -> tuple[Version, ...]:
    """Make every agreed version again, oldest first, from the events in the order in which they happened."""
    lines: list[Clause] = []
    people: list[PersonId] = []
    versions: list[Version] = []
    for event in events:
        match event.happened:
            case Happened.DROPPED if event.clause:
                lines = [one for one in lines if one.id != event.clause.id]
            case Happened.CHANGED if event.clause:
                lines = [event.clause if one.id == event.clause.id else one for one in lines]
            case Happened.ADDED if event.clause:
                lines.insert(event.line, event.clause)
            case Happened.CONSENTED if event.person:
                people.append(event.person)
            case Happened.BOUND:
                bound = Version(event.version, event.group, event.number, tuple(lines), event.at, tuple(people))
                versions.append(bound)
                people = []
    return tuple(versions)


def later(events: Sequence[Event]) -> Mapping[VersionId, tuple[Event, ...]]:
    """Collect who accepted each version after it bound, in order."""
    found: dict[VersionId, tuple[Event, ...]] = {}
    for event in events:
        if event.happened is Happened.ACCEPTED:
            found[event.version] = (*found.get(event.version, ()), event)
    return found


def _kept(old: tuple[ClauseId, ...], new: tuple[ClauseId, ...]) -> frozenset[ClauseId]:
    """Return the lines that stay; where their order changed, all of them are said anew."""
    both = set(old) & set(new)
    same_order = [key for key in old if key in both] == [key for key in new if key in both]
    return frozenset(both) if same_order else frozenset()
