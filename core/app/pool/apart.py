"""Who must not meet, whatever fits? Blocks hold both ways, and on all accounts of a person.

Packages that let people keep others away add how to read it here; every plan and every list asks this one function.
"""

from collections.abc import Awaitable, Callable, Collection

from core.app.ports import Work
from core.ids import PersonId

Pairs = frozenset[tuple[PersonId, PersonId]]
Source = Callable[[Work, Collection[PersonId]], Awaitable[Pairs]]
"""Returns the pairs among these people of whom one keeps the other away."""


Apart = dict[PersonId, frozenset[PersonId]]


async def blocked(work: Work, people: Collection[PersonId]) -> Pairs:
    """Pair whoever blocked with whom they blocked; who blocked a group keeps away everybody who sits in it."""
    pairs: set[tuple[PersonId, PersonId]] = set()
    here = set(people)
    for block in await work.blocks.of(people):
        group = await work.groups.get(block.blocked_group) if block.blocked_group else None
        named = {block.blocked} if block.blocked else set(group.people) if group else set()
        pairs |= {(block.person, other) for other in named & here - {block.person}}
    return frozenset(pairs)


SOURCES: tuple[Source, ...] = (blocked,)


async def kept_apart(work: Work, people: Collection[PersonId], sources: tuple[Source, ...] = SOURCES) -> Apart:
    """Return for each of these people all whom they must not meet, whoever of the two asked for it."""
    found: dict[PersonId, set[PersonId]] = {}
    for source in sources:
        for one, other in await source(work, people):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {person: frozenset(others) for person, others in found.items()}
