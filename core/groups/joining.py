"""What becomes of two seats, two places in a line and two yeses when two turn out to be one person?

One person, one voice: the second is given up, what it brought stays with the first.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.groups.group import Group, Member
from core.groups.proposal import Proposal, Waiting, step_out
from core.ids import PersonId


def as_one_in_group(group: Group, stays: PersonId, goes: PersonId) -> Group:
    """Let one of two memberships go; the one that stays brings what both brought."""
    first, second = group.member(stays), group.member(goes)
    if first is None or second is None:
        return replace(group, waiting=_once(group.waiting, stays, goes))
    brought = {name.casefold(): name for name in (*_names(first), *_names(second))}
    both = replace(first, seat=", ".join(brought.values()), joined=min(first.joined, second.joined))
    members = tuple(both if one is first else one for one in group.members if one is not second)
    return replace(group, members=members, waiting=_once(group.waiting, stays, goes))


def as_one_in_proposal(proposal: Proposal, stays: PersonId, goes: PersonId) -> Proposal:
    """Free the second of two seats of an open project; where only one sits, nobody waits there any more."""
    if stays in proposal.people and goes in proposal.people:
        return step_out(proposal, goes)
    seated = stays in proposal.people or goes in proposal.people
    both = {stays, goes}
    waiting = tuple(one for one in proposal.waiting if not (seated and one.person in both))
    return replace(proposal, waiting=_once(waiting, stays, goes))


def _names(member: Member) -> Sequence[str]:
    return [name for name in member.seat.split(", ") if name]


def _once(waiting: tuple[Waiting, ...], stays: PersonId, goes: PersonId) -> tuple[Waiting, ...]:
    """Keep the earlier of two places in a line."""
    both = [one for one in waiting if one.person in {stays, goes}]
    later = both[1:]
    return tuple(one for one in waiting if one not in later)
