"""How does someone come back to the seat they lost by silence?"""

from dataclasses import replace
from datetime import datetime

from core.constitution import has_room
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import PersonId
from core.wording import text


def come_back(group: Group, person: PersonId) -> Group:
    """Give someone their own seat again: all consented to them on it before.

    Raises:
        Refused: It is taken, the group is full or over, or they never had a seat.
    """
    if group.member(person) is not None:
        return group
    gone = next((one for one in reversed(group.members) if one.person == person), None)
    free = gone is not None and (not gone.seat or gone.seat in group.open_seats)
    if gone is None or not free or not has_room(len(group.present)) or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-seat-taken", name=group.name))
    seats = list(group.open_seats)
    if gone.seat:
        seats.remove(gone.seat)
    members = tuple(replace(one, left=None) if one is gone else one for one in group.members)
    return replace(group, members=members, open_seats=tuple(seats))


def left_at(group: Group, person: PersonId, otherwise: datetime) -> datetime:
    """Say when someone's last seat was given up."""
    return next((one.left for one in reversed(group.members) if one.person == person and one.left), otherwise)
